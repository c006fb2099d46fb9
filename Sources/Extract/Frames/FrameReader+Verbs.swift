internal import Records

/// Verbs: who stands before and behind them, and what they share.
extension FrameReader {
  /// The rule of a verb, particles considered; of several the first.
  func verbRule(at index: Int) -> FrameRule? { verbRules(at: index).first }

  /// The rules of a verb: those whose particle stands with it, and only where there is none the others,
  /// since "took place" is no taking.
  func verbRules(at index: Int) -> [FrameRule] {
    guard let base = chunks[index].value, let listed = rules.frames.verbs[base] else { return [] }
    let told = listed.filter {
      !$0.particles.isEmpty && Triggers.hasParticle($0.particles, after: index, chunks, text)
    }
    return (told.isEmpty ? listed.filter(\.particles.isEmpty) : told).map {
      rules.frames.rules[$0.rule]
    }
  }

  func verbCandidate(_ rule: FrameRule, _ index: Int, _ sentence: Range<Int>)
    -> EventCandidate
  {
    var phrase = phrases[index] ?? VerbPhrase(start: index)
    let clause = tree.owner[index]
    let region = region(of: index)
    let left = subject(of: clause)
    // "Twenty bodies went to Ukraine and 19 to Russia": who goes has no object.
    let objects =
      rule.object == nil && rule.subject == nil || isDoneBy(index)
      ? [] : objectPeople(of: index, clause)
    var arguments: [EventCandidate.Argument] = []
    // "civilians released on Friday": a participle behind people, with no object of its own.
    let isReduced =
      chunks[index].form == .pastOrParticiple && phrase.voice == .active && objects.isEmpty
      && phrase.start == index && rule.intransitive == nil
      && !(index > 0 && chunks[index - 1].kind == .relative)
      // "Engineers recovered 30 drones": an object that is nobody.
      && !(index + 1 < chunks.count
        && (chunks[index + 1].kind == .measure
          || chunks[index + 1].kind == .other && rule.needs.contains(.to)))
      && left.contains { ArgumentFinder.peopleKinds.contains(chunks[$0].kind) }
    // "A plane with 44 Armenians landed": who lands is not landed by anybody.
    let isDone = rule.object != nil || rule.intransitive != .people
    if isReduced
      || tree.clauses[clause].kind == .participle && !phrase.isGerund && objects.isEmpty && isDone
    {
      phrase.voice = .passive
    }
    let role: EventCandidate.Role? =
      phrase.voice == .passive
      ? rule.object : objects.isEmpty ? rule.intransitive ?? rule.subject : rule.subject
    // "Moscow was given 24 bodies": who gets them is the subject.
    let isGiven =
      phrase.voice == .passive && rule.subject == .from && !objects.isEmpty
      && left.contains(where: isActor)
    // "A journalist returned to Israel": nobody let one go who comes by himself.
    let comesAlone = role == .people && phrase.voice == .active && rule.intransitive == .people
    let isThanked = rule.subject == .mediator && isPurposeOfParties(phrase)
    arguments += subjectArguments(
      isThanked ? [] : comesAlone ? left.filter { !isLone($0) && !isArmy($0) } : left,
      isGiven ? .to : role, rule,
      phrase)
    if role == .people {
      arguments += companions(of: index, clause) + othersByOrigin(of: index, clause)
    }
    if rule.intransitive == .people, !arguments.contains(where: { $0.role == .people }),
      phrase.voice == .active, let aboard = peopleAboard(before: phrase.start)
    {
      arguments.append(finder.argument(.people, aboard))
    }
    if left.isEmpty, phrase.voice == .active, let subject = rule.subject, subject != .people,
      let owner = owner(before: phrase.start)
    {
      arguments.append(finder.argument(subject, owner))
    }
    if phrase.voice == .active || isGiven, let object = rule.object {
      for place in objects {
        let value = inherited(place) ?? apposedCategory(place)
        arguments.append(finder.argument(object, place, value: value))
      }
    }
    if rule.frame == .swap, !arguments.contains(where: { $0.role == .people }) {
      arguments += ratio(in: chunks.indices)
    }
    arguments += formulaOfUncounted(arguments, rule) + bothTogether(left, rule, phrase, clause)
    arguments += counterBehindParticiple(of: objects, rule)
    arguments = withEachCount(arguments, rule, after: index)
    // "They were exchanged on Friday"
    let isToldAgain =
      rule.frame == .about
      || rule.needs.contains(.reference) && (rule.frame == .talks || phrase.voice == .passive)
    if isToldAgain, let pronoun = pronoun(of: clause) {
      arguments.append(finder.argument(.reference, pronoun))
    }
    if let role = rule.partyObject, let party = partyObject(of: index, clause) {
      arguments.append(finder.argument(role, party))
    }
    if rule.subject == .from, left.contains(where: isActor),
      let own = objects.first(where: isOwn)
    {
      arguments.append(finder.argument(.reference, own, value: "own"))
    }
    // "with each side bringing home 303"
    if phrase.start > 0, chunks[phrase.start - 1].kind == .each, !region.contains(phrase.start - 1)
    {
      arguments.append(finder.argument(.each, phrase.start - 1))
    }
    // "as each side agreed to free at least 1,000"
    if tree.clauses[clause].kind == .infinitive, let parent = tree.clauses[clause].parent,
      let each = tree.own(parent).first(where: { chunks[$0].kind == .each }),
      each < tree.clauses[parent].head ?? 0
    {
      arguments.append(finder.argument(.each, each))
    }
    if rule.frame == .hold, isListing(index) {
      arguments.append(finder.argument(.reference, index, value: "list"))
    }
    if let told = continuation(rule, index) { arguments.append(told) }
    if let told = toAndFro(rule, index) { arguments.append(told) }
    if rule.frame == .movement, let taking = rules.lexicon.classID("taking-verb"),
      isWord(chunks[index].range.upperBound - 1, taking)
    {
      arguments.append(finder.argument(.reference, index, value: "taking"))
    }
    if isPastPlan(phrase) {
      arguments.append(finder.argument(.reference, index, value: "past-plan"))
    }
    if isPerfect(phrase), [.swap, .movement].contains(rule.frame) {
      arguments.append(
        finder.argument(.upToNow, index, value: isPluperfect(phrase) ? "had" : nil))
    }
    if isAside(index) { arguments.append(finder.argument(.reference, index, value: "aside")) }
    let taken = Set(left + objects)
    arguments += prepositional(rule, trigger: index, region: region, taken: taken)
    arguments += circumstances(trigger: index, region: region)
    arguments += byNow(phrase, index) + sharedPeriod(clause) + further(arguments)
    // "Zelensky said 230 had been brought back", but who says that 30 were freed may have freed them.
    if role == .people, rule.frame == .movement,
      phrase.voice == .active || rule.subject == .to || rule.subject == .agent
    {
      arguments += speaker(of: clause)
    }
    arguments += totalCount(arguments, after: index)
    if rule.subject == .mediator {
      let compound = hyphenated(before: index) + mediating(before: index)
      // "The sides agreed at UN-brokered talks": those of the sentence had help.
      if !compound.isEmpty { arguments.removeAll { $0.role == .mediator } }
      arguments += compound
      if !arguments.contains(where: { $0.role == .mediator }) {
        arguments += mediators(before: phrase.start, in: region)
      }
      if phrase.voice == .passive, !arguments.contains(where: { $0.role == .mediator }) {
        arguments += region.filter {
          $0 > index && (chunks[$0].kind == .party || chunks[$0].kind == .organization)
        }.map { finder.argument(.mediator, $0) }
      }
    }
    return EventCandidate(
      rule: rule.name, frame: rule.frame, modality: modality(rule, phrase, region),
      trigger: finder.span(chunks: phrase.start..<index + 1),
      sentence: finder.span(sentence), arguments: Self.ordered(arguments))
  }

  /// "when Ukrainian troops crossed it": an army on its way, and no captives.
  private func isArmy(_ index: Int) -> Bool {
    guard chunks[index].kind == .people, !isCounted(index),
      let words = rules.lexicon.classID("army-noun")
    else { return false }
    return isWord(chunks[index].range.upperBound - 1, words)
  }

  /// "a journalist": one person, without a number.
  private func isLone(_ index: Int) -> Bool {
    guard chunks[index].kind == .people, !isCounted(index),
      let articles = rules.lexicon.classID("lone-article")
    else { return false }
    return isWord(chunks[index].range.lowerBound, articles)
  }

  /// "Moscow's offer to turn over 3,000 bodies": whose offer it is.
  private func owner(before start: Int) -> Int? {
    (max(0, start - 3)..<start).last { place in
      chunks[place].kind == .party && finder.isPossessor(place)
        && !(place + 1..<start).contains { isActor($0) || chunks[$0].kind == .comma }
    }
  }

  /// "reached Ukraine": the party right behind the verb.
  private func partyObject(of verb: Int, _ clause: Int) -> Int? {
    tree.own(clause).first {
      $0 > verb && $0 - verb <= 3 && chunks[$0].kind == .party
        && finder.preposition(of: $0, in: chunks.indices) == nil
        // "94 had been freed, and Kyiv that 95 had come home"
        && !chunks[verb..<$0].contains { $0.kind == .comma }
    }
  }

  /// "It took place on Friday": the pronoun that is the subject of a main clause.
  private func pronoun(of clause: Int) -> Int? {
    let told = tree.clauses[clause]
    guard told.kind == .main, let start = told.headStart else { return nil }
    return tree.own(clause).last { $0 < start && chunks[$0].kind == .pronoun }
  }

  /// "agreed to return the bodies under a 6,000-for-6,000 formula": the numbers of people told without.
  private func formulaOfUncounted(
    _ arguments: [EventCandidate.Argument], _ rule: FrameRule
  ) -> [EventCandidate.Argument] {
    let people = arguments.filter { $0.role == .people }
    guard rule.frame == .movement || rule.frame == .swap, let first = people.first,
      !people.contains(where: isCounted)
    else {
      return []
    }
    let category = first.mention.flatMap { mentions[$0].category?.rawValue }
    return ratio(in: chunks.indices).map { argument in
      var argument = argument
      argument.value = category
      return argument
    }
  }

  /// What the subject stands for in a frame.
  private func subjectArguments(
    _ left: [Int], _ role: EventCandidate.Role?, _ rule: FrameRule, _ phrase: VerbPhrase
  ) -> [EventCandidate.Argument] {
    var arguments: [EventCandidate.Argument] = []
    for told in left {
      let actor = role == .people ? told : groupOfMembers(told) ?? told
      // "The Russians received 37": people without a number can act for their party.
      let isActor =
        chunks[actor].kind == .people && !isCounted(actor) && role != .people
        && chunks[actor].mention.map { mentions[$0].party != nil } ?? false && !areRebels(actor)
      let isPeople = ArgumentFinder.peopleKinds.contains(chunks[actor].kind) && !isActor
      if chunks[actor].kind == .part, rule.frame == .hold, phrase.isOver {
        arguments.append(finder.argument(.part, actor, value: predicateCategory(actor)))
      } else if isPeople || chunks[actor].kind == .part, role == .people {
        let value = deadOf(phrase) ?? inherited(actor) ?? apposedCategory(actor)
        arguments.append(finder.argument(.people, actor, value: value))
      } else if !isPeople, let role, role != .people {
        arguments.append(finder.argument(role, actor))
      } else if chunks[actor].kind == .person, role == .people, phrase.voice == .passive {
        arguments.append(finder.argument(.people, actor))
      } else if !isPeople, phrase.voice == .active, let subject = rule.subject,
        // "through the Wagah crossing": no state comes home.
        subject != .people || chunks[actor].kind != .party
      {
        arguments.append(finder.argument(subject, actor))
      } else if isPeople, role == .side {
        arguments.append(finder.argument(.people, actor))
      }
    }
    return arguments
  }

  /// "let 390 people go on Friday, then 307 on Saturday": each number with the date behind it is an
  /// event; empty where there are not several of both.
  func gapped(_ candidate: EventCandidate) -> [EventCandidate] {
    let people = candidate.arguments(.people).filter {
      $0.mention.flatMap { mentions[$0].count } != nil
    }
    let dates = candidate.arguments(.date).filter { argument in
      argument.value != "sentence"
        && !(argument.mention.flatMap { mentions[$0].value }.flatMap { DateExpression($0) }?.isOpen
          ?? false)
    }
    guard people.count >= 2, dates.count == people.count else { return [] }
    let days = dates.sorted { $0.span < $1.span }
    let pairs = zip(people, days)
    let next = people.dropFirst().map(\.span.start) + [Int.max]
    let isBehind = zip(pairs, next).allSatisfy { pair, limit in
      pair.0.span.end <= pair.1.span.start && pair.1.span.end <= limit
    }
    // "On March 5 they exchanged 200, and on March 6 another 300"
    let nextDay = days.dropFirst().map(\.span.start) + [Int.max]
    let isBefore = zip(pairs, nextDay).allSatisfy { pair, limit in
      pair.1.span.end <= pair.0.span.start && pair.0.span.end <= limit
    }
    guard isBehind || isBefore else { return [] }
    let shared = candidate.arguments.filter { $0.role != .people && $0.role != .date }
    return pairs.map { person, date in
      var single = candidate
      var date = date
      date.value = nil
      single.arguments = Self.ordered(shared + [person, date])
      return single
    }
  }
}
