internal import Markup
internal import Records

/// What a page's JSON-LD says about its article (schema.org).
///
/// Of several articles on a page the first one's word counts; what it does not tell, the next may.
struct JSONLinkedData {
  /// Someone or something that a page names as its author.
  struct Author: Hashable {
    var name: String
    var isOrganization: Bool
  }

  private(set) var headline: String?
  private(set) var published: String?
  private(set) var authors: [Author] = []
  private(set) var publisher: String?
  private(set) var description: String?
  private(set) var articleBody: String?

  init(_ page: Page) {
    for data in page.linkedData {
      var reader = JSONReader(data.map { $0 < 0x20 ? 0x20 : $0 })
      // A page's own data may be broken; then it is no witness.
      if let value = try? reader.value() { read(value) }
    }
  }

  private mutating func read(_ root: JSONValue) {
    var pending = root.elements[...]
    while let value = pending.popFirst() {
      if let graph = value["@graph"] { pending += graph.elements }
      let types = value["@type"]?.elements.compactMap(\.string) ?? []
      guard types.contains(where: Self.isArticle) else { continue }
      headline = headline ?? text(value["headline"]) ?? text(value["name"])
      published = published ?? value["datePublished"]?.string
      articleBody = articleBody ?? value["articleBody"]?.string
      description = description ?? text(value["description"])
      publisher = publisher ?? text(value["publisher"]?["name"])
      if authors.isEmpty { readAuthors(value["author"] ?? value["creator"]) }
    }
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report"
  }

  /// Authors are a name, an object with a name, or lists of these, also inside each other.
  private mutating func readAuthors(_ value: JSONValue?) {
    var pending = (value?.elements ?? [])[...]
    while let author = pending.popFirst() {
      if case .array = author {
        pending += author.elements
        continue
      }
      for name in (author["name"] ?? author).elements {
        guard let name = text(name) else { continue }
        let type = author["@type"]?.elements.compactMap(\.string) ?? []
        authors.append(Author(name: name, isOrganization: type.contains { $0 != "Person" }))
      }
    }
  }

  /// A value without the entities and tags that pages leave in their JSON.
  private func text(_ value: JSONValue?) -> String? {
    guard let text = value?.string else { return nil }
    let plain =
      text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C }) ? Page.plainText(text) : text
    let collapsed = BlockText.collapsed(plain)
    return collapsed.isEmpty ? nil : collapsed
  }
}
