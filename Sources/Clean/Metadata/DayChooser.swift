internal import Markup

/// Chooses the day of publication among what the page says.
struct DayChooser {
  let page: Page
  let linked: JSONLinkedData
  let witnesses: PageWitnesses
  let days: DayReader

  /// Names of meta elements that hold the day, the most reliable first.
  private static let metaNames = [
    "article:published_time", "datepublished", "date", "pubdate", "dc.date", "dc.date.issued",
    "dc.date.created", "dcterms.date", "dcterms.created", "publish-date", "publish_date",
    "publication_date", "publishdate", "published_time", "og:published_time",
    "og:article:published_time",
    "parsely-pub-date", "sailthru.date", "article.published", "article_date_original",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "last-modified",
  ]

  var day: String? {
    if let day = linked.published.flatMap(days.day) { return day }
    for name in Self.metaNames {
      if let day = witnesses.meta[name].flatMap(days.day) { return day }
    }
    for node in witnesses.publishedNodes.prefix(1) + witnesses.times.prefix(1) {
      if let day = days.day(in: value(of: node)) { return day }
    }
    return visibleDay
  }

  private func value(of node: Int) -> String {
    page.attribute(.content, of: node) ?? page.attribute(.datetime, of: node)
      ?? page.textContent(of: node)
  }

  /// The first short text with a day in it after the headline, else at all.
  private var visibleDay: String? {
    let start = page.tags.firstIndex(of: .h1) ?? 0
    for range in [start..<page.count, 0..<start] {
      for node in range where page.tags[node] == .text {
        let text = page.text[page.textRange(node)]
        guard (8..<90).contains(text.count), text.contains(where: { $0 &- 0x30 < 10 }) else {
          continue
        }
        if let day = days.day(in: String(decoding: text, as: UTF8.self)) { return day }
      }
    }
    return nil
  }
}
