internal import Records

/// Swaps of the living and of the dead that one verb tells.
extension DraftReader {
  /// "agreed to exchange 1,000 prisoners each and the bodies of 6,000 soldiers": the bodies are handed over
  /// apart from the swap, so that the candidate becomes two.
  func livingAndDead(_ candidate: EventCandidate) -> [EventCandidate] {
    let people = candidate.arguments(.people)
    let dead = people.filter(isDead)
    guard
      candidate.frame == .swap
        || candidate.frame == .movement && !candidate.arguments(.each).isEmpty,
      candidate.arguments(.counter).isEmpty,
      let first = dead.first, people.contains(where: { isCountedAlive($0) })
    else { return [candidate] }
    var living = candidate
    living.arguments.removeAll { dead.contains($0) }
    var bodies = candidate
    // "prisoners each and the bodies": what stands before the bodies counts the others.
    bodies.arguments.removeAll { argument in
      [.each, .equal].contains(argument.role) && argument.span.end <= first.span.start
        && people.contains { $0.span.end <= argument.span.start }
        || [.people, .ordinal, .part].contains(argument.role) && !dead.contains(argument)
    }
    return [living, bodies]
  }

  private func isDead(_ people: EventCandidate.Argument) -> Bool {
    context.mention(people)?.category == .remains || people.value == Category.remains.rawValue
  }

  private func isCountedAlive(_ people: EventCandidate.Argument) -> Bool {
    !isDead(people) && context.count(people) != nil
  }
}
