public import Disk
public import Records

/// What `run` left in a folder, for those who tell of it: events, articles, failures and the run itself.
public struct OutputReader: Sendable {
  /// The folder.
  public let folder: DiskPath

  /// Throws where the folder holds no events.
  public init(_ folder: DiskPath) throws {
    self.folder = folder
    guard Disk.kind(of: folder, followingLinks: true) == .folder else {
      throw OutputError("\(folder.display): no such folder; it is what run wrote with --out")
    }
    guard events.exists else { throw missing(events, keep: nil) }
  }

  /// `events.ndjson`.
  public var events: RecordFile { file("events.ndjson") }
  /// `clean.ndjson`, which a run may have been told not to keep.
  public var articles: RecordFile { file("clean.ndjson") }
  /// `failures.ndjson`.
  public var failures: RecordFile { file("failures.ndjson") }
  /// `run.json`.
  public var run: RecordFile { file("run.json") }

  /// Calls `body` with each event in the order of the file.
  public func forEachEvent(_ body: (EventLine) throws -> Void) throws {
    try events.forEach({ (json) throws(JSONError) in try EventLine(from: &json) }, body)
  }

  /// Calls `body` with each article as it was cleaned, in input order.
  ///
  /// Throws where `clean.ndjson` was not kept.
  public func forEachArticle(_ body: (CleanArticle) throws -> Void) throws {
    guard articles.exists else { throw missing(articles, keep: "clean") }
    try articles.forEach({ (json) throws(JSONError) in try CleanArticle(from: &json) }, body)
  }

  /// Calls `body` with each failure in the order of paths.
  public func forEachFailure(_ body: (StageFailure) throws -> Void) throws {
    guard failures.exists else { return }
    try failures.forEach({ (json) throws(JSONError) in try StageFailure(from: &json) }, body)
  }

  private func file(_ name: String) -> RecordFile { RecordFile(folder.appending(DiskPath(name))) }

  private func missing(_ file: RecordFile, keep: String?) -> OutputError {
    // A folder that no run wrote may be that of the articles, where nobody wants output.
    let isOutput = run.exists
    let option = keep.map { " --keep \($0)" } ?? ""
    return OutputError(
      "\(file.path.display) is not there; "
        + (isOutput
          ? "make it with: swapwire run INPUT --out \(folder.display)\(option)"
          : "name a folder that run wrote with --out"))
  }
}
