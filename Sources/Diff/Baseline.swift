public import Disk
internal import Records

/// Events that were looked at and found good, to compare later runs with: a file of events, or a folder
/// with `events.ndjson` and `failures.ndjson`.
public struct Baseline: Sendable {
  private let path: DiskPath
  private let isFile: Bool

  /// A path that ends in `.ndjson`, or names a file, is one of events; any other is a folder.
  public init(_ path: DiskPath) {
    self.path = path
    isFile = path.hasSuffix(".ndjson") || Disk.kind(of: path, followingLinks: true) == .file
  }

  /// Takes the events of an output folder over; files appear whole or not at all.
  ///
  /// - Returns: What differs from the baseline as it was; nil where there was none.
  public func accept(_ folder: DiskPath) throws -> DiffSummary? {
    let new = try EventSide(folder)
    let isThere =
      Disk.kind(of: isFile ? path : path.appending(DiskPath("events.ndjson")), followingLinks: true)
      == .file
    var summary: DiffSummary?
    if isThere {
      let slots = Set(DiffSlot.allCases).subtracting(isFile ? [.articles, .failures] : [])
      summary = try EventDiff(try EventSide(path), new, slots: slots).run { _ in }
    }
    if isFile {
      try copy(new.events, to: path)
    } else {
      try Disk.makeFolder(path)
      for name in ["events.ndjson", "failures.ndjson"].map({ DiskPath($0) }) {
        let source = new.events.dropping(last: "events.ndjson".utf8.count).appending(name)
        if Disk.kind(of: source, followingLinks: true) == .file {
          try copy(source, to: path.appending(name))
        } else {
          // What an older run failed in says nothing about these events.
          try Disk.remove(path.appending(name))
        }
      }
    }
    return summary
  }

  private func copy(_ source: DiskPath, to target: DiskPath) throws {
    guard let file = RandomAccessFile(source) else {
      throw DiffError("\(source.display): cannot read: no such file, or not a regular one")
    }
    var copy = try AtomicFile(target)
    guard try file.forEachBlock({ (block, _) throws(DiskError) in try copy.write(block) }) else {
      throw DiffError("\(source.display): became shorter while it was read; try again")
    }
    try copy.commit()
  }
}
