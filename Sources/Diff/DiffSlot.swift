/// What two event files can differ in: the slots of an event, and three that stand for whole records.
public enum DiffSlot: String, Sendable, CaseIterable, Comparable {
  /// What sort of event it is.
  case type
  /// How far it has come.
  case status
  /// When it was.
  case date
  /// From whom, to whom, how many.
  case transfers
  /// Counted parts.
  case including
  /// Which in a row of exchanges.
  case ordinal
  /// Where it was.
  case place
  /// Who mediated.
  case mediators
  /// On whose word.
  case sources
  /// Where it was read and by which rules.
  case evidence
  /// What is told about an article: title, day, language, url, id, path.
  case article
  /// Whole events, added or removed.
  case events
  /// Whole articles, added or removed.
  case articles
  /// Articles that fail, or fail no more.
  case failures

  /// Those that say what happened; the others say where it was read.
  public static let facts: [DiffSlot] = [
    .type, .status, .date, .transfers, .including, .ordinal, .place, .mediators, .sources,
  ]

  /// In the order in which they are told.
  public static func < (left: DiffSlot, right: DiffSlot) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
