internal import Markup

/// Decides which elements of a page are not the article, by what they are and what they are called.
struct DropMarker {
  let page: Page
  let rules: CleaningRules

  /// For each node, whether it and what is below it stay out.
  func marks() -> [Bool] {
    var marks = [Bool](repeating: false, count: page.nodes.count)
    let prose = proseBefore()
    let all = prose[page.nodes.count]
    var node = 1
    while node < page.nodes.count {
      guard case .element(let tag) = page.nodes[node] else {
        node += 1
        continue
      }
      let share = all == 0 ? 0 : Double(prose[page.ends[node]] - prose[node]) / Double(all)
      let drops =
        Self.never.contains(tag) || isHidden(node)
        || share < 0.4 && (Self.usually.contains(tag) || hasDropCue(node))
      if drops {
        marks[node] = true
        node = page.ends[node]
      } else {
        node += 1
      }
    }
    return marks
  }

  /// The words of class and id, also for finding authors and bodies.
  static func cueWords(of node: Int, in page: Page) -> [String] {
    var words: [String] = []
    for attribute in page.attributes(node)
    where ["class", "id", "role", "itemprop", "data-component", "data-testid"].contains(
      attribute.name)
    {
      var word = ""
      for character in attribute.value.unicodeScalars {
        let isUpper = ("A"..."Z").contains(character)
        let isPart =
          ("a"..."z").contains(character) || isUpper || ("0"..."9").contains(character)
        if !isPart || isUpper, !word.isEmpty {
          words.append(word)
          word = ""
        }
        if isPart {
          word.unicodeScalars.append(contentsOf: String(character).lowercased().unicodeScalars)
        }
      }
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  static func matches(_ cue: CleaningRules.Cue, _ words: [String]) -> Bool {
    guard cue.count == 2 else { return words.contains(cue[0]) }
    return words.indices.dropLast().contains { words[$0] == cue[0] && words[$0 + 1] == cue[1] }
  }

  private static let never = Set(
    """
    script style noscript template head iframe object embed video audio svg canvas select textarea
    button input nav footer dialog amp-ad amp-iframe amp-video amp-sidebar amp-list amp-embed
    amp-analytics amp-social-share figcaption
    """.split(whereSeparator: \.isWhitespace).map { Tag(String($0)) })

  private static let usually = Set(["aside", "form", "figure", "menu", "address"].map { Tag($0) })
  private static let keptWhole = Set(["html", "body", "main"].map { Tag($0) })

  private func isHidden(_ node: Int) -> Bool {
    if page.attribute("hidden", of: node) != nil { return true }
    if page.attribute("aria-hidden", of: node) == "true" { return true }
    let style = page.attribute("style", of: node)?.lowercased().filter { !$0.isWhitespace } ?? ""
    if style.contains("display:none") || style.contains("visibility:hidden")
      || style.contains("left:-9999px")
    {
      return true
    }
    let words = Self.cueWords(of: node, in: page)
    return rules.hiddenCues.contains { Self.matches($0, words) }
  }

  private func hasDropCue(_ node: Int) -> Bool {
    if let tag = page.tag(node), Self.keptWhole.contains(tag) { return false }
    let words = Self.cueWords(of: node, in: page)
    guard !words.isEmpty else { return false }
    if rules.articleCues.prefix(2).joined().contains(where: { Self.matches($0, words) }) {
      return false
    }
    return rules.dropCues.contains { Self.matches($0, words) }
  }

  /// For each node the bytes of longer texts before it: a cheap measure of where sentences are.
  private func proseBefore() -> [Int] {
    var sums = [0]
    sums.reserveCapacity(page.nodes.count + 1)
    for node in page.nodes {
      var length = 0
      if case .text(let range) = node, range.count >= 60 { length = range.count }
      sums.append((sums.last ?? 0) + length)
    }
    return sums
  }
}
