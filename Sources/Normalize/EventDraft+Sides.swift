internal import Records

extension EventDraft {
  /// Gives each side its own number: "410 captives, including 205 Ukrainians and 205 Russians", "a swap that included
  /// 205 Ukrainians and 205 Russians".
  mutating func splitBySides(_ conflict: Conflict?) {
    guard kind == .exchange, parts.count == 2 else { return }
    let ends = parts.compactMap(\.to)
    guard ends.count == 2, ends[0] != ends[1], ends.allSatisfy({ conflict?.contains($0) != false }),
      isSumOfParts || counts.isEmpty && isSwapWord
    else { return }
    let category = transfers.first?.category ?? .people
    transfers = parts.map { part in
      let other = ends[0] == part.to ? ends[1] : ends[0]
      return Event.Transfer(
        from: conflict?.holder(of: part.to) ?? other, to: part.to, count: part.count,
        bound: part.bound, category: part.category == .people ? category : part.category)
    }
    parts = []
    let told = evidence.filter { $0.slots.contains("including") }
    forget(["including"])
    for piece in told { note(piece.span, "transfers", piece.rule) }
  }

  /// Whether the only number counts both ways together, and the parts add up to it.
  private var isSumOfParts: Bool {
    guard transfers.count == 1, let sum = transfers.first, sum.from == nil, sum.to == nil else {
      return false
    }
    return parts.compactMap(\.count).reduce(0, +) == sum.count
  }
}
