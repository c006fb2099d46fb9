internal import Records

/// What the ledger's entries of a period add up to; computed, never told.
public struct LedgerSum: Hashable, Sendable {
  /// With the least number of every entry.
  public private(set) var low = 0
  /// With the greatest.
  public private(set) var high = 0
  /// Entries that were added up.
  public private(set) var entries = 0
  /// Entries of the period that tell no number for the party.
  public private(set) var withoutNumber = 0

  /// Adds up what was carried out and came to a party between two days, both included.
  ///
  /// A day of a longer exchange is left out where the whole tells a number, and the whole where it tells none.
  public init(
    _ entries: [LedgerEntry], to party: String, from first: String, until last: String,
    ofRemains: Bool
  ) {
    let wholes = Set(entries.compactMap(\.within))
    for (place, entry) in entries.enumerated()
    where entry.state == .done && (entry.kind == .remains) == ofRemains {
      guard let days = entry.days, first <= days.first, days.last <= last,
        entry.receivers.contains(party)
      else { continue }
      if let whole = entry.within, entries[whole].flow(to: party) != nil,
        entries[whole].days.map({ first <= $0.first && $0.last <= last }) ?? false
      {
        continue
      }
      if let flow = entry.flow(to: party) {
        low += flow.low
        high += flow.high
        self.entries += 1
      } else if !wholes.contains(place) {
        withoutNumber += 1
      }
    }
  }
}

extension LedgerEntry {
  /// How many go to a party; nil where no article tells a number.
  public func flow(to party: String) -> Flow? { flows.first { $0.to == party } }
}
