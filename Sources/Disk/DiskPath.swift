/// A path as the bytes that the file system holds.
///
/// Swift compares strings by canonical equivalence, so two files whose names differ only in Unicode
/// normalization would be one; and a name that is not UTF-8 has no string at all. Bytes lose nothing.
public struct DiskPath: Hashable, Sendable, Comparable {
  /// Without a terminating zero.
  public let bytes: [UInt8]

  /// A path of bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A path as a command line or a program gives it.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// In byte order.
  public static func < (left: DiskPath, right: DiskPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// This path, a slash and a name.
  public func appending(_ name: DiskPath) -> DiskPath {
    if bytes.isEmpty { return name }
    if bytes.last == UInt8(ascii: "/") { return DiskPath(bytes + name.bytes) }
    return DiskPath(bytes + [UInt8(ascii: "/")] + name.bytes)
  }

  /// What follows the last slash; trailing slashes do not count.
  public var lastComponent: DiskPath {
    var end = bytes.count
    while end > 1, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return DiskPath(Array(bytes[min(start, end)..<end]))
  }

  /// Whether the last bytes are those of an ASCII suffix, in any case.
  public func hasSuffix(_ suffix: String) -> Bool {
    let expected = Array(suffix.utf8)
    guard bytes.count >= expected.count else { return false }
    return zip(bytes.suffix(expected.count), expected).allSatisfy { byte, other in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 == other : byte == other
    }
  }

  /// The path without its last bytes.
  public func dropping(last count: Int) -> DiskPath { DiskPath(Array(bytes.dropLast(count))) }

  /// The path for records and messages: as it is where it is UTF-8; otherwise every byte that is no
  /// ASCII stands as `\xE9`.
  ///
  /// A backslash that would look like such a byte stands as `\x5C`, so that no two paths look
  /// alike.
  public var display: String {
    let text = String(validating: bytes, as: UTF8.self)
    if let text, !bytes.contains(UInt8(ascii: "\\")) || !text.contains("\\x") { return text }
    var result: [UInt8] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\\") || byte >= 0x80 && text == nil {
        let digits = String(byte, radix: 16, uppercase: true)
        result += Array(("\\x" + (digits.count == 1 ? "0" : "") + digits).utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The inverse of `display`.
  public init(display text: String) {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: "\\x".utf8), rest.count >= 4,
        let value = UInt8(String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    self.init(bytes)
  }
}
