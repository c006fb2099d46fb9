internal import Markup

/// Questions about where a block stands between the headline, the chosen element and the page's ends.
extension BlockSurvey {
  mutating func askPlaces() {
    chosen = ChosenElement(page: page, blocks: blocks, isProse: isProse).node
    let inside = blocks.indices.filter {
      isProse[$0] && chosen <= blocks[$0].node && blocks[$0].node < page.ends[chosen]
    }
    let headlines = blocks.indices.filter { answer(.headline, $0) >= 2 && blocks[$0].length > 2 }
    let headlineBlock =
      headlines.last { $0 <= inside.first ?? 0 } ?? headlines.first
      ?? blocks.indices.first { page.tags[blocks[$0].node] == .h1 }
    var chain: [Int] = []
    var node = chosen
    while true {
      chain.append(node)
      if node == 0 { break }
      node = page.parents[node]
    }
    var isBehindEnd = false
    var endScope = 0..<0
    for (index, block) in blocks.enumerated() {
      if let first = inside.first { set(.fromFirst, index, Self.distance(first - index)) }
      if let last = inside.last { set(.fromLast, index, Self.distance(index - last)) }
      if let headlineBlock {
        let distance = index - headlineBlock
        set(.afterHeading, index, distance <= 0 ? 0 : distance <= 3 ? 1 : distance <= 10 ? 2 : 3)
      } else {
        set(.afterHeading, index, 4)
      }
      set(
        .place, index, Self.step(Double(index) / Double(blocks.count), [0.1, 0.25, 0.5, 0.75, 0.9]))
      let steps = chain.firstIndex { $0 <= block.node && block.node < page.ends[$0] } ?? 0
      set(.path, index, Self.step(Double(steps), [0, 1, 2, 3, 4, 6]))
      set(.chosen, index, steps == 0 ? 1 : 0)
      let isEnd =
        block.length <= 6 && index > (inside.first ?? 0)
        && (rules.sectionEnds[PhraseTable.hash(list.words(block))] != nil
          || isHeadingLike(block) && rules.sectionOpenings.group(list.text[block.text]) > 0
          || block.kind == .heading && !block.near.isDisjoint(with: rules.relatedCue))
      if isEnd {
        isBehindEnd = true
        let parent = page.parents[block.node]
        endScope = block.node..<max(endScope.upperBound, page.ends[parent])
      }
      let isBeside = endScope.contains(block.node)
      set(.sectionEnd, index, isEnd ? 3 : isBeside ? 2 : isBehindEnd ? 1 : 0)
    }
  }

  private func isHeadingLike(_ block: Block) -> Bool {
    block.kind == .heading || block.emphasized * 10 > block.text.count * 9
  }

  private static func distance(_ outside: Int) -> Int {
    switch outside {
    case 21...: 0
    case 9...20: 1
    case 4...8: 2
    case 2...3: 3
    case 1: 4
    case 0: 5
    default: 6
    }
  }
}
