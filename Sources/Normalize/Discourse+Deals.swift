internal import Records

/// Deals of which a part has been carried out: they are under way.
extension Discourse {
  /// What was agreed is under way where a stage of it is told as done.
  mutating func settleStages() {
    settleDeals()
    guard isStaged else { return }
    for index in events.indices
    where events[index].goesBothWays
      && (events[index].modality == .agreed
        || events[index].modality == .planned && events[index].date == nil)
    {
      events[index].modality = .ongoing
    }
  }

  /// "Under the first phase, 33 hostages are to return for 1,900 prisoners" beside a swap of three for 183: the
  /// deal that the article's event is a part of is under way.
  private mutating func settleDeals() {
    guard let first = events.indices.first(where: { events[$0].isMovement }),
      case let main = stageBeside(first) ?? first, events[main].modality == .completed
    else { return }
    for index in events.indices
    where index != main && isOpenDeal(events[index])
      && (events[index].kind == .remains) == (events[main].kind == .remains)
      && (isPart(events[main], of: events[index]) || isUnderWay(events[index]))
    {
      events[index].modality = .ongoing
    }
  }

  /// "exchanged dozens on Tuesday under a deal that should see 1,000 freed": what one sentence tells as done of a
  /// deal.
  private func stageBeside(_ deal: Int) -> Int? {
    guard isOpenDeal(events[deal]) else { return nil }
    return events.indices.first { index in
      events[index].isMovement && events[index].modality == .completed
        && events[index].sentence == events[deal].sentence
    }
  }

  /// Whether an event tells people who were to go by no day of their own, or by one that ends a deal.
  private func isOpenDeal(_ event: EventDraft) -> Bool {
    let open: Set<EventCandidate.Modality> = [.agreed, .planned, .proposed]
    return event.isMovement && (event.date == nil || event.isDeal) && open.contains(event.modality)
      && !event.counts.isEmpty
  }

  /// Whether a swap is a part of a larger one: fewer people go each way, or nobody tells how many.
  private func isPart(_ event: EventDraft, of deal: EventDraft) -> Bool {
    guard deal.goesBothWays, deal.counts.count > 1 else { return false }
    if isUncountedSwap(event) { return true }
    return event.goesBothWays && event.transfers.allSatisfy { isPart($0, of: deal) }
  }

  /// "A second group of sick prisoners was exchanged on Tuesday".
  private func isUncountedSwap(_ event: EventDraft) -> Bool {
    event.kind == .exchange && event.isSwapWord && event.counts.isEmpty
  }

  /// Whether people of what words call a deal have gone already, by any event of the article.
  private func isUnderWay(_ deal: EventDraft) -> Bool {
    deal.isDeal && deal.modality != .proposed && !deal.isOfOldDeal
      && events.contains { event in
        event.isMovement && event.modality == .completed
          && (!event.counts.isEmpty || event.date != nil)
          && (event.kind == .remains) == (deal.kind == .remains)
          && event.transfers.contains { isPart($0, of: deal) }
      }
  }

  private func isPart(_ part: Event.Transfer, of deal: EventDraft) -> Bool {
    deal.transfers.contains { whole in
      let isSameWay = whole.from == part.from && whole.to == part.to
      return (isSameWay || whole.from == nil && whole.to == nil)
        && whole.count ?? 0 > part.count ?? 0
    }
  }
}
