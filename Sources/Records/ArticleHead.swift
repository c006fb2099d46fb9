/// What every record tells about its article.
public struct ArticleHead: Hashable, Sendable {
  /// `a-` and 16 hexadecimal digits of the SHA-256 of the bytes on disk.
  public var id: String
  /// Relative to the input folder, with `/`; a byte that is no UTF-8 stands as `\xE9`.
  public var path: String
  /// Where the article was published.
  public var url: String?
  /// The headline.
  public var title: String?
  /// The day of publication, `YYYY-MM-DD`.
  public var published: String?
  /// BCP 47.
  public var language: String?

  /// Makes a head.
  public init(
    id: String, path: String, url: String?, title: String?, published: String?, language: String?
  ) {
    self.id = id
    self.path = path
    self.url = url
    self.title = title
    self.published = published
    self.language = language
  }

  /// A head that tells nothing.
  package init() {
    self.init(id: "", path: "", url: nil, title: nil, published: nil, language: nil)
  }

  /// Writes the members in the contract's order.
  package func writeMembers(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("path", path)
    json.member("url", url)
    json.member("title", title)
    json.member("published", published)
    json.member("language", language)
  }

  /// Reads one of the head's members; false where the key is another's.
  package mutating func read(_ key: String, from json: inout JSONReader) throws(JSONError) -> Bool {
    switch key {
    case "id": id = try json.string()
    case "path": path = try json.string()
    case "url": url = try json.optionalString()
    case "title": title = try json.optionalString()
    case "published": published = try json.optionalString()
    case "language": language = try json.optionalString()
    default: return false
    }
    return true
  }

  /// Throws where a record came without what makes it one.
  func validated(_ kind: StaticString) throws(JSONError) {
    if id.isEmpty || path.isEmpty {
      throw JSONError(offset: 0, message: "no \(kind) record: \"id\" and \"path\" are missing")
    }
  }
}
