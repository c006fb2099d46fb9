/// Tells valid UTF-8 (RFC 3629) without copying it into a string.
enum UTF8Check {
  /// Whether there is no overlong form, no surrogate, nothing cut short and nothing above U+10FFFF.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
      if let next = behindASCII(bytes, place) {
        place = next
        continue
      }
      let first = bytes[place]
      if first < 0x80 {
        place += 1
        continue
      }
      let length: Int
      let second: ClosedRange<UInt8>
      switch first {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return false
      }
      guard place + length <= bytes.count, second.contains(bytes[place + 1]) else { return false }
      for rest in place + 2..<max(place + 2, place + length) where bytes[rest] & 0xC0 != 0x80 {
        return false
      }
      place += length
    }
    return true
  }

  /// Behind the next 64 bytes, where all are ASCII; nil where they are not or fewer are left.
  @inline(__always)
  private static func behindASCII(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard place + 64 <= bytes.count else { return nil }
    var high: UInt8 = 0
    for byte in bytes[place..<place + 64] { high |= byte }
    return high < 0x80 ? place + 64 : nil
  }
}
