internal import Records

/// Why what a sentence tells is no event of its own.
extension Discourse {
  /// Whether nobody is told who holds the people, and none of the article's are called captives: "nearly 150
  /// deportees returned", "more than 600 traders".
  func isOfNobody(_ draft: EventDraft) -> Bool {
    guard !draft.areCaptives, draft.kind != .talks, !draft.transfers.isEmpty else { return false }
    // "trading at 1": a number of nothing.
    if draft.isBareCount, draft.kind == .exchange, conflict == nil,
      draft.transfers.allSatisfy({ $0.from == nil && $0.to == nil })
    {
      return true
    }
    // "Kyiv handed over 1,190 and got some 1,900 in return": of what, where no people were told?
    if draft.isNumberAlone, !draft.counts.isEmpty, draft.isMovement, !draft.isSwapWord,
      draft.ordinal == nil,
      !events.contains(where: \.isMovement)
    {
      return true
    }
    // "2,400 minors were taken to Belarus": nobody lets those go, and no side gets them.
    if let conflict, draft.kind == .release,
      draft.transfers.allSatisfy({
        $0.from == nil && $0.to != nil && !conflict.contains($0.to) && $0.category == .child
      })
    {
      return true
    }
    return !isAboutCaptives && draft.transfers.allSatisfy { $0.from == nil }
  }

  /// Why a draft is no event of its own; nil where it is one.
  func lack(_ draft: EventDraft) -> Rejection.Reason? {
    if isSameAgain(draft) { return .known }
    // "Firefighters freed 17 residents": people whose way nothing tells, in an article about no swap.
    if draft.isAssumed, draft.isMovement, !isAboutSwap || !isAboutCaptives, !draft.areCaptives,
      !draft.isSwapWord,
      !events.contains(where: { $0.isMovement && (!$0.isAssumed || areAlike($0, draft)) })
    {
      return .noDirection
    }
    if isOfNobody(draft) { return .noDirection }
    switch draft.kind {
    case .tally, .held: return draft.counts.isEmpty ? .vague : nil
    case .talks:
      // "peace talks broke down last spring"
      if draft.modality == .suspended, draft.date.map({ $0.utf8.count < 10 }) ?? true {
        return .vague
      }
      // "are due to meet in Ankara next week"
      if draft.modality == .planned, draft.date?.utf8.count ?? 0 < 10 { return .vague }
      let isTold =
        draft.date != nil && draft.dateIsOwn || draft.place != nil || !draft.mediators.isEmpty
      return isTold ? nil : .vague
    case .exchange, .release, .remains:
      if !draft.counts.isEmpty { return contradictsWithoutDate(draft) ? .conflict : nil }
      // "parliament released funds for the children of prisoners": nobody goes.
      if draft.transfers.isEmpty, draft.parts.isEmpty, !draft.isSwapWord, !draft.isRecalled,
        draft.kind == .release
      {
        return .vague
      }
      let hasDate = draft.date != nil && draft.dateIsOwn
      // "when Ukrainian troops crossed the border"
      if draft.isAssumed, !draft.isSwapWord, !draft.areCaptives,
        !(draft.isOfNamed && hasDate && isAboutSwap && isAboutCaptives)
      {
        return .noDirection
      }
      if draft.modality == .completed || draft.modality == .ongoing {
        // An opening without a number stands for what is told later; but not "an exchange programme".
        // "Griner has been freed in exchange for Bout"
        let isOfNamed = draft.goesBothWays && draft.isCountered
        let opens =
          events.isEmpty && !draft.isPluperfect
          && (isAboutCaptives || draft.areCaptives || isOfNamed)
        return hasDate || opens ? nil : .vague
      }
      // "has been postponed indefinitely": the article is about it.
      if draft.modality == .suspended, draft.isSwapWord, events.isEmpty { return nil }
      // "would begin on Thursday": a weekday alone makes no plan.
      if draft.modality == .planned, draft.isOnWeekday { return .vague }
      // Wishes and refusals need a number.
      let isWish = draft.modality == .proposed || draft.modality == .rejected
      return !isWish && hasDate ? nil : .vague
    }
  }

  /// People of the kind that the article calls captives, as the children of "130 abducted pupils are free; a first
  /// group of 100 children was released on 7 December".
  func areAlike(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard event.areCaptives, let known = event.transfers.first, let told = draft.transfers.first
    else { return false }
    if event.transfers.count == 1, told.category == .people, told.count ?? 0 < known.count ?? 0 {
      return known.to == told.to
    }
    return known.category == told.category && told.category != .people && known.to == told.to
  }

  /// "the 71 would be flown to Moscow": those who are back go on.
  func isSameAgain(_ draft: EventDraft) -> Bool {
    draft.modality == .planned && !draft.dateIsOwn && !draft.counts.isEmpty
      && events.contains { event in
        event.modality == .completed
          && draft.transfers.allSatisfy { left in
            event.transfers.contains { $0.to == left.to && $0.count == left.count }
          }
      }
  }

  /// A second number for the event spoken of, without a date of its own, is a conflicting claim.
  func contradictsWithoutDate(_ draft: EventDraft) -> Bool {
    guard !draft.dateIsOwn, draft.modality == .completed, !draft.isOutside, !draft.isOutcome,
      let current
    else {
      return false
    }
    if isSwapInside(draft, events[current]) || draft.isLasting { return false }
    // "Saturday's swap was of 103. On Friday Ukraine said 49 had come home"
    if let said = draft.date, let day = events[current].date, events[current].dateIsOwn,
      said.utf8.count == 10, day.utf8.count == 10, said < day
    {
      return false
    }
    if isSwapOfOthers(draft, events[current]) { return false }
    // "Of the total, 246 were exchanged for an equal number": a part with a life of its own.
    if draft.isEqual, let count = draft.counts.first, count < events[current].counts.first ?? 0 {
      return false
    }
    // "Two women were released in Gaza City": of the eight that the swap was told of.
    let isOfSwap =
      draft.kind == .release && events[current].kind == .exchange && !draft.isAdditional
      && !draft.isReply && !draft.goesBothWays
      && draft.sentence.start - events[current].lastSentence.end <= Self.nextParagraph
    return events[current].modality == .completed && agreement(draft, events[current]) < 0
      && (draft.kind == events[current].kind || isOfSwap)
  }
}
