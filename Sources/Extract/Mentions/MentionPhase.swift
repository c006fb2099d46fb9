/// The rules of one file, which run together: at each token the longest match wins.
struct MentionPhase: Sendable {
  var rules: [MentionRule]
}

/// Which rules of which phases can begin at a word or class, and what else they need.
///
/// Most words begin no rule, so that a phase looks at few tokens and adding rules costs little.
struct PhaseIndex: Sendable {
  let symbols: PatternSymbols
  /// By symbol: the phases in which a rule can begin there, a bit for each.
  private(set) var phases: [UInt64]
  /// The same for tests of tokens.
  private(set) var tests: [(test: TokenTest, phases: UInt64, symbol: Int)] = []
  /// The rules by phase and symbol, as places in `lists`.
  private var ranges: [[Range<Int32>]]
  private var lists: [Int32] = []
  /// Each rule's needs, sets parted by -1, as places in `needs`.
  private var needRanges: [[Range<Int32>]] = []
  private var needs: [Int32] = []

  /// How many phases there can be.
  static let limit = UInt64.bitWidth

  init(_ all: [MentionPhase], _ lexicon: Lexicon) {
    let patterns = all.flatMap { $0.rules.map(\.pattern.source) }
    symbols = PatternSymbols(patterns, lexicon)
    phases = [UInt64](repeating: 0, count: symbols.count)
    ranges = []
    for (number, phase) in all.enumerated() {
      var bySymbol = [[Int32]](repeating: [], count: symbols.count)
      var needsOfPhase: [Range<Int32>] = []
      for (index, rule) in phase.rules.enumerated() {
        for word in rule.pattern.firstWords {
          bySymbol[symbols.symbol(ofWord: word)].append(Int32(index))
        }
        for id in rule.pattern.firstClasses {
          bySymbol[symbols.symbol(ofClass: id)].append(Int32(index))
        }
        let start = Int32(needs.count)
        let sets = PatternNeeds(rule.pattern.source, symbols, tests: lexicon.tests).sets
        for set in sets { needs += set.map(Int32.init) + [-1] }
        needsOfPhase.append(start..<Int32(needs.count))
      }
      needRanges.append(needsOfPhase)
      ranges.append(
        bySymbol.enumerated().map { symbol, rules in
          let start = Int32(lists.count)
          lists += rules
          if !rules.isEmpty { phases[symbol] |= 1 << UInt64(number) }
          return start..<Int32(lists.count)
        })
    }
    for (id, test) in lexicon.tests.sorted(by: { $0.key < $1.key }) {
      let symbol = symbols.symbol(ofClass: id)
      if phases[symbol] != 0 { tests.append((test, phases[symbol], symbol)) }
    }
  }

  /// Calls `body` with each rule of a phase that can begin with a symbol and whose needs a sentence
  /// meets.
  @inline(__always)
  func forEachRule(
    _ phase: Int, _ symbol: Int, _ sentence: SymbolSet, _ body: (_ rule: Int) -> Void
  ) {
    let range = ranges[phase][symbol]
    for place in Int(range.lowerBound)..<Int(range.upperBound) {
      let rule = Int(lists[place])
      if isMet(needRanges[phase][rule], sentence) { body(rule) }
    }
  }

  @inline(__always)
  private func isMet(_ range: Range<Int32>, _ sentence: SymbolSet) -> Bool {
    var isFound = false
    for place in Int(range.lowerBound)..<Int(range.upperBound) {
      let symbol = Int(needs[place])
      if symbol < 0 {
        if !isFound { return false }
        isFound = false
      } else if !isFound {
        isFound = sentence.contains(symbol)
      }
    }
    return true
  }
}
