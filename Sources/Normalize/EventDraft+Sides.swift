internal import Records

extension EventDraft {
  /// Gives each side its own number: "410 captives, including 205 Ukrainians and 205 Russians" tells two ways.
  mutating func splitBySides(_ conflict: Conflict?) {
    guard kind == .exchange, transfers.count == 1, let sum = transfers.first, sum.from == nil,
      sum.to == nil, parts.count == 2, parts.compactMap(\.count).reduce(0, +) == sum.count
    else { return }
    let ends = parts.compactMap(\.to)
    guard ends.count == 2, ends[0] != ends[1] else { return }
    transfers = parts.map { part in
      let other = ends[0] == part.to ? ends[1] : ends[0]
      return Event.Transfer(
        from: conflict?.holder(of: part.to) ?? other, to: part.to, count: part.count,
        bound: part.bound, category: part.category == .people ? sum.category : part.category)
    }
    parts = []
    let told = evidence.filter { $0.slots.contains("including") }
    forget(["including"])
    for piece in told { note(piece.span, "transfers", piece.rule) }
  }
}
