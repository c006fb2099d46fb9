internal import Records

/// Which of an article's old events is which of its new ones.
///
/// Ids are made from contents and change with them, so events are matched by what they say: pairs with
/// the most in common first, ties by the order of the files. What has too little in common with any
/// other was removed or added.
struct EventMatcher {
  /// Points that two events of one kind have without anything else in common.
  private static let least = 12
  /// More comparisons than these are not made; a page with hundreds of events pairs by order.
  private static let comparisonLimit = 250_000

  /// Indices of the pairs, in the order of the new events.
  static func pairs(_ old: [EventLine], _ new: [EventLine]) -> [(old: Int, new: Int)] {
    guard old.count * new.count <= comparisonLimit else {
      return Array(zip(old.indices, new.indices)).map { (old: $0, new: $1) }
    }
    var scored: [(points: Int, old: Int, new: Int)] = []
    for (i, before) in old.enumerated() {
      for (j, after) in new.enumerated() {
        let points = points(before, after)
        if points >= least { scored.append((points, i, j)) }
      }
    }
    scored.sort { ($1.points, $0.new, $0.old) < ($0.points, $1.new, $1.old) }
    var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [(old: Int, new: Int)] = []
    for pair in scored where !usedOld.contains(pair.old) && !usedNew.contains(pair.new) {
      usedOld.insert(pair.old)
      usedNew.insert(pair.new)
      pairs.append((pair.old, pair.new))
    }
    return pairs.sorted { $0.new < $1.new }
  }

  /// How much two events have in common, in quarter points.
  private static func points(_ old: EventLine, _ new: EventLine) -> Int {
    var points = 0
    if old.kind == new.kind { points += 8 }
    if old.status == new.status { points += 2 }
    if old.date != nil, old.date == new.date { points += 8 }
    if old.ordinal != nil, old.ordinal == new.ordinal { points += 12 }
    if old.place != nil, old.place == new.place { points += 4 }
    if !old.mediators.isEmpty, old.mediators == new.mediators { points += 2 }
    points += min(18, 6 * common(old.transfers, new.transfers))
    points += min(9, 3 * common(old.transfers.map(Way.init), new.transfers.map(Way.init)))
    points += min(8, 2 * common(old.including, new.including))
    let words = max(1, max(old.evidence.count, new.evidence.count))
    points += 16 * common(old.evidence.map(\.text), new.evidence.map(\.text)) / words
    return points
  }

  private static func common<Value: Hashable>(_ old: [Value], _ new: [Value]) -> Int {
    var counts = Dictionary(old.map { ($0, 1) }, uniquingKeysWith: +)
    return new.count { value in
      guard let count = counts[value], count > 0 else { return false }
      counts[value] = count - 1
      return true
    }
  }

  /// A transfer without its number.
  private struct Way: Hashable {
    let from: String?
    let to: String?
    let category: Category

    init(_ transfer: Event.Transfer) {
      (from, to, category) = (transfer.from, transfer.to, transfer.category)
    }
  }
}
