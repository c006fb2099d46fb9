internal import Records

/// Whether another wording, another side or a later word is of the same event.
extension Discourse {
  /// "189 came home and 150 Russians were freed", then "150 were handed over on Monday for 150 Russians": the other
  /// side's word on the same exchange, of which one number is known.
  func isOtherClaim(_ draft: EventDraft, of event: EventDraft) -> Bool {
    if isCountForEach(draft, against: event) { return true }
    return draft.isCountered && draft.goesBothWays && event.goesBothWays && !draft.isLasting
      && draft.modality == event.modality
      && (event.date == nil || draft.date == nil || event.date == draft.date)
      && draft.transfers.contains { left in
        event.transfers.contains { $0.to == left.to && $0.count == left.count && left.count != nil }
      }
      && draft.transfers.allSatisfy { left in
        event.transfers.contains {
          $0.to == left.to && ($0.count ?? 0) * 2 > left.count ?? 0
            && (left.count ?? 0) * 2 > $0.count ?? 0
        }
      }
  }

  /// "189 came home", then "put the count at 150 for each side": another claim of them, and a first one of the others.
  private func isCountForEach(_ draft: EventDraft, against event: EventDraft) -> Bool {
    guard draft.isEachSide, draft.date == nil || !draft.dateIsOwn, draft.modality == event.modality,
      event.kind == .exchange, event.modality == .completed, !event.goesBothWays,
      !draft.isLasting, let count = draft.counts.first, let known = event.counts.max()
    else { return false }
    return count * 2 > known && known * 2 > count
  }

  /// "A swap would be held the next day", then "It went ahead on Wednesday": what was to come on a day that is
  /// told of the same day as done.
  func isCarriedOut(_ plan: EventDraft, by draft: EventDraft) -> Bool {
    let open: Set<EventCandidate.Modality> = [.planned, .agreed]
    guard let due = plan.date.flatMap({ CalendarDay($0) }),
      let day = draft.date.flatMap({ CalendarDay($0) })
    else { return false }
    // "was to be held on Friday" may mean the one that was or the one to come.
    let isOfWeekday =
      due.number - day.number == 7
      && !events.contains { $0.isMovement && $0.modality == .completed && $0.date == draft.date }
    return open.contains(plan.modality) && draft.modality == .completed
      && (due.number == day.number || isOfWeekday) && draft.dateIsOwn
      && draft.kind == plan.kind && (draft.counts.isEmpty || agreement(draft, plan) > 0)
  }

  /// "In December 2022 Griner was exchanged for Bout": half a year or more before the day of the article.
  func isLongBefore(_ day: String, _ lead: String) -> Bool {
    guard let left = CalendarDay(day.utf8.count == 7 ? day + "-01" : day),
      let right = CalendarDay(lead.utf8.count == 7 ? lead + "-01" : lead)
    else { return false }
    return right.number - left.number > Self.halfYear
  }

  /// "The latest exchange took place on October 2" in December, paragraphs behind people who came home without a day:
  /// news are not that old.
  func isBackground(_ draft: EventDraft, of event: EventDraft) -> Bool {
    guard let published, event.date == nil || !event.dateIsOwn, event.modality == .completed,
      draft.dateIsOwn,
      let day = draft.date.flatMap({ CalendarDay($0.utf8.count == 7 ? $0 + "-28" : $0) }),
      let today = CalendarDay(published),
      event.trigger == events.first(where: \.isMovement)?.trigger
    else { return false }
    return today.number - day.number > Self.stale
      && draft.sentence.start - event.lastSentence.end >= Self.nextParagraph
  }

  /// In days: news of what is older is background.
  private static let stale = 10

  /// "Venezuela frees 10" in the headline of a Saturday, and "the ten were freed on Friday".
  func isShortlyBefore(_ day: String, _ lead: String) -> Bool {
    guard let left = CalendarDay(day), let right = CalendarDay(lead) else { return false }
    return (1...Self.onward).contains(right.number - left.number)
  }

  /// "agreed to exchange about 2,900", then "the government is to receive 1,200 and the Houthis 1,700": the two
  /// numbers of a sum of both ways.
  func tellsSides(_ draft: EventDraft, of total: EventDraft) -> Bool {
    guard total.transfers.count == 1, let sum = total.transfers.first, let all = sum.count,
      sum.from == nil && sum.to == nil || total.isAssumed && sum.bound != .exact,
      draft.goesBothWays, draft.counts.count == 2
    else { return false }
    let both = draft.counts.reduce(0, +)
    return both == all || sum.bound != .exact && abs(both - all) * 20 <= all
  }

  /// "Belarus freed 14" and "all 14 were driven to Lithuania": each tells one end of the way of the same people.
  func completes(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    !draft.counts.isEmpty
      && draft.transfers.allSatisfy { left in
        event.transfers.contains { right in
          left.count == right.count
            && (left.from == nil || right.from == nil || left.from == right.from)
            && (left.to == nil || right.to == nil)
        }
      }
  }
}
