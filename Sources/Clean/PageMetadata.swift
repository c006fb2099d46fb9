internal import Markup

/// Title, authors, day, language and address of a page, each from the best witness that it has.
struct PageMetadata {
  let title: String?
  let authors: [String]
  let published: String?
  let language: String?
  let url: String?

  init(_ page: Page, rules: CleaningRules, days: DayReader) {
    let linked = JSONLinkedData(page)
    let meta = Self.meta(page)
    let site = meta["og:site_name"] ?? linked.publisher
    let firstHeading = Self.firstHeading(page)
    let titleElement = page.nodes.indices.first { page.tag($0) == Tag("title") }
      .map { BlockText.collapsed(page.textContent(of: $0)) }
    title = [linked.headline, meta["og:title"], firstHeading, titleElement, meta["twitter:title"]]
      .compactMap { $0.map { BlockText.collapsed($0) } }
      .first { !$0.isEmpty }
      .map { Self.withoutSite($0, site: site, others: [firstHeading, linked.headline]) }
    let dayWitnesses = [
      linked.published, meta["article:published_time"], meta["datepublished"], meta["date"],
      meta["pubdate"], meta["dc.date"], meta["dc.date.issued"], meta["publish-date"],
      meta["publish_date"], meta["og:published_time"], meta["parsely-pub-date"],
      meta["sailthru.date"], meta["article.published"], Self.microdata("datePublished", page),
      Self.time(page), Self.visibleDay(page, days),
    ]
    published = dayWitnesses.lazy.compactMap { $0.flatMap { days.day(in: $0) } }.first
    language =
      page.nodes.indices.first { page.tag($0) == Tag("html") }
      .flatMap { page.attribute("lang", of: $0) ?? page.attribute("xml:lang", of: $0) }
      ?? meta["og:locale"]
    url = Self.canonical(page) ?? meta["og:url"]
    authors = Self.authors(page, linked, meta, rules)
  }

  private static func meta(_ page: Page) -> [String: String] {
    var meta: [String: String] = [:]
    for node in page.nodes.indices where page.tag(node) == Tag("meta") {
      let name =
        page.attribute("property", of: node) ?? page.attribute("name", of: node)
        ?? page.attribute("itemprop", of: node)
      guard let name = name?.lowercased(), let content = page.attribute("content", of: node),
        !content.isEmpty, meta[name] == nil
      else { continue }
      meta[name] = content
    }
    return meta
  }

  private static func canonical(_ page: Page) -> String? {
    page.nodes.indices.first {
      page.tag($0) == Tag("link") && page.attribute("rel", of: $0)?.lowercased() == "canonical"
    }.flatMap { page.attribute("href", of: $0) }
  }

  private static func firstHeading(_ page: Page) -> String? {
    page.nodes.indices.lazy.filter { page.tag($0) == Tag("h1") }
      .map { BlockText.collapsed(page.textContent(of: $0)) }
      .first { !$0.isEmpty }
  }

  private static func microdata(_ property: String, _ page: Page) -> String? {
    page.nodes.indices.first { page.attribute("itemprop", of: $0) == property }.flatMap {
      page.attribute("content", of: $0) ?? page.attribute("datetime", of: $0)
        ?? page.textContent(of: $0)
    }
  }

  private static func time(_ page: Page) -> String? {
    page.nodes.indices.first { page.tag($0) == Tag("time") }.flatMap {
      page.attribute("datetime", of: $0) ?? page.textContent(of: $0)
    }
  }

  /// The first short text with a day in it after the headline, else at all.
  private static func visibleDay(_ page: Page, _ days: DayReader) -> String? {
    let start = page.nodes.indices.first { page.tag($0) == Tag("h1") } ?? 0
    for range in [start..<page.nodes.count, 0..<start] {
      for node in range {
        guard case .text(let text) = page.nodes[node], (8..<90).contains(text.count) else {
          continue
        }
        if let day = days.day(in: String(decoding: page.text[text], as: UTF8.self)) { return day }
      }
    }
    return nil
  }

  /// Cuts " - Site" where the page names its site or the rest is the headline itself.
  private static func withoutSite(_ title: String, site: String?, others: [String?]) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " « "] {
      guard let range = title.ranges(of: separator).last else { continue }
      let head = String(title[..<range.lowerBound])
      let tail = title[range.upperBound...]
      if let site, tail.lowercased() == site.lowercased() { return head }
      if others.contains(head) { return head }
    }
    return title
  }

  private static func authors(
    _ page: Page, _ linked: JSONLinkedData, _ meta: [String: String], _ rules: CleaningRules
  ) -> [String] {
    var names = linked.authors
    if names.isEmpty, let name = meta["author"] ?? meta["dc.creator"] { names = [name] }
    if names.isEmpty {
      names = page.nodes.indices.filter {
        page.attribute("rel", of: $0) == "author" || page.attribute("itemprop", of: $0) == "author"
      }.map { page.textContent(of: $0) }
    }
    if names.isEmpty {
      let node = page.nodes.indices.first { node in
        DropMarker.cueWords(of: node, in: page).contains(where: rules.authorCues.contains)
          && (3..<60).contains(page.textContent(of: node).utf8.count)
      }
      names = node.map { [page.textContent(of: $0)] } ?? []
    }
    var result: [String] = []
    for name in names.flatMap(AuthorNames(rules: rules).split) where !result.contains(name) {
      result.append(name)
    }
    return result
  }
}

/// Takes bylines apart.
struct AuthorNames {
  let rules: CleaningRules

  /// "By A, B and C" to three names; addresses and empty ones go.
  func split(_ byline: String) -> [String] {
    var text = BlockText.collapsed(byline)
    for start in rules.bylineStarts where text.lowercased().hasPrefix(start) {
      text = String(text.dropFirst(start.count))
    }
    for joiner in rules.nameJoiners + [";"] {
      text = text.split(separator: joiner).joined(separator: ",")
    }
    return text.split(separator: ",").map { BlockText.collapsed(String($0)) }
      .filter { !$0.isEmpty && !$0.contains("://") && !$0.contains("@") }
  }
}
