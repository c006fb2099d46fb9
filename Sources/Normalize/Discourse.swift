internal import Records

/// Decides which drafts speak of one event: later mentions add slots and never make a second event.
struct Discourse {
  private(set) var events: [EventDraft] = []
  private let sides: Sides?
  /// The event that was spoken of last, for "the swap" and "a day earlier".
  private var current: Int?

  private let published: String?

  init(_ sides: Sides?, published: String?) {
    self.sides = sides
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
    if isOutdatedPlan(draft) { return }
    if let index = match(draft) ?? sumMatch(draft) {
      merge(breakdown(draft, of: index), into: index)
      if draft.isMovement { current = index }
      return
    }
    guard isWorthAnEvent(draft) else { return }
    var draft = draft
    let isPart = draft.parts.contains { $0.count == draft.counts.first }
    if draft.date == nil, draft.isOutside || isPart, let current {
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
    // "The mediator was X" belongs to the event that the article is about.
    guard let index = here ?? events.indices.first(where: { events[$0].isMovement }) else { return }
    for (party, span) in parties where sides?.contains(party) != true {
      events[index].mediators.insert(party)
      events[index].note(span, "mediators", candidate.rule)
    }
  }

  /// "197 came home. 175 of them in the swap": the whole is a tally and the part an event.
  private mutating func splitTally(_ draft: EventDraft) -> Bool {
    guard let part = draft.parts.first, let partCount = part.count,
      let index = events.lastIndex(where: { $0.isMovement && ($0.counts.first ?? 0) > partCount }),
      let whole = events[index].transfers.first
    else {
      return false
    }
    var piece = draft
    piece.parts = []
    piece.isPartOfWhole = false
    let mentionsSwap = draft.kind == .exchange && draft.isOneForOne
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
      piece.transfers.append(
        Event.Transfer(
          from: whole.to, to: whole.from, count: part.count, bound: part.bound,
          category: whole.category))
    }
    if piece.date == nil { piece.inheritDate(of: events[index]) }
    events.append(piece)
    current = events.count - 1
    return true
  }

  /// "Kyiv received 82 privates and 21 officers" where 103 were told: the numbers break the count down.
  private func sumMatch(_ draft: EventDraft) -> Int? {
    guard draft.isMovement, draft.transfers.count >= 2, let current,
      draft.kind == events[current].kind
    else { return nil }
    return isBreakdown(draft, events[current]) ? current : nil
  }

  private func isBreakdown(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    let ends = Set(draft.transfers.map { [$0.from, $0.to] })
    guard draft.counts.count >= 2, ends.count == 1, let first = draft.transfers.first,
      let whole = event.transfers.first(where: { $0.from == first.from && $0.to == first.to })?
        .count
    else { return false }
    return draft.counts.reduce(0, +) == whole
  }

  /// The draft with its transfers turned into parts, where they add up to what is told already.
  private func breakdown(_ draft: EventDraft, of index: Int) -> EventDraft {
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
      func has(_ outside: Bool, _ number: Int) -> Bool {
        others.contains {
          events[$0].isOutside == outside
            && events[$0].transfers.contains { $0.count == number && $0.to == whole.to }
        }
      }
      let outside = others.filter { events[$0].isOutside }.flatMap { events[$0].counts }
      if outside.contains(where: { has(false, count - $0) }) { events[index].kind = .tally }
    }
  }

  /// The event that a part belongs to: the one spoken of last, if it is large enough.
  private func whole(of draft: EventDraft) -> Int? {
    guard let index = current,
      draft.sentence.start - events[index].lastSentence.end < Self.partReach
    else { return nil }
    let largest = events[index].counts.max() ?? .max
    return (draft.parts.compactMap(\.count).max() ?? 0) <= largest ? index : nil
  }

  /// How far behind an event a part of it may be told, in bytes: two or three sentences.
  private static let partReach = 500

  /// What was planned for a day before publication either happened, and is told as such, or did not.
  private func isOutdatedPlan(_ draft: EventDraft) -> Bool {
    guard draft.modality == .planned, let date = draft.date, let published else { return false }
    return draft.counts.isEmpty && date.count == 10 && date < published
  }

  // MARK: Matching

  private func match(_ draft: EventDraft) -> Int? {
    var best: (score: Int, index: Int)?
    for (index, event) in events.enumerated() {
      guard let score = score(draft, event, isCurrent: index == current) else { continue }
      if score > best?.score ?? 0 { best = (score, index) }
    }
    return best?.index
  }

  /// How well a draft fits an event; nil where they contradict each other.
  private func score(_ draft: EventDraft, _ event: EventDraft, isCurrent: Bool) -> Int? {
    guard
      draft.kind == event.kind
        || draft.isMovement && event.isMovement && draft.kind != .remains && event.kind != .remains
    else {
      return nil
    }
    if let left = draft.ordinal, let right = event.ordinal, left != right { return nil }
    if draft.kind == .tally || draft.kind == .held { return sameCount(draft, event) ? 5 : nil }
    if draft.kind == .talks { return talksScore(draft, event) }
    if let left = draft.unknownDate, draft.date == nil, left != event.unknownDate, event.date != nil
    {
      return nil
    }
    if event.unknownDate != nil, event.date == nil, draft.date != nil, draft.dateIsOwn {
      return nil
    }
    let isSameDate =
      draft.date.map { left in event.date.map { Self.agree(left, $0) } ?? false } ?? false
    if let left = draft.date, let right = event.date, !Self.agree(left, right), draft.dateIsOwn,
      event.dateIsOwn || !draft.counts.isEmpty || !isCurrent
    {
      return nil
    }
    // "agreed on an exchange of 314": both directions of the 157 each that is told as done.
    if event.isEachWay(of: draft) { return 4 }
    if Self.contradict(draft.modality, event.modality) { return nil }
    let agreement = max(
      agreement(draft, event), draft.isEachWay(of: event) || event.isEachWay(of: draft) ? 1 : -1)
    if draft.isAdditional, agreement < 0, isCurrent, adds(draft, to: event) { return 3 }
    let isTogether =
      isSameDate && draft.dateIsOwn
      || (draft.sentence == event.sentence || draft.sentence == event.lastSentence)
        && draft.kind == event.kind
    if agreement < 0, isTogether, hasNewDirection(draft, event) { return 3 }
    if agreement < 0 || agreement == 0 && draft.isOutside != event.isOutside { return nil }
    if !isSameDate, event.date != nil, draft.date != nil, agreement == 0,
      event.dateIsOwn || !draft.dateIsOwn
    {
      return nil
    }
    var score = agreement * 4 + (isSameDate ? 3 : 0)
    if draft.ordinal != nil, draft.ordinal == event.ordinal { score += 4 }
    if draft.sentence == event.sentence { score += 3 }
    let isBare = draft.counts.isEmpty && (draft.date == nil || !draft.dateIsOwn)
    if isBare || draft.date == nil && agreement == 0 { score += isCurrent ? 2 : 1 }
    if event.date == nil, draft.date != nil, isCurrent, agreement >= 0 { score += 1 }
    return score
  }

  /// Shared counts, or less than zero where one direction has two different counts.
  private func agreement(_ draft: EventDraft, _ event: EventDraft) -> Int {
    var shared = 0
    for left in draft.transfers where left.count != nil {
      for right in event.transfers where right.count != nil && right.category.fits(left.category) {
        if left.from == right.from, left.to == right.to {
          if left.count == right.count { shared += 1 } else { return -1 }
        } else if left.count == right.count, left.from == nil || right.from == nil {
          shared += 1
        } else if left.from == nil && left.to == nil || right.from == nil && right.to == nil {
          if (left.count ?? 0) != (right.count ?? 0) * 2
            && (right.count ?? 0) != (left.count ?? 0) * 2
          {
            return -1
          }
          shared += 1
        }
      }
    }
    return shared
  }

  /// Whether one date is the other, or the month or year of it.
  private static func agree(_ left: String, _ right: String) -> Bool {
    left == right || left.count >= 7 && right.hasPrefix(left)
      || right.count >= 7 && left.hasPrefix(right)
  }

  /// Whether the draft's people are of another category than all that go the same way.
  private func adds(_ draft: EventDraft, to event: EventDraft) -> Bool {
    draft.date == nil
      && draft.transfers.allSatisfy { left in
        left.category != .people
          && !event.transfers.contains {
            $0.from == left.from && $0.to == left.to && $0.category == left.category
              && $0.count != nil
          }
      }
  }

  /// Whether a conflicting claim tells the number of a direction that has none yet.
  private func hasNewDirection(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    draft.transfers.contains { left in
      left.count != nil && left.from != nil
        && !event.transfers.contains { $0.from == left.from && $0.to == left.to && $0.count != nil }
    }
  }

  private func sameCount(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    guard let left = draft.transfers.first, let right = event.transfers.first,
      let a = left.count, let b = right.count
    else { return false }
    if a == b { return true }
    // "over 4,000" in the headline and 4,306 in the text.
    let (rough, exact) = left.bound == .exact ? (right, left) : (left, right)
    return rough.bound != .exact && exact.bound == .exact && draft.date == event.date
      && abs(a - b) * 10 <= max(a, b)
  }

  private func talksScore(_ draft: EventDraft, _ event: EventDraft) -> Int? {
    if let left = draft.date, let right = event.date, !Self.agree(left, right) { return nil }
    if let left = draft.place, let right = event.place, left != right { return nil }
    if draft.date != nil, draft.date == event.date { return 5 }
    if draft.sentence == event.sentence { return 3 }
    let isBare = draft.date == nil && draft.place == nil
    let isVague = event.date == nil && event.place == nil
    if draft.place != nil, draft.place == event.place { return 2 }
    return isVague && !isBare ? nil : 1
  }

  private static func contradict(_ left: EventCandidate.Modality, _ right: EventCandidate.Modality)
    -> Bool
  {
    guard left != right else { return false }
    let done: Set<EventCandidate.Modality> = [.completed, .ongoing]
    return done.contains(left) != done.contains(right) || !done.contains(left)
  }

  // MARK: Merging

  private mutating func merge(_ draft: EventDraft, into index: Int) {
    let isFiner =
      events[index].date.map { old in
        draft.date.map { $0.count > old.count && $0.hasPrefix(old) } ?? false
      } ?? true
    if isFiner || !events[index].dateIsOwn && draft.dateIsOwn, let date = draft.date {
      events[index].date = date
      events[index].dateIsOwn = draft.dateIsOwn
    }
    if draft.kind == .tally, events[index].transfers.first?.bound != .exact,
      draft.transfers.first?.bound == .exact
    {
      events[index].transfers = []
    }
    if draft.isEachWay(of: events[index]) { events[index].transfers = [] }
    if !events[index].isEachWay(of: draft) {
      for transfer in draft.transfers {
        if draft.isAdditional, adds(draft, to: events[index]) {
          events[index].transfers.append(transfer)
        } else {
          add(transfer, to: index)
        }
      }
    }
    if draft.isEqual, draft.counts.isEmpty || draft.transfers.contains(where: { $0.count == nil }) {
      addEqual(draft.transfers.first { $0.count == nil }?.category ?? .people, to: index)
    }
    if !draft.isAssumed, !draft.counts.isEmpty { events[index].isAssumed = false }
    for part in draft.parts
    where !events[index].parts.contains(where: {
      $0.count == part.count && $0.category == part.category
    }) {
      var part = part
      part.to = part.to ?? events[index].transfers.first?.to
      if part.category == .people,
        let whole = events[index].transfers.first(where: { $0.to == part.to })
      {
        part.category = whole.category
      }
      events[index].parts.append(part)
    }
    if draft.isMovement || draft.isPartOnly {
      events[index].lastSentence = max(events[index].lastSentence, draft.sentence)
    }
    events[index].unknownDate = events[index].unknownDate ?? draft.unknownDate
    events[index].ordinal = events[index].ordinal ?? draft.ordinal
    if draft.isMovement == events[index].isMovement {
      events[index].place = events[index].place ?? draft.place
    }
    events[index].mediators.formUnion(draft.mediators)
    for source in draft.sources where !events[index].sources.contains(source) {
      events[index].sources.append(source)
    }
    for evidence in draft.evidence {
      for slot in evidence.slots { events[index].note(evidence.span, slot, evidence.rule) }
    }
    if draft.modality == .ongoing, events[index].modality == .completed,
      draft.date == events[index].date
    {
      events[index].modality = .ongoing
    }
    if events[index].kind == .release, draft.kind == .exchange { events[index].kind = .exchange }
  }

  private mutating func add(_ transfer: Event.Transfer, to index: Int) {
    let known = events[index].transfers
    if let place = known.firstIndex(where: {
      $0.from == transfer.from && $0.to == transfer.to
        && ($0.category.fits(transfer.category) || $0.count == nil || transfer.count == nil)
    }) {
      if known[place].count == nil, transfer.count != nil {
        events[index].transfers[place] = transfer
      }
      if known[place].category == .people, transfer.category != .people,
        transfer.count == known[place].count
      {
        events[index].transfers[place].category = transfer.category
      }
      // The headline rounds what the text tells with its bound.
      if known[place].bound == .exact, transfer.bound != .exact,
        transfer.count == known[place].count, transfer.count != nil
      {
        events[index].transfers[place].bound = transfer.bound
      }
      return
    }
    // A two-way total says nothing where each direction has its own count, and the other way round.
    if transfer.count != nil, transfer.from == nil, transfer.to == nil,
      known.contains(where: { $0.count != nil })
    {
      return
    }
    if transfer.from != nil { events[index].transfers.removeAll { $0.from == nil && $0.to == nil } }
    if transfer.count == nil, known.contains(where: { $0.count != nil }) { return }
    if transfer.count != nil { events[index].transfers.removeAll { $0.count == nil } }
    events[index].transfers.append(transfer)
  }

  /// "The same number of soldiers went the other way": both directions have the count told for one.
  private mutating func addEqual(_ category: Category, to index: Int) {
    let event = events[index]
    let part = event.parts.first { category != .people && $0.category == category }
    let back = event.transfers.filter {
      $0.count != nil && $0.from != nil && $0.category.fits(category)
    }.map { transfer in
      Event.Transfer(
        from: transfer.to, to: transfer.from, count: part?.count ?? transfer.count,
        bound: part?.bound ?? transfer.bound,
        category: part?.category ?? transfer.category)
    }
    for transfer in back
    where !event.transfers.contains(where: {
      $0.from == transfer.from && $0.to == transfer.to && $0.count != nil
        && $0.category.fits(transfer.category)
    }) {
      events[index].transfers.removeAll { $0.count == nil }
      events[index].transfers.append(transfer)
    }
  }

  private func isWorthAnEvent(_ draft: EventDraft) -> Bool {
    switch draft.kind {
    case .tally, .held: return !draft.counts.isEmpty
    case .talks:
      return draft.date != nil && draft.dateIsOwn || draft.place != nil || !draft.mediators.isEmpty
    case .exchange, .release, .remains:
      if !draft.counts.isEmpty { return !contradictsWithoutDate(draft) }
      if draft.modality == .completed || draft.modality == .ongoing {
        return draft.date != nil || events.isEmpty
      }
      return draft.date != nil && draft.dateIsOwn
    }
  }

  /// A second number for the event spoken of, without a date of its own, is a conflicting claim.
  private func contradictsWithoutDate(_ draft: EventDraft) -> Bool {
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

extension EventDraft {
  /// Whether the words say that as many went the other way.
  var isOneForOne: Bool { isEqual }
}

extension Category {
  /// Whether two categories can be of the same people.
  func fits(_ other: Category) -> Bool {
    self == other || self == .people || other == .people
      || [self, other].allSatisfy { $0 == .military || $0 == .wounded }
  }
}
