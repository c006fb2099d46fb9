internal import Records

/// The days of an exchange that goes on for several, from those of its stages.
extension Discourse {
  /// "until May 25": the last day of what its sentence tells.
  struct LastDay {
    /// EDTF.
    var date: String
    var span: TextSpan
    var rule: String
  }

  /// "390 on the first day and 307 on the second": the numbers of a day go the ways of what it is a day of.
  func takeWays(_ draft: inout EventDraft) {
    guard let told = draft.transfers.first, told.count != nil, let current,
      events[current].isMovement
    else { return }
    if draft.isCountered { return takeBothWays(&draft, of: events[current]) }
    guard draft.transfers.count == 1 else { return }
    let ways = events[current].transfers.filter { $0.category.fits(told.category) }
    guard !ways.isEmpty else { return }
    var seen: Set<Conflict.Way> = []
    draft.transfers = ways.filter { seen.insert(Conflict.Way(from: $0.from, to: $0.to)).inserted }
      .map { way in
        Event.Transfer(
          from: way.from, to: way.to, count: told.count, bound: told.bound,
          category: told.category == .people ? way.category : told.category)
      }
    draft.kind = events[current].kind
    draft.isAssumed = false
  }

  /// The way of those told right before, and what they are: "64 residents have been returned; eight more are to be
  /// brought home".
  mutating func takeWayOfLast(_ draft: inout EventDraft) {
    guard draft.isAssumed, draft.isBareCount, draft.transfers.count == 1,
      let last = events.max(by: { $0.lastSentence < $1.lastSentence }),
      last.isMovement || last.kind == .tally || last.kind == .held && draft.kind == .held,
      !last.goesBothWays,
      draft.sentence.start - last.lastSentence.end <= Self.nextParagraph,
      let told = last.transfers.last(where: { $0.count != nil && $0.to != nil })
    else { return }
    draft.transfers[0].from = told.from
    draft.transfers[0].to = told.to
    draft.transfers[0].category = told.category
    if last.kind == .release || last.kind == .remains { draft.kind = last.kind }
    draft.isAssumed = false
  }

  /// "On September 18 the figures were 1,000 and 24": in the order in which the event before tells its ways.
  private func takeBothWays(_ draft: inout EventDraft, of event: EventDraft) {
    guard draft.counts.count == 2, draft.transfers.count == 2, let first = event.transfers.first
    else { return }
    let back = reverse(first)
    for (index, way) in [Conflict.Way(from: first.from, to: first.to), back].enumerated() {
      draft.transfers[index].from = way.from
      draft.transfers[index].to = way.to
      if draft.transfers[index].category == .people || event.kind == .remains {
        draft.transfers[index].category = first.category
      }
    }
    draft.kind = event.kind
    draft.isAssumed = false
  }

  /// Gives a whole, told without a day, the time from its first stage to its last one.
  ///
  /// The last one is known where its day is told, or where the numbers of the dated stages are the whole.
  mutating func settleStageDays(_ lastDays: [LastDay]) {
    for whole in events.indices
    where events[whole].goesBothWays && events[whole].date == nil && !events[whole].counts.isEmpty
      && [.completed, .ongoing].contains(events[whole].modality)
    {
      let stages = events.indices.filter { isStage($0, of: whole) }
      // "in the first part of a two-day operation"
      let main = events.firstIndex(where: \.isMovement)
      let near = stages.filter { $0 == main || events[$0].sentence == events[whole].sentence }
      if events[whole].modality == .ongoing, let days = events[whole].days,
        let first = near.compactMap({ events[$0].date }).min(),
        let day = CalendarDay(first)
      {
        events[whole].date = "\(first)/\(day.adding(days: days - 1).text)"
        events[whole].dateIsOwn = true
        for stage in stages { events[whole].noteDate(of: events[stage]) }
        continue
      }
      guard let first = stages.compactMap({ events[$0].date }).min(),
        let end = end(stages, whole, lastDays),
        first < end.date
      else { continue }
      events[whole].date = "\(first)/\(end.date)"
      events[whole].dateIsOwn = true
      // All that was agreed has come.
      if end.rule == nil { events[whole].modality = .completed }
      for stage in stages { events[whole].noteDate(of: events[stage]) }
      if let rule = end.rule { events[whole].note(end.span, "date", rule) }
    }
  }

  /// A smaller swap of the same sides on a day of its own.
  private func isStage(_ index: Int, of whole: Int) -> Bool {
    let (stage, all) = (events[index], events[whole])
    guard index != whole, stage.kind == all.kind, stage.goesBothWays, stage.modality == .completed,
      stage.date?.utf8.count == 10, stage.dateIsOwn, !stage.isPrevious, !stage.isAside
    else { return false }
    return stage.transfers.allSatisfy { part in
      part.count == nil
        || all.transfers.contains {
          $0.from == part.from && $0.to == part.to && $0.count ?? 0 > part.count ?? 0
        }
    }
  }

  private func end(
    _ stages: [Int], _ whole: Int, _ lastDays: [LastDay]
  ) -> (date: String, span: TextSpan, rule: String?)? {
    let told = lastDays.first { day in
      day.date.utf8.count == 10 && stages.contains { events[$0].sentence.contains(day.span) }
    }
    if let told { return (told.date, told.span, told.rule) }
    guard let all = events[whole].counts.first,
      let last = stages.compactMap({ events[$0].date }).max(),
      stages.compactMap({ events[$0].counts.first }).reduce(0, +) == all
    else { return nil }
    return (last, events[whole].trigger, nil)
  }
}
