internal import Records

/// The day that the opening tells, and the days of those who arrive.
extension Discourse {
  /// The event that the article is about takes the day that the opening tells, if it has none of its own.
  mutating func settleDate(_ lead: (text: String, mention: Mention)?) {
    guard
      let main = events.indices.first(where: { events[$0].isMovement && !events[$0].counts.isEmpty }
      ),
      events[main].date == nil, events[main].unknownDate == nil, !events[main].isPluperfect,
      events[main].modality == .completed || events[main].modality == .ongoing,
      let found = lead,
      !events.contains(where: {
        $0.isMovement && ($0.kind == .remains) == (events[main].kind == .remains)
          && $0.date == found.text
      }),
      !isDayOfTalks(found.mention)
    else { return }
    events[main].date = found.text
    events[main].note(found.mention.span, "date", "lead-date")
    // "Two Thai workers were also let go": on the same day
    for index in events.indices
    where events[index].isMovement && events[index].date == nil
      && events[index].unknownDate == nil && events[index].modality == .completed
      && (events[index].isOutside || events[index].isAdditional)
      && events[index].sentence.start - events[main].lastSentence.end < Self.partReach
    {
      events[index].inheritDate(of: events[main])
    }
  }

  /// The Friday that is nearer: "planned to swap 300 on Friday; it was called off".
  mutating func turnBackWeekday(of index: Int) {
    guard events[index].isOnWeekday, let day = events[index].date.flatMap({ CalendarDay($0) }),
      let today = published.flatMap({ CalendarDay($0) }), day > today
    else { return }
    let past = day.adding(days: -7)
    if today.number - past.number < day.number - today.number { events[index].date = past.text }
  }

  /// "Five Americans landed in Washington on Tuesday" the day after they were freed: no second event.
  mutating func settleArrivals() {
    let arrivals = events.indices.filter { index in
      events[index].isPassiveMove && events[index].modality == .completed
        && events.indices.contains { $0 != index && isArrival(events[index], of: events[$0]) }
    }
    for index in arrivals.reversed() {
      let goal = events.indices.first {
        $0 != index && events[$0].date == nil && isArrival(events[index], of: events[$0])
      }
      if let goal {
        events[goal].inheritDate(of: events[index])
        events[goal].dateIsOwn = true
      }
      events.remove(at: index)
    }
  }

  func isArrival(_ late: EventDraft, of event: EventDraft) -> Bool {
    guard event.isMovement, !event.isPassiveMove, event.modality == .completed,
      let last = late.date.flatMap({ CalendarDay($0) }), !late.counts.isEmpty
    else { return false }
    // "Iran freed five Americans in a swap": without a day of its own, it went on when they landed.
    if event.date == nil {
      return event.goesBothWays && event.sentence < late.sentence
        && late.transfers.allSatisfy { told in
          event.transfers.contains { $0.count == told.count && $0.from == told.from }
        }
    }
    guard let first = event.date.flatMap({ CalendarDay($0) }),
      (1...Self.onward).contains(last.number - first.number)
    else { return false }
    return late.transfers.allSatisfy { told in
      event.transfers.contains { $0.count == told.count && $0.to == told.to }
    }
  }

  /// "The swap was negotiated by the presidents on March 18": a day that is told of talks.
  func isDayOfTalks(_ day: Mention) -> Bool {
    events.contains { event in
      // Talks that ended on a day leave it to what they led to.
      event.kind == .talks && event.date?.contains("/") != true
        && event.evidence.contains { $0.span == day.span && $0.slots.contains("date") }
    }
  }

  /// "agreed on Tuesday to free 2,900; the talks were held in Muscat": talks end on the day that they bring a deal.
  mutating func settleDealDay() {
    guard let day = dealDay,
      let talks = events.indices.first(where: { events[$0].kind == .talks }),
      events[talks].date == nil, events[talks].unknownDate == nil,
      events[talks].modality == .completed, !events[talks].isPrevious,
      !events.contains(where: { $0.kind == .talks && $0.date == day.text })
    else { return }
    events[talks].date = day.text
    events[talks].note(day.span, "date", "agreed-at")
  }

  /// Talks that the article is about take the day of its opening, if nothing of that day is told beside them.
  mutating func settleTalks(_ lead: (text: String, mention: Mention)?, bodyStart: Int) {
    guard let found = lead,
      let talks = events.indices.first(where: { events[$0].kind == .talks }),
      events[talks].date == nil, events[talks].modality == .completed, !events[talks].isPrevious,
      events[talks].sentence.start < bodyStart
        || events[talks].sentence.contains(found.mention.span),
      !events.contains(where: { $0.kind == .talks && $0.date == found.text }),
      !events.contains(where: {
        $0.isMovement && $0.modality == .completed && $0.date == found.text
      })
    else { return }
    events[talks].date = found.text
    events[talks].note(found.mention.span, "date", "lead-date")
  }
}
