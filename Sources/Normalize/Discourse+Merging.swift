internal import Records

/// What a later mention adds to an event.
extension Discourse {
  mutating func merge(_ told: EventDraft, into index: Int) {
    var draft = told
    takeExactCount(&draft, of: events[index])
    let isFiner =
      events[index].date.map { old in
        draft.date.map { $0.count > old.count && $0.hasPrefix(old) } ?? false
      } ?? true
    if isFiner || !events[index].dateIsOwn && draft.dateIsOwn, let date = draft.date,
      !draft.isPartOnly
    {
      events[index].date = date
      events[index].dateIsOwn = draft.dateIsOwn
    }
    if draft.kind == .tally, events[index].transfers.first?.bound != .exact,
      draft.transfers.first?.bound == .exact
    {
      events[index].transfers = []
    }
    if draft.isEachWay(of: events[index]) { events[index].transfers = [] }
    // A headline's "2,900 freed" is told as a sum of both ways later.
    if events[index].isAssumed, let sum = draft.transfers.first, sum.from == nil, sum.to == nil,
      events[index].counts == draft.counts, draft.counts.count == 1
    {
      events[index].transfers = draft.transfers
      events[index].isAssumed = false
    }
    if !events[index].isEachWay(of: draft) {
      let isAdded = draft.isAdditional && adds(draft, to: events[index])
      let known = events[index]
      for transfer in draft.transfers {
        let isBeside =
          transfer.count != nil
          && known.transfers.contains { told in
            told.from == transfer.from && told.to == transfer.to
              && told.count != transfer.count
              && isBesideShared(transfer, told, draft, known)
          }
          && !known.transfers.contains { $0.to == transfer.to && $0.count == transfer.count }
        if isAdded || isBeside {
          events[index].transfers.append(transfer)
        } else {
          add(transfer, to: index)
        }
      }
    }
    dropSum(of: index)
    if draft.isEqual, !draft.goesBothWays || draft.counts.isEmpty {
      addEqual(draft.equalCategory ?? .people, to: index)
    }
    if !draft.isAssumed, !draft.counts.isEmpty { events[index].isAssumed = false }
    // "Three soldiers from the region are among the freed": the three of the headline are a part.
    if draft.isPartOnly, let only = events[index].transfers.first,
      events[index].transfers.count == 1, draft.parts.contains(where: { $0.count == only.count })
    {
      events[index].transfers[0].count = nil
      events[index].transfers[0].bound = nil
    }
    for part in newParts(of: draft, beside: events[index].parts) {
      var part = part
      let wholes = events[index].transfers.filter { $0.count ?? .max >= part.count ?? 0 }
      if draft.isAnaphoric, wholes.contains(where: { $0.to == events[index].lastGoal }) {
        part.to = part.to ?? events[index].lastGoal
      }
      part.to = part.to ?? (wholes.first ?? events[index].transfers.first)?.to
      // "two sisters" of sixteen children
      let isOfChildren = wholes.first?.category == .child
      if part.category == .people, isOfChildren || draft.bareParts.contains(part.count ?? 0),
        let whole = events[index].transfers.first(where: { $0.to == part.to })
      {
        part.category = whole.category
      }
      if events[index].kind == .remains { part.category = .remains }
      events[index].parts.append(part)
    }
    if draft.isPartOnly { events[index].splitBySides(conflict) }
    if let goal = draft.transfers.last(where: { $0.count != nil })?.to {
      events[index].lastGoal = draft.goesBothWays ? nil : goal
    }
    events[index].lastSentence = max(events[index].lastSentence, draft.sentence)
    events[index].days = events[index].days ?? draft.days
    events[index].isSwapWord = events[index].isSwapWord || draft.isSwapWord
    events[index].isPassiveMove = events[index].isPassiveMove && draft.isPassiveMove
    events[index].isDeal = events[index].isDeal || draft.isDeal
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
    if isCarriedOut(events[index], by: draft) {
      events[index].modality = .completed
      events[index].date = draft.date
    }
    if let left = Self.planRank[draft.modality], let right = Self.planRank[events[index].modality],
      left > right
    {
      events[index].modality = draft.modality
    }
    // "189 are coming home" in the headline of what has been carried out
    if events[index].isHomecoming, events[index].modality == .ongoing,
      draft.modality == .completed, draft.kind == .exchange,
      draft.date == events[index].date || events[index].date == nil
    {
      events[index].modality = .completed
      events[index].isHomecoming = false
    }
    // "We are bringing our people home", somebody says of what is over.
    if draft.modality == .ongoing, !draft.isHomecoming, events[index].modality == .completed,
      draft.date == events[index].date,
      !draft.counts.isEmpty || draft.isSwapWord || draft.dateIsOwn
    {
      events[index].modality = .ongoing
    }
    if events[index].kind == .release, draft.kind == .exchange, !draft.isPartOnly,
      !events[index].isOutside
    {
      events[index].kind = .exchange
    }
  }

  /// "103 came home" and "more than a hundred were traded for the same number": as many as are known went back.
  private func takeExactCount(_ draft: inout EventDraft, of event: EventDraft) {
    guard draft.isEqual, draft.goesBothWays,
      let known = event.transfers.first(where: { $0.bound == .exact && $0.count != nil }),
      draft.transfers.allSatisfy({ $0.bound != .exact && Self.agree($0, known) })
    else { return }
    for place in draft.transfers.indices {
      draft.transfers[place].count = known.count
      draft.transfers[place].bound = known.bound
    }
  }

  /// The two ways take the place of their sum, as in "179 were exchanged; Russia received 63 and Ukraine 116".
  private mutating func dropSum(of index: Int) {
    let transfers = events[index].transfers
    guard let sum = transfers.firstIndex(where: { $0.from == nil && $0.to == nil }),
      let all = transfers[sum].count, events[index].goesBothWays
    else { return }
    let ways = transfers.filter { $0.from != nil && $0.to != nil }.compactMap(\.count)
    if ways.reduce(0, +) == all { events[index].transfers.remove(at: sum) }
  }

  /// Of two statuses of one plan the later stage is told.
  private static let planRank: [EventCandidate.Modality: Int] = [
    .proposed: 0, .planned: 1, .agreed: 2, .rejected: 3, .suspended: 4,
  ]

  mutating func add(_ told: Event.Transfer, to index: Int) {
    let known = events[index].transfers
    var transfer = told
    if events[index].kind == .remains { transfer.category = .remains }
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
      if known[place].bound != .exact, transfer.bound == .exact,
        known[place].count != transfer.count
      {
        events[index].transfers[place] = transfer
        return
      }
      // The headline rounds what the text tells with its bound.
      if known[place].bound == .exact, transfer.bound != .exact,
        transfer.count == known[place].count, transfer.count != nil
      {
        events[index].transfers[place].bound = transfer.bound
      }
      return
    }
    // "freed five and handed them over to Kyiv": the second verb tells where to.
    if let place = known.firstIndex(where: {
      $0.count == transfer.count && transfer.count != nil
        && ($0.from == transfer.from && ($0.to == nil || transfer.to == nil)
          || transfer.from == nil && transfer.to != nil && $0.to == nil)
    }) {
      events[index].transfers[place].to = known[place].to ?? transfer.to
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
    // Both ways without numbers only tell that it was a swap.
    if transfer.count != nil, known.allSatisfy({ $0.count == nil }) {
      events[index].transfers.removeAll { $0.count == nil }
    }
    events[index].transfers.append(transfer)
  }

  /// The parts that are not told yet; "two Latvians and two Japanese" are two parts of one number.
  private func newParts(of draft: EventDraft, beside told: [Event.Part]) -> [Event.Part] {
    var rest = told
    return draft.parts.filter { part in
      let same = rest.firstIndex { $0.count == part.count && $0.category == part.category }
      if let same { rest.remove(at: same) }
      return same == nil
    }
  }

  /// "The same number of soldiers went the other way": both directions have the count told for one.
  mutating func addEqual(_ category: Category, to index: Int) {
    let event = events[index]
    let part = event.parts.first { category != .people && $0.category == category }
    let back = event.transfers.filter {
      $0.count != nil && $0.from != nil && $0.category.fits(category)
    }.map { transfer in
      let way = reverse(transfer)
      return Event.Transfer(
        from: way.from, to: way.to, count: part?.count ?? transfer.count,
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
}
