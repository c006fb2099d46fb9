internal import Disk
internal import Records

/// Compares events by meaning: which are new, which are gone, which say something else and which are
/// only read elsewhere.
///
/// Lines stay on disk until their article is looked at, so memory grows with the number of events and not
/// with their size.
public struct EventDiff: Sendable {
  private let old: EventSide
  private let new: EventSide
  private let slots: Set<DiffSlot>

  /// - Parameter slots: What counts as a difference.
  public init(_ old: EventSide, _ new: EventSide, slots: Set<DiffSlot>) {
    self.old = old
    self.new = new
    self.slots = slots
  }

  /// Tells every difference in byte order of the articles' paths.
  ///
  /// Throws where a file cannot be read or a line is no event.
  public func run(_ tell: (Difference) throws -> Void) throws -> DiffSummary {
    if old.isSame(as: new) { return try Self.unchanged(old) }
    let (oldFile, newFile) = (try EventFile(old.events), try EventFile(new.events))
    var summary = DiffSummary()
    (summary.oldEvents, summary.newEvents) = (oldFile.count, newFile.count)
    let records = try self.records()
    let moved = try Self.moved(oldFile, newFile)
    let paths = Set(oldFile.places.keys).union(newFile.places.keys).union(records.keys)
    for path in paths.sorted() {
      for difference in records[path] ?? [] {
        summary.add(difference)
        try tell(difference)
      }
      // The old events of an article that was moved are compared under its new path.
      let before = moved.old[path] ?? (moved.gone.contains(path) ? nil : path)
      for difference in try differences(
        (oldFile, before.flatMap { oldFile.places[$0] } ?? []),
        (newFile, newFile.places[path] ?? []))
      {
        summary.add(difference)
        try tell(difference)
      }
    }
    return summary
  }

  /// The counts of two equal sides; their lines are counted, and the first and last are looked into.
  private static func unchanged(_ side: EventSide) throws -> DiffSummary {
    var summary = DiffSummary()
    var last: (line: [UInt8], place: EventFile.Place)?
    let file = try EventFile.open(side.events)
    try file.forEachLine { line, offset, number in
      let place = EventFile.Place(offset: offset, count: line.count, number: number)
      if last == nil { _ = try EventFile.event(Array(line), at: place, of: side.events) }
      last = (Array(line), place)
      summary.newEvents += 1
    }
    if let last { _ = try EventFile.event(last.line, at: last.place, of: side.events) }
    summary.oldEvents = summary.newEvents
    return summary
  }

  /// Differences of articles and failures by path.
  private func records() throws -> [DiskPath: [Difference]] {
    var records: [DiskPath: [Difference]] = [:]
    func add(_ difference: Difference) {
      records[DiskPath(display: difference.path), default: []].append(difference)
    }
    if slots.contains(.articles), let before = try old.articles(), let after = try new.articles() {
      for path in before.subtracting(after) { add(.articleRemoved(path.display)) }
      for path in after.subtracting(before) { add(.articleAdded(path.display)) }
    }
    if slots.contains(.failures), let old = try old.failures(), let new = try new.failures() {
      let (before, after) = (Self.byCause(old), Self.byCause(new))
      for (cause, failure) in before where after[cause] == nil { add(.failureRemoved(failure)) }
      for (cause, failure) in after where before[cause] == nil { add(.failureAdded(failure)) }
    }
    return records
  }

  /// Failures are the same where stage and code are; messages may be worded otherwise.
  private static func byCause(_ failures: [StageFailure]) -> [[String]: StageFailure] {
    Dictionary(failures.map { ([$0.path, $0.stage.rawValue, $0.code.rawValue], $0) }) { first, _ in
      first
    }
  }

  /// Articles whose bytes lie under another path now: old paths by the new one, and those old paths.
  private static func moved(
    _ old: EventFile, _ new: EventFile
  ) throws -> (old: [DiskPath: DiskPath], gone: Set<DiskPath>) {
    func ids(_ file: EventFile, without other: EventFile) throws -> [String: DiskPath] {
      var ids: [String: DiskPath] = [:]
      for path in file.places.keys.sorted() where other.places[path] == nil {
        guard let place = file.places[path]?.first else { continue }
        var json = JSONReader(try file.line(place))
        guard try json.enter("article"), try json.enter("id") else { continue }
        let id = try json.string()
        if ids[id] == nil { ids[id] = path }
      }
      return ids
    }
    let (before, after) = (try ids(old, without: new), try ids(new, without: old))
    let pairs = after.compactMap { id, path in before[id].map { (path, $0) } }
    return (Dictionary(uniqueKeysWithValues: pairs), Set(pairs.map(\.1)))
  }

  private func differences(
    _ old: (file: EventFile, places: [EventFile.Place]),
    _ new: (file: EventFile, places: [EventFile.Place])
  ) throws -> [Difference] {
    let before = try old.places.map { ($0, try old.file.line($0)) }
    let after = try new.places.map { ($0, try new.file.line($0)) }
    // Lines that are the same need not be understood.
    var equal = Dictionary(before.map { ($0.1, 1) }, uniquingKeysWith: +)
    let fresh = after.filter { !Self.take($0.1, &equal) }
    guard fresh.count > 0 || after.count < before.count else { return [] }
    var still = Dictionary(after.map { ($0.1, 1) }, uniquingKeysWith: +)
    let gone = before.filter { !Self.take($0.1, &still) }
    return differences(
      try gone.map { try EventFile.event($0.1, at: $0.0, of: old.file.path) },
      try fresh.map { try EventFile.event($0.1, at: $0.0, of: new.file.path) })
  }

  private static func take(_ line: [UInt8], _ counts: inout [[UInt8]: Int]) -> Bool {
    guard let count = counts[line], count > 0 else { return false }
    counts[line] = count - 1
    return true
  }

  private func differences(_ gone: [EventLine], _ fresh: [EventLine]) -> [Difference] {
    let pairs = EventMatcher.pairs(gone, fresh)
    let partners = Dictionary(uniqueKeysWithValues: pairs.map { ($0.new, $0.old) })
    var result: [Difference] = []
    if slots.contains(.article), let pair = pairs.first,
      let change = SlotChange.changes(
        from: gone[pair.old], to: fresh[pair.new], in: [.article]
      ).first
    {
      result.append(.articleChanged(path: fresh[pair.new].article.path, change))
    }
    if slots.contains(.events) {
      let kept = Set(pairs.map(\.old))
      result += gone.indices.filter { !kept.contains($0) }.map { .eventRemoved(gone[$0]) }
    }
    for (index, event) in fresh.enumerated() {
      if let partner = partners[index] {
        let changes = SlotChange.changes(
          from: gone[partner], to: event, in: slots.subtracting([.article]))
        if !changes.isEmpty {
          result.append(.eventChanged(old: gone[partner], new: event, changes))
        }
      } else if slots.contains(.events) {
        result.append(.eventAdded(event))
      }
    }
    return result
  }
}
