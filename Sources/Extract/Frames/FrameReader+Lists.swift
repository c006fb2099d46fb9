internal import Records

/// Numbers that share a trigger with others: "Kyiv received 50 and Moscow 60", "earlier releases: 14 people
/// in June and 52 on September 11".
extension FrameReader {
  /// "The government is to receive 1,200 of its people and the Houthis 1,700 of theirs": the second actor
  /// does with the second number what the first does with the first.
  func gappedActor(_ candidate: EventCandidate, _ rule: FrameRule, _ verb: Int) -> [EventCandidate]
  {
    guard let role = rule.subject, role != .people, rule.object == .people,
      phrases[verb]?.voice == .active, !candidate.arguments(.people).isEmpty
    else { return [] }
    let own = tree.own(tree.owner[verb]).filter { $0 > verb }
    guard
      let actor = own.first(where: {
        isActor($0) && chunks[$0 - 1].kind == .conjunction
          && finder.preposition(of: $0, in: chunks.indices) == nil
      }),
      let people = own.first(where: { $0 > actor && $0 - actor <= 2 }),
      chunks[people].kind == .people || chunks[people].kind == .number && finder.isElliptic(people),
      isCounted(people)
    else { return [] }
    var second = candidate
    let dropped: Set<EventCandidate.Role> = [.people, .from, .to, .agent, .counter, .part, .each]
    second.arguments = Self.ordered(
      candidate.arguments.filter { !dropped.contains($0.role) }
        + [
          finder.argument(role, actor), finder.argument(.people, people, value: inherited(people)),
        ])
    return [second]
  }

  /// "1,003 bodies were brought to Ukraine and 26 to Russia": the second number goes to the second party.
  func gappedDestination(_ candidate: EventCandidate, _ verb: Int) -> [EventCandidate] {
    guard let (people, party) = destination(behind: verb), !candidate.arguments(.people).isEmpty
    else {
      return []
    }
    var second = candidate
    let dropped: Set<EventCandidate.Role> = [.people, .from, .to, .agent, .counter, .part, .each]
    second.arguments = Self.ordered(
      candidate.arguments.filter { !dropped.contains($0.role) }
        + [
          finder.argument(.people, people, value: inherited(people)), finder.argument(.to, party),
        ])
    return [second]
  }

  /// A candidate without what belongs to a second number and party.
  func withoutGap(_ candidate: EventCandidate, _ verb: Int) -> EventCandidate {
    guard let (people, party) = destination(behind: verb) else { return candidate }
    let gap = Set([people, party].compactMap { chunks[$0].mention })
    var result = candidate
    result.arguments.removeAll { $0.mention.map(gap.contains) ?? false }
    return result
  }

  /// The number and the party of "and 26 to Russia".
  private func destination(behind verb: Int) -> (people: Int, party: Int)? {
    let own = tree.own(tree.owner[verb]).filter { $0 > verb }
    for index in own
    where chunks[index].kind == .number && isCounted(index) && index > 0
      && chunks[index - 1].kind == .conjunction && index + 2 < chunks.count
      && chunks[index + 1].kind == .preposition && chunks[index + 1].value == "to"
    {
      if let party = (index + 2..<min(index + 4, chunks.count)).first(where: {
        chunks[$0].kind == .party
      }) {
        return (index, party)
      }
    }
    return nil
  }

  /// "It was the 52nd of the war": the running number of what was spoken of last.
  func runningNumbers(_ sentence: Range<Int>) -> [EventCandidate] {
    tree.clauses.indices.compactMap { clause in
      let own = tree.own(clause)
      guard let head = tree.clauses[clause].head, chunks[head].kind == .aux,
        let pronoun = own.first(where: { $0 < head && chunks[$0].kind == .pronoun }),
        !own.contains(where: { $0 < head && isCountOfPeople($0) }),
        let ordinal = own.first(where: { $0 > head && chunks[$0].kind == .ordinal }),
        ordinal - head <= 3, !isQualified(ordinal), !own.contains(where: triggers.contains)
      else { return nil }
      return EventCandidate(
        rule: "running-number", frame: .about, modality: .completed,
        trigger: finder.span(chunks[head].range), sentence: finder.span(sentence),
        arguments: Self.ordered([
          finder.argument(.reference, pronoun), finder.argument(.ordinal, ordinal),
        ]))
    }
  }

  /// Numbers with a date each in a verbless list behind a noun: "earlier releases were smaller: 14 people in
  /// June and 52 on September 11".
  func listed(_ candidates: [EventCandidate], _ sentence: Range<Int>) -> [EventCandidate] {
    guard
      let clause = tree.clauses.indices.first(where: { number in
        let told = tree.clauses[number]
        return told.head == nil && told.kind == .main && chunks[told.start].kind == .stop
      }),
      let noun = chunks.indices.last(where: { index in
        guard index < tree.clauses[clause].start, let rule = nounRule(at: index) else {
          return false
        }
        return rule.frame == .movement || rule.frame == .swap
      }),
      let rule = nounRule(at: noun)
    else { return [] }
    let taken = Set(candidates.flatMap(\.arguments).compactMap(\.mention))
    let own = tree.own(clause)
    return own.compactMap { people in
      guard
        chunks[people].kind == .people
          || chunks[people].kind == .number && finder.isElliptic(people),
        isCounted(people), let mention = chunks[people].mention, !taken.contains(mention),
        let date = own.first(where: { $0 > people && $0 - people <= 3 && chunks[$0].kind == .date })
      else { return nil }
      return EventCandidate(
        rule: rule.name, frame: rule.frame, modality: .completed,
        trigger: finder.span(chunks[people].range), sentence: finder.span(sentence),
        arguments: [finder.argument(.people, people), finder.argument(.date, date)])
    }
  }
}
