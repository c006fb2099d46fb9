internal import Records

/// Whether a sentence speaks of a date as past or as to come: by the nearest word before the date that
/// tells, else by the first behind it.
///
/// Words that tell are those of the classes `future` and `past`, and verbs in a past form.
struct TenseReader {
  let rules: LanguageRules
  let chart: Chart
  private let future: ClassID?
  private let past: ClassID?

  init(_ rules: LanguageRules, _ chart: Chart) {
    self.rules = rules
    self.chart = chart
    future = rules.lexicon.classID("future")
    past = rules.lexicon.classID("past")
  }

  /// The tense of a date at some tokens; nil where no word tells.
  func tense(of range: Range<Int>, in sentence: Range<Int>) -> Mention.Tense? {
    var index = range.lowerBound - 1
    while index >= sentence.lowerBound {
      if let tense = tense(at: index) { return tense }
      index -= 1
    }
    index = range.upperBound
    while index < sentence.upperBound {
      if let tense = tense(at: index) { return tense }
      index += 1
    }
    return nil
  }

  private func tense(at token: Int) -> Mention.Tense? {
    var found: Mention.Tense?
    var number = chart.firstItem(at: token)
    while number >= 0 {
      let id = chart.lexicalClass(number)
      if id == future { return .future }
      if id == past { found = .past }
      if id == rules.builtIn.verb,
        let form = chart[number].entry.flatMap({ rules.lexicon.entries[$0].form }),
        form == .past || form == .pastOrParticiple
      {
        found = .past
      }
      number = chart.item(after: number)
    }
    if found == nil, chart.holds(.pastForm, at: token) { return .past }
    return found
  }
}
