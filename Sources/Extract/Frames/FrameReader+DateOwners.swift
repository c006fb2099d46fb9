internal import Records

/// Dates that belong to another trigger than the one at hand, to what it rests on or to what came before.
extension FrameReader {
  /// "the talks on Monday led to the swap on Friday": of several dates each belongs to the trigger before
  /// it, the first ones to the first trigger.
  func isDateOfOther(_ date: Int, _ trigger: Int) -> Bool {
    let own = tree.own(tree.owner[date])
    // "exchanged 90 on Saturday under agreements reached in Istanbul"
    if date < trigger, chunks[trigger].kind == .trigger, nounRule(at: trigger)?.frame == .talks,
      isSettled(trigger), finder.governor(of: trigger)?.kind == .preposition
    {
      return true
    }
    if isBeforeAgreedTalks(date, trigger) || isOfOrdinal(date) || isOfRecord(date: date)
      || isOfHeld(date)
    {
      return true
    }
    if isDateBeforeAfter(date) || isAsAgreed(date)
      || isDateOfBasis(date, but: trigger) && !isRightBefore(trigger, date)
    {
      return true
    }
    // "The handover follows the talks of July 23"
    if let governor = finder.governorIndex(of: date), chunks[governor].value == "of", governor > 0,
      triggers.contains(governor - 1), governor - 1 != trigger
    {
      return true
    }
    // "freed 71 in the first exchange since February"; "returned in the exchanges since June" counts them.
    if isOpen(date) || isLongSpan(date), let noun = nounBefore(date),
      noun != trigger || rarityOfSwap(noun)
    {
      return true
    }
    // "since the invasion began in February"
    if date > 1, chunks[date - 1].kind == .preposition, chunks[date - 2].kind == .date,
      isOpen(date - 2)
    {
      return true
    }
    // "The first round of talks, on May 16, led to a swap": the day is of what stands before the verb.
    if let head = tree.clauses[tree.owner[date]].head, date < head, trigger > head,
      chunks[trigger].kind == .trigger, tree.owner[date] == tree.owner[trigger],
      own.contains(where: { $0 < head && triggers.contains($0) && chunks[$0].kind == .trigger })
    {
      return true
    }
    if isSequel(trigger, date) || isDateOfSequel(trigger, date) { return true }
    if isDateOfTalks(date, trigger) || isAnnouncedBefore(trigger) { return true }
    let dates = own.filter { chunks[$0].kind == .date && !isOfOrdinal($0) }
    guard dates.count > 1, tree.owner[date] == tree.owner[trigger] else { return false }
    let rivals = own.filter(triggers.contains)
    guard rivals.count > 1 else { return false }
    // "Today, under the accords of June 2, 1,248 were handed over": a day before a comma is of the whole sentence.
    func owner(_ date: Int) -> Int? {
      rivals.last { $0 < date } ?? (chunks[date + 1].kind == .comma ? nil : rivals.first)
    }
    // Where one trigger has them all, the others share them.
    guard Set(dates.map(owner)).count > 1 else { return false }
    return owner(date) != trigger && dates.contains { owner($0) == trigger || owner($0) == nil }
      && owner(date) != nil
  }

  /// "reached agreement on 27 September in talks with the UN": the deal's day is that of the talks.
  private func isRightBefore(_ talks: Int, _ date: Int) -> Bool {
    nounRule(at: talks)?.frame == .talks && date < talks
      && chunks[date + 1..<talks].allSatisfy {
        [.preposition, .nation, .ordinal, .party, .organization].contains($0.kind)
      }
  }

  /// "84 people returned, some held since 2014": since when they were held.
  private func isOfHeld(_ date: Int) -> Bool {
    guard isOpen(date), date > 0, chunks[date - 1].kind == .other,
      let words = rules.lexicon.classID("held-word")
    else { return false }
    return isWord(chunks[date - 1].range.upperBound - 1, words)
  }

  /// "390 each, the most since the invasion began": how rare it is.
  private func isOfRecord(date: Int) -> Bool {
    guard isOpen(date), date > 0 else { return false }
    let before = chunks[date - 1].kind == .preposition ? date - 2 : date - 1
    return before >= 0 && isSuperlative(before)
  }

  /// "the most", "the largest".
  func isSuperlative(_ index: Int) -> Bool {
    guard let words = rules.lexicon.classID("superlative") else { return false }
    // "the largest number"
    return (max(0, index - 1)...index).contains { place in
      (place == index || chunks[index].kind == .other)
        && chunks[place].range.contains { isWord($0, words) }
    }
  }

  /// "exchanged wounded troops on Friday, in a swap agreed at talks in Istanbul": the day is not that of the talks.
  func isBeforeAgreedTalks(_ date: Int, _ trigger: Int) -> Bool {
    guard date < trigger, nounRule(at: trigger)?.frame == .talks else { return false }
    let between = chunks[date..<trigger]
    return between.contains {
      $0.kind == .governor && $0.value == EventCandidate.Modality.agreed.rawValue
    } && between.contains { $0.kind == .comma || $0.kind == .trigger }
  }

  /// "as agreed in Istanbul on May 16": the day and the place of what was settled.
  func isAsAgreed(_ index: Int) -> Bool {
    for place in stride(from: index - 1, through: max(1, index - 6), by: -1) {
      let chunk = chunks[place]
      if chunk.kind == .governor, chunk.value == EventCandidate.Modality.agreed.rawValue {
        return chunks[place - 1].value == "as"
      }
      if chunk.kind == .comma || chunk.kind == .verb || chunk.kind == .people { return false }
    }
    return false
  }

  /// "under the agreement of June 2", "under the June 2 accord": the day of what it rests on.
  func isDateOfBasis(_ date: Int, but trigger: Int? = nil) -> Bool {
    guard let nouns = rules.lexicon.classID("basis-noun") else { return false }
    let behind = chunks[date].range.upperBound
    if behind < text.tokens.count, isWord(behind, nouns) { return true }
    guard date > 1, chunks[date - 1].kind == .preposition else { return false }
    if isWord(chunks[date - 1].range.lowerBound - 1, nouns) { return true }
    // "the agreements reached in Istanbul on June 2"
    guard let settled = rules.lexicon.classID("settled"),
      let verb = (max(0, date - 12)..<date).last(where: {
        chunks[$0].kind == .verb || chunks[$0].kind == .trigger && !isWhereSettled($0, trigger)
      }), verb > 0, verb != trigger,
      case let last = chunks[verb].range.upperBound - 1, isWord(last, settled)
    else { return false }
    return isWord(last - 1, nouns)
      || rules.lexicon.classID("truce-noun").map { isWord(last - 1, $0) } ?? false
  }

  /// "the agreements reached at the talks in Istanbul on June 2": talks that are told only as where it was settled.
  private func isWhereSettled(_ noun: Int, _ trigger: Int?) -> Bool {
    noun != trigger && nounRule(at: noun)?.frame == .talks
      && finder.governor(of: noun).map { ["at", "during", "in"].contains($0.value) } ?? false
  }

  /// "exchanged 157 on Thursday, following talks in Abu Dhabi": talks told as what led to it have no day before
  /// their preposition.
  func isSequel(_ trigger: Int, _ date: Int) -> Bool {
    guard nounRule(at: trigger)?.frame == .talks,
      let sequels = rules.lexicon.classID("sequel")
    else { return false }
    // "Following negotiations, 35 were brought back today"
    if date > trigger {
      guard let governor = finder.governorIndex(of: trigger),
        isWord(chunks[governor].range.lowerBound, sequels)
      else { return false }
      return (trigger..<date).contains {
        chunks[$0].kind == .comma || triggers.contains($0) && $0 != trigger
      }
    }
    guard
      let place = (max(0, trigger - 8)..<trigger).last(where: {
        chunks[$0].kind == .preposition && isWord(chunks[$0].range.lowerBound, sequels)
      })
    else { return false }
    return date < place && !(place..<trigger).contains { chunks[$0].kind == .comma }
  }

  /// "exchanged 303, following the release of 307 on Saturday": the day is of what came before.
  func isDateOfSequel(_ trigger: Int, _ date: Int) -> Bool {
    guard date > trigger, let sequels = rules.lexicon.classID("sequel") else { return false }
    return (trigger + 1..<date).contains { noun in
      guard chunks[noun].kind == .trigger, triggers.contains(noun),
        let rule = nounRule(at: noun), rule.frame == .movement || rule.frame == .swap,
        let place = finder.governorIndex(of: noun), place > trigger,
        chunks[place].kind == .preposition
      else { return false }
      return isWord(chunks[place].range.lowerBound, sequels)
        && (noun..<date).contains { isCountOfPeople($0) && isCounted($0) }
    }
  }

  /// "The swap was the only outcome of the meeting in Istanbul on 16 May": the day of the talks right before it.
  private func isDateOfTalks(_ date: Int, _ trigger: Int) -> Bool {
    guard chunks[trigger].kind == .trigger, nounRule(at: trigger)?.frame != .talks,
      let talks = (trigger + 1..<max(trigger + 1, date)).last(where: {
        nounRule(at: $0)?.frame == .talks
      }), let head = tree.clauses[tree.owner[trigger]].head, trigger < head, head < talks,
      finder.governor(of: talks)?.kind == .preposition
    else { return false }
    return !chunks[talks + 1..<date].contains {
      [.comma, .stop, .verb, .aux, .people, .date].contains($0.kind)
    }
  }

  /// "in the second exchange between Washington and Moscow this year": what the number is of dates no exchange.
  private func isOfOrdinal(_ date: Int) -> Bool {
    guard
      case .unit(let unit, 0)? = chunks[date].mention.flatMap({ mentions[$0].value })
        .flatMap({ DateExpression($0) }), unit != .day,
      let noun = (max(0, date - Self.ordinalReach)..<date).last(where: {
        nounRule(at: $0)?.frame == .swap
      })
    else { return false }
    return chunks[max(0, noun - 3)..<noun].contains { $0.kind == .ordinal }
      && !chunks[noun + 1..<date].contains {
        [.verb, .aux, .comma, .stop, .people, .number].contains($0.kind)
      }
  }

  /// In chunks: from a noun to what its number is of.
  private static let ordinalReach = 6

  /// "The exchange had been announced on December 7": the day is not that of the exchange.
  private func isAnnouncedBefore(_ trigger: Int) -> Bool {
    guard chunks[trigger].kind == .trigger,
      let said = tree.clauses[tree.owner[trigger]].head, chunks[said].kind == .say,
      trigger < said, said > 1, chunks[said - 1].kind == .aux
    else { return false }
    return chunks[..<said].reversed().prefix { $0.kind == .aux || $0.kind == .adverb }
      .contains { $0.value == "had" }
  }

  /// Whether a date counts from what stands behind it: "a day after", but not "on Thursday after talks".
  func isDateBeforeAfter(_ index: Int) -> Bool {
    guard chunks[index].kind == .date, index + 1 < chunks.count,
      chunks[index + 1].kind == .preposition, chunks[index + 1].value == "after",
      case .shift? = chunks[index].mention.flatMap({ mentions[$0].value }).flatMap({
        DateExpression($0)
      })
    else { return false }
    return true
  }

  /// "the first such swap in the past three months": how rare it is.
  func isLongSpan(_ date: Int) -> Bool {
    switch chunks[date].mention.flatMap({ mentions[$0].value }).flatMap({ DateExpression($0) }) {
    case .last(let count, let unit), .latest(let count, let unit):
      count > 1 && [.week, .month, .year].contains(unit)
    default: false
    }
  }

  /// The noun of one event that a period stands behind: "the largest swap between the two armies since March".
  func nounBefore(_ date: Int) -> Int? {
    for place in stride(from: date - 1, through: max(0, date - 6), by: -1) {
      if triggers.contains(place), let rule = nounRule(at: place) {
        return rule.isGeneric ? nil : place
      }
      switch chunks[place].kind {
      case .preposition, .party, .nation, .conjunction, .delegation: continue
      case .people where !isCounted(place): continue
      case .other where finder.isWord(place): continue
      default: return nil
      }
    }
    return nil
  }

  /// "The largest exchange since the war began, 1,000 for 1,000": how rare it is tells no period of a count.
  func rarityOfSwap(_ noun: Int) -> Bool { nounRule(at: noun)?.frame == .swap }
}
