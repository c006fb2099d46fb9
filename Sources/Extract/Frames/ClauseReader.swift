internal import Records

/// Cuts a sentence into nodes: at each token the longest item of a class that frames care for.
struct ClauseReader {
  let text: TokenizedText
  let chart: Chart
  let mentions: [Mention]
  let lexicon: Lexicon
  /// By class; nil for classes that frames do not look at.
  private let kinds: [(kind: ClauseNode.Kind, rank: Int)?]
  private let year: ClassID
  private let place: ClassID

  init(_ rules: LanguageRules, _ text: TokenizedText, _ chart: Chart, _ mentions: [Mention]) {
    self.text = text
    self.chart = chart
    self.mentions = mentions
    lexicon = rules.lexicon
    year = rules.builtIn.year
    place = rules.builtIn.place
    var kinds = [(kind: ClauseNode.Kind, rank: Int)?](
      repeating: nil, count: rules.lexicon.knownClasses.count)
    for (rank, kind) in Self.order.enumerated() {
      if let id = rules.lexicon.classID(kind.rawValue) { kinds[id] = (kind, rank) }
    }
    self.kinds = kinds
  }

  /// Among items of one length the earlier kind wins.
  private static let order: [ClauseNode.Kind] = [
    .date, .measure, .equal, .ratio, .part, .people, .outside, .each, .bothTotal, .total, .partCue,
    .status,
    .governor, .verb, .plain, .trigger, .say, .person, .organization, .party, .place, .nation,
    .ordinal, .number, .state, .casualty, .habitual, .additional, .negation, .relative,
    .conjunction, .aux, .preposition, .pronoun,
    .adverb,
  ]

  func nodes(_ sentence: Range<Int>) -> [ClauseNode] {
    var nodes: [ClauseNode] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let node = node(at: index, after: nodes.last)
      nodes.append(node)
      index = node.range.upperBound
    }
    return nodes
  }

  private func node(at index: Int, after previous: ClauseNode?) -> ClauseNode {
    var best: (item: ChartItem, kind: ClauseNode.Kind, rank: Int)?
    for item in chart.items(at: index) {
      guard let known = kinds[item.lexicalClass] else { continue }
      if known.kind == .verb, isNoun(index, item, after: previous) { continue }
      if known.kind == .aux, isInfinitiveMark(item), !isVerbAhead(item.end) { continue }
      if known.kind == .number, chart.longest(year, at: index)?.end == item.end { continue }
      if let other = best, (other.item.end, -other.rank) >= (item.end, -known.rank) { continue }
      best = (item, known.kind, known.rank)
    }
    guard let best else { return mark(at: index) }
    let entry = best.item.entry.map { lexicon.entries[$0] }
    let alsoPlace =
      best.kind == .party
      ? chart.items(at: index).first { $0.lexicalClass == place && $0.end == best.item.end } : nil
    return ClauseNode(
      kind: best.kind, range: best.item.range, mention: best.item.value, entry: best.item.entry,
      value: entry?.value, form: entry?.form,
      place: alsoPlace?.entry.flatMap { lexicon.entries[$0].value })
  }

  /// "the release", "large-scale swaps": a word that is a noun too counts as a verb only behind an
  /// auxiliary or what can be its subject.
  private func isNoun(_ index: Int, _ verb: ChartItem, after previous: ClauseNode?) -> Bool {
    guard let form = verb.entry.flatMap({ lexicon.entries[$0].form }),
      form == .base || form == .present || form == .gerund,
      chart.items(at: index).contains(where: {
        kinds[$0.lexicalClass]?.kind == .trigger && $0.end >= verb.end
      })
    else { return false }
    guard let previous else { return true }
    // "planned swap", but "agreed to swap"; "Monday's exchange", but "also exchange".
    if previous.kind == .governor { return !endsWithInfinitiveMark(previous) }
    if previous.kind == .adverb, text.tokens[previous.range.lowerBound].kind == .mark {
      return true
    }
    // "the Russia-Ukraine swap"
    let first = previous.range.lowerBound
    if previous.kind == .party, first > 0, !text.tokens[first].followsSpace,
      text.tokens[first - 1].kind == .mark
    {
      return true
    }
    return !Self.beforeVerbs.contains(previous.kind)
  }

  private static let beforeVerbs: Set<ClauseNode.Kind> = [
    .aux, .negation, .party, .organization, .person, .people, .part, .pronoun, .relative, .adverb,
    .each,
  ]

  private func endsWithInfinitiveMark(_ node: ClauseNode) -> Bool {
    let last = node.range.upperBound - 1
    return chart.items(at: last).contains { $0.end == last + 1 && isInfinitiveMark($0) }
  }

  private func isInfinitiveMark(_ item: ChartItem) -> Bool {
    kinds[item.lexicalClass]?.kind == .aux
      && item.entry.flatMap { lexicon.entries[$0].value } == "to"
  }

  /// "to" marks an infinitive only before a verb; elsewhere it is a preposition.
  private func isVerbAhead(_ index: Int) -> Bool {
    chart.items(at: index).contains { item in
      guard let kind = kinds[item.lexicalClass]?.kind else { return false }
      return kind == .verb || kind == .aux || kind == .adverb || kind == .negation
    }
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
