internal import Records

/// Which way people go: from whom to whom, by the words, by whose they are, and by who holds whom.
extension TransferReader {
  func way(
    _ people: Mention, _ candidate: EventCandidate, _ conflict: Conflict?, isSum: Bool
  ) -> (way: Conflict.Way, isAssumed: Bool) {
    var from = party(candidate, .from, of: people)
    var to = party(candidate, .to, of: people)
    // "brings the number of Ukrainians returned to 3,201": the words before the number tell whose.
    let named = candidate.arguments(.people).compactMap(context.mention).first {
      $0.count == nil && $0.party != nil
    }
    var own = own(people, conflict) ?? (people.category == nil ? named?.party : nil)
    // "an exchange of 84 captives from the Ukrainian side and 84 from the Russian side": whose they are.
    if candidate.frame == .swap, own == nil, let home = from,
      candidate.arguments(.people).count > 1,
      Set(candidate.arguments(.from).compactMap(context.party)).count > 1
    {
      (own, from) = (home, conflict?.holder(of: home))
    }
    if let split = holderAndHome(candidate, conflict) {
      (from, own) = (split.holder, own ?? split.home)
    }
    let other = foreignCounter(own, candidate)
    if own == from, own != nil, conflict?.holder(of: own) != own {
      // "Russia holds 8,000 of their soldiers", but "residents from Russia's Kursk Region".
      let isSubject = candidate.arguments(.from).contains { $0.span.end <= candidate.trigger.start }
      let isPronoun = candidate.arguments(.reference).contains { $0.value == "own" }
      if isSubject, candidate.frame == .movement, !isPronoun, to == nil, people.party == from {
        // "Ukraine freed 95 Ukrainian soldiers": it got them free.
        from = nil
        to = own
      } else if isSubject {
        own = nil
      } else {
        from = nil
      }
    }
    // "Two Americans are still being held by Russian forces": whose they are is told.
    if candidate.frame == .hold, let from, let party = people.party, party != from {
      return (Conflict.Way(from: from, to: party), false)
    }
    if let known = own, conflict?.holder(of: known) == nil, other == nil { own = nil }
    if let other, from == nil { from = other }
    if let agent = party(candidate, .agent) {
      // "Ukraine has returned 712 people since January": its own, where no words tell another goal.
      let isHome =
        own == nil && from == nil && to == nil && agent == context.home && tellsPeriod(candidate)
      if own == agent || own == nil && from != nil && from != agent || isHome {
        to = to ?? agent
      } else {
        from = from ?? agent
      }
    }
    // "Ukraine freed 215 soldiers in exchange for 55 Russians": who gives Russians gets its own.
    if let giver = from, to == nil, own == nil, candidate.frame == .movement,
      let holder = conflict?.holder(of: giver), holder != giver,
      candidate.arguments(.counter).contains(where: { context.mention($0)?.party == holder })
    {
      (from, to) = (holder, giver)
    }
    if from == nil, to == nil, let own { to = own }
    // "Ukraine and Russia free 95 prisoners": both give, so none is told.
    if from == to, conflict?.holder(of: to) != to { (from, to) = (nil, own) }
    if candidate.frame == .swap, own == nil, from == nil, to == nil {
      // A number without a side counts both directions together.
      if isSum { return (Conflict.Way(), false) }
      return (Conflict.Way(from: conflict?.holder(of: context.home), to: context.home), true)
    }
    // "Both sides agreed to the return of 12,000 bodies"
    if from == nil, to == nil, own == nil, candidate.frame == .movement,
      candidate.arguments(.each).isEmpty, candidate.arguments(.equal).isEmpty,
      [EventCandidate.Role.side, .agent].contains(where: { role in
        Set(candidate.arguments(role).compactMap(context.party)).count > 1
      })
    {
      return (Conflict.Way(), false)
    }
    // "704 people were flown between five cities"
    if from == nil, to == nil, own == nil,
      candidate.arguments(.reference).contains(where: { $0.value == "to-and-fro" })
    {
      return (Conflict.Way(), false)
    }
    // "Ukrainian authorities said 230 people came home"
    if from == nil, to == nil, !isReply(candidate),
      let speaker = party(candidate, .speaker), conflict?.contains(speaker) == true,
      // "185 Ukrainian soldiers and 20 civilians came home, Moscow said"
      !candidate.arguments(.people).contains(where: { argument in
        context.mention(argument)?.party.map { $0 != speaker } ?? false
      })
    {
      to = conflict?.receiver(speaker)
    }
    // "he gave up Viktor Bout to Russia": who held one person is not told by where that one went.
    if from == nil, people.kind == .person, let goal = to, own ?? goal == goal,
      conflict?.contains(goal) == false
    {
      return (Conflict.Way(to: goal), true)
    }
    let isAssumed = from == nil && to == nil
    // "80 jailed opposition supporters are to be freed": by the state that holds those of the article.
    if isAssumed, candidate.frame == .movement, own == nil, self.isAtHome(people.span),
      candidate.arguments(.counter).isEmpty
    {
      return (Conflict.Way(from: conflict?.holder(of: context.home)), true)
    }
    if isAssumed { to = context.home }
    // "In return, 90 prisoners were handed over": the other way.
    if isAssumed, isReply(candidate), let home = context.home {
      to = conflict?.reverse(Conflict.Way(from: conflict?.holder(of: home), to: home)).to ?? to
    }
    // "Houthi prisoners were flown to Sanaa": nobody's people come home to who holds them.
    if let known = own, from == nil, to != known, conflict?.holder(of: known) == to { to = known }
    if to == nil, own != from { to = own }
    if from == nil { from = conflict?.holder(of: to) }
    // "At that time 52 were let go and taken to Lithuania": by the state that jails its own
    if from == nil, let conflict, conflict.holdsItsOwn, candidate.frame == .movement {
      from = conflict.first
    }
    // "Venezuela freed 80 political prisoners": its own, in an article about a swap with others
    let isAtHome = candidate.frame == .movement && own == nil && isAtHome(people.span)
    if to == nil, own == nil, areOfSeveralStates(candidate, but: from) {
      return (Conflict.Way(from: from.map { conflict?.giver($0) ?? $0 }), isAssumed)
    }
    if to == nil, !isAtHome || candidate.arguments(.counter).isEmpty == false {
      to = conflict?.receiver(from: from)
    }
    if let conflict {
      from = from.map(conflict.giver)
      to = to.map(conflict.receiver)
    }
    // "244 are held for political reasons in Venezuela": who is jailed at home is not told to be anybody else's.
    if candidate.frame == .hold, own == nil, people.category != .military,
      self.isAtHome(candidate.sentence)
    {
      to = nil
    }
    // Belarus lets its own people go; where to is not told by that.
    if from == to { to = nil }
    return (Conflict.Way(from: from, to: to), isAssumed)
  }

  /// "freed 16 people, three of them Americans and five Germans": no one state gets them all.
  private func areOfSeveralStates(_ candidate: EventCandidate, but giver: String?) -> Bool {
    guard candidate.frame == .movement else { return false }
    let homes = Set(candidate.arguments(.part).compactMap { context.mention($0)?.party })
    return homes.subtracting([giver].compactMap { $0 }).count > 1
  }

  /// "The Houthis freed 290 detainees from the government side": who comes first holds those of the other.
  func holderAndHome(
    _ candidate: EventCandidate, _ conflict: Conflict?
  ) -> (holder: String, home: String)? {
    let origins = candidate.arguments(.from)
    let subjects = candidate.arguments(.agent) + origins
    guard let conflict, candidate.frame == .movement,
      let subject = subjects.first(where: { $0.span.end <= candidate.trigger.start }),
      // "Kyiv freed 30 soldiers from Russian captivity" names who held them.
      let behind = origins.first(where: {
        $0.span.start >= candidate.trigger.end && $0.mention == nil
      }),
      let holder = context.party(subject), let home = context.party(behind), holder != home,
      conflict.holder(of: home) == conflict.giver(holder)
    else { return nil }
    return (holder, home)
  }

  /// "since 24 February 2022", "in all": the people are counted over a time.
  func tellsPeriod(_ candidate: EventCandidate) -> Bool {
    !candidate.arguments(.period).isEmpty
      || candidate.arguments(.date).contains { argument in
        argument.value == "since"
          || context.mention(argument)?.value.flatMap { DateExpression($0) }
            .map(DraftReader.isPeriod) ?? false
      }
  }

  /// Whether people are told to go the other way than those before.
  private func isReply(_ candidate: EventCandidate) -> Bool {
    candidate.arguments(.reply).contains { $0.value != "beside" }
  }

  func isAtHome(_ people: TextSpan) -> Bool {
    context.words(people).contains(where: context.rules.atHome.contains)
  }

  /// "five Americans were swapped for five Iranians": where both groups' own parties are told, they are
  /// the two sides.
  func foreignCounter(_ own: String?, _ candidate: EventCandidate) -> String? {
    guard candidate.frame == .swap, let own, context.conflict?.contains(own) != true else {
      return nil
    }
    let parties = candidate.arguments(.counter).compactMap { context.mention($0)?.party }
    return parties.first { $0 != own }
  }
}
