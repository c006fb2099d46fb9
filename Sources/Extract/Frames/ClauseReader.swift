internal import Records

/// Cuts a sentence into nodes: at each token the longest item of a class that frames care for.
struct ClauseReader {
  let text: TokenizedText
  let chart: Chart
  let mentions: [Mention]
  let lexicon: Lexicon
  private let kinds: [ClassID: (kind: ClauseNode.Kind, rank: Int)]

  init(_ rules: LanguageRules, _ text: TokenizedText, _ chart: Chart, _ mentions: [Mention]) {
    self.text = text
    self.chart = chart
    self.mentions = mentions
    lexicon = rules.lexicon
    var kinds: [ClassID: (kind: ClauseNode.Kind, rank: Int)] = [:]
    for (rank, kind) in Self.order.enumerated() {
      if let id = rules.lexicon.classID(kind.rawValue) { kinds[id] = (kind, rank) }
    }
    self.kinds = kinds
  }

  /// Among items of one length the earlier kind wins.
  private static let order: [ClauseNode.Kind] = [
    .date, .measure, .ratio, .part, .people, .outside, .each, .equal, .total, .partCue, .status,
    .governor, .verb, .trigger, .say, .mediator, .person, .organization, .party, .place, .nation,
    .ordinal, .number, .habitual, .negation, .relative, .conjunction, .aux, .preposition, .pronoun,
    .adverb,
  ]

  func nodes(_ sentence: Range<Int>) -> [ClauseNode] {
    var nodes: [ClauseNode] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let node = node(at: index)
      nodes.append(node)
      index = node.range.upperBound
    }
    return nodes
  }

  private func node(at index: Int) -> ClauseNode {
    var best: (item: ChartItem, kind: ClauseNode.Kind, rank: Int)?
    for item in chart.items[index] {
      guard let known = kinds[item.lexicalClass] else { continue }
      if let other = best, (other.item.end, -other.rank) >= (item.end, -known.rank) { continue }
      best = (item, known.kind, known.rank)
    }
    guard let best else { return mark(at: index) }
    let entry = best.item.entry.map { lexicon.entries[$0] }
    return ClauseNode(
      kind: best.kind, range: best.item.range, mention: best.item.value,
      value: entry?.value, form: entry?.form)
  }

  private func mark(at index: Int) -> ClauseNode {
    var kind = ClauseNode.Kind.other
    if text.tokens[index].kind == .mark {
      switch String(decoding: text.bytes(index), as: UTF8.self) {
      case ",": kind = .comma
      case ";", ":", "—", "–": kind = .stop
      case "-" where text.tokens[index].followsSpace: kind = .stop
      default: break
      }
    }
    return ClauseNode(kind: kind, range: index..<index + 1)
  }
}
