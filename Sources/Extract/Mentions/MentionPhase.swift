internal import Records

/// The rules of one file, which run together: at each token the longest match wins.
struct MentionPhase: Sendable {
  var rules: [MentionRule]
}

/// Which rules of which phases can begin at a word or class, and what else they need.
///
/// Most words begin no rule, so that a phase looks at few tokens and adding rules costs little. A class,
/// so that asking it copies nothing.
final class PhaseIndex: Sendable {
  let symbols: PatternSymbols
  /// By symbol: the phases in which a rule can begin there, a bit for each.
  let phases: [UInt64]
  /// By the tests that a token passes, a bit for each: the phases in which a rule can begin there.
  let phasesByTests: [UInt64]
  /// By symbol: the phases that have a rule whose rarest need it is, a bit for each; a sentence must
  /// hold one such symbol for any rule of a phase to match.
  let keyed: [UInt64]
  /// The phases that have a rule without needs.
  let alwaysKeyed: UInt64
  /// The rules by phase and symbol, as places in `lists`.
  private let ranges: [Range<Int32>]
  /// The rules by phase and the tests that a token passes, likewise.
  private let rangesByTests: [Range<Int32>]
  private let lists: [Int32]
  /// Where each rule's needs begin in `needs`, phase after phase; sets are parted by -1, rules by -2.
  private let firstNeed: [Int32]
  private let needs: [Int32]
  /// The number of each phase's first rule among all.
  private let firstRule: [Int]
  /// The instructions of all patterns and guards.
  let code: [PatternProgram.Instruction]
  /// By rule of all phases: the places of its pattern and guards, and whether it makes a range, whose
  /// ends must be in order.
  private let programs: [Program]

  struct Program: Sendable {
    let pattern: Range<Int>
    let unlessFollowedBy: Range<Int>?
    let unlessPrecededBy: Range<Int>?
    let isRange: Bool
  }

  /// How many phases there can be.
  static let limit = UInt64.bitWidth

  /// - Parameter commonWords: The most frequent words of the language, by which rules are told
  ///   apart that need something rare.
  init(_ all: [MentionPhase], _ lexicon: Lexicon, commonWords: [String]) {
    symbols = PatternSymbols(all.flatMap { $0.rules.map(\.pattern.source) }, lexicon)
    let commonness = SymbolCommonness(symbols, lexicon, words: commonWords)
    let needing = PatternNeeds(symbols, lexicon.tests, commonness)
    var phases = [UInt64](repeating: 0, count: symbols.count)
    var keyed = phases
    var alwaysKeyed: UInt64 = 0
    var (ranges, lists): ([Range<Int32>], [Int32]) = ([], [])
    var (firstNeed, needs, firstRule): ([Int32], [Int32], [Int]) = ([], [], [])
    for (number, phase) in all.enumerated() {
      firstRule.append(firstNeed.count)
      let bit: UInt64 = 1 << UInt64(number)
      for rule in phase.rules {
        firstNeed.append(Int32(needs.count))
        let sets = needing.sets(rule.pattern.source)
        for symbol in sets.first ?? [] { keyed[symbol] |= bit }
        if sets.isEmpty { alwaysKeyed |= bit }
        for set in sets { needs += set.map(Int32.init) + [-1] }
        needs.append(-2)
      }
      for (symbol, rules) in Self.rulesBySymbol(phase, symbols).enumerated() {
        let start = Int32(lists.count)
        lists += rules
        if !rules.isEmpty { phases[symbol] |= bit }
        ranges.append(start..<Int32(lists.count))
      }
    }
    let count = 1 << TokenTest.count
    var phasesByTests = [UInt64](repeating: 0, count: count)
    var rangesByTests: [Range<Int32>] = []
    for phase in all.indices {
      for bits in 0..<count {
        let start = Int32(lists.count)
        for (id, test) in lexicon.tests.sorted(by: { $0.key < $1.key })
        where bits & Int(test.rawValue) != 0 {
          let range = ranges[phase * symbols.count + symbols.symbol(ofClass: id)]
          lists += lists[Int(range.lowerBound)..<Int(range.upperBound)]
        }
        let end = Int32(lists.count)
        if end > start { phasesByTests[bits] |= 1 << UInt64(phase) }
        rangesByTests.append(start..<end)
      }
    }
    (self.phases, self.phasesByTests, self.rangesByTests) = (phases, phasesByTests, rangesByTests)
    (self.keyed, self.alwaysKeyed) = (keyed, alwaysKeyed)
    (self.ranges, self.lists) = (ranges, lists)
    (self.firstNeed, self.needs, self.firstRule) = (firstNeed, needs, firstRule)
    (code, programs) = Self.code(all)
  }

  private static func code(
    _ all: [MentionPhase]
  ) -> (code: [PatternProgram.Instruction], programs: [Program]) {
    var code: [PatternProgram.Instruction] = []
    func add(_ pattern: CompiledPattern) -> Range<Int> {
      let start = code.count
      code += pattern.program.moved(by: start)
      return start..<code.count
    }
    let programs = all.flatMap(\.rules).map { rule in
      Program(
        pattern: add(rule.pattern), unlessFollowedBy: rule.unlessFollowedBy.map(add),
        unlessPrecededBy: rule.unlessPrecededBy.map(add), isRange: rule.kind == .numberRange)
    }
    return (code, programs)
  }

  /// Where a rule's instructions are.
  @inline(__always)
  func program(_ phase: Int, _ rule: Int) -> Program { programs[firstRule[phase] + rule] }

  private static func rulesBySymbol(_ phase: MentionPhase, _ symbols: PatternSymbols) -> [[Int32]] {
    var rules = [[Int32]](repeating: [], count: symbols.count)
    for (index, rule) in phase.rules.enumerated() {
      for word in rule.pattern.firstWords {
        rules[symbols.symbol(ofWord: word)].append(Int32(index))
      }
      for id in rule.pattern.firstClasses {
        rules[symbols.symbol(ofClass: id)].append(Int32(index))
      }
    }
    return rules
  }

  /// The rules of a phase that can begin with a symbol, for `rule(_:)`.
  @inline(__always)
  func rules(_ phase: Int, beginningWith symbol: Int) -> Range<Int32> {
    ranges[phase * symbols.count + symbol]
  }

  /// The rules of a phase that can begin with a token that passes some tests, a bit for each.
  @inline(__always)
  func rules(_ phase: Int, passing tests: UInt8) -> Range<Int32> {
    rangesByTests[phase * (1 << TokenTest.count) + Int(tests)]
  }

  /// The place in its phase of a listed rule.
  @inline(__always)
  func rule(_ place: Int) -> Int { Int(lists[place]) }

  /// Tells which rules of a phase find what they need in a sentence that begins at a token; false
  /// where none does.
  func activate(
    _ phase: Int, _ seen: SeenSymbols, from start: Int, _ active: inout [Bool]
  ) -> Bool {
    var isAny = false
    let last = phase + 1 < firstRule.count ? firstRule[phase + 1] : firstNeed.count
    for rule in firstRule[phase]..<last {
      let isActive = isMet(Int(firstNeed[rule]), seen, from: start)
      active[rule - firstRule[phase]] = isActive
      isAny = isAny || isActive
    }
    return isAny
  }

  /// Whether all that a rule needs stands at a token or behind it.
  @inline(__always)
  func isAhead(_ phase: Int, _ rule: Int, _ seen: SeenSymbols, of token: Int) -> Bool {
    isMet(Int(firstNeed[firstRule[phase] + rule]), seen, from: token)
  }

  @inline(__always)
  private func isMet(_ start: Int, _ seen: SeenSymbols, from token: Int) -> Bool {
    var isFound = false
    var place = start
    while true {
      let symbol = Int(needs[place])
      if symbol >= 0 {
        if !isFound { isFound = seen.contains(symbol, from: token) }
      } else {
        if symbol == -2 { return true }
        if !isFound { return false }
        isFound = false
      }
      place += 1
    }
  }
}
