internal import Records

/// Differences as one of the formats of `swapwire diff`.
public protocol DiffReport {
  /// What is written for a difference; nothing where it is written at the end.
  mutating func add(_ difference: Difference) -> String
  /// What is written behind the last one.
  mutating func end(_ summary: DiffSummary) -> String
}

extension Difference {
  /// What happened, in one word.
  var word: String {
    switch self {
    case .articleAdded, .failureAdded, .eventAdded: "added"
    case .articleRemoved, .failureRemoved, .eventRemoved: "removed"
    case .articleChanged: "changed"
    case .eventChanged(_, _, let changes):
      changes.contains { DiffSlot.facts.contains($0.slot) } ? "changed" : "read elsewhere"
    }
  }

  /// What it happened to.
  var subject: String {
    switch self {
    case .articleAdded, .articleRemoved, .articleChanged: "article"
    case .failureAdded(let failure), .failureRemoved(let failure):
      "failure in \(failure.stage.rawValue): \(failure.message) [\(failure.code.rawValue)]"
    case .eventAdded(let event), .eventRemoved(let event): event.summary
    case .eventChanged(_, let new, _): new.summary
    }
  }

  /// The changes of slots.
  var changes: [SlotChange] {
    switch self {
    case .articleChanged(_, let change): [change]
    case .eventChanged(_, _, let changes): changes
    default: []
    }
  }

  /// The words that an event was read from, in text order.
  var words: [String] {
    let event: EventLine? =
      switch self {
      case .eventAdded(let event), .eventRemoved(let event): event
      case .eventChanged(_, let new, _): new
      default: nil
      }
    return event?.evidence.map(\.text) ?? []
  }
}

extension SlotChange {
  /// What was and what is, where one value took another's place; nil for lists.
  var replacement: (old: String, new: String)? {
    guard removed.count <= 1, added.count <= 1 else { return nil }
    return (removed.first?.text ?? "not told", added.first?.text ?? "not told")
  }

  /// For evidence: how much of it is new, gone or moved, and by which rules.
  var evidenceText: String {
    if isMove { return "\(added.count) \(added.count == 1 ? "piece" : "pieces") moved" }
    let (old, new) = (Set(removed.map(\.text)), Set(added.map(\.text)))
    let parts = [
      (removed.filter { !new.contains($0.text) }, "gone"),
      (added.filter { !old.contains($0.text) }, "new"),
      (added.filter { old.contains($0.text) }, "moved"),
    ]
    return parts.filter { !$0.0.isEmpty }.map { pieces, what in
      let rules = Set(pieces.compactMap(\.rule)).sorted().joined(separator: ", ")
      return "\(pieces.count) \(what)" + (what == "moved" ? "" : " (\(rules))")
    }.joined(separator: ", ")
  }
}

extension DiffSummary {
  /// Counts in one line; `no differences` where there are none.
  public var line: String {
    if isSame { return "no differences" }
    var parts: [String] = []
    func part(_ noun: String, _ counts: [(Int, String)]) {
      let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      if !told.isEmpty { parts.append("\(noun): \(told.joined(separator: ", "))") }
    }
    part(
      "events",
      [
        (addedEvents, "added"), (removedEvents, "removed"), (changedEvents, "changed"),
        (movedEvents, "read elsewhere"), (sameEvents, "as they were"),
      ])
    part(
      "articles",
      [(addedArticles, "added"), (removedArticles, "removed"), (changedArticles, "told otherwise")])
    part("failures", [(addedFailures, "added"), (removedFailures, "removed")])
    return parts.joined(separator: "; ")
  }

  /// Events that are on both sides and differ in nothing.
  var sameEvents: Int { newEvents - addedEvents - changedEvents - movedEvents }
}
