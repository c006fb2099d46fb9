internal import Disk
internal import Records

/// What was found on disk, in byte order of the paths: 16 bytes and the path for each article, since
/// there may be millions.
struct SourceList {
  private enum Kind: UInt8 {
    case file
    case container
    case failure
  }

  private struct Entry {
    /// Where the path begins in `bytes`.
    var start: UInt32
    var count: UInt32
    /// Of an article, the number of its input; of a failure, its own.
    var number: Int32
    var kind: Kind
  }

  /// An input; its articles keep their paths below it, or those that a list gives.
  private struct Input {
    var path: DiskPath
    var isListed: Bool
    /// Whether it is an article or container itself, and no folder.
    var isFile: Bool
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var inputs: [Input] = []
  private var failures: [StageFailure] = []
  private(set) var hasContainers = false

  var count: Int { entries.count }

  /// Adds what an input holds.
  mutating func add(_ input: DiskPath, isListed: Bool) throws(DiskError) {
    let isFile = Disk.kind(of: input, followingLinks: true) != .folder
    inputs.append(Input(path: input, isListed: isListed, isFile: isFile))
    try SourceWalk.visit(input) { add($0) }
  }

  private mutating func add(_ found: SourceWalk.Found) {
    switch found {
    case .file(let source): add(source.path, .file, inputs.count - 1)
    case .container(let source, _):
      hasContainers = true
      add(source.path, .container, inputs.count - 1)
    case .failure(let failure):
      failures.append(failure)
      add(DiskPath(display: failure.path), .failure, failures.count - 1)
    }
  }

  private mutating func add(_ path: DiskPath, _ kind: Kind, _ number: Int) {
    let input = inputs[inputs.count - 1]
    var path = path
    if input.isListed { path = input.isFile ? input.path : input.path.appending(path) }
    entries.append(
      Entry(
        start: UInt32(bytes.count), count: UInt32(path.bytes.count), number: Int32(number),
        kind: kind))
    bytes += path.bytes
  }

  /// Puts all in byte order; the first path that stands there twice, or nil.
  mutating func sort() -> DiskPath? {
    let bytes = bytes
    func path(_ entry: Entry) -> ArraySlice<UInt8> {
      bytes[Int(entry.start)..<Int(entry.start) + Int(entry.count)]
    }
    entries.sort { path($0).lexicographicallyPrecedes(path($1)) }
    let twins = zip(entries, entries.dropFirst()).first { path($0) == path($1) }
    return twins.map { DiskPath(Array(path($0.0))) }
  }

  subscript(_ index: Int) -> SourceWalk.Found {
    let entry = entries[index]
    if entry.kind == .failure { return .failure(failures[Int(entry.number)]) }
    let path = DiskPath(
      Array(bytes[Int(entry.start)..<Int(entry.start) + Int(entry.count)]))
    let input = inputs[Int(entry.number)]
    let location =
      input.isFile ? input.path : input.isListed ? path : input.path.appending(path)
    let source = SourceFile(location: location, path: path)
    return entry.kind == .file ? .file(source) : .container(source, ContainerName(location))
  }
}
