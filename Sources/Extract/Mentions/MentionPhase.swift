/// The rules of one file, which run together: at each token the longest match wins.
struct MentionPhase: Sendable {
  var rules: [MentionRule]
  /// Rules by the words and classes with which they can begin.
  private(set) var byWord: [Int32: [Int]] = [:]
  private(set) var byClass: [ClassID: [Int]] = [:]

  init(_ rules: [MentionRule]) {
    self.rules = rules
    for (index, rule) in rules.enumerated() {
      for word in rule.pattern.firstWords { byWord[word, default: []].append(index) }
      for id in rule.pattern.firstClasses { byClass[id, default: []].append(index) }
    }
  }
}

/// In which phases a rule can begin at a word or class: a bit for each phase.
///
/// Most words begin no rule, so that a phase looks at few tokens and adding rules costs little.
struct PhaseStarts: Sendable {
  private(set) var words: [UInt64]
  private(set) var classes: [UInt64]
  private(set) var tests: [(test: TokenTest, phases: UInt64)]

  /// How many phases there can be.
  static let limit = UInt64.bitWidth

  init(_ phases: [MentionPhase], _ lexicon: Lexicon) {
    words = [UInt64](repeating: 0, count: lexicon.vocabulary.count)
    classes = [UInt64](repeating: 0, count: lexicon.knownClasses.count)
    for (number, phase) in phases.enumerated() {
      for word in phase.byWord.keys { words[Int(word)] |= 1 << UInt64(number) }
      for id in phase.byClass.keys { classes[id] |= 1 << UInt64(number) }
    }
    tests = []
    for (id, test) in lexicon.tests where classes[id] != 0 { tests.append((test, classes[id])) }
  }
}
