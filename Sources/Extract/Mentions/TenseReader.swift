internal import Records

/// Whether a sentence speaks of a date as past or as to come: by the nearest word before the date that
/// tells, else by the first behind it.
///
/// Words that tell are those of the classes `future` and `past`, and verbs in a past form.
struct TenseReader {
  let rules: LanguageRules
  let text: TokenizedText
  private let future: ClassID?
  private let past: ClassID?
  /// Classes of participles that stand before people.
  private let adjectives: [ClassID]

  init(_ rules: LanguageRules, _ text: TokenizedText) {
    self.rules = rules
    self.text = text
    future = rules.lexicon.classID("future")
    past = rules.lexicon.classID("past")
    adjectives = ["people-state", "people-modifier"].compactMap { rules.lexicon.classID($0) }
  }

  /// The tense of a date at some tokens; nil where no word tells.
  func tense(of range: Range<Int>, in sentence: Range<Int>, _ chart: Chart) -> Mention.Tense? {
    var index = range.lowerBound - 1
    while index >= sentence.lowerBound {
      if let tense = tense(at: index, chart) { return tense }
      index -= 1
    }
    index = range.upperBound
    while index < sentence.upperBound {
      if let tense = tense(at: index, chart) { return tense }
      index += 1
    }
    return nil
  }

  private func tense(at token: Int, _ chart: Chart) -> Mention.Tense? {
    var isFuture = false
    let isWord = text.tokens[token].kind == .word
    var isPast = isWord && rules.isRegularPast(text.bytes(token))
    var number = chart.firstItem(at: token)
    while number >= 0 {
      let id = chart.lexicalClass(number)
      // "May" is the month here.
      if id == rules.builtIn.month { return nil }
      // "the wounded", "captured soldiers": an adjective tells no tense.
      if adjectives.contains(id) { return nil }
      if id == future { isFuture = true }
      if id == past { isPast = true }
      if id == rules.builtIn.verb, chart.entry(number) >= 0 {
        let form = rules.lexicon.entries[chart.entry(number)].form
        isPast = isPast || form == .past || form == .pastOrParticiple || form == .participle
      }
      number = chart.item(after: number)
    }
    if isFuture { return .future }
    guard isPast else { return nil }
    // "will be freed", "to be handed over"
    return isBare(token - 1, chart) || isBare(token - 2, chart) ? .future : .past
  }

  /// Whether a token is a bare "be".
  private func isBare(_ token: Int, _ chart: Chart) -> Bool {
    guard token >= 0 else { return false }
    return chart.items(at: token).contains { item in
      item.entry.map { rules.lexicon.entries[$0].value == "be-base" } ?? false
    }
  }
}
