internal import Records

/// Wholes and their parts: totals told apart, breakdowns, plans that are out of date.
extension Discourse {
  /// "197 came home", then "175 of them in the swap": the whole is a tally and the part an event.
  mutating func splitTally(_ draft: EventDraft) -> Bool {
    guard let part = draft.parts.first, let partCount = part.count,
      let index = events.lastIndex(where: { $0.isMovement && ($0.counts.first ?? 0) > partCount }),
      let whole = events[index].transfers.first
    else {
      return false
    }
    var piece = draft
    piece.parts = []
    piece.isPartOfWhole = false
    let mentionsSwap = draft.kind == .exchange && draft.isEqual
    guard mentionsSwap || draft.isOutside else {
      merge(draft, into: index)
      return true
    }
    events[index].kind = .tally
    piece.transfers = [
      Event.Transfer(
        from: whole.from, to: whole.to, count: part.count, bound: part.bound,
        category: whole.category)
    ]
    if mentionsSwap {
      let way = reverse(whole)
      piece.transfers.append(
        Event.Transfer(
          from: way.from, to: way.to, count: part.count, bound: part.bound,
          category: whole.category))
    }
    if piece.date == nil { piece.inheritDate(of: events[index]) }
    events.append(piece)
    current = events.count - 1
    if mentionsSwap { becomeTally(index, besides: events.count - 1) }
    return true
  }

  /// "Five of the soldiers were exchanged for 54 Russians": a swap of its own inside the one told before.
  mutating func addSwapInside(_ draft: EventDraft) -> Bool {
    guard draft.isForSome, let part = draft.parts.first,
      let back = draft.transfers.first(where: { $0.count != nil }), let index = current,
      let whole = events[index].transfers.first(where: { $0.count ?? 0 > part.count ?? 0 })
    else { return false }
    var swap = draft
    swap.parts = []
    let way = reverse(whole)
    swap.transfers = [
      Event.Transfer(
        from: whole.from, to: whole.to, count: part.count, bound: part.bound,
        category: part.category == .people ? whole.category : part.category),
      Event.Transfer(
        from: way.from, to: way.to, count: back.count, bound: back.bound, category: back.category),
    ]
    if swap.date == nil { swap.inheritDate(of: events[index]) }
    events.append(swap)
    return true
  }

  /// "Nine of them were taken to Lithuania" where 123 were let go: a part, with where it went.
  mutating func addMovedPart(_ draft: EventDraft) -> Bool {
    guard let current, draft.isMovement, !draft.isSwapWord, !draft.isEqual, !draft.isOutside,
      draft.kind != .remains,
      draft.transfers.count == 1, let moved = draft.transfers.first, let count = moved.count,
      draft.parts.contains(where: { $0.count == count }) || isGoalOfSome(draft),
      let whole = events[current].transfers.first(where: {
        ($0.from == moved.from || moved.from == nil || isGoalOfSome(draft))
          && $0.count ?? 0 > count
      })
    else { return false }
    var part = draft
    part.transfers = []
    part.parts =
      draft.parts.isEmpty
      ? [
        Event.Part(
          category: whole.category, label: nil, count: count, bound: moved.bound, to: moved.to)
      ]
      : draft.parts.map { told in
        var told = told
        if told.count == count { told.to = moved.to ?? told.to }
        return told
      }
    part.isPartOnly = true
    merge(part, into: current)
    return true
  }

  /// "Ten were flown to Kyiv and 13 to Minsk": a bare number, and where some of those told before go.
  private func isGoalOfSome(_ draft: EventDraft) -> Bool {
    guard draft.isBareCount, draft.isPassiveMove, draft.date == nil || !draft.dateIsOwn,
      let current
    else { return false }
    return draft.sentence.start - events[current].lastSentence.end < Self.partReach
      || draft.sentence == events[current].lastSentence
  }

  /// "Kyiv received 82 privates and 21 officers" where 103 were told: the numbers break the count down.
  func sumMatch(_ draft: EventDraft) -> Int? {
    guard draft.isMovement, draft.transfers.count >= 2 else { return nil }
    if let current, areLivingAlike(draft, events[current]), isBreakdown(draft, events[current]) {
      return current
    }
    // "Both said that 270 soldiers and 120 civilians were freed on each side", further on
    guard !draft.dateIsOwn else { return nil }
    if draft.goesBothWays {
      return events.lastIndex { draft.kind == $0.kind && isBreakdown(draft, $0) }
    }
    // "270 soldiers and 120 civilians had returned", behind the deal that the 390 of each side are a part of
    return events.lastIndex { event in
      event.kind == draft.kind && event.modality == draft.modality && isExactBreakdown(draft, event)
    }
  }

  /// "100 came home", then "In total, 80 men and 20 women were released": no count over time, but who they are.
  func isSumOfCurrent(_ draft: EventDraft) -> Bool {
    guard draft.kind == .tally, draft.date == nil, draft.transfers.count > 1, let current,
      events[current].isMovement
    else { return false }
    return isExactBreakdown(draft, events[current])
  }

  /// "Russia has also turned over more than 7,000 bodies", "2,583 have been exchanged": far more than any event of the
  /// article, at no time but up to now.
  func isCountUpToNow(_ draft: EventDraft) -> Bool {
    guard draft.isOfManyUpToNow, draft.isMovement, draft.modality == .completed,
      let count = draft.counts.first,
      let largest = events.filter(\.isMovement).flatMap(\.counts).max()
    else { return false }
    return count > largest * Self.farMore
  }

  private static let farMore = 2

  /// "Moscow has handed over 9,000 bodies this year. Ukraine has given back 143": of both over the same time.
  func joinsTally(_ draft: EventDraft) -> Int? {
    guard draft.isMovement, draft.modality == .completed, draft.date == nil || !draft.dateIsOwn,
      draft.transfers.count == 1, let told = draft.transfers.first, told.count != nil,
      let last = events.indices.max(by: { events[$0].lastSentence < events[$1].lastSentence }),
      events[last].kind == .tally, events[last].transfers.count == 1,
      let known = events[last].transfers.first, known.from != nil,
      told.from == known.to, told.to == known.from,
      (told.category == .remains) == (known.category == .remains),
      // "turned over a total of 6,060, while 79 were returned"
      draft.sentence == events[last].lastSentence
        || draft.isPerfect && draft.sentence.start - events[last].lastSentence.end < Self.nextParagraph
    else { return nil }
    return last
  }

  /// "Nine people arrived through Zolote and another 11 near Mayorske", where 20 were told: several moves of one sentence
  /// that break down the number told are its parts.
  func withBreakdown(_ drafts: [EventDraft]) -> [EventDraft] {
    let moves = drafts.filter { draft in
      draft.isMovement && draft.transfers.count == 1 && !draft.counts.isEmpty && !draft.dateIsOwn
    }
    guard moves.count > 1, let current, var whole = moves.first else { return drafts }
    whole.transfers = moves.flatMap(\.transfers)
    guard whole.kind == events[current].kind, isExactBreakdown(whole, events[current]) else {
      return drafts
    }
    for move in moves.dropFirst() {
      for evidence in move.evidence {
        for slot in evidence.slots { whole.note(evidence.span, slot, evidence.rule) }
      }
    }
    return [whole] + drafts.filter { draft in !moves.contains { $0.trigger == draft.trigger } }
  }

  /// "Another 47 released" in the headline, and "45 defenders and two civilians" of the swap: living people both.
  private func areLivingAlike(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    draft.kind == event.kind
      || draft.isMovement && event.isMovement && draft.kind != .remains && event.kind != .remains
        && !draft.isOutside && !event.isOutside
  }

  /// Whether the numbers of a draft add up to the one told of their way, no fewer.
  private func isExactBreakdown(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    isBreakdown(draft, event)
      && event.transfers.contains { $0.count == draft.counts.reduce(0, +) }
  }

  func isBreakdown(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    let ways = Set(draft.transfers.map { Conflict.Way(from: $0.from, to: $0.to) })
    return ways.allSatisfy { way in
      let counts = draft.transfers.filter { $0.from == way.from && $0.to == way.to }
        .compactMap(\.count)
      guard counts.count >= 2,
        let all = event.transfers.first(where: {
          $0.from == way.from && $0.to == way.to
            // "The exchange involved eight officers and 98 privates", where 106 soldiers were told
            || way.from == nil && way.to == nil && $0.count == counts.reduce(0, +)
        }),
        let whole = all.count
      else { return false }
      let sum = counts.reduce(0, +)
      // "nearly 2,000", then "250 convicts and 1,718 people from Gaza"
      if all.bound == .about, abs(sum - whole) * Self.rounding <= whole { return true }
      // Of a long list a last number may stand in a clause of its own.
      return sum == whole || counts.count > 2 && sum < whole && sum * 10 >= whole * 9
    }
  }

  /// A number that is told roughly is off by a thirtieth at most.
  private static let rounding = 30

  /// The draft with its transfers turned into parts, where they add up to what is told already.
  func breakdown(_ draft: EventDraft, of index: Int) -> EventDraft {
    guard isBreakdown(draft, events[index]) else { return draft }
    var result = draft
    result.parts += draft.transfers.map {
      Event.Part(category: $0.category, label: nil, count: $0.count, bound: $0.bound, to: $0.to)
    }
    result.transfers = []
    return result
  }

  /// A total whose events are told apart ("197: 175 in the swap and 22 outside it") is a tally.
  mutating func settleTotals() {
    for index in events.indices where events[index].kind == .exchange {
      guard let whole = events[index].transfers.first, let count = whole.count,
        events[index].transfers.count == 1
      else { continue }
      let others = events.indices.filter { $0 != index && events[$0].isMovement }
      let outside = others.filter { events[$0].isOutside }.flatMap { events[$0].counts }
      let swap = others.first { other in
        !events[other].isOutside
          && events[other].transfers.contains { transfer in
            transfer.to == whole.to && outside.contains { $0 + (transfer.count ?? 0) == count }
          }
      }
      guard let swap else { continue }
      becomeTally(index, besides: swap)
      for other in others where events[other].isOutside && events[other].date == nil {
        events[other].inheritDate(of: events[index])
      }
    }
  }

  /// A headline tells a tally's number without its period: "Over 6,000 brought back".
  mutating func adoptHeadline(of tally: EventDraft) {
    let headline = events.firstIndex { event in
      event.isMovement && event.date == nil && event.counts.count == 1 && sameNumbers(tally, event)
    }
    if let headline { events[headline].kind = .tally }
  }

  /// "Moscow put the number of Russians freed at 25": of the exchange just told, whose other way has no number.
  func isNumberOfExchange(_ draft: EventDraft) -> Bool {
    guard draft.kind == .tally, draft.date == nil, draft.transfers.count == 1, let current,
      let told = draft.transfers.first, let count = told.count, told.to != nil,
      case let event = events[current], event.kind == .exchange, event.modality == .completed,
      let known = event.counts.max(), count <= known * 2,
      draft.sentence.start - event.lastSentence.end <= Self.nextParagraph
    else { return false }
    return event.transfers.contains { $0.count != nil && $0.to == told.from }
      && !event.transfers.contains { $0.count != nil && $0.to == told.to }
  }

  /// "A total of 178 servicemen have been returned", then "On Friday 178 were returned": no count over time.
  mutating func adoptTally(for draft: EventDraft) {
    let sum = events.firstIndex { event in
      event.kind == .tally && event.date == nil && event.counts == draft.counts
        && event.transfers.first?.to == draft.transfers.first?.to
    }
    if let sum { events[sum].kind = draft.kind }
  }

  /// What was told of the whole as of an exchange belongs to its part that was one.
  mutating func becomeTally(_ index: Int, besides swap: Int) {
    events[index].kind = .tally
    let whole = events[index]
    events[swap].ordinal = events[swap].ordinal ?? whole.ordinal
    events[swap].mediators.formUnion(whole.mediators)
    events[swap].place = events[swap].place ?? whole.place
    for evidence in whole.evidence {
      for slot in evidence.slots where ["ordinal", "mediators", "place"].contains(slot) {
        events[swap].note(evidence.span, slot, evidence.rule)
      }
    }
    if events[swap].date == nil { events[swap].inheritDate(of: whole) }
    events[index].ordinal = nil
    events[index].mediators = []
    events[index].place = nil
    events[index].forget(["ordinal", "mediators", "place"])
  }

  /// The direction in which the other side's people go.
  func reverse(_ transfer: Event.Transfer) -> Conflict.Way {
    conflict?.reverse(Conflict.Way(from: transfer.from, to: transfer.to))
      ?? Conflict.Way(from: transfer.to, to: transfer.from)
  }

  /// Whether the parts of a draft are fewer than all people of an event, and none of its numbers.
  func isSome(_ draft: EventDraft, of event: EventDraft) -> Bool {
    draft.parts.allSatisfy { part in
      (part.count ?? 0) < (event.counts.max() ?? 0) && !event.counts.contains(part.count ?? 0)
    }
  }

  /// "Today we brought home 45 of our defenders", where the 45 were told as a part of 47.
  func isPartAgain(_ draft: EventDraft, of event: EventDraft) -> Bool {
    guard draft.isMovement, event.isMovement, draft.transfers.count == 1, !draft.isSwapWord,
      let told = draft.transfers.first, told.count != nil, draft.modality == event.modality,
      draft.date == nil || draft.date == event.date
    else { return false }
    return event.parts.contains {
      $0.count == told.count && $0.to == told.to && $0.category == told.category
    } && !event.transfers.contains { $0.count == told.count && $0.to == told.to }
  }

  /// "Nine residents have returned", then "our nine are on Belarusian soil": all of them, no part.
  func isAllAgain(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    draft.isAnaphoric && draft.parts.count == 1
      && event.transfers.contains { $0.count != nil && $0.count == draft.parts[0].count }
  }

  /// The event that a part belongs to: the one spoken of last, if it is large enough.
  func whole(of draft: EventDraft) -> Int? {
    // "is holding 4,337 Ukrainians, of whom 3,574 are military"
    let counted = events.lastIndex { event in
      !event.isMovement && event.kind != .talks && event.lastSentence == draft.sentence
    }
    if let counted, let whole = events[counted].counts.max(),
      draft.parts.allSatisfy({ $0.count ?? 0 < whole })
    {
      return counted
    }
    if let counted = countedRightBefore(draft) { return counted }
    guard var index = current else { return nil }
    if let date = draft.date, draft.dateIsOwn,
      let same = events.lastIndex(where: { $0.isMovement && $0.date == date })
    {
      index = same
    } else if draft.sentence.start - events[index].lastSentence.end > Self.partReach {
      // Behind a digression the text comes back to the event that it is about.
      guard !draft.isAnaphoric, let main = events.indices.first(where: { events[$0].isMovement })
      else { return nil }
      index = main
    }
    let largest = events[index].counts.max() ?? .max
    return (draft.parts.compactMap(\.count).max() ?? 0) <= largest ? index : nil
  }

  /// "In total, 2,598 have come home. Of them, 2,454 are military": the count of the sentence right before.
  private func countedRightBefore(_ draft: EventDraft) -> Int? {
    guard draft.isAnaphoric,
      let last = events.indices.max(by: { events[$0].lastSentence < events[$1].lastSentence }),
      events[last].kind == .tally || events[last].kind == .held,
      draft.sentence.start - events[last].lastSentence.end < Self.nextParagraph,
      let whole = events[last].counts.max(), draft.parts.allSatisfy({ $0.count ?? 0 < whole })
    else { return nil }
    return last
  }

  /// How far behind an event a part of it may be told, in bytes: a sentence or two.
  static let partReach = 300

  /// What was planned for a day before publication either happened, and is told as such, or did not.
  func isOutdatedPlan(_ draft: EventDraft) -> Bool {
    guard draft.modality == .planned, let date = draft.date, let published else { return false }
    return draft.counts.isEmpty && date.count == 10 && date < published
  }
}
