internal import Markup

/// Chooses the authors among what the page says.
///
/// People before organizations: a page that names its publisher as author in its metadata often names
/// the person in its byline.
struct AuthorChooser {
  let page: Page
  let linked: JSONLinkedData
  let witnesses: PageWitnesses
  let blocks: BlockList
  let rules: CleaningRules

  var authors: [String] {
    let names = AuthorNames(rules: rules)
    let people = linked.authors.filter { !$0.isOrganization }.map(\.name)
    let sources: [() -> [String]] = [
      { people.allSatisfy(isSite) ? [] : people }, { metaAuthors },
      { witnesses.authorNodes.map(text) }, { bylines }, { bylineBlock },
      { linked.authors.map(\.name) },
      { witnesses.metaAuthors },
    ]
    for source in sources {
      var result: [String] = []
      for name in source().prefix(Self.limit).flatMap(names.split) where !result.contains(name) {
        result.append(name)
      }
      if !result.isEmpty { return result }
    }
    return []
  }

  /// More authors than any article has.
  private static let limit = 100

  private static let metaNames = [
    "sailthru.author", "parsely-author", "byl", "dc.creator", "dcterms.creator",
    "cxenseparse:author",
    "article:author_name", "authors",
  ]

  /// What meta elements name as author and is no address and not the site.
  private var metaAuthors: [String] {
    var names = witnesses.metaAuthors
    if witnesses.meta["twitter:label1"].map({ rules.writtenBy.contains($0.lowercased()) }) == true,
      let name = witnesses.meta["twitter:data1"]
    {
      names.append(name)
    }
    names += Self.metaNames.compactMap { witnesses.meta[$0] }
    names = names.filter { !isSite($0) && !$0.contains("://") && !$0.contains("www.") }
    return Array(names.prefix(1))
  }

  /// The first short byline of the page.
  private var bylines: [String] {
    for node in witnesses.bylineNodes where page.textLength(of: node) < 400 {
      let text = text(of: node)
      let names = AuthorNames(rules: rules).split(text)
      let people = names.filter(Self.isPerson)
      if !isSite(text), !people.isEmpty { return people }
    }
    return []
  }

  /// The first block that is nothing but "By" and names.
  private var bylineBlock: [String] {
    for block in blocks.blocks where block.text.count < 100 && (3...12).contains(block.length) {
      let text = blocks.string(block)
      guard rules.bylineStarts.contains(where: text.lowercased().hasPrefix) else { continue }
      let names = AuthorNames(rules: rules).split(text)
      if !names.isEmpty, names.allSatisfy(Self.isPerson) { return names }
    }
    return []
  }

  /// Two to four words that begin with a capital, as names of people do in most scripts.
  private static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...4).contains(words.count) && name.utf8.count < 60
      && words.allSatisfy { word in
        guard let first = word.first, word.allSatisfy({ $0.isLetter || "-.'’".contains($0) }) else {
          return false
        }
        return first.isUppercase
          || ["de", "van", "von", "der", "da", "di", "al", "bin"].contains(word)
      }
  }

  private func text(of node: Int) -> String {
    page.attribute(.content, of: node) ?? BlockText.collapsed(page.textContent(of: node))
  }

  private func isSite(_ name: String) -> Bool {
    let words = TextCollector.words(of: name)
    return words.isEmpty
      || witnesses.siteNames(linked).contains { TextCollector.words(of: $0) == words }
  }
}

/// Takes bylines apart.
struct AuthorNames {
  let rules: CleaningRules

  /// "By A, B and C" to three names; addresses, initials in brackets and empty ones go.
  func split(_ byline: String) -> [String] {
    let text = BlockText.collapsed(byline)
    let lower = text.lowercased()
    let start = rules.bylineStarts.first(where: lower.hasPrefix)
    var parts = [text.dropFirst(start?.count ?? 0)]
    for joiner in rules.nameJoiners { parts = parts.flatMap { $0.split(separator: joiner) } }
    return parts.flatMap { $0.split { ",;|".contains($0) } }
      .map { BlockText.collapsed(withoutInitials($0)) }
      .filter { !$0.isEmpty && !$0.contains("://") && !$0.contains("@") }
  }

  /// "Jane Doe (jdo)" without what stands in brackets at its end.
  private func withoutInitials(_ name: Substring) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return String(name)
    }
    return String(name[..<open])
  }
}
