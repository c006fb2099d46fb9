internal import Records

/// Fills a chart with everything that is known or found in a text, phase after phase.
struct MentionReader {
  let rules: LanguageRules
  let text: TokenizedText
  private(set) var chart: Chart
  /// The mentions behind the chart's items.
  private(set) var mentions: [Mention] = []

  /// The phases in which a rule can begin at each token.
  private var starts: [UInt64]
  private var matcher = PatternMatcher()
  private let maker: MentionMaker

  init(_ rules: LanguageRules, _ text: TokenizedText) {
    self.rules = rules
    self.text = text
    chart = Chart(tokenCount: text.tokens.count)
    starts = text.tokens.map { rules.starts.words[Int($0.lexeme)] }
    maker = MentionMaker(text: text, lexicon: rules.lexicon)
  }

  /// Reads the whole text.
  mutating func read() {
    for sentence in text.sentences {
      addEntries(sentence.tokens)
      addNumbers(sentence.tokens)
      for phase in rules.phases.indices { run(phase, sentence.tokens) }
    }
  }

  private mutating func addEntries(_ sentence: Range<Int>) {
    for index in sentence {
      let token = text.tokens[index]
      var isKnown = false
      if token.lexeme != 0 {
        rules.lexicon.matches(text, at: index, before: sentence.upperBound) { entry, end in
          let lexicalClass = rules.lexicon.entries[entry].lexicalClass
          add(
            ChartItem(lexicalClass: lexicalClass, start: index, end: end, entry: entry, value: nil))
          isKnown = true
        }
      }
      guard token.kind == .word else { continue }
      if token.isCapitalized {
        set(.capitalized, at: index)
      } else if !isKnown {
        set(.unknown, at: index)
      }
    }
  }

  private mutating func add(_ item: ChartItem) {
    chart.add(item)
    starts[item.start] |= rules.starts.classes[item.lexicalClass]
  }

  private mutating func set(_ test: TokenTest, at token: Int) {
    chart.set(test, at: token)
    for known in rules.starts.tests where known.test == test { starts[token] |= known.phases }
  }

  private mutating func add(_ lexicalClass: ClassID, _ range: Range<Int>, _ mention: Mention) {
    mentions.append(mention)
    add(
      ChartItem(
        lexicalClass: lexicalClass, start: range.lowerBound, end: range.upperBound, entry: nil,
        value: mentions.count - 1))
  }

  private mutating func addNumbers(_ sentence: Range<Int>) {
    for found in NumericDateReader(text: text).dates(in: sentence) {
      add(
        rules.builtIn.date, found.range,
        Mention(
          kind: .date, span: text.span(found.range), value: found.value, rule: "numeric-date"))
    }
    for found in NumberReader(words: rules.numbers, text: text).numbers(in: sentence) {
      let mention = Mention(
        kind: found.kind, span: text.span(found.range), value: found.value, rule: "number")
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
  private mutating func run(_ phase: Int, _ sentence: Range<Int>) {
    let bit: UInt64 = 1 << UInt64(phase)
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard starts[index] & bit != 0, !isInsideVerb(index),
        let (rule, match) = best(phase, at: index, before: sentence.upperBound)
      else {
        index += 1
        continue
      }
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
      && chart.items(at: index - 1).contains {
        $0.lexicalClass == rules.builtIn.verb && $0.end > index
      }
  }

  private mutating func best(
    _ phase: Int, at index: Int, before limit: Int
  ) -> (MentionRule, PatternMatch)? {
    var best: (rule: Int, end: Int)?
    var captures: [PatternMatch.Captured] = []
    for candidate in candidates(rules.phases[phase], at: index) {
      guard
        let end = matcher.match(
          rules.phases[phase].rules[candidate].pattern.program, text, chart, at: index,
          limit: limit)
      else { continue }
      if end > best?.end ?? index {
        best = (candidate, end)
        captures = matcher.captures(chart)
      }
    }
    return best.map {
      (rules.phases[phase].rules[$0.rule], PatternMatch(end: $0.end, captures: captures))
    }
  }

  /// The rules that can begin at a token, in their order.
  private func candidates(_ phase: MentionPhase, at index: Int) -> [Int] {
    var candidates = phase.byWord[text.tokens[index].lexeme] ?? []
    let wordCount = candidates.count
    for item in chart.items(at: index) { candidates += phase.byClass[item.lexicalClass] ?? [] }
    for (id, test) in rules.lexicon.tests where chart.holds(test, at: index) {
      candidates += phase.byClass[id] ?? []
    }
    return candidates.count == wordCount ? candidates : Set(candidates).sorted()
  }
}
