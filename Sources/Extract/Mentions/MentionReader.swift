internal import Records

/// Fills a chart with everything that is known or found in a text, phase after phase.
struct MentionReader {
  let rules: LanguageRules
  let text: TokenizedText
  var chart: Chart { matcher.chart }
  /// The mentions behind the chart's items.
  private(set) var mentions: [Mention] = []

  /// The phases in which a rule can begin at each token.
  var starts: [UInt64]
  /// The phases in which a rule can begin anywhere in the sentence at hand.
  var startsHere: UInt64 = 0
  /// The phases of which some rule's rarest need stands in the sentence at hand.
  var keyedHere: UInt64 = 0
  /// Whether the sentence at hand has a digit.
  var hasDigits = false
  /// The tokens of dates but for their first: "2023" in "16 October 2023" counts nobody.
  var insideDate: [Bool]
  /// What the sentence at hand holds.
  var seen: SeenSymbols
  /// Holds the text and the chart, so that nothing is handed over for each of its many matches.
  var matcher: PatternMatcher
  /// By rule of the phase at hand: the visit in which it was tried last.
  var tried: [Int]
  var visit = 0
  /// By rule of the phase at hand: whether the sentence holds what it needs.
  var active: [Bool]
  let maker: MentionMaker
  let numbers: NumberReader
  let numericDates: NumericDateReader
  private let tenses: TenseReader

  init(_ rules: LanguageRules, _ text: TokenizedText) {
    self.rules = rules
    self.text = text
    matcher = PatternMatcher(rules.index.code, text)
    starts = [UInt64](repeating: 0, count: text.tokens.count)
    insideDate = [Bool](repeating: false, count: text.tokens.count)
    seen = SeenSymbols(count: rules.index.symbols.count)
    tried = [Int](repeating: 0, count: rules.phases.map(\.rules.count).max() ?? 0)
    active = [Bool](repeating: false, count: tried.count)
    numbers = NumberReader(words: rules.numbers, text: text)
    numericDates = NumericDateReader(text: text, monthFirst: rules.numbers.monthFirst)
    maker = MentionMaker(text: text, lexicon: rules.lexicon)
    tenses = TenseReader(rules, text)
  }

  /// Reads the whole text.
  mutating func read() {
    for sentence in text.sentences {
      startsHere = 0
      keyedHere = rules.index.alwaysKeyed
      addEntries(sentence.tokens)
      addNumbers(sentence.tokens)
      for phase in rules.phases.indices where canRun(phase, sentence.tokens) {
        run(phase, sentence.tokens)
      }
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

  /// Adds an item without a mention of its own; `entry` is negative where it has none.
  mutating func add(_ lexicalClass: ClassID, _ start: Int, _ end: Int, entry: Int, value: Int) {
    let isMention = value >= 0 || rules.builtIn.names.contains(lexicalClass)
    matcher.chart.add(lexicalClass, start, end, entry: entry, value: value, isMention: isMention)
    let symbol = rules.index.symbols.symbol(ofClass: lexicalClass)
    seen.insert(symbol, at: start)
    starts[start] |= rules.index.phases[symbol]
    startsHere |= rules.index.phases[symbol]
    keyedHere |= rules.index.keyed[symbol]
  }

  /// Adds a mention under a class; `add(_:_:)` gives it further ones.
  mutating func add(_ lexicalClass: ClassID, _ range: Range<Int>, _ mention: Mention) {
    mentions.append(mention)
    add(lexicalClass, range)
  }

  /// Gives the mention added last another class.
  mutating func add(_ lexicalClass: ClassID, _ range: Range<Int>) {
    add(
      lexicalClass, range.lowerBound, range.upperBound, entry: -1, value: mentions.count - 1)
  }

  /// Adds what a rule made; a date with its tense, unless the rule needs another.
  mutating func add(_ made: MentionMaker.Made, _ rule: MentionRule, _ sentence: Range<Int>) {
    var mention = made.mention
    if mention.kind == .date || mention.kind == .dateRange {
      // "2.5 weeks ago" is no day that could be told.
      guard mention.value.flatMap({ DateExpression($0) }) != nil else { return }
      mention.tense = tenses.tense(of: made.range, in: sentence, chart)
      if let needed = rule.tense, mention.tense != needed { return }
    }
    mentions.append(mention)
    if mention.kind == .date || mention.kind == .dateRange {
      for token in made.range.dropFirst() { insideDate[token] = true }
    }
    for id in rule.makes { add(id, made.range) }
  }
}
