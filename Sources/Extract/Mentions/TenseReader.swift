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
  /// Classes of participles that can stand for people or before them.
  private let state: ClassID?
  private let modifier: ClassID?
  private let peopleNoun: ClassID?

  init(_ rules: LanguageRules, _ text: TokenizedText) {
    self.rules = rules
    self.text = text
    future = rules.lexicon.classID("future")
    past = rules.lexicon.classID("past")
    state = rules.lexicon.classID("people-state")
    modifier = rules.lexicon.classID("people-modifier")
    peopleNoun = rules.lexicon.classID("people-noun")
  }

  /// The tense of a date at some tokens; nil where no word tells.
  func tense(of range: Range<Int>, in sentence: Range<Int>, _ chart: Chart) -> Mention.Tense? {
    var index = range.lowerBound - 1
    while index >= sentence.lowerBound {
      if let tense = tense(at: index, sentence, chart) { return tense }
      index -= 1
    }
    index = range.upperBound
    while index < sentence.upperBound {
      if let tense = tense(at: index, sentence, chart) { return tense }
      index += 1
    }
    return nil
  }

  private func tense(
    at token: Int, _ sentence: Range<Int>, _ chart: Chart
  ) -> Mention.Tense? {
    var isFuture = false
    var isPast = isRegularPast(token)
    var number = chart.firstItem(at: token)
    while number >= 0 {
      let id = chart.lexicalClass(number)
      // "May" is the month here.
      if id == rules.builtIn.month { return nil }
      // "the wounded", "captured soldiers": an adjective tells no tense.
      if id == state || id == modifier && isBeforePeople(token, chart) { return nil }
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
    return isBare(token - 1, sentence, chart) || isBare(token - 2, sentence, chart)
      ? .future : .past
  }

  private func isBeforePeople(_ token: Int, _ chart: Chart) -> Bool {
    peopleNoun.map { chart.has($0, at: token + 1) } ?? false
  }

  /// Whether a token is a bare "be".
  private func isBare(_ token: Int, _ sentence: Range<Int>, _ chart: Chart) -> Bool {
    guard sentence.contains(token) else { return false }
    return chart.items(at: token).contains { item in
      item.entry.map { rules.lexicon.entries[$0].value == "be-base" } ?? false
    }
  }

  /// "freed", but not "Mohammed", "hundred" or "United".
  private func isRegularPast(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .word && !token.isCapitalized
      && !rules.notPast.contains(token.lexeme) && rules.isRegularPast(text.bytes(index))
  }
}
