internal import Records

/// Nouns that evoke a frame, with the people, sides and mediators told around them.
extension FrameReader {
  func nounCandidate(_ rule: FrameRule, _ index: Int, _ sentence: Range<Int>)
    -> EventCandidate
  {
    let region = region(of: index)
    var arguments: [EventCandidate.Argument] = []
    if let before = finder.governor(of: index), before.kind == .ratio,
      let place = chunks.firstIndex(of: before)
    {
      arguments += ratio(in: max(0, place - 5)..<place + 1)
    }
    if let role = rule.intransitive {
      var actors = subject(of: tree.owner[index])
      if !actors.contains(where: isCounted) {
        let near = (max(0, index - 5)..<index).last { chunks[$0].kind == .people && isCounted($0) }
        // "58 prisoners and 199 fishermen in Pakistani jails"
        if let near { actors = joinedNouns(to: near) }
      }
      for place in actors
      where chunks[place].kind == .people || chunks[place].kind == .part
        || chunks[place].kind == .number
      {
        let isPart = chunks[place].kind == .part && rule.frame == .hold
        arguments.append(
          finder.argument(isPart ? .part : role, place, value: inherited(place)))
      }
      if let before = finder.governor(of: index), let subject = rule.subject, index > 0,
        chunks[index - 1].kind == .nation, before.kind == .preposition
      {
        arguments.append(finder.argument(subject, index - 1))
      }
    }
    arguments += prepositional(rule, trigger: index, region: region, taken: [])
    arguments += ownHands(rule, index)
    // "an exchange of 84 captives from the Ukrainian side and 84 from the Russian side": one alone tells nothing.
    if rule.frame == .swap, arguments.filter({ $0.role == .from }).count == 1 {
      arguments.removeAll { $0.role == .from }
    }
    if rule.frame == .swap { arguments += countedEach(before: index) }
    if rule.frame == .swap, !arguments.contains(where: { $0.role == .people && isCounted($0) }) {
      arguments += modifierPeople(of: index)
    }
    if rule.frame == .swap || rule.frame == .movement,
      !arguments.contains(where: { $0.role == .people && isCounted($0) })
    {
      arguments += involved(in: index)
    }
    if rule.frame == .swap || rule.frame == .movement,
      !arguments.contains(where: { $0.role == .people && isCounted($0) })
    {
      arguments += ratio(in: rule.frame == .swap ? chunks.indices : index..<chunks.count)
    }
    // "the release of 307 on Saturday and 390 on Friday"
    if arguments.contains(where: { $0.role == .people && isCounted($0) }) {
      arguments += tree.own(tree.owner[index]).filter { number in
        number > index && isDatedNumber(number) && isCounted(number)
          && chunks[number - 1].kind == .conjunction
      }.map { finder.argument(.people, $0, value: inherited($0)) }
    }
    arguments = withEachCount(arguments, rule, after: index)
    if rule.subject == .mediator, !arguments.contains(where: { $0.role == .mediator }) {
      let named = mediatorsNamed(behind: index)
      arguments += named.isEmpty ? mediators(before: index, in: region) : named
    }
    let modality = nounModality(rule, index, region)
    let isWhole =
      rule.frame != .talks && isWholeOfStage(index, isToCome: modality == .planned)
    let isBesideVerb = isTriggered(tree.owner[index])
    let deal = rule.frame == .talks ? [] : whereAgreed(index)
    arguments += circumstances(trigger: index, region: region).filter { argument in
      if [.date, .place].contains(argument.role), isAmong(deal, argument) { return false }
      if argument.role == .date, isDayOfLastStage(argument, index, arguments) { return false }
      // "the second stage of the exchange took place on Friday" dates the stage.
      if isWhole || isNegotiated(index) || isTopic(index), [.date, .place].contains(argument.role) {
        return false
      }
      // "175 of them were freed in the swap": the verb has the part.
      return !isBesideVerb || argument.role != .part
    }
    // "Repatriation measures" tell of bodies without naming them.
    if let category = rule.category, !arguments.contains(where: { $0.role == .people }) {
      arguments.append(finder.argument(.people, index, value: category.rawValue))
    }
    if isPrevious(index) {
      arguments.append(finder.argument(.reference, index, value: "previous"))
    }
    if [.swap, .movement].contains(rule.frame), let head = tree.clauses[tree.owner[index]].head,
      let phrase = phrases[head], isPerfect(phrase)
    {
      arguments.append(finder.argument(.upToNow, head))
    }
    if let talks = tree.clauses[tree.owner[index]].sharing, isOutcome(index, of: talks) {
      arguments.append(finder.argument(.reference, index, value: "outcome"))
    }
    if rule.recalls, isRecalled(index, arguments) {
      arguments.append(finder.argument(.reference, index, value: "recalled"))
    }
    if isWholeOfDays(index, arguments) {
      arguments.append(finder.argument(.reference, index, value: "lasting"))
    }
    if isWhole { arguments.append(finder.argument(.reference, index, value: "whole")) }
    // "The Russian ministry announced the return of 50 prisoners"
    if rule.frame == .movement, !isTriggered(tree.owner[index]) {
      arguments += speaker(of: tree.owner[index])
    }
    arguments += bothSides(of: index, rule, arguments)
    if let ordinal = ordinal(before: index) { arguments.append(finder.argument(.ordinal, ordinal)) }
    return EventCandidate(
      rule: rule.name, frame: rule.frame,
      modality: isWhole ? wholeModality(modality) : modality,
      trigger: finder.span(chunks[index].range), sentence: finder.span(sentence),
      arguments: Self.ordered(arguments))
  }

  /// "58 prisoners and 199 fishermen in Pakistani jails": with those that an "and" joins to some people.
  private func joinedNouns(to people: Int) -> [Int] {
    guard people > 1, chunks[people - 1].kind == .conjunction, chunks[people - 2].kind == .people,
      isCounted(people - 2)
    else { return [people] }
    return [people - 2, people]
  }

  /// The whole of a stage goes on, unless the stage was put off.
  private func wholeModality(_ stage: EventCandidate.Modality) -> EventCandidate.Modality {
    [.suspended, .rejected, .planned].contains(stage) ? stage : .ongoing
  }

  /// "an exchange of captives involving 146 Ukrainians", "a swap that saw 600 captives walk free": the
  /// people of what stands for a noun.
  private func modifierPeople(of index: Int) -> [EventCandidate.Argument] {
    let places = tree.modifiers(of: index)
      .filter { tree.clauses[$0].head.map { !triggers.contains($0) } ?? false }
      .flatMap { clause in
        tree.own(clause).filter { place in
          place > tree.clauses[clause].head ?? place && chunks[place].kind == .people
            && isCounted(place) && finder.preposition(of: place, in: chunks.indices) == nil
        }
      }
    var arguments = places.map { finder.argument(.people, $0) }
    // "involving 246 prisoners from each side"
    for place in places where place + 1 < chunks.count && chunks[place + 1].kind == .each {
      arguments.append(finder.argument(.each, place + 1))
    }
    return arguments
  }

  /// "A larger swap, in October 2020, involved 1,056": the number that the noun's own verb tells of it.
  private func involved(in index: Int) -> [EventCandidate.Argument] {
    guard let verbs = rules.lexicon.classID("content-verb"),
      let head = tree.clauses[tree.owner[index]].head, head > index,
      !triggers.contains(head),
      chunks[head].range.contains(where: { isWord($0, verbs) }) || isBeforePrice(head)
    else { return [] }
    let own = tree.own(tree.owner[index])
    guard
      let people = own.first(where: { place in
        place > head && isCounted(place)
          && (chunks[place].kind == .people
            || chunks[place].kind == .number && finder.isElliptic(place))
      }), people - head <= 3
    else { return [] }
    // "involved eight officers and 98 privates"
    let joined = own.filter { place in
      place > people && place - people <= 2 && isCounted(place) && chunks[place].kind == .people
        && chunks[place - 1].kind == .conjunction
    }
    return ([people] + joined).map { finder.argument(.people, $0, value: inherited($0)) }
  }

  /// "The first swap was ten soldiers for ten".
  private func isBeforePrice(_ head: Int) -> Bool {
    chunks[head].kind == .aux && head + 2 < chunks.count && isCounted(head + 1)
      && isCountOfPeople(head + 1) && chunks[head + 2].kind == .preposition
      && chunks[head + 2].value == "for"
  }

  /// "through negotiations outside of the swap": the swap is only what it was not.
  func isOutside(_ index: Int) -> Bool {
    chunks[max(0, index - 3)..<index].contains { $0.kind == .outside }
  }

  /// "Both Ukraine and Russia agreed to the return of 12,000 bodies": neither way is told.
  private func bothSides(
    of index: Int, _ rule: FrameRule, _ arguments: [EventCandidate.Argument]
  ) -> [EventCandidate.Argument] {
    guard rule.frame == .movement || rule.frame == .swap, !isTriggered(tree.owner[index]),
      !arguments.contains(where: { $0.role == .from || $0.role == .to || $0.role == .side })
    else { return [] }
    let sides = subject(of: tree.owner[index]).filter { chunks[$0].kind == .party }
    return sides.count > 1 ? sides.map { finder.argument(.side, $0) } : []
  }

  /// "the second stage of a 1,000-for-1,000 exchange": the noun names the whole, of which more is to come.
  ///
  /// Behind the last stage it is over, unless that is still to come.
  func isWholeOfStage(_ index: Int, isToCome: Bool) -> Bool {
    guard let stage = rules.lexicon.classID("stage-noun"),
      let last = rules.lexicon.classID("last-stage"),
      let governor = (max(0, index - 7)..<index).last(where: {
        chunks[$0].kind == .preposition && chunks[$0].value == "of"
      }), governor > 0
    else { return false }
    guard isWord(chunks[governor - 1].range.upperBound - 1, stage) else { return false }
    // "was part of the swap": somebody was in it
    if governor > 1, chunks[governor - 2].kind == .aux || chunks[governor - 2].kind == .verb {
      return false
    }
    return isToCome
      || !chunks[max(0, governor - 4)..<governor].contains { chunk in
        chunk.range.contains { isWord($0, last) }
      }
  }

  /// "the previous round", "earlier talks": others than those spoken of.
  private func isPrevious(_ index: Int) -> Bool {
    guard let previous = rules.lexicon.classID("previous") else { return false }
    return chunks[max(0, index - 2)...index].contains { chunk in
      chunk.range.contains { isWord($0, previous) }
    }
  }

  /// "The previous repatriation was held on December 19": another like what was told before, with its day alone.
  private func isRecalled(_ index: Int, _ arguments: [EventCandidate.Argument]) -> Bool {
    (isPrevious(index) || isToldToHappen(index)) && !isOfThings(index)
      && arguments.contains { $0.role == .date && $0.value == nil }
      && !arguments.contains { [.people, .counter].contains($0.role) }
  }

  /// "the transfer of funds", "the number of drones": of something that is nobody.
  func isOfThings(_ noun: Int) -> Bool {
    guard noun + 2 < chunks.count, chunks[noun + 1].kind == .preposition,
      chunks[noun + 1].value == "of"
    else { return false }
    return !chunks[(noun + 2)...].prefix(3).contains {
      [.people, .number, .nation, .party, .trigger].contains($0.kind)
    }
  }
}
