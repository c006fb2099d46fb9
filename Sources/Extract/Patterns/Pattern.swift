/// A rule's pattern over tokens and classes.
///
/// Written on one line, in the tradition of JAPE, Odin and spaCy's Matcher:
///
///     word            the word itself, in any letter case
///     <class>         a word or phrase of a lexical class, or what an earlier rule made
///     name:part       the part, remembered under a name
///     ( a | b )       one of several
///     part?           perhaps
///     part* part+     any number of times
///     \( \?           a sign of this list as itself
///     _{0,3}          a gap of up to three tokens
indirect enum Pattern: Sendable, Hashable {
  case word(Int32)
  case lexicalClass(ClassID)
  case sequence([Pattern])
  case choice([Pattern])
  case optional(Pattern)
  /// At least `minimum` times.
  case repeated(Pattern, minimum: Int)
  case gap(Int, Int)
  /// The number of the name in the rule.
  case capture(Int, Pattern)
}

/// A pattern with its names, ready to match.
struct CompiledPattern: Sendable, Hashable {
  /// The pattern as it was read, from which indexes are made.
  var source: Pattern
  var program: PatternProgram
  var names: [String]
  /// The words and classes with which a match can begin.
  var firstWords: Set<Int32> = []
  var firstClasses: Set<ClassID> = []

  init(_ pattern: Pattern, names: [String], tests: [ClassID: TokenTest]) {
    program = PatternProgram(pattern, tests: tests)
    self.names = names
    source = pattern
    _ = collectFirst(pattern)
  }

  /// Whether the pattern can match nothing, so that what follows can be first too.
  private mutating func collectFirst(_ pattern: Pattern) -> Bool {
    switch pattern {
    case .word(let lexeme):
      firstWords.insert(lexeme)
      return false
    case .lexicalClass(let id):
      firstClasses.insert(id)
      return false
    case .sequence(let parts):
      for part in parts where !collectFirst(part) { return false }
      return true
    case .choice(let parts):
      var isEmpty = false
      for part in parts where collectFirst(part) { isEmpty = true }
      return isEmpty
    case .optional(let part):
      _ = collectFirst(part)
      return true
    case .repeated(let part, let minimum): return collectFirst(part) || minimum == 0
    case .gap: return true
    case .capture(_, let part): return collectFirst(part)
    }
  }
}
