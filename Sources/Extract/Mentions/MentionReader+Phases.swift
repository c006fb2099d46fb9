internal import Records

/// Runs the rules of a phase over a sentence.
extension MentionReader {
  /// Whether any rule of a phase finds what it needs in the sentence at hand.
  mutating func canRun(_ phase: Int, _ sentence: Range<Int>) -> Bool {
    startsHere & keyedHere & 1 << UInt64(phase) != 0
      && rules.index.activate(phase, seen, from: sentence.lowerBound, &active)
  }

  /// At each token the longest match of all rules wins, the earlier rule among equals; what it covers
  /// is not matched again in this phase.
  mutating func run(_ phase: Int, _ sentence: Range<Int>) {
    let bit: UInt64 = 1 << UInt64(phase)
    var index = sentence.lowerBound
    let countsPeople = rules.phases[phase].rules.first?.kind == .people
    while index < sentence.upperBound {
      guard starts[index] & bit != 0, !isInsideVerb(index), !countsPeople || !insideDate[index],
        let (number, match) = best(phase, at: index, before: sentence.upperBound)
      else {
        index += 1
        continue
      }
      let rule = rules.phases[phase].rules[number]
      let made = maker.mentions(rule, index, match, mentions)
      // What stands before the span is context ("in May"); it must not hide a longer match behind it.
      if let start = made.first?.range.lowerBound, start > index,
        let rival = best(phase, at: start, before: sentence.upperBound), rival.match.end > match.end
      {
        index = start
        continue
      }
      for found in made { add(found, rule, sentence) }
      index = match.end
    }
  }

  /// The "over" of "hand over" bounds no number.
  private func isInsideVerb(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    var item = matcher.chart.firstItem(at: index - 1)
    while item >= 0 {
      if matcher.chart.lexicalClass(item) == rules.builtIn.verb, matcher.chart.end(item) > index {
        return true
      }
      item = matcher.chart.item(after: item)
    }
    return false
  }

  /// The rule with the longest match at a token, the earlier among equals, and the match.
  private mutating func best(
    _ phase: Int, at index: Int, before limit: Int
  ) -> (rule: Int, match: PatternMatch)? {
    visit += 1
    var best = (rule: -1, end: index)
    let symbol = rules.index.symbols.symbol(ofWord: text.tokens[index].lexeme)
    if symbol != 0 {
      tryRules(rules.index.rules(phase, beginningWith: symbol), phase, index, limit, &best)
    }
    var item = matcher.chart.firstItem(at: index)
    while item >= 0 {
      let id = rules.index.symbols.symbol(ofClass: matcher.chart.lexicalClass(item))
      tryRules(rules.index.rules(phase, beginningWith: id), phase, index, limit, &best)
      item = matcher.chart.item(after: item)
    }
    let tests = matcher.chart.tests(at: index)
    tryRules(rules.index.rules(phase, passing: tests), phase, index, limit, &best)
    guard best.rule >= 0 else { return nil }
    return (best.rule, PatternMatch(end: best.end, captures: matcher.captures()))
  }

  /// Tries listed rules, each once a visit.
  private mutating func tryRules(
    _ listed: Range<Int32>, _ phase: Int, _ index: Int, _ limit: Int,
    _ best: inout (rule: Int, end: Int)
  ) {
    for place in Int(listed.lowerBound)..<Int(listed.upperBound) {
      let rule = rules.index.rule(place)
      guard active[rule], tried[rule] != visit, rules.index.isAhead(phase, rule, seen, of: index)
      else { continue }
      tried[rule] = visit
      let program = rules.index.program(phase, rule)
      guard let end = matcher.match(program.pattern, at: index, limit: limit),
        end > best.end || end == best.end && rule < best.rule,
        isAllowed(program, phase, rule, index..<end, limit)
      else { continue }
      best = (rule, end)
    }
  }

  /// Keeps the last match if nothing forbids it.
  private mutating func isAllowed(
    _ program: PhaseIndex.Program, _ phase: Int, _ rule: Int, _ range: Range<Int>, _ limit: Int
  ) -> Bool {
    let isGuarded = program.unlessFollowedBy != nil || program.unlessPrecededBy != nil
    guard isGuarded || program.isRange else {
      matcher.keep()
      return true
    }
    // Guards are matched too, which overwrites the last match; the one kept before stays for longer.
    let before = matcher.kept
    matcher.keep()
    let own = matcher.kept
    let isFree = !isGuarded || self.isFree(program, range, limit)
    if !isFree
      || program.isRange
        && !isRange(rules.phases[phase].rules[rule], range, matcher.captures())
    {
      matcher.kept = before
      return false
    }
    matcher.kept = own
    return true
  }

  /// Whether the low end is below the high one: "more than 40 and less than 10" are two.
  private func isRange(
    _ rule: MentionRule, _ range: Range<Int>, _ captures: [PatternMatch.Captured]
  ) -> Bool {
    let match = PatternMatch(end: range.upperBound, captures: captures)
    return maker.mentions(rule, range.lowerBound, match, mentions).allSatisfy {
      $0.mention.value.flatMap { NumberRange($0) } != nil
    }
  }

  /// Whether nothing stands beside a match that its rule forbids.
  private mutating func isFree(
    _ program: PhaseIndex.Program, _ range: Range<Int>, _ limit: Int
  ) -> Bool {
    if let guarded = program.unlessFollowedBy, range.upperBound < limit,
      matcher.match(guarded, at: range.upperBound, limit: limit) != nil
    {
      return false
    }
    guard let guarded = program.unlessPrecededBy else { return true }
    return !(max(0, range.lowerBound - Self.reach)..<range.lowerBound).contains { start in
      matcher.match(guarded, at: start, limit: range.lowerBound)
        == range.lowerBound
    }
  }

  /// How many tokens back a guard looks.
  private static let reach = 4
}
