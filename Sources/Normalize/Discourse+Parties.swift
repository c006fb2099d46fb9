internal import Records

extension Discourse {
  /// A note of fewer bytes may leave out what its readers know.
  private static let briefText = 500

  /// Leaves nothing but talks of an article that names no sides, neither of a conflict nor of any event: "Judge
  /// orders release of 22 protesters", "a film with twelve hostages".
  ///
  /// Every exchange has two sides, and articles name at least one of them.
  ///
  /// - Parameter length: Bytes of the article's text.
  mutating func settleParties(length: Int) {
    let areNamed = events.contains { event in
      event.transfers.contains { $0.from != nil || $0.to != nil }
    }
    guard conflict == nil, !areNamed, length >= Self.briefText else { return }
    for event in events where event.kind != .talks { reject(event, .noParty) }
    events.removeAll { $0.kind != .talks }
  }
}
