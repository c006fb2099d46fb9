internal import Markup

/// Chooses the blocks that are the article's body.
///
/// First the element that holds the article: a known container, else the deepest one that holds most
/// of the page's prose. Then each block in it is judged by itself.
struct BodyChooser {
  let page: Page
  let rules: CleaningRules
  let title: String?

  func body(_ blocks: [Block]) -> [String] {
    let container = container(of: blocks)
    let inside = blocks.filter { container <= $0.node && $0.node < page.ends[container] }
    return choose(inside)
  }

  private func container(of blocks: [Block]) -> Int {
    let prose = blocks.filter(\.isProse)
    let total = prose.reduce(0) { $0 + $1.text.utf8.count }
    guard total > 0 else { return 0 }
    for group in rules.articleCues {
      let found = (1..<page.nodes.count).filter { node in
        guard page.tag(node)?.isInline == false else { return false }
        let words = DropMarker.cueWords(of: node, in: page)
        return page.tag(node) == Self.article && group == rules.articleCues.last
          || group.contains { DropMarker.matches($0, words) }
      }
      // Several containers of one kind are one article cut in pieces, or several articles; the first
      // that holds a fair share of the prose begins the article.
      if let first = found.first(where: { share(of: $0, in: prose) * 4 >= total }) { return first }
    }
    return deepest(holding: prose, total: total)
  }

  private static let article = Tag("article")

  private func share(of node: Int, in prose: [Block]) -> Int {
    prose.reduce(0) { sum, block in
      node <= block.node && block.node < page.ends[node] ? sum + block.text.utf8.count : sum
    }
  }

  private func deepest(holding prose: [Block], total: Int) -> Int {
    var node = 0
    while true {
      var next: Int?
      var child = node + 1
      while child < page.ends[node] {
        if page.tag(child) != nil, share(of: child, in: prose) * 100 >= total * 80 {
          next = child
          break
        }
        child = page.ends[child]
      }
      guard let next else { return node }
      node = next
    }
  }

  private func choose(_ blocks: [Block]) -> [String] {
    var body: [String] = []
    var seen: Set<String> = []
    for (index, block) in blocks.enumerated() {
      let lower = block.text.lowercased()
      if isSectionEnd(lower, block), body.contains(where: { BlockText.wordCount($0) >= 8 }) {
        break
      }
      if block.text == title || isBoilerplate(lower, block) { continue }
      if block.linkDensity > 0.6 && block.words < 30 { continue }
      if block.kind == .heading, !leadsToText(index, blocks) { continue }
      if block.kind == .paragraph, !block.isProse, isLabel(block, lower) { continue }
      if block.words >= 6, !seen.insert(lower).inserted { continue }
      body.append(block.text)
    }
    return body
  }

  private func isSectionEnd(_ lower: String, _ block: Block) -> Bool {
    let bare = lower.hasSuffix(":") ? String(lower.dropLast()) : lower
    return block.words <= 5 && rules.sectionEnds.contains(bare)
  }

  private func isBoilerplate(_ lower: String, _ block: Block) -> Bool {
    if rules.blockStarts.contains(where: lower.hasPrefix), block.words < 40 { return true }
    return block.words < 40 && rules.captionMarks.contains(where: lower.contains)
  }

  /// A heading with nothing but headings and links behind it leads to other stories.
  private func leadsToText(_ index: Int, _ blocks: [Block]) -> Bool {
    for block in blocks[(index + 1)...].prefix(3) {
      if block.kind != .heading { return block.linkDensity < 0.5 }
    }
    return false
  }

  /// Short pieces without a sentence: dates, names, buttons, counters.
  private func isLabel(_ block: Block, _ lower: String) -> Bool {
    block.words <= 3
      || (block.words < 8 && !BlockText.endsSentence(block.text) && block.linkDensity > 0.2)
  }
}
