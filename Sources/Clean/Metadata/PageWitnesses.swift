internal import Markup

/// What a page says about its article outside of the text: collected in one pass over the arena.
struct PageWitnesses {
  /// Contents of meta elements by property, name or itemprop in lower case; the first of each wins.
  private(set) var meta: [String: String] = [:]
  private(set) var canonical: String?
  private(set) var language: String?
  private(set) var titleElement: String?
  /// The texts of the first headings.
  private(set) var headings: [String] = []
  /// Nodes of `time` elements.
  private(set) var times: [Int] = []
  /// Nodes with `itemprop` datePublished.
  private(set) var publishedNodes: [Int] = []
  /// Nodes that are marked as holding the author.
  private(set) var authorNodes: [Int] = []
  /// Nodes whose class speaks of the author.
  private(set) var bylineNodes: [Int] = []
  /// All values of `article:author` and `author`.
  private(set) var metaAuthors: [String] = []

  init(_ page: Page, cues: [CueSet], bylineCue: CueSet) {
    for node in 0..<page.count {
      switch page.tags[node] {
      case .text: continue
      case .meta: readMeta(node, page)
      case .html: language = page.attribute(.lang, of: node) ?? page.attribute(.xmlLang, of: node)
      case .link:
        if canonical == nil, page.attribute(.rel, of: node)?.lowercased() == "canonical" {
          canonical = page.attribute(.href, of: node)
        }
      case .title:
        if titleElement == nil { titleElement = BlockText.collapsed(page.textContent(of: node)) }
      case .h1:
        let text = BlockText.collapsed(page.textContent(of: node))
        if !text.isEmpty, headings.count < 8 { headings.append(text) }
      case .time: times.append(node)
      default: break
      }
      guard page.hasAttributes(node), page.tags[node] != .meta, page.tags[node] != .link else {
        continue
      }
      if !cues[node].isDisjoint(with: bylineCue) { bylineNodes.append(node) }
      page.forEachAttribute(of: node) { name, value in
        switch name {
        case .itemprop where value.elementsEqual("datePublished".utf8): publishedNodes.append(node)
        case .itemprop where value.elementsEqual("author".utf8): authorNodes.append(node)
        case .rel where value.elementsEqual("author".utf8): authorNodes.append(node)
        default: break
        }
      }
    }
  }

  /// What the page calls its site.
  func siteNames(_ linked: JSONLinkedData) -> [String] {
    [meta["og:site_name"], linked.publisher, meta["application-name"]].compactMap { $0 }
  }

  private mutating func readMeta(_ node: Int, _ page: Page) {
    let name =
      page.attribute(.property, of: node) ?? page.attribute(.name, of: node)
      ?? page.attribute(.itemprop, of: node)
    guard let name = name?.lowercased(), let content = page.attribute(.content, of: node),
      !content.isEmpty
    else { return }
    if name == "article:author" || name == "author" { metaAuthors.append(content) }
    if meta[name] == nil { meta[name] = content }
  }
}
