internal import Disk
internal import Fetch
internal import Packs
internal import Records

/// What an earlier run left, for reading.
struct OutputFolder {
  let path: DiskPath

  /// A line of one of the files.
  struct Line {
    /// The file.
    var file: DiskPath
    /// From 1.
    var number: Int
    var bytes: ArraySlice<UInt8>

    /// Reads the line as one value.
    func read<Value>(
      _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(UsageError) -> Value {
      var json = JSONReader(Array(bytes))
      do throws(JSONError) {
        let value = try body(&json)
        try json.end()
        return value
      } catch {
        throw UsageError("\(file.display):\(number): \(error); run again to make the file anew")
      }
    }
  }

  private func file(_ name: String) -> DiskPath { path.appending(DiskPath(name)) }

  /// Whether a stage left its file.
  func holds(_ stage: Stage) -> Bool {
    Disk.kind(of: file(stage.fileName), followingLinks: true) == .file
  }

  /// The lines of a stage's file; throws where it is not there.
  func lines(of stage: Stage) throws -> [Line] {
    let file = file(stage.fileName)
    guard holds(stage) else {
      let keep = stage == .normalize ? "" : " --keep clean,extract"
      throw UsageError(
        "\(file.display) is not there; make it with: swapwire run INPUT --out \(path.display)\(keep)"
      )
    }
    guard case .bytes(let bytes) = try Disk.read(file, limit: .max) else {
      throw UsageError("\(file.display) changed while it was read; try again")
    }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.isEmpty }
      .map { Line(file: file, number: $0.offset + 1, bytes: $0.element) }
  }

  /// Why an article could not be read; nil where it could, or nothing tells.
  func failure(of path: String) -> StageFailure? {
    guard case .bytes(let bytes)? = try? Disk.read(file("failures.ndjson"), limit: .max) else {
      return nil
    }
    for line in bytes.split(separator: 0x0A) {
      var json = JSONReader(Array(line))
      if let failure = try? StageFailure(from: &json), failure.path == path { return failure }
    }
    return nil
  }

  /// A note for people where the folder was made with other rules than these; nil where it was not, or
  /// where nothing tells.
  func noteOfOtherRules(_ chain: StageChain) -> String? {
    guard case .bytes(let bytes)? = try? Disk.read(file("run.json"), limit: 1 << 20) else {
      return nil
    }
    var json = JSONReader(bytes)
    guard let digest = try? json.value()["pack"]?["digest"]?.string,
      digest != chain.pack.digest
    else { return nil }
    return "\(path.display) was made with other rules than \(chain.pack.name) as it is now; "
      + "names and lines of rules may differ"
  }
}

extension Stage {
  /// The file of the output folder that holds what the stage made.
  fileprivate var fileName: String {
    self == .normalize ? "events.ndjson" : "\(rawValue).ndjson"
  }
}
