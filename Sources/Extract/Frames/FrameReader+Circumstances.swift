internal import Records

/// What stands around a trigger in any order: prepositions, dates, places, sources.
extension FrameReader {
  /// The chunks that speak of a trigger: its clause, and what stands for a noun ("which took place on
  /// Friday"); where a phrase with "since" or "after" begins, another thing is spoken of.
  func region(of trigger: Int) -> [Int] {
    let clause = tree.owner[trigger]
    let border = border(of: trigger)
    var region = tree.own(clause).filter { self.border(of: $0) == border }
    if chunks[trigger].kind == .trigger {
      // "an exchange of 1,000 prisoners taking place from May 23 to 25"
      let people = region.filter {
        chunks[$0].kind == .people && $0 > trigger && !isOthers($0, trigger)
      }
      // "The exchange was mediated by Oman and took place in Muscat"
      for twin in tree.clauses.indices
      where tree.clauses[twin].sharing == clause && isHappening(twin) && isMediated(clause) {
        region += tree.own(twin)
      }
      let goesAhead = isToldToHappen(trigger)
      for modifier in ([trigger] + topics(ofTalks: trigger)).flatMap(tree.modifiers)
      where isHappening(modifier) && !(goesAhead && isPlan(modifier)) || isMediated(modifier) {
        region += tree.own(modifier)
      }
      for modifier in people.flatMap(tree.modifiers)
      where isHappening(modifier) && !(goesAhead && isPlan(modifier)) {
        region += tree.own(modifier)
      }
    }
    // "the number of people recovered since"
    if let antecedent = tree.clauses[clause].antecedent,
      let total = (max(0, antecedent - 2)..<antecedent).last(where: { chunks[$0].kind == .total })
    {
      region.append(total)
    }
    return region.sorted()
  }

  /// Whether a clause has a verb that evokes a frame of its own; mediation is one of its noun.
  func isTriggered(_ clause: Int) -> Bool {
    tree.clauses[clause].head.map { head in
      guard triggers.contains(head), let rule = nounRule(at: head) ?? verbRule(at: head) else {
        return false
      }
      return rule.frame != .mediation && rule.frame != .about
    } ?? false
  }

  /// "which Türkiye mediated in Istanbul on May 16".
  private func isMediated(_ clause: Int) -> Bool {
    tree.clauses[clause].head.map { triggers.contains($0) && isMediation($0) } ?? false
  }

  /// "taking place", "held": a verb that only says that something happened.
  ///
  /// A plan dates what was called off, but not what went ahead on another day.
  func isHappening(_ clause: Int) -> Bool {
    tree.clauses[clause].head.map { head in
      // "the release of 600 prisoners that was due on Saturday"
      // but "exchanges agreed last month" were agreed then.
      chunks[head].kind == .aux || chunks[head].kind == .status || isPlan(clause)
        || verbRules(at: head).contains { $0.frame == .about }
    } ?? false
  }

  /// "talks were held in Istanbul": the verb only says that they happened.
  private func isHappeningVerb(_ index: Int) -> Bool {
    chunks[index].kind == .verb && verbRules(at: index).contains { $0.frame == .about }
  }

  /// The "since", "before" or "after" that a chunk stands behind in its clause.
  func border(of index: Int) -> Int? {
    let clause = tree.owner[index]
    for place in stride(from: index, through: 0, by: -1) where tree.owner[place] == clause {
      let chunk = chunks[place]
      if chunk.kind == .preposition, ["since", "after", "unlike"].contains(chunk.value) {
        return place == tree.clauses[clause].start && chunk.value != "unlike" ? nil : place
      }
      if chunk.kind == .comma || place == tree.clauses[clause].head { return nil }
    }
    return nil
  }

  func prepositional(_ rule: FrameRule, trigger: Int, region: [Int], taken: Set<Int>)
    -> [EventCandidate.Argument]
  {
    var arguments: [EventCandidate.Argument] = []
    for index in region where index != trigger && !taken.contains(index) {
      // "After nineteen months in Russian captivity, the two were released"
      if rule.frame == .movement, chunks[index].kind == .nation, isBeforeCaptivity(index) {
        arguments.append(finder.argument(.from, index))
        continue
      }
      guard let told = finder.preposition(of: index, in: chunks.indices),
        // "the mediation in the return of the soldiers was provided by the Emirates"
        !isOthers(index, trigger) || rule.frame == .mediation && told == "by" && index > trigger
      else { continue }
      let preposition = isBehindPlaceOfCaptivity(index) ? "from" : told
      guard let role = rule.prepositions[preposition] else { continue }
      switch (role, chunks[index].kind) {
      case (.people, .people), (.people, .ratio), (.counter, .people), (.counter, .ratio):
        if index > trigger || role == .counter { arguments.append(finder.argument(role, index)) }
      case (.people, .number), (.counter, .number):
        if index > trigger, finder.isElliptic(index) {
          arguments.append(finder.argument(role, index, value: inherited(index)))
        }
      // "exchanged for the arms dealer Viktor Bout"
      case (.counter, .person) where rule.frame == .swap || rule.frame == .movement:
        arguments.append(finder.argument(role, index))
      case (.from, .party) where finder.isPossessor(index): break
      // "a swap in Muscat with Oman's mediation"
      case (.side, .party) where finder.isPossessor(index) && told == "with" && rule.frame == .swap:
        break
      // "no reply to Moscow's offer to hand over": Moscow is no goal.
      case (.to, .party) where finder.isPossessor(index): break
      case (.from, .party), (.from, .nation), (.to, .nation), (.to, .party), (.side, .party),
        (.side, .nation),
        (.agent, .party),
        (.side, .organization), (.side, .person), (.mediator, .party), (.mediator, .organization),
        (.mediator, .nation),
        (.from, .organization), (.agent, .organization), (.to, .organization),
        (.from, .groupSide), (.from, .stateSide), (.to, .groupSide), (.to, .stateSide),
        (.agent, .groupSide), (.agent, .stateSide), (.side, .groupSide), (.side, .stateSide):
        arguments.append(finder.argument(role, index))
      // "delivered 12 people to the Azerbaijani capital"
      case (.to, .place) where isCapital(index): arguments.append(finder.argument(role, index))
      default: break
      }
    }
    return arguments
  }

  /// "the Azerbaijani capital": a place that is called by the nation whose seat it is.
  private func isCapital(_ index: Int) -> Bool {
    guard let nations = rules.lexicon.classID("nation"),
      let words = rules.lexicon.classID("capital-noun")
    else { return false }
    let range = chunks[index].range
    return isWord(range.upperBound - 1, words) && range.contains { isWord($0, nations) }
  }

  /// "Russian captivity", "Israeli jails".
  private func isBeforeCaptivity(_ index: Int) -> Bool {
    guard let captivity = rules.lexicon.classID("captivity"), index + 1 < chunks.count else {
      return false
    }
    return isWord(chunks[index + 1].range.lowerBound, captivity)
  }

  /// "from prisons in Belarus".
  private func isBehindPlaceOfCaptivity(_ index: Int) -> Bool {
    guard chunks[index].kind == .party, let preposition = finder.governorIndex(of: index),
      chunks[preposition].value == "in", preposition > 1,
      let captivity = rules.lexicon.classID("captivity")
    else { return false }
    let noun = chunks[preposition - 1].range.upperBound - 1
    return isWord(noun, captivity)
      && finder.preposition(of: preposition - 1, in: chunks.indices) == "from"
  }

  /// A phrase belongs to the trigger before it in its clause, else to the next one.
  private func isOthers(_ index: Int, _ trigger: Int) -> Bool {
    if isBehindOther(index, trigger) { return true }
    guard index > trigger else { return chunks[trigger].kind == .trigger }
    let clause = tree.owner[index]
    let between = trigger + 1..<index
    let isActor = chunks[index].kind == .party || chunks[index].kind == .nation
    let commas = between.filter { chunks[$0].kind == .comma && tree.owner[$0] == clause }
    return isActor && commas.contains { chunks[$0 - 1].kind != chunks[index].kind }
  }

  /// Whether another trigger of the clause stands between.
  func isBehindOther(_ index: Int, _ trigger: Int) -> Bool {
    let clause = tree.owner[index]
    return (min(index, trigger) + 1..<max(index, trigger)).contains { place in
      triggers.contains(place) && tree.owner[place] == clause
        && (nounRule(at: place) ?? verbRule(at: place))?.frame != .about
        && !(chunks[trigger].kind == .trigger && isHappeningVerb(place))
        && !(nounRule(at: place)?.frame == .talks && verbRule(at: trigger)?.frame == .talks)
        && !(nounRule(at: place).map { isTopicOfTalks(place, $0) } ?? false)
    }
  }

  /// Dates, places and words that stand anywhere in the clause.
  func circumstances(trigger: Int, region: [Int]) -> [EventCandidate.Argument] {
    var arguments: [EventCandidate.Argument] = []
    for index in region {
      switch chunks[index].kind {
      case .place, .party:
        if let place = place(index, trigger) { arguments.append(place) }
      case .each, .equal, .outside, .bothTotal:
        guard !isOthers(index, trigger) || index < trigger else { continue }
        if let noun = swapCalled(index), noun != trigger { continue }
        let roles: [Chunk.Kind: EventCandidate.Role] = [
          .each: .each, .equal: .equal, .outside: .outside,
        ]
        let value = chunks[index].kind == .equal ? category(behind: index) : nil
        arguments.append(finder.argument(roles[chunks[index].kind] ?? .total, index, value: value))
      case .reply: arguments.append(finder.argument(.reply, index))
      case .additional: arguments.append(finder.argument(.additional, index))
      case .total where !isSumOfTold(index) && !isOfOneSwap(index):
        arguments.append(finder.argument(.period, index))
      case .part: arguments.append(finder.argument(.part, index, value: predicateCategory(index)))
      case .people where isBehindPartCue(index) || isJoinedToPart(index):
        arguments.append(finder.argument(.part, index))
      // "87 soldiers from the army, 43 from the National Guard"
      case .number where isOfService(index):
        arguments.append(
          finder.argument(.part, index, value: Category.military.rawValue))
      default: break
      }
    }
    if let place = placeBeforeWhere(trigger), !arguments.contains(where: { $0.role == .place }) {
      arguments.append(finder.argument(.place, place))
    }
    return arguments + sources() + dates(trigger: trigger, region: region)
  }

  /// "arrived in the Sumy region, where the handover took place".
  private func placeBeforeWhere(_ trigger: Int) -> Int? {
    let clause = tree.clauses[tree.owner[trigger]]
    guard clause.kind == .relative, chunks[trigger].kind == .trigger else { return nil }
    return (max(0, clause.start - 2)..<clause.start).last { chunks[$0].kind == .place }
  }

  /// "the same number of soldiers": who they are.
  func category(behind index: Int) -> String? {
    chunks[(index + 1)...].prefix(3).first { $0.kind == .people }?.mention
      .flatMap { mentions[$0].category?.rawValue }
  }

  func isMediation(_ index: Int) -> Bool {
    (nounRule(at: index) ?? verbRule(at: index))?.frame == .mediation
  }

  /// In chunks; a comma between them counts for several.
  func distance(_ index: Int, _ trigger: Int) -> Int {
    let between = min(index, trigger)..<max(index, trigger)
    return between.count + 6 * between.count { chunks[$0].kind == .comma }
  }

  /// Who says it: the nearest person or organization beside a word of saying.
  func sources() -> [EventCandidate.Argument] {
    var found: [EventCandidate.Argument] = []
    for index in chunks.indices where chunks[index].kind == .say {
      let near = stride(from: 1, through: 5, by: 1).flatMap { [index - $0, index + $0] }
      for place in near where chunks.indices.contains(place) {
        // "announced a day after Trump and Putin had settled it": they said nothing.
        if place > index,
          chunks[index..<place].contains(where: { $0.kind == .preposition && $0.value == "after" })
        {
          continue
        }
        if chunks[place].kind == .person || chunks[place].kind == .organization {
          found.append(finder.argument(.source, place))
          break
        }
      }
    }
    return found
  }
}
