/// A response of HTTP/1 as WARC files hold it (RFC 9112).
struct HTTPResponse {
  /// The bytes behind the headers, chunks joined.
  let body: [UInt8]
  /// The media type of the header in lower case.
  private let mediaType: String?
  /// The label of the header.
  let charset: String?
  private let isSuccess: Bool

  /// Nil where the bytes are no response.
  init?(_ block: [UInt8]) {
    guard block.starts(with: "HTTP/".utf8), let end = Self.headersEnd(block) else { return nil }
    let lineEnd = block.firstIndex(of: 0x0A) ?? end.headers
    let status = block[..<lineEnd].split(separator: 0x20, maxSplits: 2)
    isSuccess = status.count > 1 && status[1].first == UInt8(ascii: "2")
    let fields = HeaderFields(block[min(lineEnd + 1, end.headers)..<end.headers])
    let type = (fields["content-type"] ?? "").split(separator: ";")
    mediaType = type.first.map { String($0).trimmingSpace().lowercased() }
    charset = type.dropFirst().map { String($0).trimmingSpace() }
      .first { $0.lowercased().hasPrefix("charset=") }
      .map { String($0.dropFirst(8).drop { "\"'".contains($0) }.prefix { !"\"'".contains($0) }) }
    let rest = block[end.body...]
    let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
    body = isChunked ? Self.joined(chunks: rest) ?? Array(rest) : Array(rest)
  }

  /// Whether it may be an article: a page or a text that was there.
  var isText: Bool {
    guard isSuccess else { return false }
    switch mediaType {
    case "text/html", "application/xhtml+xml", "text/plain": return true
    case nil, "", "application/octet-stream", "unknown/unknown": return looksLikePage
    default: return false
    }
  }

  var isPlainText: Bool { mediaType == "text/plain" && !looksLikePage }

  private var looksLikePage: Bool {
    let head = String(decoding: body.prefix(512), as: UTF8.self).lowercased()
    return head.contains("<html") || head.contains("<!doctype html") || head.contains("<head")
  }

  private static func headersEnd(_ block: [UInt8]) -> (headers: Int, body: Int)? {
    var position = 0
    while let end = block[position...].firstIndex(of: 0x0A) {
      if end + 1 < block.count, block[end + 1] == 0x0A { return (end + 1, end + 2) }
      if end + 2 < block.count, block[end + 1] == 0x0D, block[end + 2] == 0x0A {
        return (end + 1, end + 3)
      }
      position = end + 1
    }
    return nil
  }

  /// The chunks joined; nil where these are none, which the header does not know.
  private static func joined(chunks bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var body: [UInt8] = []
    var position = bytes.startIndex
    while true {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
      let line = String(decoding: bytes[position..<end], as: UTF8.self)
      let digits = line.prefix { $0.isHexDigit }
      guard !digits.isEmpty, let count = Int(digits, radix: 16),
        line.dropFirst(digits.count).allSatisfy({ $0.isWhitespace }) || line.contains(";")
      else { return nil }
      if count == 0 { return body }
      let start = end + 1
      // A body that was cut short is what there is of it.
      guard count <= bytes.endIndex - start else { return body + bytes[start...] }
      body += bytes[start..<(start + count)]
      position = start + count
      while position < bytes.endIndex, bytes[position] == 0x0D || bytes[position] == 0x0A {
        position += 1
      }
    }
  }
}
