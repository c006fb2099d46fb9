public import Disk
public import Fetch
public import Records

/// What a run is asked to do.
public struct RunOptions: Sendable {
  /// The most bytes that an article may have where nobody says otherwise.
  public static let usualByteLimit = Fetcher.usualByteLimit

  /// Files and folders.
  public var inputs: [DiskPath]
  /// Files and folders out of a list, whose articles keep the paths that it gives.
  public var listed: [DiskPath] = []
  /// Which members of JSON dumps tell what.
  public var fields = DumpFields()
  /// The most bytes that an article may have.
  public var byteLimit = usualByteLimit
  /// The output folder.
  public var output: DiskPath
  /// The first stage; what comes before is read from the output folder.
  public var from: Stage
  /// The last stage.
  public var to: Stage
  /// The stage files that stay in the output folder.
  public var keep: Set<Stage>
  /// How many articles are worked on at a time; at least 1.
  public var jobs: Int
  /// As the user named it, for `run.json`.
  public var charset: String?
  /// Whether a failure makes the exit status 1, for `run.json`.
  public var strict: Bool
  /// Whether results of earlier runs are used, and left for later ones.
  public var usesStore = true
  /// Whether results of earlier runs are left unused and forgotten.
  public var force: Bool

  /// Makes options.
  public init(
    inputs: [DiskPath], output: DiskPath, from: Stage = .fetch, to: Stage = .normalize,
    keep: Set<Stage> = [.clean, .extract], jobs: Int = 1, charset: String? = nil,
    strict: Bool = false, force: Bool = false
  ) {
    self.inputs = inputs
    self.output = output
    self.from = from
    self.to = to
    self.keep = keep
    self.jobs = jobs
    self.charset = charset
    self.strict = strict
    self.force = force
  }

  func file(_ name: String) -> DiskPath { output.appending(DiskPath(name)) }

  /// All files that are in the output folder after the run.
  var outputNames: [String] {
    written.sorted().map { "\($0.rawValue).ndjson" }
      + (to == .normalize ? ["events.ndjson"] : []) + ["failures.ndjson", "run.json"]
  }

  /// The stage files that this run writes; the last stage's is always among them.
  var written: Set<Stage> {
    let kept = keep.union(to == .normalize ? [] : [to])
    return kept.filter { $0 >= from && $0 <= to && $0 != .normalize }
  }
}
