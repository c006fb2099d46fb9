/// The head of an entry of the store's file: 48 bytes, numbers with the most significant byte first.
///
///     bytes  0..<4    "SWe1"
///     bytes  4..<8    how many bytes the content has
///     bytes  8..<24   the key
///     bytes 24..<40   the content's fingerprint
///     bytes 40..<48   the fingerprint of the bytes before, its first half
///
/// The content follows at once, then the next entry.
struct StoreEntry {
  static let headSize = 48
  /// No stage makes more of one article.
  static let contentLimit = 1 << 30
  private static let magic = Array("SWe1".utf8)

  var key: Fingerprint
  var fingerprint: Fingerprint
  /// Bytes.
  var count: Int
  /// Bytes of head and content.
  var size: Int { Self.headSize + count }

  init(key: Fingerprint, content: [UInt8]) {
    self.key = key
    fingerprint = Fingerprint(of: content)
    count = content.count
  }

  /// Nil where the bytes are no head, or one that was damaged.
  init?(head: [UInt8]) {
    guard head.count == Self.headSize, head.starts(with: Self.magic),
      Self.check(head[..<40]) == Array(head[40...]),
      let key = Fingerprint(bytes: head[8..<24]),
      let fingerprint = Fingerprint(bytes: head[24..<40])
    else { return nil }
    self.key = key
    self.fingerprint = fingerprint
    count = Int(Fingerprint.number(head[4..<8]))
    if count > Self.contentLimit { return nil }
  }

  var head: [UInt8] {
    let head =
      Self.magic + Fingerprint.bytes(of: UInt64(count)).suffix(4) + key.bytes + fingerprint.bytes
    return head + Self.check(head[...])
  }

  private static func check(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(Fingerprint(of: Array(bytes)).bytes.prefix(8))
  }
}
