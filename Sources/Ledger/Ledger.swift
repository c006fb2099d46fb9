public import Records

/// The movements that a corpus tells of, each once, and what its totals say beside their sums.
///
/// The only place where numbers of several articles meet. Events say what an article says; what is merged or
/// added up stands here and is marked as computed.
public struct Ledger: Sendable {
  /// By first day, then in the order of their first events; those whose year is not told last.
  public let entries: [LedgerEntry]
  /// Totals that articles tell, each once, beside the sums of entries; by what they count and when.
  public let tallies: [TallyComparison]
  /// Movements without a date, which can be neither merged nor added up: places in the list of events.
  public let undated: [Int]

  /// Puts a ledger together; depends on nothing but the events and their order.
  public init(_ events: [EventLine]) {
    var entries: [LedgerEntry] = []
    var articles: [Set<String>] = []
    // Entries that an event may belong to share its date, or begin in its month or year.
    var places: [String: [Int]] = [:]
    let movements = events.indices.filter {
      [.exchange, .release, .remains].contains(events[$0].kind)
    }
    let candidates = movements.compactMap { LedgerEntry(events[$0], at: $0) }
    undated = movements.filter { events[$0].date == nil }
    // The best known days come first, so that vaguer ones find them.
    for candidate in candidates.sorted(by: {
      ($0.vagueness, $0.events[0]) < ($1.vagueness, $1.events[0])
    }) {
      let fitting = places[candidate.date, default: []]
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
      let a = (
        left.element.days?.first ?? DayRange.never, left.element.days?.last ?? DayRange.never
      )
      let b = (
        right.element.days?.first ?? DayRange.never, right.element.days?.last ?? DayRange.never
      )
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
        .min { (entries[$0].length, $0) < (entries[$1].length, $1) }
    }
  }
}

extension LedgerEntry {
  /// 0 for days and periods, 1 for months and seasons, 2 for years and what is not told.
  fileprivate var vagueness: Int {
    guard let days else { return 2 }
    return days.isDay || days.isPeriod ? 0 : days.first.prefix(7) == days.last.prefix(7) ? 1 : 2
  }

  /// The dates under which an event may know of this entry: its own, and its month and year.
  fileprivate var dates: [String] {
    guard let days, !days.isPeriod else { return [date] }
    return [date]
      + [String(days.first.prefix(7)), String(days.first.prefix(4))].filter { $0 != date }
  }

  /// A measure by which the narrowest of several ranges is found.
  fileprivate var length: String { days.map { $0.last + $0.first } ?? DayRange.never }
}
