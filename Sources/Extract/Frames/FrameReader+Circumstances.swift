internal import Records

/// What stands around a trigger in any order: prepositions, dates, places, sources.
extension FrameReader {
  func prepositional(
    _ rule: FrameRule, trigger: Int, zone: Range<Int>, taken: Set<Int>
  ) -> [EventCandidate.Argument] {
    var arguments: [EventCandidate.Argument] = []
    for index in zone where index != trigger && !taken.contains(index) {
      guard let preposition = finder.preposition(of: index, in: zone),
        let role = rule.prepositions[preposition], !isOthers(index, trigger, zone)
      else { continue }
      switch (role, nodes[index].kind) {
      case (.people, .people), (.people, .ratio), (.counter, .people), (.counter, .ratio):
        if index > trigger || role == .counter { arguments.append(finder.argument(role, index)) }
      case (.people, .number), (.counter, .number):
        if index > trigger, finder.isElliptic(index) {
          arguments.append(finder.argument(role, index, value: inherited(index)))
        }
      case (.from, .party) where finder.isPossessor(index): break
      case (.from, .party), (.from, .nation), (.to, .party), (.side, .party), (.agent, .party),
        (.side, .organization), (.mediator, .party), (.mediator, .organization),
        (.mediator, .nation),
        (.from, .organization), (.agent, .organization), (.to, .organization):
        arguments.append(finder.argument(role, index))
      case (.from, .people), (.to, .people):
        break
      default: break
      }
    }
    return arguments
  }

  /// A phrase belongs to the trigger before it; behind a comma it belongs to none, lists aside.
  func isOthers(_ index: Int, _ trigger: Int, _ zone: Range<Int>) -> Bool {
    if finder.belongsToOther(index, than: trigger) { return true }
    if index < trigger {
      return (zone.lowerBound..<index).contains { finder.triggers.contains($0) }
    }
    // "brought back from Ukraine and are on their way to Belarus": another predicate has begun.
    if nodes[trigger].kind == .verb,
      (trigger + 1..<index).contains(where: { nodes[$0].kind == .aux })
    {
      return true
    }
    let isActor = nodes[index].kind == .party || nodes[index].kind == .nation
    let commas = (trigger..<index).filter { nodes[$0].kind == .comma }
    return isActor
      && commas.contains { comma in comma == 0 || nodes[comma - 1].kind != nodes[index].kind }
  }

  /// Dates, places and words that stand anywhere in the clause.
  func circumstances(
    trigger: Int, zone: Range<Int>, sentence: Range<Int>
  ) -> [EventCandidate.Argument] {
    var arguments: [EventCandidate.Argument] = []
    for index in zone {
      switch nodes[index].kind {
      case .place, .party:
        if let place = place(index, trigger, zone) { arguments.append(place) }
      case .each, .equal, .outside, .bothTotal:
        guard !finder.belongsToOther(index, than: trigger) else { continue }
        let roles: [ClauseNode.Kind: EventCandidate.Role] = [
          .each: .each, .equal: .equal, .outside: .outside,
        ]
        arguments.append(finder.argument(roles[nodes[index].kind] ?? .total, index))
      case .additional: arguments.append(finder.argument(.additional, index))
      case .total: arguments.append(finder.argument(.period, index))
      case .part: arguments.append(finder.argument(.part, index, value: predicateCategory(index)))
      case .people where finder.governor(of: index)?.kind == .partCue || isJoinedToPart(index):
        arguments.append(finder.argument(.part, index))
      default: break
      }
    }
    return arguments + sources() + dates(trigger: trigger, zone: zone)
  }

  /// Where it happened: "in Istanbul", "the Istanbul talks"; a capital counts only behind "in" or "at".
  private func place(_ index: Int, _ trigger: Int, _ zone: Range<Int>) -> EventCandidate.Argument? {
    let node = nodes[index]
    guard node.kind == .place || node.place != nil else { return nil }
    if index + 1 == trigger, nodes[trigger].kind == .trigger, node.kind == .place {
      return finder.argument(.place, index)
    }
    guard let preposition = finder.preposition(of: index, in: zone),
      ["in", "at", "near"].contains(preposition),
      let owner = finder.owner(ofDate: index)
    else { return nil }
    let isMine =
      owner == trigger || nodes[trigger].kind == .trigger && isPredicate(owner, of: trigger)
    return isMine ? finder.argument(.place, index, value: node.place) : nil
  }

  /// Dates of the clause that no other trigger is nearer to.
  ///
  /// Where there are none, those of the sentence that stand in no trigger's reach: the day of a
  /// statement is the last resort.
  func dates(trigger: Int, zone: Range<Int>) -> [EventCandidate.Argument] {
    let all = nodes.indices.filter { nodes[$0].kind == .date }
    let isNoun = nodes[trigger].kind == .trigger
    let own = all.filter { index in
      guard let owner = finder.owner(ofDate: index) else { return false }
      return owner == trigger
        || isNoun && zone.contains(index) && isPredicate(owner, of: trigger)
    }.sorted { distance($0, trigger) < distance($1, trigger) }
    if !own.isEmpty {
      return own.enumerated().map { rank, index in
        finder.argument(.date, index, value: rank == 0 ? nil : "also")
      }
    }
    return all.filter { !isInSinceClause($0) }.filter { index in
      finder.owner(ofDate: index).map { !finder.triggers.contains($0) || isMediation($0) } ?? true
    }
    .map { finder.argument(.date, $0, value: "sentence") }
  }

  func isMediation(_ index: Int) -> Bool {
    guard nodes[index].kind == .trigger else { return verbRule(at: index)?.frame == .mediation }
    return nodes[index].value.flatMap { Int($0) }.map { rules.frames.rules[$0].frame == .mediation }
      ?? false
  }

  /// "the 64th since Putin sent his tanks in February 2022".
  func isInSinceClause(_ index: Int) -> Bool {
    for place in stride(from: index - 1, through: 0, by: -1) {
      if nodes[place].kind == .comma || nodes[place].kind == .stop { return false }
      if nodes[place].kind == .preposition, nodes[place].value == "since" { return true }
    }
    return false
  }

  /// "the exchange took place", but not "the exchange was the 64th since the war began".
  func isPredicate(_ verb: Int, of trigger: Int) -> Bool {
    verb > trigger && !finder.triggers.contains(verb)
      && !(trigger + 1..<verb).contains {
        nodes[$0].kind == .preposition
          && (nodes[$0].value == "since" || nodes[$0].value == "during")
      }
  }

  /// In nodes; a comma between them counts for several.
  func distance(_ index: Int, _ trigger: Int) -> Int {
    let between = min(index, trigger)..<max(index, trigger)
    return between.count + 6 * between.count { nodes[$0].kind == .comma }
  }

  /// Who says it: the nearest person or organization beside a word of saying.
  func sources() -> [EventCandidate.Argument] {
    var found: [EventCandidate.Argument] = []
    for index in nodes.indices where nodes[index].kind == .say {
      let near = stride(from: 1, through: 5, by: 1).flatMap { [index - $0, index + $0] }
      for place in near where nodes.indices.contains(place) {
        if nodes[place].kind == .person || nodes[place].kind == .organization {
          found.append(finder.argument(.source, place))
          break
        }
      }
    }
    return found
  }
}
