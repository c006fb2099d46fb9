internal import Records

/// Fills a chart with everything that is known or found in a text, phase after phase.
struct MentionReader {
  let rules: LanguageRules
  let text: TokenizedText
  private(set) var chart: Chart
  /// The mentions behind the chart's items.
  private(set) var mentions: [Mention] = []

  init(_ rules: LanguageRules, _ text: TokenizedText) {
    self.rules = rules
    self.text = text
    chart = Chart(tokenCount: text.tokens.count)
  }

  /// Reads the whole text.
  mutating func read() {
    for sentence in text.sentences {
      addEntries(sentence.tokens)
      addNumbers(sentence.tokens)
      for phase in rules.phases { run(phase, sentence.tokens) }
    }
  }

  private mutating func addEntries(_ sentence: Range<Int>) {
    for index in sentence {
      var found: [ChartItem] = []
      rules.lexicon.matches(text, at: index, before: sentence.upperBound) { entry, end in
        let lexicalClass = rules.lexicon.entries[entry].lexicalClass
        found.append(
          ChartItem(lexicalClass: lexicalClass, start: index, end: end, entry: entry, value: nil))
      }
      for item in found { chart.add(item) }
      let token = text.tokens[index]
      if token.kind == .word {
        if found.isEmpty, !token.isCapitalized { add(rules.builtIn.unknownWord, index..<index + 1) }
        if token.isCapitalized { add(rules.builtIn.capitalized, index..<index + 1) }
      }
    }
  }

  private mutating func add(_ lexicalClass: ClassID, _ range: Range<Int>, _ mention: Mention? = nil)
  {
    var item = ChartItem(
      lexicalClass: lexicalClass, start: range.lowerBound, end: range.upperBound, entry: nil,
      value: nil)
    if let mention {
      item.value = mentions.count
      mentions.append(mention)
    }
    chart.add(item)
  }

  private mutating func addNumbers(_ sentence: Range<Int>) {
    for found in NumericDateReader(text: text).dates(in: sentence) {
      let span = TextSpan(
        Int(text.tokens[found.range.lowerBound].start),
        Int(text.tokens[found.range.upperBound - 1].end))
      add(
        rules.builtIn.date, found.range,
        Mention(kind: .date, span: span, value: found.value, rule: "numeric-date"))
    }
    for found in NumberReader(words: rules.numbers, text: text).numbers(in: sentence) {
      let span = TextSpan(
        Int(text.tokens[found.range.lowerBound].start),
        Int(text.tokens[found.range.upperBound - 1].end))
      let mention = Mention(kind: found.kind, span: span, value: found.value, rule: "number")
      let isOrdinal = found.kind == .ordinal
      add(isOrdinal ? rules.builtIn.ordinal : rules.builtIn.number, found.range, mention)
      guard let value = Int(found.value) else { continue }
      if (1...31).contains(value), isOrdinal, text.tokens[found.range.lowerBound].kind == .digits {
        add(rules.builtIn.ordinalDay, found.range, mention)
      }
      if (1...31).contains(value), isOrdinal || found.isPlain {
        add(rules.builtIn.day, found.range, mention)
      }
      if found.isPlain, (1900...2100).contains(value) {
        add(rules.builtIn.year, found.range, mention)
      }
    }
  }

  /// At each token the longest match of all rules wins, the earlier rule among equals; what it covers
  /// is not matched again in this phase.
  private mutating func run(_ phase: MentionPhase, _ sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard !isInsideVerb(index),
        let (rule, match) = best(phase, at: index, before: sentence.upperBound)
      else {
        index += 1
        continue
      }
      let maker = MentionMaker(text: text, lexicon: rules.lexicon)
      let made = maker.mentions(rule, index, match, mentions)
      // What stands before the span is context ("in May"); it must not hide a longer match behind it.
      if let start = made.first?.range.lowerBound, start > index,
        let rival = best(phase, at: start, before: sentence.upperBound), rival.1.end > match.end
      {
        index = start
        continue
      }
      for found in made { add(rule.makes, found.range, found.mention) }
      index = match.end
    }
  }

  /// The "over" of "hand over" bounds no number.
  private func isInsideVerb(_ index: Int) -> Bool {
    index > 0
      && chart.items[index - 1].contains { $0.lexicalClass == rules.builtIn.verb && $0.end > index }
  }

  private func best(
    _ phase: MentionPhase, at index: Int, before limit: Int
  ) -> (MentionRule, PatternMatch)? {
    var candidates = phase.byWord[text.tokens[index].lexeme] ?? []
    for item in chart.items[index] { candidates += phase.byClass[item.lexicalClass] ?? [] }
    guard !candidates.isEmpty else { return nil }
    let matcher = PatternMatcher(text: text, chart: chart, limit: limit)
    var best: (rule: Int, match: PatternMatch)?
    for candidate in Set(candidates).sorted() {
      guard let match = matcher.match(phase.rules[candidate].pattern, at: index) else { continue }
      if match.end > best?.match.end ?? index { best = (candidate, match) }
    }
    return best.map { (phase.rules[$0.rule], $0.match) }
  }
}
