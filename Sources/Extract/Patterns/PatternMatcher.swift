/// Where a pattern matched and what its names stand for.
struct PatternMatch: Hashable {
  struct Captured: Hashable {
    var name: Int
    var range: Range<Int>
    /// The item, where the name stands for a class.
    var item: ChartItem?
  }

  var end: Int
  var captures: [Captured]

  func first(_ name: Int?) -> Captured? { captures.first { $0.name == name } }
}

/// Matches patterns against a chart: the longest way to match wins, then the earlier branch.
///
/// Backtracking is bounded: gaps and repeats have limits, and a match may take at most `stepLimit`
/// steps, after which it counts as none; a hostile text can slow nothing down.
struct PatternMatcher {
  let text: TokenizedText
  let chart: Chart
  /// Matches do not reach beyond this token.
  let limit: Int

  static let stepLimit = 4000

  func match(_ compiled: CompiledPattern, at start: Int) -> PatternMatch? {
    var best: PatternMatch?
    var steps = 0
    walk([compiled.pattern][...], start, [], &steps) { end, captures in
      if end > best?.end ?? start { best = PatternMatch(end: end, captures: captures) }
    }
    return best
  }

  /// Tries all ways to match the parts in order and calls `found` at the end of each.
  private func walk(
    _ parts: ArraySlice<Pattern>, _ position: Int, _ captures: [PatternMatch.Captured],
    _ steps: inout Int, _ found: (Int, [PatternMatch.Captured]) -> Void
  ) {
    steps += 1
    guard steps < Self.stepLimit else { return }
    guard let part = parts.first else { return found(position, captures) }
    let rest = parts.dropFirst()
    switch part {
    case .word(let lexeme):
      if position < limit, text.tokens[position].lexeme == lexeme {
        walk(rest, position + 1, captures, &steps, found)
      }
    case .lexicalClass(let id):
      guard position < limit else { return }
      for item in chart.items[position] where item.lexicalClass == id && item.end <= limit {
        walk(rest, item.end, captures, &steps, found)
      }
    case .sequence(let inner): walk(inner[...] + rest, position, captures, &steps, found)
    case .choice(let branches):
      for branch in branches { walk([branch][...] + rest, position, captures, &steps, found) }
    case .optional(let inner):
      walk([inner][...] + rest, position, captures, &steps, found)
      walk(rest, position, captures, &steps, found)
    case .repeated(let inner, let minimum):
      let again = Pattern.repeated(inner, minimum: max(0, minimum - 1))
      walk([inner, again][...] + rest, position, captures, &steps, found)
      if minimum == 0 { walk(rest, position, captures, &steps, found) }
    case .gap(let low, let high):
      for length in low...high where position + length <= limit {
        walk(rest, position + length, captures, &steps, found)
      }
    case .capture(let name, let inner):
      if case .lexicalClass(let id) = inner {
        guard position < limit else { return }
        for item in chart.items[position] where item.lexicalClass == id && item.end <= limit {
          let captured = PatternMatch.Captured(name: name, range: item.range, item: item)
          walk(rest, item.end, captures + [captured], &steps, found)
        }
      } else {
        var innerSteps = steps
        var ends: [(Int, [PatternMatch.Captured])] = []
        walk([inner][...], position, captures, &innerSteps) { ends.append(($0, $1)) }
        steps = innerSteps
        for (end, inside) in ends {
          let captured = PatternMatch.Captured(name: name, range: position..<end, item: nil)
          walk(rest, end, inside + [captured], &steps, found)
        }
      }
    }
  }
}
