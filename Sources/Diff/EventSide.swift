public import Disk
internal import Records

/// One of the two things that are compared: a file of events, or an output folder of `run`.
public struct EventSide: Sendable {
  let events: DiskPath
  private let folder: DiskPath?

  /// Throws where nothing is there, or a folder without events.
  public init(_ path: DiskPath) throws {
    switch Disk.kind(of: path, followingLinks: true) {
    case .folder:
      folder = path
      events = path.appending(DiskPath("events.ndjson"))
      guard Disk.kind(of: events, followingLinks: true) == .file else {
        throw DiffError(
          "\(events.display) is not there; make it with: swapwire run INPUT --out \(path.display)")
      }
    case .file:
      folder = nil
      events = path
    case .link, .other:
      throw DiffError("\(path.display): neither a file nor a folder; write it to a file first")
    case nil: throw DiffError("\(path.display): no such file or folder")
    }
  }

  private func path(_ name: String) -> String {
    folder?.appending(DiskPath(name)).display ?? name
  }

  /// A file beside the events; nil where there is none.
  func file(_ name: String) -> RandomAccessFile? {
    folder.flatMap { RandomAccessFile($0.appending(DiskPath(name))) }
  }

  /// The paths of all articles, those without events and those that failed too; nil where nothing tells.
  func articles() throws -> Set<DiskPath>? {
    guard let clean = file("clean.ndjson"), let failures = try failures() else { return nil }
    var paths = Set(failures.map { DiskPath(display: $0.path) })
    try clean.forEachLine { line, _, number in
      var json = JSONReader(Array(line))
      do throws(JSONError) {
        if try json.enter("path") { paths.insert(DiskPath(display: try json.string())) }
      } catch {
        throw DiffError("\(path("clean.ndjson")):\(number): \(error)")
      }
    }
    return paths
  }

  /// The lines of `failures.ndjson`; nil where it is not there.
  func failures() throws -> [StageFailure]? {
    guard let file = file("failures.ndjson") else { return nil }
    var failures: [StageFailure] = []
    try file.forEachLine { line, _, number in
      var json = JSONReader(Array(line))
      do throws(JSONError) {
        failures.append(try StageFailure(from: &json))
      } catch {
        throw DiffError("\(path("failures.ndjson")):\(number): \(error)")
      }
    }
    return failures
  }

  /// Whether both hold the same bytes, so that there is nothing to look into.
  func isSame(as other: EventSide) -> Bool {
    guard let mine = RandomAccessFile(events), let others = RandomAccessFile(other.events),
      mine.hasSameContent(as: others)
    else { return false }
    return ["failures.ndjson", "clean.ndjson"].allSatisfy { name in
      guard let mine = file(name), let others = other.file(name) else { return true }
      return mine.hasSameContent(as: others)
    }
  }
}

extension RandomAccessFile {
  /// Calls `body` with each line that is not blank, without its line end: its bytes, the byte at which it
  /// begins, and its number from 1.
  func forEachLine(
    _ body: (_ line: ArraySlice<UInt8>, _ offset: Int, _ number: Int) throws -> Void
  ) throws {
    var number = 0
    func tell(_ line: ArraySlice<UInt8>, _ start: Int) throws {
      number += 1
      if line.contains(where: { $0 > 0x20 }) { try body(line, start, number) }
    }
    var rest: [UInt8] = []
    var start = 0
    let isWhole = try forEachBlock { (block, _) throws in
      rest += block
      var position = 0
      while let end = rest[position...].firstIndex(of: 0x0A) {
        try tell(rest[position..<end], start)
        start += end + 1 - position
        position = end + 1
      }
      rest.removeFirst(position)
    }
    guard isWhole else { throw DiffError("a file became shorter while it was read; try again") }
    if !rest.isEmpty { try tell(rest[...], start) }
  }
}
