internal import Records

/// Where those who were freed went from there.
extension FrameReader {
  /// "They were driven to Lithuania", "The group arrived in Vilnius": the goal of people told before; the clause
  /// itself names none.
  func goalOfFreed(_ candidate: EventCandidate, _ rule: FrameRule, _ verb: Int) -> EventCandidate? {
    guard rule.frame == .movement, candidate.modality == .completed,
      phrases[verb]?.voice == .passive || rule.intransitive == .people,
      let words = rules.lexicon.classID("those-freed"),
      let start = tree.clauses[tree.owner[verb]].headStart,
      let subject = tree.own(tree.owner[verb]).last(where: {
        $0 < start && isPhrase(chunks[$0].range.lowerBound, words)
      }),
      let goal = candidate.arguments(.to).first, candidate.arguments(.to).count == 1,
      !candidate.arguments.contains(where: { [.people, .from, .agent, .part].contains($0.role) })
    else { return nil }
    var onward = candidate
    onward.frame = .about
    onward.arguments = Self.ordered([goal, finder.argument(.reference, subject, value: "they")])
    return onward
  }

  /// "have been pardoned and released since July 2024": two verbs that tell one move of the same people; the
  /// second may tell when and where to.
  func withTwinVerbs(_ candidates: [EventCandidate]) -> [EventCandidate] {
    var result = candidates
    for (later, second) in candidates.enumerated().reversed() where second.frame == .movement {
      guard let first = candidates[..<later].lastIndex(where: { isTwin($0, second) }) else {
        continue
      }
      let told = Set(result[first].arguments.map(\.role))
      result[first].arguments = Self.ordered(
        result[first].arguments
          + second.arguments.filter { !told.contains($0.role) || $0.role == .period })
      result.remove(at: later)
    }
    return result
  }

  private func isTwin(_ first: EventCandidate, _ second: EventCandidate) -> Bool {
    let people = first.arguments(.people).compactMap(\.mention)
    return first.frame == .movement && first.modality == second.modality && !people.isEmpty
      && people == second.arguments(.people).compactMap(\.mention)
      && first.arguments(.date).isEmpty && first.arguments(.to).isEmpty
      && [.from, .agent, .counter].allSatisfy { role in
        second.arguments(role).isEmpty || second.arguments(role) == first.arguments(role)
      }
      && areCoordinated(first.trigger, second.trigger)
  }

  /// Whether nothing but "and" stands between two verbs.
  private func areCoordinated(_ first: TextSpan, _ second: TextSpan) -> Bool {
    let between = chunks.filter { chunk in
      let place = finder.span(chunk.range)
      return place.start >= first.end && place.end <= second.start
    }
    return between.count <= 2 && between.first?.kind == .conjunction
      && between.dropFirst().allSatisfy { $0.kind == .adverb }
  }
}
