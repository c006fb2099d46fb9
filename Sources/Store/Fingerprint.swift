internal import CXXHash
public import Disk

/// 128 bits by which the store knows contents again: XXH3-128, by the system's libxxhash.
///
/// Ten times as fast as SHA-256, which matters since a rerun reads every article. It tells contents
/// apart that differ by chance; it is no proof against someone who makes two contents on purpose.
public struct Fingerprint: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Of some bytes.
  public init(of bytes: [UInt8]) {
    let hash = unsafe XXH3_128bits(bytes, bytes.count)
    self.init(high: hash.high64, low: hash.low64)
  }

  /// Of several texts in their order; `["ab", "c"]` is another than `["a", "bc"]`.
  public init(of texts: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texts.reduce(0) { $0 + 8 + $1.utf8.count })
    for text in texts {
      bytes += Self.bytes(of: UInt64(text.utf8.count))
      bytes += text.utf8
    }
    self.init(of: bytes)
  }

  /// Of a fingerprint and what comes behind it.
  public func joined(with bytes: [UInt8]) -> Fingerprint { Fingerprint(of: self.bytes + bytes) }

  /// 16 bytes, the most significant first.
  public var bytes: [UInt8] { Self.bytes(of: high) + Self.bytes(of: low) }

  /// The inverse of `bytes`; nil where these are not 16.
  public init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self.init(high: Self.number(bytes.prefix(8)), low: Self.number(bytes.suffix(8)))
  }

  /// 32 hexadecimal digits.
  public var text: String {
    // Not by the library's conversion, which makes a text of every digit: a run has one for each article.
    var digits: [UInt8] = []
    digits.reserveCapacity(32)
    for half in [high, low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 0xF
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The inverse of `text`; nil where it is no fingerprint.
  public init?(text: String) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
  }

  static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Fingerprint {
  /// Of a file of any size; nil where it cannot be read.
  public init?(ofFile path: DiskPath) {
    guard let file = RandomAccessFile(path) else { return nil }
    var result = Fingerprint(of: Self.bytes(of: UInt64(file.size)))
    guard file.forEachBlock({ block, _ in result = result.joined(with: block) }) else { return nil }
    self = result
  }
}
