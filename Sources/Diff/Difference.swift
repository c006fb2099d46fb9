public import Records

/// One thing in which two files or folders differ.
public enum Difference: Sendable {
  /// An article that only the new side has; its path.
  case articleAdded(String)
  /// An article that only the old side has; its path.
  case articleRemoved(String)
  /// What is told about an article changed; the changes are those of `article`.
  case articleChanged(path: String, SlotChange)
  /// An article fails that did not, or otherwise than before.
  case failureAdded(StageFailure)
  /// An article fails no more, or otherwise than before.
  case failureRemoved(StageFailure)
  /// An event that only the new side has.
  case eventAdded(EventLine)
  /// An event that only the old side has.
  case eventRemoved(EventLine)
  /// An event that says something else, or stands elsewhere; never without changes.
  case eventChanged(old: EventLine, new: EventLine, [SlotChange])

  /// The article's path.
  public var path: String {
    switch self {
    case .articleAdded(let path), .articleRemoved(let path), .articleChanged(let path, _): path
    case .failureAdded(let failure), .failureRemoved(let failure): failure.path
    case .eventAdded(let event), .eventRemoved(let event): event.article.path
    case .eventChanged(_, let new, _): new.article.path
    }
  }
}

/// How many differences of each sort there are.
public struct DiffSummary: Hashable, Sendable {
  /// Events of the old side.
  public internal(set) var oldEvents = 0
  /// Events of the new side.
  public internal(set) var newEvents = 0
  /// Events that only the new side has.
  public internal(set) var addedEvents = 0
  /// Events that only the old side has.
  public internal(set) var removedEvents = 0
  /// Events that say something else.
  public internal(set) var changedEvents = 0
  /// Events that say the same, but were read elsewhere or by other rules.
  public internal(set) var movedEvents = 0
  /// Articles that only the new side has.
  public internal(set) var addedArticles = 0
  /// Articles that only the old side has.
  public internal(set) var removedArticles = 0
  /// Articles about which something else is told.
  public internal(set) var changedArticles = 0
  /// Articles that fail and did not, or otherwise than before.
  public internal(set) var addedFailures = 0
  /// Articles that fail no more, or otherwise than before.
  public internal(set) var removedFailures = 0
  /// Changed events by slot.
  public internal(set) var slots: [DiffSlot: Int] = [:]

  /// Whether nothing differs.
  public var isSame: Bool {
    addedEvents + removedEvents + changedEvents + movedEvents + addedArticles + removedArticles
      + changedArticles + addedFailures + removedFailures == 0
  }

  mutating func add(_ difference: Difference) {
    switch difference {
    case .articleAdded: addedArticles += 1
    case .articleRemoved: removedArticles += 1
    case .articleChanged: changedArticles += 1
    case .failureAdded: addedFailures += 1
    case .failureRemoved: removedFailures += 1
    case .eventAdded: addedEvents += 1
    case .eventRemoved: removedEvents += 1
    case .eventChanged(_, _, let changes):
      if changes.contains(where: { DiffSlot.facts.contains($0.slot) }) {
        changedEvents += 1
      } else {
        movedEvents += 1
      }
      for change in changes { slots[change.slot, default: 0] += 1 }
    }
  }
}
