internal import Markup
internal import Records

/// What a page's JSON-LD says about its article (schema.org).
struct JSONLinkedData {
  var headline: String?
  var published: String?
  var authors: [String] = []
  var publisher: String?

  init(_ page: Page) {
    for node in page.nodes.indices {
      guard page.tag(node) == Self.script,
        page.attribute("type", of: node)?.lowercased().contains("ld+json") == true
      else { continue }
      for child in page.descendants(of: node) {
        guard case .raw(let range) = page.nodes[child] else { continue }
        var reader = JSONReader(Array(page.text[range]).map { $0 < 0x20 ? 0x20 : $0 })
        // A page's own data may be broken; then it is no witness.
        if let value = try? reader.value() { read(value) }
      }
    }
  }

  private static let script = Tag("script")

  private mutating func read(_ root: JSONValue) {
    var pending = root.elements
    while !pending.isEmpty {
      let value = pending.removeFirst()
      if let graph = value["@graph"] { pending += graph.elements }
      let types = value["@type"]?.elements.compactMap(\.string) ?? []
      guard types.contains(where: Self.isArticle) else { continue }
      headline = headline ?? value["headline"]?.string ?? value["name"]?.string
      published = published ?? value["datePublished"]?.string
      publisher = publisher ?? value["publisher"]?["name"]?.string
      if authors.isEmpty {
        for author in value["author"]?.elements ?? [] {
          if let name = author.string ?? author["name"]?.elements.first?.string {
            authors.append(name)
          }
        }
      }
    }
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report"
  }
}
