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

  /// Counts of both sides over the same time: "Moscow has given 9,000 bodies this year; Ukraine has given back 143".
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
        || draft.isPerfect
          && draft.sentence.start - events[last].lastSentence.end < Self.nextParagraph
    else { return nil }
    return last
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

  /// What was planned for a day before publication either happened, and is told as such, or did not.
  func isOutdatedPlan(_ draft: EventDraft) -> Bool {
    guard draft.modality == .planned, let date = draft.date, let published else { return false }
    return draft.counts.isEmpty && date.count == 10 && date < published
  }
}
