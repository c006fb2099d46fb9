internal import Records

/// Numbers that share a trigger with others: "Kyiv received 50 and Moscow 60", "earlier releases: 14 people
/// in June and 52 on September 11".
extension FrameReader {
  /// "The government is to receive 1,200 of its people and the Houthis 1,700 of theirs": the second actor
  /// does with the second number what the first does with the first.
  func gappedActor(_ candidate: EventCandidate, _ rule: FrameRule, _ verb: Int) -> [EventCandidate]
  {
    // "Kyiv was given 1,000 bodies and Russia 31"
    let isGiven =
      rule.subject == .from && phrases[verb]?.voice == .passive
      && candidate.arguments(.to).contains { $0.span.end <= candidate.trigger.start }
    guard let role = isGiven ? .to : rule.subject, role != .people, rule.object == .people,
      isGiven || phrases[verb]?.voice == .active, !candidate.arguments(.people).isEmpty
    else { return [] }
    let own = tree.own(tree.owner[verb]).filter { $0 > verb }
    guard let (place, actor) = own.lazy.compactMap(gapSubject).first,
      let people = thoseOf(place)
        ?? own.first(where: { $0 > place && $0 - place <= 2 }),
      chunks[people].kind == .people
        || chunks[people].kind == .number && (finder.isElliptic(people) || thoseOf(place) != nil),
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

  /// The second actor's last word, and who it is: "and Moscow 60", ", Moscow 60", "and Yemen's government 137",
  /// "and the government 137" behind "Yemen's government".
  func gapSubject(_ index: Int) -> (place: Int, actor: Int)? {
    guard index > 0, chunks[index - 1].kind == .conjunction || isBareGap(index) else { return nil }
    guard isActor(index) else { return ownerNamedBefore(index).map { (index + 1, $0) } }
    guard finder.preposition(of: index, in: chunks.indices) == nil else { return nil }
    let isOwner = finder.isPossessor(index) && index + 2 < chunks.count
    return (isOwner ? index + 2 : index, index)
  }

  /// "Kyiv recovered the bodies of 212 soldiers, Moscow those of 45": the number behind the pronoun.
  private func thoseOf(_ actor: Int) -> Int? {
    guard let those = rules.lexicon.classID("those-of"), actor + 2 < chunks.count,
      isPhrase(chunks[actor + 1].range.lowerBound, those)
    else { return nil }
    return (actor + 2...actor + 3).first { $0 < chunks.count && chunks[$0].kind == .number }
  }

  /// "Kyiv received 50, Moscow 60.": nothing but a number behind the actor.
  private func isBareGap(_ index: Int) -> Bool {
    if chunks[index - 1].kind == .comma, isActor(index), thoseOf(index) != nil { return true }
    guard chunks[index - 1].kind == .comma, isActor(index), index + 1 < chunks.count,
      chunks[index + 1].kind == .number, isCounted(index + 1), finder.isElliptic(index + 1)
    else { return false }
    guard index + 2 < chunks.count else { return true }
    return [.preposition, .date, .stop, .other].contains(chunks[index + 2].kind)
  }

  /// "the government", where "Yemen's government" stands before: the party that has it.
  private func ownerNamedBefore(_ index: Int) -> Int? {
    guard finder.nounMarks.contains(index), index + 1 < chunks.count,
      chunks[index + 1].kind == .other, finder.isWord(index + 1)
    else { return nil }
    let noun = text.tokens[chunks[index + 1].range.lowerBound].lexeme
    return chunks.indices.first { place in
      place + 2 < index && isActor(place) && finder.isPossessor(place)
        && chunks[place + 2].kind == .other
        && text.tokens[chunks[place + 2].range.lowerBound].lexeme == noun
    }
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
          finder.argument(.people, people, value: inherited(people) ?? sameKind(people, candidate)),
          finder.argument(.to, party),
        ])
    return [second]
  }

  /// "and those of 43 people": what the first ones are.
  private func sameKind(_ people: Int, _ candidate: EventCandidate) -> String? {
    guard isOfThose(people) else { return nil }
    return candidate.arguments(.people).first?.mention.flatMap { mentions[$0].category?.rawValue }
  }

  /// "6,465 Ukrainians were being held in Russia, against 1,348 Russians in Ukraine": the other side's, and who holds
  /// them.
  func gappedHold(_ candidate: EventCandidate, _ verb: Int) -> [EventCandidate] {
    guard candidate.frame == .hold else { return [] }
    let own = tree.own(tree.owner[verb]).filter { $0 > verb + 1 }
    let told = Set(candidate.arguments(.people).compactMap(\.mention))
    for people in own
    where [.people, .number].contains(chunks[people].kind) && isCounted(people)
      && chunks[people].mention.map({ !told.contains($0) }) ?? false
      && [.preposition, .conjunction].contains(chunks[people - 1].kind)
      && people + 2 < chunks.count && chunks[people + 1].kind == .preposition
      && ["in", "by"].contains(chunks[people + 1].value)
    {
      guard
        let holder = (people + 2..<min(people + 4, chunks.count)).first(where: {
          [.party, .nation, .groupSide].contains(chunks[$0].kind)
        })
      else { continue }
      var second = candidate
      let kept = candidate.arguments.filter { [.date, .source].contains($0.role) }
      second.arguments = Self.ordered(
        kept + [
          finder.argument(.people, people, value: inherited(people)),
          finder.argument(.from, holder),
        ])
      return [second]
    }
    return []
  }

  /// A candidate without what belongs to a second number and party.
  func withoutGap(_ candidate: EventCandidate, _ verb: Int) -> EventCandidate {
    var result = candidate
    // "Kyiv was given 1,000 bodies and Russia 31": Russia got no 1,000.
    if phrases[verb]?.voice == .passive, candidate.arguments(.to).count > 1 {
      let own = tree.own(tree.owner[verb]).filter { $0 > verb }
      if let gap = own.lazy.compactMap({ self.gapSubject($0) }).first {
        result.arguments.removeAll { $0.role == .to && $0.mention == chunks[gap.actor].mention }
      }
    }
    guard let (people, party) = destination(behind: verb) else { return result }
    let gap = Set([people, party].compactMap { chunks[$0].mention })
    result.arguments.removeAll { $0.mention.map(gap.contains) ?? false }
    return result
  }

  /// "and those of 19", "and those of 43 people": a number behind the pronoun for the same kind again, behind a conjunction.
  private func isOfThose(_ number: Int) -> Bool {
    guard let those = rules.lexicon.classID("those-of"), number > 2 else { return false }
    return chunks[number - 3].kind == .conjunction
      && isPhrase(chunks[number - 2].range.lowerBound, those)
  }

  /// The number and the party of "and 26 to Russia".
  private func destination(behind verb: Int) -> (people: Int, party: Int)? {
    let own = tree.own(tree.owner[verb]).filter { $0 > verb }
    for index in own
    where [.number, .people].contains(chunks[index].kind) && isCounted(index) && index > 0
      && (chunks[index - 1].kind == .conjunction || isOfThose(index)) && index + 2 < chunks.count
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
        let pronoun = own.first(where: {
          $0 < head
            && (chunks[$0].kind == .pronoun || chunks[$0].kind == .date && finder.isPossessor($0))
        }),
        !own.contains(where: { $0 < head && isCountOfPeople($0) }),
        let ordinal = own.first(where: { $0 > head && chunks[$0].kind == .ordinal }),
        ordinal - head <= 3, !isQualified(ordinal), !own.contains(where: triggers.contains)
      else { return nil }
      return EventCandidate(
        rule: "running-number", frame: .about, modality: .completed,
        trigger: finder.span(chunks[head].range), sentence: finder.span(sentence),
        arguments: Self.ordered(
          [finder.argument(.reference, pronoun), finder.argument(.ordinal, ordinal)]
            // "Saturday's was the fifty-seventh"
            + (chunks[pronoun].kind == .date ? [finder.argument(.date, pronoun)] : [])))
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
