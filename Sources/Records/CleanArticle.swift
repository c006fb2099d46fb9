/// The article itself: a line of `clean.ndjson`.
public struct CleanArticle: Hashable, Sendable {
  /// Title, day and language as read from the article.
  public var head: ArticleHead
  /// The authors' names in the order of the byline.
  public var authors: [String]
  /// Paragraphs joined by a blank line; table cells of a row are joined by a tab.
  public var body: String
  /// Whether a limit cut the page short.
  public var truncated: Bool

  /// Makes a record.
  public init(head: ArticleHead, authors: [String], body: String, truncated: Bool = false) {
    self.head = head
    self.authors = authors
    self.body = body
    self.truncated = truncated
  }

  /// The text that all offsets of later records index: title, blank line, body.
  public var text: String {
    if let title = head.title { "\(title)\n\n\(body)" } else { body }
  }

  /// Writes the record without a line end.
  public func write(to json: inout JSONWriter) {
    json.object { json in writeMembers(to: &json) }
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("id", head.id)
    json.member("path", head.path)
    json.member("url", head.url)
    json.member("title", head.title)
    json.key("authors")
    json.array(authors) { $0.string($1) }
    json.member("published", head.published)
    json.member("language", head.language)
    if truncated {
      json.member("truncated", true)
    }
    json.member("body", body)
  }

  init() { self.init(head: ArticleHead(), authors: [], body: "") }

  /// Reads one of the record's members; false where the key is another's.
  mutating func read(_ key: String, from json: inout JSONReader) throws(JSONError) -> Bool {
    if try head.read(key, from: &json) { return true }
    switch key {
    case "authors":
      authors = []
      var names: [String] = []
      try json.array { (json) throws(JSONError) in names.append(try json.string()) }
      authors = names
    case "body": body = try json.string()
    case "truncated": truncated = try json.boolean()
    default: return false
    }
    return true
  }

  /// Reads a record; members of other names are passed over.
  public init(from json: inout JSONReader) throws(JSONError) {
    self.init()
    var record = self
    var hasBody = false
    try json.object { (key, json) throws(JSONError) in
      if key == "body" { hasBody = true }
      if try !record.read(key, from: &json) { try json.skip() }
    }
    try record.head.validated("clean")
    guard hasBody else {
      throw JSONError(offset: 0, message: "no clean record: \"body\" is missing")
    }
    self = record
  }
}
