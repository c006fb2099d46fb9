public import Records

/// The movements that a corpus tells of, each once, and what its totals say beside their sums.
///
/// The only place where numbers of several articles meet. Events say what an article says; what is merged or
/// added up stands here and is marked as computed.
public struct Ledger: Sendable {
  /// By first day, a longer one before its days, then in the order of their first events; those whose year is
  /// not told come behind, those without a date last.
  public let entries: [LedgerEntry]
  /// Totals that articles tell, each once, beside the sums of entries; by what they count and when.
  public let tallies: [TallyComparison]

  /// Puts a ledger together; depends on nothing but the events and their order.
  public init(_ events: [EventLine]) {
    var entries: [LedgerEntry] = []
    var articles: [Set<String>] = []
    // Entries that an event may belong to share its date, or begin in its month or year.
    var places: [String: [Int]] = [:]
    let candidates = events.indices.compactMap { LedgerEntry(events[$0], at: $0) }
    // The best known days come first, so that vaguer ones find them.
    for candidate in candidates.sorted(by: {
      ($0.vagueness, $0.events[0]) < ($1.vagueness, $1.events[0])
    }) {
      let fitting = places[candidate.date ?? "", default: []]
        .filter { entries[$0].mayBe(candidate, in: articles[$0]) }
      let best = fitting.max { left, right in
        let (a, b) = (
          entries[left].agreement(with: candidate), entries[right].agreement(with: candidate)
        )
        return a < b || a == b && left > right
      }
      if let best {
        entries[best].merge(candidate)
        articles[best].formUnion(candidate.articles)
      } else {
        for name in candidate.dates { places[name, default: []].append(entries.count) }
        entries.append(candidate)
        articles.append(Set(candidate.articles))
      }
    }
    entries = entries.enumerated().sorted { left, right in
      let (a, b) = (left.element.order, right.element.order)
      return a < b || a == b && left.offset < right.offset
    }.map(\.element)
    Self.nest(&entries)
    self.entries = entries
    tallies = TallyComparison.all(events, entries)
  }

  /// Finds the days of longer exchanges.
  private static func nest(_ entries: inout [LedgerEntry]) {
    let wholes = entries.indices.filter { entries[$0].days?.isPeriod ?? false }
    for place in entries.indices {
      let entry = entries[place]
      guard let days = entry.days else { continue }
      entries[place].within =
        wholes.filter { whole in
          whole != place && entries[whole].kind == entry.kind
            && entries[whole].state == entry.state && entries[whole].parties == entry.parties
            && entries[whole].days != days && entries[whole].days?.covers(days) == true
        }
        .min { (entries[$0].breadth, $0) < (entries[$1].breadth, $1) }
    }
  }
}

extension LedgerEntry {
  /// 0 for days and periods, 1 for months and seasons, 2 for years and what is not told.
  fileprivate var vagueness: Int {
    guard let days else { return 2 }
    return days.isDay || days.isPeriod ? 0 : days.first.prefix(7) == days.last.prefix(7) ? 1 : 2
  }

  /// What sorts entries: the first day, and the last one backwards.
  fileprivate var order: (Int, Int) {
    guard let days else { return (Int.max, date == nil ? 1 : 0) }
    return (Self.number(days.first), -Self.number(days.last))
  }

  /// A measure by which the narrowest of several ranges is found.
  fileprivate var breadth: Int {
    days.map { Self.number($0.last) - Self.number($0.first) } ?? Int.max
  }

  /// 20250524 for "2025-05-24": sorts as the day does.
  private static func number(_ day: String) -> Int { Int(day.filter { $0 != "-" }) ?? 0 }

  /// The dates under which an event may know of this entry: its own, and its month and year.
  fileprivate var dates: [String] {
    guard let date, let days, !days.isPeriod else { return [self.date].compactMap(\.self) }
    return [date]
      + [String(days.first.prefix(7)), String(days.first.prefix(4))].filter { $0 != date }
  }
}
