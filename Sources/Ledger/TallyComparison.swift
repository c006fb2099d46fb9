public import Records

/// A total that articles tell, beside the sum of the ledger's entries for the same period.
public struct TallyComparison: Sendable {
  /// The party that gets the people.
  public let to: String?
  /// The party that gives them.
  public let from: String?
  /// As told.
  public let count: Int
  /// How the count is bounded.
  public let bound: Bound?
  /// Who is counted.
  public let category: Category
  /// EDTF; nil where the articles tell no period.
  public let period: String?
  /// The last day that may be counted: the period's end, at most the day on which the first article with it
  /// appeared; nil where neither is told.
  public let asOf: String?
  /// The events, as places in the ledger's list.
  public internal(set) var events: [Int]
  /// What the entries of the period add up to; nil where the tally tells no period or no party, or counts
  /// civilians, children or wounded, whom entries do not count apart.
  public let sum: LedgerSum?

  static func all(_ events: [EventLine], _ entries: [LedgerEntry]) -> [TallyComparison] {
    struct Key: Hashable {
      var transfer: Event.Transfer
      var period: String?
    }
    var places: [Key: [Int]] = [:]
    for (position, event) in events.enumerated() where event.kind == .tally {
      for transfer in event.transfers where transfer.count != nil {
        places[Key(transfer: transfer, period: event.date), default: []].append(position)
      }
    }
    return places.map { key, places in
      Self(
        key.transfer, period: key.period, events: places,
        appeared: places.compactMap { events[$0].article.published }.min(), entries)
    }
    .sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }

  private init(
    _ transfer: Event.Transfer, period: String?, events: [Int], appeared: String?,
    _ entries: [LedgerEntry]
  ) {
    (to, from, count) = (transfer.to, transfer.from, transfer.count ?? 0)
    (bound, category) = (transfer.bound, transfer.category)
    self.period = period
    self.events = events
    let days = period.flatMap { DayRange(edtf: $0) }
    let end = [days?.last, appeared].compactMap(\.self).filter { $0 != DayRange.never }.min()
    asOf = end
    sum =
      if let days, let end, let to = transfer.to,
        [.people, .military, .remains].contains(transfer.category)
      {
        LedgerSum(
          entries, to: to, from: days.first, until: end, ofRemains: transfer.category == .remains)
      } else {
        nil
      }
  }

  private var order: [String] {
    [
      category == .remains ? "1" : "0", to ?? "~", asOf ?? "~", period ?? "~", from ?? "~",
      String(1_000_000_000 + count), category.rawValue, bound?.rawValue ?? "",
    ]
  }
}
