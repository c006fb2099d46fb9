/// An article as found: a line of `fetch.ndjson`.
public struct FetchedArticle: Hashable, Sendable {
  /// What the source holds.
  public enum MediaType: String, Sendable {
    /// A page.
    case html = "text/html"
    /// Plain text.
    case plain = "text/plain"
    /// Markdown.
    case markdown = "text/markdown"
  }

  /// What sidecar and front matter tell, as they write it; the rest is nil.
  public var head: ArticleHead
  /// By the file's name.
  public var mediaType: MediaType
  /// The encoding that the bytes were read in, by its WHATWG name.
  public var charset: String
  /// SHA-256 of the bytes on disk, 64 hexadecimal digits.
  public var digest: String
  /// The authors that a dump tells; none elsewhere.
  public var authors: [String] = []
  /// The day on which a crawler got it, `YYYY-MM-DD`; nil where nobody tells.
  public var retrieved: String?
  /// The decoded text without front matter: valid UTF-8, bad sequences replaced by U+FFFD.
  public var source: [UInt8]

  /// Makes a record.
  public init(
    head: ArticleHead, mediaType: MediaType, charset: String, digest: String, source: [UInt8]
  ) {
    self.head = head
    self.mediaType = mediaType
    self.charset = charset
    self.digest = digest
    self.source = source
  }

  /// Writes the record without a line end.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      head.writeMembers(to: &json)
      json.member("mediaType", mediaType.rawValue)
      json.member("charset", charset)
      json.member("digest", digest)
      if !authors.isEmpty {
        json.key("authors")
        json.array(authors) { $0.string($1) }
      }
      if let retrieved { json.member("retrieved", retrieved) }
      json.key("source")
      json.string(utf8: source)
    }
  }

  /// Reads a record; members of other names are passed over.
  public init(from json: inout JSONReader) throws(JSONError) {
    var head = ArticleHead()
    var mediaType = MediaType.html
    var charset = "utf-8"
    var digest = ""
    var source: [UInt8] = []
    var authors: [String] = []
    var retrieved: String?
    try json.object { (key, json) throws(JSONError) in
      if try head.read(key, from: &json) { return }
      switch key {
      case "mediaType":
        let name = try json.string()
        guard let known = MediaType(rawValue: name) else {
          throw JSONError(offset: 0, message: "unknown mediaType \(name)")
        }
        mediaType = known
      case "charset": charset = try json.string()
      case "authors":
        authors = try json.list { (json) throws(JSONError) in try json.string() }
      case "retrieved": retrieved = try json.optionalString()
      case "digest": digest = try json.string()
      case "source": source = Array(try json.string().utf8)
      default: try json.skip()
      }
    }
    try head.validated("fetch")
    self.init(head: head, mediaType: mediaType, charset: charset, digest: digest, source: source)
    self.authors = authors
    self.retrieved = retrieved
  }
}
