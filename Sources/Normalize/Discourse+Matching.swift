internal import Records

/// Which event a draft speaks of, by date, counts, ordinal and closeness; nil where they contradict.
extension Discourse {
  func match(_ draft: EventDraft) -> Int? {
    if let current, opens(events[current], draft) { return current }
    var best: (score: Int, index: Int)?
    for (index, event) in events.enumerated() {
      guard let score = score(draft, event, isCurrent: index == current) else { continue }
      if score > best?.score ?? 0 { best = (score, index) }
    }
    return best?.index
  }

  /// The numbers right behind a happening told by its day alone are its own, also where they are those of another
  /// event: "The previous exchange took place on October 2; each side then received 185".
  private func opens(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.isMovement && event.counts.isEmpty && event.dateIsOwn
      && (event.isRecalled || event.isPrevious)
      && draft.isMovement && !draft.counts.isEmpty && draft.modality == event.modality
      && (draft.date == nil || !draft.dateIsOwn || draft.date == event.date)
      && (draft.kind == .remains) == (event.kind == .remains)
      && draft.sentence.start - event.lastSentence.end < Self.nextParagraph
  }

  /// How well a draft fits an event; nil where they contradict each other.
  func score(_ draft: EventDraft, _ event: EventDraft, isCurrent: Bool) -> Int? {
    guard
      draft.kind == event.kind
        || draft.isMovement && event.isMovement && draft.kind != .remains && event.kind != .remains
    else {
      return nil
    }
    if let left = draft.ordinal, let right = event.ordinal, left != right { return nil }
    if draft.kind == .tally || draft.kind == .held {
      if sameCount(draft, event) { return 5 }
      // "has released 10 Israelis and Israel about 400 Palestinians"
      // but each holder has its own: "391 in India, 257 in Pakistan".
      let isOneHolder =
        draft.kind == .tally || draft.transfers.first?.from == event.transfers.first?.from
      return [event.sentence, event.lastSentence].contains(draft.sentence)
        && draft.date == event.date && isOneHolder
        && hasNewDirection(draft, event) ? 4 : nil
    }
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
    if isCarriedOut(event, by: draft) { return 4 }
    let isOpening = event.counts.isEmpty && !event.dateIsOwn
    if let left = draft.date, let right = event.date, !Self.agree(left, right), draft.dateIsOwn,
      !isOpening, event.dateIsOwn || !draft.counts.isEmpty || !isCurrent
    {
      return nil
    }
    // "In September 2022 they let an engineer go in exchange for a tribal leader": named people of a day of their own.
    if let left = draft.date, let right = event.date, draft.dateIsOwn, draft.isCountered,
      draft.counts.isEmpty, !event.counts.isEmpty, isLongBefore(left, right)
    {
      return nil
    }
    // The event that the article is about has the day of its opening, also before that is settled.
    if let lead, event.date == nil, event.unknownDate == nil, draft.dateIsOwn, let own = draft.date,
      !draft.counts.isEmpty || isLongBefore(own, lead),
      !Self.agree(own, lead), own < lead,
      event.trigger == events.first(where: \.isMovement)?.trigger,
      !(agreement(draft, event) > 0 && isShortlyBefore(own, lead))
    {
      return nil
    }
    if isBackground(draft, of: event) || isOneOfOtherDay(draft, event) { return nil }
    // "agreed on an exchange of 314": both directions of the 157 each that is told as done.
    if event.isEachWay(of: draft) { return 4 }
    if tellsSides(draft, of: event), draft.sentence.start > event.sentence.start { return 4 }
    if Self.contradict(draft.modality, event.modality), !isSamePlan(draft, event) { return nil }
    if draft.isOutside != event.isOutside, !draft.counts.isEmpty, !event.counts.isEmpty,
      draft.counts != event.counts
    {
      return nil
    }
    // "for making today's exchange possible": not the release outside it
    if draft.isSwapWord, draft.counts.isEmpty, event.isOutside,
      events.contains(where: { $0.kind == .exchange && !$0.isOutside })
    {
      return nil
    }
    // "The exchange was mediated by Oman": no parties of its own
    // "The handover took place at the border": of the people told before
    let isBareSwap =
      draft.counts.isEmpty && (draft.isSwapWord || draft.transfers.isEmpty) && !draft.isElsewhere
      && isCurrent
    // "The soldiers crossed from Belarus on Thursday": those told before, on their way.
    let isOnTheWay =
      draft.counts.isEmpty && isCurrent && draft.isElsewhere && draft.modality == event.modality
      && (event.date == nil || isSameDate)
      && draft.sentence.start - event.lastSentence.end <= Self.nextParagraph
    if draft.isElsewhere != event.isElsewhere, !isBareSwap, !isOnTheWay, !completes(draft, event) {
      return nil
    }
    // "after Reed was exchanged for a Russian pilot in April": of another day than what is told without one.
    if draft.isAside, draft.dateIsOwn, draft.isCountered, draft.counts.isEmpty, event.date == nil {
      return nil
    }
    // "It was the 49th exchange and the first since August 7, when 22 were freed"
    if event.isAside, draft.sentence == event.sentence, draft.trigger < event.trigger, !isSameDate {
      return nil
    }
    let agreement = max(
      agreement(draft, event), draft.isEachWay(of: event) || event.isEachWay(of: draft) ? 1 : -1)
    // "303 walked free in the last leg of the 1,000-a-side swap": a stage and its whole are two events.
    if agreement < 0, draft.isLasting != event.isLasting { return nil }
    // "That same day 11 sailors were traded for 19 others": beside those told before.
    if isSwapOfOthers(draft, event), draft.dateIsOwn, draft.sentence != event.sentence {
      return nil
    }
    // "The swap of Thursday was part of an exchange of 1,000 each": no number of the day.
    if draft.isPrevious, event.isWhole, draft.counts.isEmpty { return nil }
    if draft.isWhole, draft.isLasting, !event.isLasting, event.dateIsOwn, event.counts.isEmpty {
      return nil
    }
    // "On Friday 146 were exchanged, and eight others were let go": not of what was told before this sentence.
    if !isCurrent, agreement == 0, draft.date == nil, !draft.counts.isEmpty, let current,
      events[current].lastSentence == draft.sentence, events[current].isMovement
    {
      return nil
    }
    // "In July 48 were freed. The army had earlier handed over 14": beside what was told in passing right before.
    if !isCurrent, agreement == 0, draft.date == nil, !draft.counts.isEmpty, let current,
      let lead, let day = events[current].date, events[current].dateIsOwn, day < lead,
      !Self.agree(day, lead), draft.isPerfect,
      draft.sentence.start - events[current].lastSentence.end < Self.nextParagraph
    {
      return nil
    }
    if draft.isAdditional, agreement < 0, isCurrent, adds(draft, to: event) { return 3 }
    let isTogether =
      isSameDate && draft.dateIsOwn
      || (draft.sentence == event.sentence || draft.sentence == event.lastSentence)
        && draft.kind == event.kind
    // "Medvedchuk was handed over for 200, while 55 were traded for five commanders"
    let isOwnSwap = draft.isCountered && draft.counts.count == 2 && event.isCountered
    if agreement < 0, isTogether, !isOwnSwap, hasNewDirection(draft, event) { return 3 }
    if agreement < 0, isCurrent, isOtherClaim(draft, of: event) { return 3 }
    let isReference = draft.counts.isEmpty && isCurrent
    if agreement < 0 || agreement == 0 && draft.isOutside != event.isOutside && !isReference {
      return nil
    }
    if !isSameDate, event.date != nil, draft.date != nil, agreement == 0,
      event.dateIsOwn || !draft.dateIsOwn
    {
      return nil
    }
    var score = agreement * 4 + (isSameDate ? 3 : 0)
    if draft.ordinal != nil, draft.ordinal == event.ordinal { score += 4 }
    if draft.sentence == event.sentence { score += 3 }
    // "announced the return of soldiers" opens what is told in full later.
    if isOpening, !draft.counts.isEmpty { score += 2 }
    let isBare = draft.counts.isEmpty && (draft.date == nil || !draft.dateIsOwn)
    if isBare || draft.date == nil && agreement == 0 { score += isCurrent ? 2 : 1 }
    // "the swap" is the exchange, and not the release beside it.
    if isBare, draft.kind == .exchange, event.kind == .exchange, !event.isOutside { score += 2 }
    if event.date == nil, draft.date != nil, isCurrent, agreement >= 0 { score += 1 }
    // "The handover went ahead on April 11", a week before somebody told of it.
    if event.date != nil, !event.dateIsOwn, draft.dateIsOwn, isCurrent, draft.counts.isEmpty,
      !draft.isPrevious
    {
      score += 1
    }
    return score
  }

  /// "Another of them, the pastor David Lin, was freed in September": one who was freed on a day before the news is none
  /// of the three whom those tell of.
  private func isOneOfOtherDay(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    guard draft.isOfOne, draft.dateIsOwn, let day = draft.date, let today = lead ?? published,
      event.date == nil || !event.dateIsOwn
    else { return false }
    return event.counts.contains { $0 > 1 } && day < today && !Self.agree(day, today)
      && !isShortlyBefore(day, today)
  }

  static let halfYear = 180

  /// In days: how long those who were freed may take to come home.
  static let onward = 2

  func talksScore(_ draft: EventDraft, _ event: EventDraft) -> Int? {
    if let left = draft.date, let right = event.date, !Self.agree(left, right) { return nil }
    if let left = draft.place, let right = event.place, left != right { return nil }
    // The talks that the article is about are those of the day of its opening.
    if let lead, event.date == nil, let date = draft.date, date < lead, date.utf8.count == 10,
      event.place == nil || event.place != draft.place,
      event.trigger == events.first(where: { $0.kind == .talks })?.trigger
    {
      return nil
    }
    if draft.date != nil, draft.date == event.date { return 5 }
    if draft.isPrevious, !event.isPrevious { return nil }
    if draft.sentence == event.sentence { return 3 }
    let isBare = draft.date == nil && draft.place == nil
    let isVague = event.date == nil && event.place == nil
    if draft.place != nil, draft.place == event.place { return 2 }
    return isVague && !isBare ? nil : 1
  }

  /// In bytes: what stands between two paragraphs.
  static let nextParagraph = 2

  /// "agreed to free 1,200", "the 1,200 will be freed", "the swap was to begin": a plan told with another
  /// status is the same where the numbers are, or where only one of both has any.
  func isSamePlan(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    let done: Set<EventCandidate.Modality> = [.completed, .ongoing]
    guard !done.contains(draft.modality), !done.contains(event.modality) else { return false }
    if draft.counts.isEmpty || event.counts.isEmpty {
      if let left = draft.date, let right = event.date { return left == right }
      // "The swap, of 1,000 from each side, was meant to begin with the wounded": what the article says is off.
      if event.modality == .suspended, event.counts.isEmpty, draft.goesBothWays,
        events.first(where: { $0.kind == draft.kind })?.trigger == event.trigger
      {
        return true
      }
      return draft.sentence.start - event.lastSentence.end <= Self.nextParagraph
    }
    return agreement(draft, event) > 0
  }

  static func contradict(_ left: EventCandidate.Modality, _ right: EventCandidate.Modality)
    -> Bool
  {
    guard left != right else { return false }
    let done: Set<EventCandidate.Modality> = [.completed, .ongoing]
    return done.contains(left) != done.contains(right) || !done.contains(left)
  }
}
