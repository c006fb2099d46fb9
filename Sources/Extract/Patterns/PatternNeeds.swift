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
/// Looking at a few bits spares most attempts to match, so that rules that need rare words cost nothing
/// where those are missing.
struct PatternNeeds: Sendable {
  private(set) var sets: [[Int]]

  init(_ pattern: Pattern, _ symbols: PatternSymbols, tests: [ClassID: TokenTest]) {
    sets = Self.needs(pattern, symbols, tests).filter { $0.count <= Self.largestSet }
  }

  /// A need that half of all words meet tells nothing.
  private static let largestSet = 12

  private static func needs(
    _ pattern: Pattern, _ symbols: PatternSymbols, _ tests: [ClassID: TokenTest]
  ) -> [[Int]] {
    switch pattern {
    case .word(let lexeme): return [[symbols.symbol(ofWord: lexeme)]]
    case .lexicalClass(let id): return tests[id] == nil ? [[symbols.symbol(ofClass: id)]] : []
    case .sequence(let parts): return parts.flatMap { needs($0, symbols, tests) }
    case .choice(let branches):
      var union: Set<Int> = []
      for branch in branches {
        guard let smallest = needs(branch, symbols, tests).min(by: { $0.count < $1.count }) else {
          return []
        }
        union.formUnion(smallest)
      }
      return [union.sorted()]
    case .repeated(let part, let minimum): return minimum > 0 ? needs(part, symbols, tests) : []
    case .optional, .gap: return []
    case .capture(_, let part): return needs(part, symbols, tests)
    }
  }
}

/// The symbols of one sentence.
struct SymbolSet {
  private var bits: [UInt64]

  init(count: Int) { bits = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func removeAll() {
    for index in bits.indices { bits[index] = 0 }
  }

  @inline(__always)
  mutating func insert(_ symbol: Int) { bits[symbol >> 6] |= 1 << UInt64(symbol & 63) }

  @inline(__always)
  func contains(_ symbol: Int) -> Bool { bits[symbol >> 6] & 1 << UInt64(symbol & 63) != 0 }
}
