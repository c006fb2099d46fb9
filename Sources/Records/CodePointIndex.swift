/// Converts between byte and code-point offsets of one text.
///
/// Costs one pass over the text to build; a lookup scans at most `stride` bytes.
public struct CodePointIndex: Sendable {
  private static let stride = 64
  private let bytes: [UInt8]
  /// Code points that begin before byte `i * stride`; empty for a text of ASCII alone.
  private let counts: [Int]

  /// Indexes a text, which must be valid UTF-8.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      counts = []
      return
    }
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var total = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(total) }
      if Self.beginsCodePoint(byte) { total += 1 }
    }
    self.counts = counts
  }

  /// The number of code points before a byte offset.
  public func codePoint(atByte offset: Int) -> Int {
    if counts.isEmpty { return offset }
    let block = min(offset / Self.stride, counts.count - 1)
    var total = counts[block]
    for position in (block * Self.stride)..<min(offset, bytes.count)
    where Self.beginsCodePoint(bytes[position]) {
      total += 1
    }
    return total
  }

  /// The byte at which a code point begins; nil where the text is shorter.
  public func byte(atCodePoint target: Int) -> Int? {
    if counts.isEmpty { return target <= bytes.count ? target : nil }
    var low = 0
    var high = counts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if counts[middle] <= target { low = middle } else { high = middle - 1 }
    }
    var total = counts[low]
    var position = low * Self.stride
    while position < bytes.count {
      if Self.beginsCodePoint(bytes[position]) {
        if total == target { return position }
        total += 1
      }
      position += 1
    }
    return total == target ? position : nil
  }

  private static func beginsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
