internal import Records

/// Which members of a dump's objects tell what.
///
/// Without a mapping of the user's the members of trafilatura, news-please and fundus are known, and
/// what others are likely to call them.
public struct DumpFields: Hashable, Sendable {
  private static let known: KeyValuePairs<String, [String]> = [
    "text": ["text", "maintext", "body", "content", "plaintext", "raw_text"],
    "html": ["html", "raw_html"],
    "title": ["title", "headline", "title_page"],
    "url": ["url", "link", "source", "source_url", "requested_url"],
    "published": [
      "published", "date", "date_publish", "publishing_date", "pubdate", "date_published",
    ],
    "language": ["language", "lang"],
    "authors": ["authors", "author", "byline"],
  ]

  private let names: [String: [String]]
  /// What the user gave, for messages and the fingerprint of results.
  public let given: String

  /// The known members.
  public init() {
    names = Dictionary(uniqueKeysWithValues: Self.known.map { ($0.key, $0.value) })
    given = ""
  }

  /// A mapping like `text=maintext,published=date`; nil where it is none.
  ///
  /// What it does not name keeps its known members.
  public init?(_ text: String) {
    var names = Self().names
    for pair in text.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, names[sides[0]] != nil else { return nil }
      names[sides[0]] = [sides[1]]
    }
    self.names = names
    given = text
  }

  /// What an object tells.
  struct Article {
    var text: String?
    var isHTML = false
    var metadata = Metadata()
    var authors: [String] = []
  }

  /// Reads an object.
  func article(_ object: [UInt8]) throws(JSONError) -> Article {
    var json = JSONReader(object)
    let value = try json.value()
    try json.end()
    guard case .object = value else { throw JSONError(offset: 0, message: "expected an object") }
    var article = Article()
    article.text = first("text", in: value, Self.text)
    if article.text == nil, let html = first("html", in: value, { Self.told($0.string) }) {
      article.text = html
      article.isHTML = true
    }
    article.metadata.title = first("title", in: value) { Self.told($0.string) }
    article.metadata.published = first("published", in: value) { Self.told($0.string) }
    article.metadata.language = first("language", in: value) { Self.told($0.string) }
    article.metadata.url = first("url", in: value) { value in
      Self.told(value.string).flatMap { $0.contains("://") ? $0 : nil }
    }
    article.authors = first("authors", in: value, Self.authors) ?? []
    return article
  }

  private func first<Found>(
    _ key: String, in object: JSONValue, _ read: (JSONValue) -> Found?
  ) -> Found? {
    for name in names[key] ?? [] {
      if let value = object[name], let found = read(value) { return found }
    }
    return nil
  }

  /// A text that tells something: news-please writes "None" for what it does not know.
  private static func told(_ text: String?) -> String? {
    guard let text = text?.trimmingSpace(), !text.isEmpty, text != "None" else { return nil }
    return text
  }

  /// A text, or fundus' body: a summary and sections with headlines and paragraphs.
  private static func text(_ value: JSONValue) -> String? {
    if let text = value.string { return told(text) }
    guard case .object = value else { return nil }
    var parts = value["summary"]?.elements.compactMap(\.string) ?? []
    for section in value["sections"]?.elements ?? [] {
      parts += section["headline"]?.elements.compactMap(\.string) ?? []
      parts += section["paragraphs"]?.elements.compactMap(\.string) ?? []
    }
    return told(parts.joined(separator: "\n\n"))
  }

  /// A list of names, or one text with semicolons between them.
  private static func authors(_ value: JSONValue) -> [String]? {
    let texts = value.elements.compactMap(\.string).flatMap { $0.split(separator: ";") }
    let names = texts.compactMap { told(String($0)) }
    return names.isEmpty ? nil : names
  }
}
