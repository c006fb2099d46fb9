internal import Records

/// Decides which drafts speak of one event: later mentions add slots and never make a second event.
struct Discourse {
  var events: [EventDraft] = []
  let conflict: Conflict?
  /// The event that was spoken of last, for "the swap" and "a day earlier".
  var current: Int?

  let published: String?

  /// Whether the article tells of a stage of an exchange of which more is to come.
  var isStaged = false
  /// Whether the article speaks of swaps.
  let isAboutSwap: Bool

  init(_ conflict: Conflict?, published: String?, isAboutSwap: Bool) {
    self.conflict = conflict
    self.isAboutSwap = isAboutSwap
    self.published = published
  }

  /// The date that relative dates count from: that of the event spoken of last.
  var anchor: String? {
    current.flatMap { events[$0].date } ?? events.first { $0.date != nil }?.date
  }

  mutating func add(_ draft: EventDraft) {
    if draft.isPartOnly {
      if let index = whole(of: draft) { merge(draft, into: index) }
      return
    }
    if draft.isPartOfWhole, splitTally(draft) { return }
    if addMovedPart(draft) { return }
    if isOutdatedPlan(draft) { return }
    if draft.kind == .tally { adoptHeadline(of: draft) }
    if let index = match(draft) ?? sumMatch(draft) {
      merge(breakdown(draft, of: index), into: index)
      if draft.isMovement { current = index }
      return
    }
    guard isWorthAnEvent(draft) else { return }
    var draft = draft
    // "two rounds of talks in Istanbul. The first, on May 16, …"
    if draft.kind == .talks, draft.place == nil,
      let before = events.last(where: {
        $0.kind == .talks && $0.place != nil
          && draft.sentence.start - $0.sentence.end < Self.partReach
      })
    {
      draft.place = before.place
      for evidence in before.evidence where evidence.slots.contains("place") {
        draft.note(evidence.span, "place", evidence.rule)
      }
    }
    let isPart = draft.parts.contains { $0.count == draft.counts.first }
    if draft.date == nil, draft.isOutside || isPart, draft.modality == .completed, let current {
      draft.inheritDate(of: events[current])
    }
    events.append(draft)
    if draft.isMovement { current = events.count - 1 }
  }

  /// A third party's help belongs to the event of its sentence, else to the one spoken of last.
  mutating func addMediation(_ candidate: EventCandidate, _ parties: [(String, TextSpan)]) {
    let here = events.lastIndex {
      $0.sentence == candidate.sentence
        || $0.evidence.contains { candidate.sentence.contains($0.span) }
    }
    // "The deal was mediated by X" right behind it belongs to the event spoken of last; a bare "The mediator
    // was X" elsewhere to the one that the article is about.
    let before = current.flatMap { current in
      candidate.sentence.start - events[current].lastSentence.end <= 2 ? current : nil
    }
    guard let index = here ?? before ?? events.indices.first(where: { events[$0].isMovement }) else { return }
    for (party, span) in parties where conflict?.contains(party) != true {
      events[index].mediators.insert(party)
      events[index].note(span, "mediators", candidate.rule)
    }
  }

  /// "It took place on Friday in Istanbul" belongs to the event spoken of last.
  mutating func addReference(_ draft: EventDraft) {
    guard let current, draft.sentence.start - events[current].lastSentence.end < Self.partReach else {
      return
    }
    if !events[current].dateIsOwn, let date = draft.date, draft.dateIsOwn {
      events[current].date = date
      events[current].dateIsOwn = true
    }
    events[current].place = events[current].place ?? draft.place
    for evidence in draft.evidence {
      for slot in evidence.slots { events[current].note(evidence.span, slot, evidence.rule) }
    }
  }

  func isWorthAnEvent(_ draft: EventDraft) -> Bool {
    // "Firefighters freed 17 residents": people whose way nothing tells, in an article about no swap.
    if draft.isAssumed, draft.isMovement, !isAboutSwap,
      !events.contains(where: { $0.isMovement && !$0.isAssumed })
    {
      return false
    }
    switch draft.kind {
    case .tally, .held: return !draft.counts.isEmpty
    case .talks:
      return draft.date != nil && draft.dateIsOwn || draft.place != nil || !draft.mediators.isEmpty
    case .exchange, .release, .remains:
      if !draft.counts.isEmpty { return !contradictsWithoutDate(draft) }
      if draft.modality == .completed || draft.modality == .ongoing {
        return draft.date != nil || events.isEmpty
      }
      // Wishes and refusals need a number.
      let isWish = draft.modality == .proposed || draft.modality == .rejected
      return !isWish && draft.date != nil && draft.dateIsOwn
    }
  }

  /// A second number for the event spoken of, without a date of its own, is a conflicting claim.
  func contradictsWithoutDate(_ draft: EventDraft) -> Bool {
    guard !draft.dateIsOwn, draft.modality == .completed, !draft.isOutside, let current else {
      return false
    }
    // "Of the total, 246 were exchanged for an equal number": a part with a life of its own.
    if draft.isEqual, let count = draft.counts.first, count < events[current].counts.first ?? 0 {
      return false
    }
    return events[current].modality == .completed && agreement(draft, events[current]) < 0
      && draft.kind == events[current].kind
  }
}

extension Category {
  /// Whether two categories can be of the same people.
  func fits(_ other: Category) -> Bool {
    self == other || self == .people || other == .people
      || [self, other].allSatisfy { $0 == .military || $0 == .wounded }
  }
}
