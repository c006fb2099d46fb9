internal import Records

/// Numbers that are of an event already told: its parts, its breakdown, all its people again.
extension Discourse {
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
  func areLivingAlike(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    draft.kind == event.kind
      || draft.isMovement && event.isMovement && draft.kind != .remains && event.kind != .remains
        && !draft.isOutside && !event.isOutside
  }

  /// Whether the numbers of a draft add up to the one told of their way, no fewer.
  func isExactBreakdown(_ draft: EventDraft, _ event: EventDraft) -> Bool {
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

  /// The count of the sentence right before: "In total, 2,598 have come home; of them, 2,454 are military".
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
}
