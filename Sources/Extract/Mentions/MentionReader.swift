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
  private let numbers: NumberReader
  private let numericDates: NumericDateReader

  init(_ rules: LanguageRules, _ text: TokenizedText) {
    self.rules = rules
    self.text = text
    chart = Chart(tokenCount: text.tokens.count)
    starts = text.tokens.map { rules.starts.words[Int($0.lexeme)] }
    numbers = NumberReader(words: rules.numbers, text: text)
    numericDates = NumericDateReader(text: text, monthFirst: rules.numbers.monthFirst)
    maker = MentionMaker(text: text, lexicon: rules.lexicon)
  }

  /// Reads the whole text.
  mutating func read() {
    for sentence in text.sentences {
      addEntries(sentence.tokens)
      addNumbers(sentence.tokens)
      for phase in rules.phases.indices { run(phase, sentence.tokens) }
    }
    linkShortNames()
    OwnerLinker(rules: rules, text: text, chart: chart).complete(&mentions)
  }

  /// "Melnyk" after "Iryna Melnyk" is she.
  private mutating func linkShortNames() {
    for found in ShortNameLinker(rules, text, chart, mentions).names() {
      add(rules.builtIn.person, found.range, found.mention)
    }
  }

  private mutating func addEntries(_ sentence: Range<Int>) {
    let isHeadline = isTitleCased(sentence)
    for index in sentence {
      let token = text.tokens[index]
      var isKnown = false
      var isName = true
      if token.lexeme != 0 {
        rules.lexicon.matches(text, at: index, before: sentence.upperBound) { entry, end in
          let lexicalClass = rules.lexicon.entries[entry].lexicalClass
          add(
            ChartItem(lexicalClass: lexicalClass, start: index, end: end, entry: entry, value: nil))
          isKnown = true
          if end == index + 1, lexicalClass != rules.builtIn.givenName,
            lexicalClass != rules.builtIn.person
          {
            isName = false
          }
        }
      }
      guard token.kind == .word else { continue }
      set(.word, at: index)
      if rules.isRegularPast(text.bytes(index)) { set(.pastForm, at: index) }
      if token.isCapitalized {
        set(.capitalized, at: index)
        if token.length == 1 {
          set(.initial, at: index)
        } else if isName, isKnown || index > sentence.lowerBound && !isHeadline {
          set(.nameWord, at: index)
        }
      } else if !isKnown {
        set(.unknown, at: index)
      }
    }
  }

  /// Whether a sentence writes nearly all its words with capitals, as headlines do.
  private func isTitleCased(_ sentence: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for index in sentence where text.tokens[index].kind == .word && text.tokens[index].length > 3 {
      words += 1
      if text.tokens[index].isCapitalized { capitals += 1 }
    }
    return words >= 5 && capitals * 10 >= words * 8
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
    numericDates.dates(in: sentence) { found in
      let mention = Mention(
        kind: .date, span: text.span(found.range), value: found.value, rule: "numeric-date")
      add(rules.builtIn.date, found.range, mention)
      add(found.isMonth ? rules.builtIn.monthDate : rules.builtIn.dayDate, found.range, mention)
    }
    /// The token behind the last number: digits that no number holds are parts of something else.
    var behind = sentence.lowerBound
    numbers.numbers(in: sentence) { found in
      addGluedParts(behind..<found.range.lowerBound)
      behind = found.range.upperBound
      if found.isPlain || text.tokens[found.range.lowerBound].kind == .digits {
        addShortYear(found.range.lowerBound)
        if found.range.count == 1, let value = found.value?.integer {
          addDecade(found.range.lowerBound, value)
        }
      }
      let mention = Mention(
        kind: found.kind, span: text.span(found.range), value: found.value?.text, rule: "number")
      let isOrdinal = found.kind == .ordinal
      add(
        isOrdinal ? rules.builtIn.ordinal : found.isWeak ? rules.builtIn.half : rules.builtIn.number,
        found.range, mention)
      guard let value = found.value?.integer else { return }
      addCalendarParts(found, value, mention)
    }
    addGluedParts(behind..<sentence.upperBound)
  }

  /// What a number can be in a date: a day, a year, half of a year in words.
  private mutating func addCalendarParts(
    _ found: NumberReader.Found, _ value: Int, _ mention: Mention
  ) {
    let isDigits = text.tokens[found.range.lowerBound].kind == .digits
    if (1...31).contains(value), found.kind == .ordinal {
      if isDigits || found.range.count > 1 { add(rules.builtIn.ordinalDay, found.range, mention) }
      add(rules.builtIn.day, found.range, mention)
    }
    guard found.kind == .number else { return }
    if found.isPlain {
      if (1...31).contains(value) { add(rules.builtIn.day, found.range, mention) }
      if (1900...2100).contains(value) { add(rules.builtIn.year, found.range, mention) }
    } else if !isDigits {
      if (2...31).contains(value) { add(rules.builtIn.spokenDay, found.range, mention) }
      if (21...31).contains(value) { add(rules.builtIn.lateSpokenDay, found.range, mention) }
      if (10...99).contains(value) { add(rules.builtIn.halfYear, found.range, mention) }
      if (1100...2100).contains(value) { add(rules.builtIn.spokenYear, found.range, mention) }
    }
  }

  /// "Feb13", "14april": digits that are no number, but a day or year beside a month's name.
  private mutating func addGluedParts(_ tokens: Range<Int>) {
    for index in tokens where text.tokens[index].kind == .digits {
      guard let value = value(ofToken: index) else { continue }
      let mention = Mention(
        kind: .number, span: text.span(index..<index + 1), value: String(value), rule: "number")
      if text.tokens[index].length <= 2, (1...31).contains(value) {
        add(rules.builtIn.day, index..<index + 1, mention)
      }
      if text.tokens[index].length == 4, (1900...2100).contains(value) {
        add(rules.builtIn.year, index..<index + 1, mention)
      }
      addShortYear(index)
      addDecade(index, value)
    }
  }

  /// "15" in "14th April 15".
  private mutating func addShortYear(_ index: Int) {
    guard text.tokens[index].length == 2, let value = value(ofToken: index) else { return }
    let year = value + (value < Self.firstShortYear ? 2000 : 1900)
    add(
      rules.builtIn.shortYear, index..<index + 1,
      Mention(
        kind: .number, span: text.span(index..<index + 1), value: String(year), rule: "number"))
  }

  /// "1970s", "70's".
  private mutating func addDecade(_ index: Int, _ value: Int) {
    let length = text.tokens[index].length
    guard value % 10 == 0, length == 2 || length == 4, index + 1 < text.tokens.count,
      !text.tokens[index + 1].followsSpace, isPlural(index + 1)
    else { return }
    let year = length == 4 ? value : value + (value < Self.firstShortDecade ? 2000 : 1900)
    add(
      length == 4 ? rules.builtIn.decade : rules.builtIn.shortDecade, index..<index + 2,
      Mention(
        kind: .dateRange, span: text.span(index..<index + 2), value: "\(year / 10)X",
        rule: "decade"))
  }

  /// The value of a token of up to four digits.
  private func value(ofToken index: Int) -> Int? {
    guard text.tokens[index].length <= 4 else { return nil }
    return text.bytes(index).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// "s" and "'s".
  private func isPlural(_ index: Int) -> Bool {
    text.tokens[index].length <= 4 && text.bytes(index).last.map { $0 | 0x20 } == UInt8(ascii: "s")
      && (text.tokens[index].kind == .mark || text.tokens[index].length == 1)
  }

  /// "51" is 1951, "50" is 2050; the press of our days speaks of few years beyond.
  private static let firstShortYear = 51
  /// "the 30s" are those of the last century.
  private static let firstShortDecade = 30

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
      for found in made { add(found, rule, sentence) }
      index = match.end
    }
  }

  private mutating func add(
    _ made: MentionMaker.Made, _ rule: MentionRule, _ sentence: Range<Int>
  ) {
    var mention = made.mention
    if mention.kind == .date || mention.kind == .dateRange {
      mention.tense = TenseReader(rules, chart).tense(of: made.range, in: sentence)
      if let needed = rule.tense, mention.tense != needed { return }
    }
    mentions.append(mention)
    for id in rule.makes {
      add(
        ChartItem(
          lexicalClass: id, start: made.range.lowerBound, end: made.range.upperBound, entry: nil,
          value: mentions.count - 1))
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
        let found = matcher.captures(chart)
        let rule = rules.phases[phase].rules[candidate]
        guard isFree(rule, index..<end, limit),
          rule.kind != .numberRange || isRange(rule, index, end, found)
        else { continue }
        best = (candidate, end)
        captures = found
      }
    }
    return best.map {
      (rules.phases[phase].rules[$0.rule], PatternMatch(end: $0.end, captures: captures))
    }
  }

  /// Whether the low end is below the high one: "more than 40 and less than 10" are two.
  private func isRange(
    _ rule: MentionRule, _ start: Int, _ end: Int, _ captures: [PatternMatch.Captured]
  ) -> Bool {
    maker.mentions(rule, start, PatternMatch(end: end, captures: captures), mentions).allSatisfy {
      $0.mention.value.flatMap { NumberRange($0) } != nil
    }
  }

  /// Whether nothing stands beside a match that its rule forbids.
  private mutating func isFree(_ rule: MentionRule, _ range: Range<Int>, _ limit: Int) -> Bool {
    if let guarded = rule.unlessFollowedBy, range.upperBound < limit,
      matcher.match(guarded.program, text, chart, at: range.upperBound, limit: limit) != nil
    {
      return false
    }
    guard let guarded = rule.unlessPrecededBy else { return true }
    return !(max(0, range.lowerBound - Self.reach)..<range.lowerBound).contains { start in
      matcher.match(guarded.program, text, chart, at: start, limit: range.lowerBound)
        == range.lowerBound
    }
  }

  /// How many tokens back a guard looks.
  private static let reach = 4

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
