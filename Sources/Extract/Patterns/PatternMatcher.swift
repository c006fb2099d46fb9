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
/// A match takes at most as many steps as the pattern has instructions times the tokens of the
/// sentence: after `freeSteps` each pair of the two is tried once, which loses nothing, since what
/// follows from it does not depend on the way there. One matcher is used again for all matches of
/// a text, so that matching allocates nothing.
struct PatternMatcher {
  /// A way that is still to be tried.
  private struct Branch {
    var instruction: Int
    var position: Int
    var trailCount: Int
    /// Where the instruction is an item: the next item to try.
    var item: Int
  }

  /// A named part; `end` is negative for the mark of a group that has begun.
  struct Part {
    var name: Int32
    var start: Int32
    var end: Int32
    var item: Int32
  }

  private let code: [PatternProgram.Instruction]
  private let text: TokenizedText
  /// What was found so far; patterns see it as it is when they are matched.
  var chart: Chart
  private var branches: [Branch] = []
  private var trail: [Part] = []
  private var best: [Part] = []
  /// The parts of the match that was kept.
  var kept: [Part] = []
  private var visited: [Bool] = []

  /// Steps before the matcher begins to remember where it has been.
  private static let freeSteps = 200

  /// - Parameter code: The instructions of all programs, one behind the other.
  init(_ code: [PatternProgram.Instruction], _ text: TokenizedText) {
    self.code = code
    self.text = text
    chart = Chart(tokenCount: text.tokens.count)
  }

  /// The end of the longest match; nil where there is none.
  ///
  /// - Parameters:
  ///   - program: Its instructions' places.
  ///   - limit: Matches do not reach beyond this token.
  mutating func match(_ program: Range<Int>, at start: Int, limit: Int) -> Int? {
    branches.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    visited.removeAll(keepingCapacity: true)
    var bestEnd = start
    var steps = 0
    var instruction = program.lowerBound
    var position = start
    var resumed = -1
    let width = limit - start + 1
    while true {
      steps += 1
      if steps >= Self.freeSteps, resumed < 0 {
        if visited.isEmpty {
          visited.append(
            contentsOf: repeatElement(false, count: program.count * width))
        }
        let pair = (instruction - program.lowerBound) * width + position - start
        if visited[pair] {
          guard let branch = branches.popLast() else { break }
          resume(branch, &instruction, &position, &resumed)
          continue
        }
        visited[pair] = true
      }
      var isAlive = true
      switch code[instruction] {
      case .word(let lexeme):
        isAlive = position < limit && text.tokens[position].lexeme == lexeme
        position += 1
        instruction += 1
      case .item(let id, let name):
        var number = resumed >= 0 ? resumed : position < limit ? chart.firstItem(at: position) : -1
        resumed = -1
        while number >= 0, chart.lexicalClass(number) != id || chart.end(number) > limit {
          number = chart.item(after: number)
        }
        isAlive = number >= 0
        if isAlive {
          let next = chart.item(after: number)
          if next >= 0 {
            branches.append(
              Branch(
                instruction: instruction, position: position, trailCount: trail.count, item: next))
          }
          if name >= 0 {
            trail.append(
              Part(
                name: name, start: Int32(position), end: Int32(chart.end(number)),
                item: Int32(number)))
          }
          position = chart.end(number)
          instruction += 1
        }
      case .test(let test, let name):
        isAlive = position < limit && chart.holds(test, at: position)
        if isAlive, name >= 0 {
          trail.append(
            Part(name: name, start: Int32(position), end: Int32(position + 1), item: -1))
        }
        position += 1
        instruction += 1
      case .any:
        isAlive = position < limit
        position += 1
        instruction += 1
      case .split(let one, let other):
        branches.append(
          Branch(instruction: other, position: position, trailCount: trail.count, item: -1))
        instruction = one
      case .jump(let place): instruction = place
      case .open(let name):
        trail.append(Part(name: name, start: Int32(position), end: -1, item: -1))
        instruction += 1
      case .close(let name):
        let open = trail.last(where: { $0.name == name && $0.end < 0 })
        let begun: Int32 = open?.start ?? Int32(position)
        trail.append(Part(name: name, start: begun, end: Int32(position), item: -1))
        instruction += 1
      case .match:
        if position > bestEnd {
          bestEnd = position
          best.removeAll(keepingCapacity: true)
          best += trail
        }
        isAlive = false
      }
      if !isAlive {
        guard let branch = branches.popLast() else { break }
        resume(branch, &instruction, &position, &resumed)
      }
    }
    return bestEnd > start ? bestEnd : nil
  }

  private mutating func resume(
    _ branch: Branch, _ instruction: inout Int, _ position: inout Int, _ resumed: inout Int
  ) {
    instruction = branch.instruction
    position = branch.position
    resumed = branch.item
    trail.removeLast(trail.count - branch.trailCount)
  }

  /// Keeps the parts of the last match until the next is kept.
  mutating func keep() { swap(&best, &kept) }

  /// The named parts of the match that was kept, groups behind what stands in them.
  func captures() -> [PatternMatch.Captured] {
    kept.filter { $0.end >= 0 }.map { part in
      PatternMatch.Captured(
        name: Int(part.name), range: Int(part.start)..<Int(part.end),
        item: part.item < 0 ? nil : chart[Int(part.item)])
    }
  }
}
