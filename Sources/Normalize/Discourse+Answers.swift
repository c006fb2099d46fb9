internal import Records

/// Swaps beside or inside the one told before, and what is told in answer to it.
extension Discourse {
  /// "In exchange, a group of prisoners was handed over" behind servicemen who were returned: the way back, told
  /// without numbers.
  func isAnswer(_ draft: EventDraft, to event: EventDraft) -> Bool {
    draft.isReply && draft.isMovement && draft.kind != .remains && event.isMovement
      && event.kind != .remains && draft.counts.isEmpty && draft.modality == event.modality
      && draft.sentence.start - event.lastSentence.end <= Self.nextParagraph
      && draft.transfers.allSatisfy { told in
        event.transfers.contains { $0.to == told.from && $0.from == told.to && told.to != nil }
      } && !draft.transfers.isEmpty
  }

  /// "El Salvador sent 252 Venezuelans home, and in exchange Venezuela freed ten Americans": in one sentence an answer
  /// is of the same swap, whoever gives and gets.
  func isAnswerOfThird(_ draft: EventDraft, to event: EventDraft) -> Bool {
    draft.isReply && draft.isMovement && draft.kind != .remains && event.isMovement
      && event.kind != .remains && draft.modality == event.modality
      && draft.sentence == event.sentence && draft.trigger > event.trigger
      && !draft.counts.isEmpty && !event.counts.isEmpty && !draft.isAssumed
      && draft.transfers.allSatisfy { told in
        !event.transfers.contains { $0.from == told.from && $0.to == told.to }
      }
  }

  /// "Venezuela frees 10 Americans in swap", then "El Salvador sent home 252 under a deal under which Venezuela freed 10
  /// Americans": a headline without a day that told one way of it is the same.
  mutating func joinHeadline(to index: Int) {
    guard
      let early = events.indices.first(where: { place in
        place < index && events[place].kind == .exchange && events[place].date == nil
          && events[place].modality == events[index].modality && !events[place].counts.isEmpty
          && events[place].transfers.filter { $0.count != nil }.allSatisfy(
            events[index].transfers.contains)
      })
    else { return }
    var headline = events[early]
    headline.transfers = []
    merge(headline, into: index)
    events.remove(at: early)
    current = current.map { $0 > early ? $0 - 1 : $0 }
  }

  /// "In exchange, 90 prisoners were handed over": where no words tell the way of an answer, it is the other one.
  func turn(_ draft: inout EventDraft, against event: EventDraft) {
    let ways = Set(event.transfers.map { Conflict.Way(from: $0.from, to: $0.to) })
    guard draft.isReply, draft.isAssumed, draft.transfers.count == 1, event.isMovement,
      ways.count == 1, let known = event.transfers.first, known.from != nil, known.to != nil,
      draft.sentence.start - event.lastSentence.end <= Self.nextParagraph
    else { return }
    let way = reverse(known)
    draft.transfers[0].from = way.from
    draft.transfers[0].to = way.to
  }

  /// "returned 15 bodies on Friday, bringing the total to 195": a total in the sentence of what it counts on is of those
  /// who go the same way.
  func takeWay(_ draft: inout EventDraft) {
    guard let current, draft.isAssumed, draft.isNumberAlone, draft.transfers.count == 1,
      events[current].isMovement, events[current].transfers.count == 1,
      let known = events[current].transfers.first, known.from != nil, known.to != nil,
      draft.sentence == events[current].lastSentence, draft.trigger > events[current].trigger
    else { return }
    draft.transfers[0].from = known.from
    draft.transfers[0].to = known.to
    if known.category == .remains { draft.transfers[0].category = .remains }
    draft.isAssumed = false
  }

  func isOfWounded(_ draft: EventDraft, beside event: EventDraft) -> Bool {
    draft.isCountered && draft.goesBothWays && event.kind == .exchange
      && draft.transfers.allSatisfy { $0.category == .wounded && $0.count != nil }
      && event.transfers.allSatisfy { $0.category != .wounded }
  }

  /// "11 sailors were swapped for 19 others": both numbers are told together, and neither is one of the event before.
  func isSwapOfOthers(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    draft.isSwapWord && draft.isCountered && event.goesBothWays
      && draft.counts.count == 2 && (event.counts.count > 1 || event.isCountered)
      && !draft.counts.contains(where: event.counts.contains)
      && (draft.isAdditional
        || draft.transfers.contains { left in
          !event.transfers.contains { $0.to == left.to && $0.category == left.category }
        })
  }

  /// "The other five were exchanged for the 54 Russians": a swap inside the swap.
  func isSwapInside(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    guard draft.goesBothWays, draft.kind == event.kind else { return false }
    // "200 were exchanged for Medvedchuk": some of them for somebody without a number.
    if !draft.dateIsOwn, draft.transfers.contains(where: { $0.count == nil }),
      draft.transfers.contains(where: { left in
        event.transfers.contains { $0.to == left.to && $0.count ?? 0 > left.count ?? .max }
      })
    {
      return true
    }
    return event.goesBothWays
      && draft.transfers.contains { left in
        event.transfers.contains { $0.to == left.to && $0.count == left.count && left.count != nil }
      }
      && draft.transfers.contains { left in
        event.transfers.contains { $0.to == left.to && $0.count ?? 0 > left.count ?? 0 }
      }
  }
}
