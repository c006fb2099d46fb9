internal import Records

/// Fills a chart with everything that is known or found in a text, phase after phase.
struct MentionReader {
  let rules: LanguageRules
  let text: TokenizedText
  private(set) var chart: Chart
  /// The mentions behind the chart's items.
  private(set) var mentions: [Mention] = []

  /// The phases in which a rule can begin at each token.
  var starts: [UInt64]
  /// What the sentence at hand holds.
  var present: SymbolSet
  var matcher = PatternMatcher()
  /// By rule of the phase at hand: the visit in which it was tried last.
  var tried: [Int]
  var visit = 0
  let maker: MentionMaker
  let numbers: NumberReader
  let numericDates: NumericDateReader
  private let tenses: TenseReader

  init(_ rules: LanguageRules, _ text: TokenizedText) {
    self.rules = rules
    self.text = text
    chart = Chart(tokenCount: text.tokens.count)
    starts = [UInt64](repeating: 0, count: text.tokens.count)
    present = SymbolSet(count: rules.index.symbols.count)
    tried = [Int](repeating: 0, count: rules.phases.map(\.rules.count).max() ?? 0)
    numbers = NumberReader(words: rules.numbers, text: text)
    numericDates = NumericDateReader(text: text, monthFirst: rules.numbers.monthFirst)
    maker = MentionMaker(text: text, lexicon: rules.lexicon)
    tenses = TenseReader(rules, text)
  }

  /// Reads the whole text.
  mutating func read() {
    for sentence in text.sentences {
      present.removeAll()
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
      add([rules.builtIn.person], found.range, found.mention)
    }
  }

  /// Adds an item without a mention of its own; `entry` is negative where it has none.
  mutating func add(_ lexicalClass: ClassID, _ start: Int, _ end: Int, entry: Int, value: Int) {
    chart.add(lexicalClass, start, end, entry: entry, value: value)
    let symbol = rules.index.symbols.symbol(ofClass: lexicalClass)
    present.insert(symbol)
    starts[start] |= rules.index.phases[symbol]
  }

  mutating func set(_ test: TokenTest, at token: Int) { chart.set(test, at: token) }

  /// Adds a mention under some classes.
  mutating func add(_ classes: [ClassID], _ range: Range<Int>, _ mention: Mention) {
    mentions.append(mention)
    for id in classes {
      add(id, range.lowerBound, range.upperBound, entry: -1, value: mentions.count - 1)
    }
  }

  /// Adds what a rule made; a date with its tense, unless the rule needs another.
  mutating func add(_ made: MentionMaker.Made, _ rule: MentionRule, _ sentence: Range<Int>) {
    var mention = made.mention
    if mention.kind == .date || mention.kind == .dateRange {
      mention.tense = tenses.tense(of: made.range, in: sentence, chart)
      if let needed = rule.tense, mention.tense != needed { return }
    }
    add(rule.makes, made.range, mention)
  }
}
