internal import Records

/// Cuts a sentence into chunks: at each token the longest item of a class that frames care for.
struct Chunker {
  let text: TokenizedText
  let chart: Chart
  let mentions: [Mention]
  let lexicon: Lexicon
  /// By class; nil for classes that frames do not look at.
  private let kinds: [(kind: Chunk.Kind, rank: Int)?]
  private let year: ClassID
  /// Words behind which no verb stands; nil where the language names none.
  private let nounMark: ClassID?
  private let place: ClassID

  init(_ rules: LanguageRules, _ text: TokenizedText, _ chart: Chart, _ mentions: [Mention]) {
    self.text = text
    self.chart = chart
    self.mentions = mentions
    lexicon = rules.lexicon
    year = rules.builtIn.year
    nounMark = rules.lexicon.classID("noun-mark")
    place = rules.builtIn.place
    var kinds = [(kind: Chunk.Kind, rank: Int)?](
      repeating: nil, count: rules.lexicon.knownClasses.count)
    for (rank, kind) in Self.order.enumerated() {
      if let id = rules.lexicon.classID(kind.rawValue) { kinds[id] = (kind, rank) }
    }
    self.kinds = kinds
  }

  /// Among items of one length the earlier kind wins.
  private static let order: [Chunk.Kind] = [
    .date, .measure, .equal, .reply, .ratio, .part, .people, .outside, .each, .bothTotal, .total,
    .partCue,
    .status,
    .governor, .verb, .plain, .trigger, .say, .person, .organization, .party, .place, .nation,
    .ordinal, .number, .delegation, .stateSide, .groupSide, .state, .casualty, .habitual,
    .additional, .negation, .relative,
    .conjunction, .aux, .preposition, .pronoun,
    .adverb,
  ]

  func chunks(_ sentence: Range<Int>) -> [Chunk] {
    var chunks: [Chunk] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let chunk = chunk(at: index, after: chunks.last, first: sentence.lowerBound)
      if chunk.kind == .date { markHabit(&chunks) }
      chunks.append(chunk)
      index = chunk.range.upperBound
    }
    return chunks
  }

  /// "Each Monday", but not "84 prisoners each on Monday": it counts days, not people.
  private func markHabit(_ chunks: inout [Chunk]) {
    guard let last = chunks.last, last.kind == .each, last.range.count == 1 else { return }
    let counted: Set<Chunk.Kind> = [.people, .number, .part, .ratio]
    guard !(chunks.dropLast().last.map { counted.contains($0.kind) } ?? false) else { return }
    chunks[chunks.count - 1].kind = .habitual
  }

  private func chunk(at index: Int, after previous: Chunk?, first: Int) -> Chunk {
    var best: (item: ChartItem, kind: Chunk.Kind, rank: Int)?
    for item in chart.items(at: index) {
      guard let known = kinds[item.lexicalClass] else { continue }
      if known.kind == .verb, isNoun(index, item, after: previous, first: first) {
        continue
      }
      if known.kind == .aux, isInfinitiveMark(item), !isVerbAhead(item.end) { continue }
      if known.kind == .number, chart.longest(year, at: index)?.end == item.end { continue }
      if let other = best, (other.item.end, -other.rank) >= (item.end, -known.rank) { continue }
      best = (item, known.kind, known.rank)
    }
    guard let best else { return mark(at: index) }
    // "among the 6,057 bodies": the article is that of the people
    if best.kind == .partCue, best.item.end - index > 1,
      chart.items(at: best.item.end - 1).contains(where: {
        kinds[$0.lexicalClass]?.kind == .people && $0.end > best.item.end
          && $0.value.map { mentions[$0].count != nil } ?? false
      })
    {
      return Chunk(
        kind: best.kind, range: index..<best.item.end - 1, entry: best.item.entry,
        value: best.item.entry.flatMap { lexicon.entries[$0].value })
    }
    let entry = best.item.entry.map { lexicon.entries[$0] }
    let alsoPlace =
      best.kind == .party
      ? chart.items(at: index).first { $0.lexicalClass == place && $0.end == best.item.end } : nil
    return Chunk(
      kind: best.kind, range: best.item.range, mention: best.item.value, entry: best.item.entry,
      value: entry?.value, form: entry?.form,
      place: alsoPlace?.entry.flatMap { lexicon.entries[$0].value },
      country: best.kind == .party && alsoPlace == nil ? entry?.name?.canonical : nil)
  }

  /// "the release", "large-scale swaps": a word that is a noun too counts as a verb only behind an
  /// auxiliary or what can be its subject.
  ///
  /// - Parameter first: The sentence's first token.
  private func isNoun(
    _ index: Int, _ verb: ChartItem, after previous: Chunk?, first: Int
  ) -> Bool {
    guard let form = verb.entry.flatMap({ lexicon.entries[$0].form }) else { return false }
    if index > 0, let nounMark,
      chart.items(at: index - 1).contains(where: {
        $0.lexicalClass == nounMark && $0.end == index
      })
    {
      return true
    }
    // "That exchange took place"
    if let previous, previous.kind == .relative, previous.value == "that",
      previous.range.lowerBound == first, isVerbBehind(verb.end)
    {
      return true
    }
    // "a Russian military transport", "acting head of"
    if form == .base, let previous,
      [.state, .nation, .ordinal, .stop, .preposition, .verb].contains(previous.kind)
    {
      return true
    }
    guard
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

  private static let beforeVerbs: Set<Chunk.Kind> = [
    .aux, .negation, .delegation, .party, .organization, .person, .people, .part, .pronoun,
    .relative, .adverb, .additional, .stateSide, .groupSide,
    .each,
  ]

  private func endsWithInfinitiveMark(_ chunk: Chunk) -> Bool {
    let last = chunk.range.upperBound - 1
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

  private func isVerbBehind(_ index: Int) -> Bool {
    chart.items(at: index).contains { item in
      kinds[item.lexicalClass].map { $0.kind == .verb || $0.kind == .aux } ?? false
    }
  }

  private func mark(at index: Int) -> Chunk {
    var kind = Chunk.Kind.other
    if text.tokens[index].kind == .mark {
      switch String(decoding: text.bytes(index), as: UTF8.self) {
      case ",": kind = .comma
      case ";", ":", "—", "–": kind = .stop
      case "-" where text.tokens[index].followsSpace: kind = .stop
      default: break
      }
    }
    return Chunk(kind: kind, range: index..<index + 1)
  }
}
