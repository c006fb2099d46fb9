internal import Records

/// Who goes where: the transfers of a candidate, from its roles, the people's own party and the conflict.
struct TransferReader {
  let context: ArticleContext

  struct Found {
    var transfer: Event.Transfer
    var span: TextSpan
    /// No words tell the direction.
    var isAssumed: Bool
  }

  func transfers(_ candidate: EventCandidate) -> [Found] {
    let conflict = conflict(of: candidate)
    let counter = candidate.arguments(.counter)
    let isBothWays = !candidate.arguments(.each).isEmpty || isEqual(candidate)
    var found: [Found] = []
    // The ways that words tell, without those back.
    var ways: Set<Conflict.Way> = []
    for argument in candidate.arguments(.people) {
      guard let mention = mention(argument), !isTwiceAnother(mention, candidate) else { continue }
      // "both sides agreed to exchange 1,000 prisoners each"
      let isCountedEach =
        !candidate.arguments(.each).isEmpty && reachesEach(argument, candidate)
      let isTotal = candidate.arguments(.total).contains {
        // "a swap that sent 252 Venezuelans home" tells whose they are.
        $0.value != "sides" || own(mention, conflict) == nil
      }
      if isTotal, mention.count != nil, !isCountedEach {
        found.append(make(mention, Conflict.Way(), argument.span, isAssumed: false))
        continue
      }
      let isSum = candidate.frame == .swap && !isBothWays && counter.isEmpty
      let (way, isAssumed) = way(mention, candidate, conflict, isSum: isSum)
      let isEach =
        isBothWays && mention.count != nil && fitsEqual(mention, candidate)
        && reachesEach(argument, candidate)
      if candidate.frame == .movement, !isAssumed { ways.insert(way) }
      found.append(make(mention, way, argument.span, isAssumed: isAssumed && !isEach))
      if isEach {
        let back = conflict?.reverse(way) ?? Conflict.Way(from: way.to, to: way.from)
        found.append(make(mention, back, argument.span, isAssumed: false))
      }
    }
    if found.isEmpty {
      // "They were exchanged for 95 Ukrainians": the others go without saying.
      for argument in counter {
        guard let mention = mention(argument), let own = own(mention, conflict),
          conflict?.contains(own) == true
        else { continue }
        let way = Conflict.Way(from: conflict?.holder(of: own), to: own)
        found.append(make(mention, way, argument.span, isAssumed: false))
      }
      return Self.withoutRepeats(found)
    }
    // "Eight residents were let go together with 146 Russian soldiers": one way for all.
    if ways.count == 1, let way = ways.first {
      for index in found.indices where found[index].isAssumed {
        found[index].transfer.from = way.from
        found[index].transfer.to = way.to
      }
    }
    // "Medvedchuk was handed over in exchange for 200 Ukrainians": he went where they came from.
    let goal = counter.compactMap { mention($0) }.first { $0.kind != .person }
      .flatMap { own($0, conflict) }
    if let goal, conflict?.contains(goal) == true, !isBothWays {
      let back = conflict?.reverse(Conflict.Way(from: conflict?.holder(of: goal), to: goal))
      let isNamed = candidate.arguments(.people).allSatisfy { mention($0)?.kind == .person }
      for index in found.indices
      where found[index].isAssumed || isNamed && found[index].transfer.to == goal {
        found[index].transfer.from = back?.from
        found[index].transfer.to = back?.to
        found[index].isAssumed = false
      }
    }
    // "Sixteen people were exchanged for eight Russians": Russia let them go, wherever they went.
    if candidate.frame == .swap, let goal, conflict?.contains(goal) != true, !isBothWays,
      found.allSatisfy(\.isAssumed)
    {
      for index in found.indices {
        found[index].transfer.from = goal
        found[index].transfer.to = nil
        found[index].isAssumed = false
      }
      found += counter.compactMap { argument in
        mention(argument).map {
          make($0, Conflict.Way(from: nil, to: goal), argument.span, isAssumed: false)
        }
      }
      return Self.withoutRepeats(found)
    }
    if let first = found.first?.transfer {
      let way = Conflict.Way(from: first.from, to: first.to)
      for argument in counter {
        guard let mention = mention(argument) else { continue }
        var back = conflict?.reverse(way) ?? Conflict.Way(from: way.to, to: way.from)
        // The nation of a person tells nothing of who wants them back.
        if mention.kind != .person, let own = own(mention, conflict),
          conflict?.contains(own) == true, own != back.to
        {
          // "for 10 Americans and 20 Venezuelan political prisoners", whom Venezuela itself held
          back =
            isAtHome(mention.span)
            ? Conflict.Way(from: own, to: nil)
            : Conflict.Way(from: conflict?.holder(of: own), to: own)
        }
        found.append(make(mention, back, argument.span, isAssumed: false))
      }
    }
    return Self.withoutRepeats(found)
  }

  /// "exchanged a total of 230 prisoners, 115 from each side": the sum of what goes each way.
  private func isTwiceAnother(_ people: Mention, _ candidate: EventCandidate) -> Bool {
    guard !candidate.arguments(.each).isEmpty, let sum = people.count else { return false }
    return candidate.arguments(.people).contains { argument in
      context.count(argument).map { $0 * 2 == sum } ?? false && reachesEach(argument, candidate)
    }
  }

  /// "30 soldiers for an equal number"; but "received the same number of soldiers and 20 civilians" counts
  /// the civilians one way.
  private func isEqual(_ candidate: EventCandidate) -> Bool {
    guard let equal = candidate.arguments(.equal).first else { return false }
    return candidate.arguments(.people).contains {
      context.count($0) != nil && $0.span.start < equal.span.start
    } || equal.value == nil
  }

  /// "freed 246 prisoners each, as well as 31 wounded Ukrainians": what stands behind "each" goes one way.
  private func reachesEach(
    _ people: EventCandidate.Argument, _ candidate: EventCandidate
  ) -> Bool {
    let each = candidate.arguments(.each)
    guard candidate.arguments(.people).count > 1, !each.isEmpty else { return true }
    let others = candidate.arguments(.people)
    return each.contains { word in
      word.span.start >= people.span.end
        // "each side freed 270 soldiers and 120 civilians"
        || !others.contains { $0.span.end <= word.span.start }
    }
  }

  /// "146 soldiers and eight residents for an equal number of troops": only the soldiers are as many.
  private func fitsEqual(_ people: Mention, _ candidate: EventCandidate) -> Bool {
    guard candidate.arguments(.people).count > 1,
      let told = candidate.arguments(.equal).first?.value.flatMap(Category.init(rawValue:)),
      told != .people
    else { return true }
    return (people.category ?? told).fits(told)
  }

  /// The article's conflict, unless the candidate names parties of another: "Griner for Bout".
  private func conflict(of candidate: EventCandidate) -> Conflict? {
    let roles: Set<EventCandidate.Role> = [.side, .from, .to, .agent, .people, .counter]
    let parties = Set(
      candidate.arguments.filter { roles.contains($0.role) }.compactMap(context.party)
    ).subtracting(context.rules.goBetweens)
    guard parties.count > 1, !parties.allSatisfy({ context.conflict?.contains($0) == true }) else {
      return context.conflict
    }
    if let known = context.rules.conflict(between: parties) { return known }
    // "Tehran released two Swedish citizens" in an article about others
    guard let holder = party(candidate, .from) ?? party(candidate, .agent), parties.count == 2,
      let own = parties.first(where: { $0 != holder }),
      candidate.arguments(.people).contains(where: { context.mention($0)?.party == own })
    else { return context.conflict }
    return Conflict(between: own, and: holder)
  }

  /// The mention, with the category that the words around it give to a bare number.
  private func mention(_ argument: EventCandidate.Argument) -> Mention? {
    guard var mention = context.mention(argument) else { return nil }
    if mention.category == nil || mention.category == .people,
      let told = argument.value.flatMap(Category.init(rawValue:))
    {
      mention.category = told
    }
    return mention
  }

  private func make(
    _ mention: Mention, _ way: Conflict.Way, _ span: TextSpan, isAssumed: Bool
  ) -> Found {
    Found(
      transfer: Event.Transfer(
        from: way.from, to: way.to, count: mention.count,
        bound: mention.count == nil ? nil : mention.bound ?? .exact,
        category: mention.category ?? .people),
      span: span, isAssumed: isAssumed)
  }

  /// Whose people they are: by their adjective, or by what they are called.
  func own(_ people: Mention, _ conflict: Conflict?) -> String? {
    people.party ?? conflict?.party(ofWords: context.words(people.span))
  }

  func party(
    _ candidate: EventCandidate, _ role: EventCandidate.Role, of people: Mention? = nil
  ) -> String? {
    let named = candidate.arguments(role).filter {
      context.party($0).map { !context.rules.goBetweens.contains($0) } ?? false
    }
    let codes = Set(named.compactMap(context.party))
    // "held by Russian forces in eastern Ukraine": by whom stands before where.
    if candidate.frame == .hold, role == .from, let first = named.first {
      return context.party(first)
    }
    if codes.count == 1 { return codes.first }
    // "Hamas and Islamic Jihad released", "Russia and Belarus freed": the one that the article is about
    let known = codes.filter { context.conflict?.contains($0) == true }
    if known.count == 1, role == .from || role == .agent { return known.first }
    // "the Houthis freed 290 detainees from the government side": who frees stands before the verb.
    let before = Set(
      named.filter { $0.span.end <= candidate.trigger.start }.compactMap(context.party))
    if role == .from, before.count == 1 { return before.first }
    // "three hostages went to Israel and 90 detainees to the West Bank": each group's own stands behind it.
    guard let people, candidate.arguments(.people).count > 1 else { return nil }
    let next = candidate.arguments(.people).map(\.span.start).filter { $0 > people.span.end }.min()
    // "Ukraine and Russia freed": both give, so the words tell no direction.
    return named.first { $0.span.start > people.span.end && $0.span.start < next ?? .max }
      .flatMap(context.party)
  }

  private static func withoutRepeats(_ found: [Found]) -> [Found] {
    var seen: Set<Event.Transfer> = []
    return found.filter { seen.insert($0.transfer).inserted }
  }
}
