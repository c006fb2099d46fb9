/// A word or class that patterns are made of, numbered for sets of bits.
///
/// Words come first, in the order in which patterns name them (0 is any other word), then the
/// lexicon's classes.
struct PatternSymbols: Sendable {
  /// By lexeme: the word's symbol, 0 for words that no pattern names.
  private var words: [UInt16]
  private var wordCount = 1
  private let classCount: Int

  init(_ patterns: [Pattern], _ lexicon: Lexicon) {
    words = [UInt16](repeating: 0, count: lexicon.vocabulary.count)
    classCount = lexicon.knownClasses.count
    for pattern in patterns { add(pattern) }
  }

  private mutating func add(_ pattern: Pattern) {
    switch pattern {
    case .word(let lexeme):
      if words[Int(lexeme)] == 0 {
        words[Int(lexeme)] = UInt16(wordCount)
        wordCount += 1
      }
    case .lexicalClass, .gap: break
    case .sequence(let parts), .choice(let parts): for part in parts { add(part) }
    case .optional(let part), .repeated(let part, _), .capture(_, let part): add(part)
    }
  }

  var count: Int { wordCount + classCount }

  /// The symbol of a token's word; 0 where no pattern names it.
  @inline(__always)
  func symbol(ofWord lexeme: Int32) -> Int { Int(words[Int(lexeme)]) }

  @inline(__always)
  func symbol(ofClass id: ClassID) -> Int { wordCount + id }
}

/// What a sentence must hold for a pattern to match anywhere in it: of each set one symbol.
///
/// Looking at a few numbers spares most attempts to match, so that rules that need rare words cost
/// nothing where those are missing.
struct PatternNeeds {
  private let symbols: PatternSymbols
  private let tests: [ClassID: TokenTest]
  private let commonness: SymbolCommonness

  init(_ symbols: PatternSymbols, _ tests: [ClassID: TokenTest], _ commonness: SymbolCommonness) {
    self.symbols = symbols
    self.tests = tests
    self.commonness = commonness
  }

  /// The sets of symbols that a pattern needs, the rarest first.
  func sets(_ pattern: Pattern) -> [[Int]] {
    needs(pattern).filter { $0.count <= Self.largestSet }
      .sorted { commonness.weight($0) < commonness.weight($1) }
  }

  /// A need that half of all sentences meet tells nothing.
  private static let largestSet = 16

  private func needs(_ pattern: Pattern) -> [[Int]] {
    switch pattern {
    case .word(let lexeme): return [[symbols.symbol(ofWord: lexeme)]]
    case .lexicalClass(let id): return tests[id] == nil ? [[symbols.symbol(ofClass: id)]] : []
    case .sequence(let parts): return parts.flatMap { needs($0) }
    case .choice(let branches):
      var union: Set<Int> = []
      for branch in branches {
        let rarest = needs(branch).min { commonness.weight($0) < commonness.weight($1) }
        guard let rarest else { return [] }
        union.formUnion(rarest)
      }
      return [union.sorted()]
    case .repeated(let part, let minimum): return minimum > 0 ? needs(part) : []
    case .optional, .gap: return []
    case .capture(_, let part): return needs(part)
    }
  }
}

/// Which symbols most sentences hold anyway.
struct SymbolCommonness {
  private var common: Set<Int> = []

  init(_ symbols: PatternSymbols, _ lexicon: Lexicon, words: [String]) {
    for word in words {
      let lexeme = lexicon.vocabulary.lexeme(Array(word.utf8))
      guard lexeme != 0 else { continue }
      common.insert(symbols.symbol(ofWord: lexeme))
      for id in lexicon.classes(ofWord: lexeme) { common.insert(symbols.symbol(ofClass: id)) }
    }
    for mark in [",", ".", "-", "'s"] {
      common.insert(symbols.symbol(ofWord: lexicon.vocabulary.lexeme(Array(mark.utf8))))
    }
    for name in ["number", "ordinal", "day"] {
      if let id = lexicon.classID(name) { common.insert(symbols.symbol(ofClass: id)) }
    }
  }

  /// More for sets that more sentences meet.
  func weight(_ set: [Int]) -> Int { set.reduce(0) { $0 + (common.contains($1) ? 100 : 1) } }
}

/// The symbols of the sentence at hand, each with the last token at which it stands.
///
/// Tokens only grow, so that what was seen before a sentence's first token is what was not seen in it.
struct SeenSymbols {
  private var last: [Int32]

  init(count: Int) { last = [Int32](repeating: -1, count: count) }

  @inline(__always)
  mutating func insert(_ symbol: Int, at token: Int) {
    if last[symbol] < Int32(token) { last[symbol] = Int32(token) }
  }

  /// Whether a symbol stands at a token or behind it.
  @inline(__always)
  func contains(_ symbol: Int, from token: Int) -> Bool { last[symbol] >= Int32(token) }
}
