internal import Disk
internal import Fetch
internal import Records

/// Where a run's articles come from: the disk, or a stage file of an earlier run.
enum ChainSource {
  /// The inputs of a run in output order, and the failures of stages that are not run again.
  static func inputs(_ options: RunOptions) throws -> (inputs: [ChainInput], kept: [StageFailure]) {
    switch options.from {
    case .fetch: return (try sources(options.inputs), [])
    case .clean:
      if options.inputs.isEmpty
        || Disk.kind(of: options.file("fetch.ndjson"), followingLinks: true) == .file
      {
        return try lines(of: .fetch, options)
      }
      return (try sources(options.inputs), [])
    case .extract: return try lines(of: .clean, options)
    case .normalize: return try lines(of: .extract, options)
    }
  }

  private static func sources(_ inputs: [DiskPath]) throws -> [ChainInput] {
    guard !inputs.isEmpty else {
      throw UsageError(
        "no input; name a file or folder, for example: swapwire run fixtures --out out")
    }
    var found: [(path: DiskPath, input: ChainInput)] = []
    for input in inputs {
      for item in try SourceWalk.articles(in: input) {
        switch item {
        case .file(let source): found.append((source.path, .source(source)))
        case .failure(let failure):
          found.append((DiskPath(display: failure.path), .failed(failure)))
        }
      }
    }
    let sorted = found.sorted { $0.path < $1.path }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.path == second.path {
      throw UsageError(
        "two inputs hold an article \"\(first.path.display)\"; name the folder above both instead")
    }
    return sorted.map(\.input)
  }

  private static func lines(
    of stage: Stage, _ options: RunOptions
  ) throws -> (inputs: [ChainInput], kept: [StageFailure]) {
    let file = options.file("\(stage.rawValue).ndjson")
    guard Disk.kind(of: file, followingLinks: true) == .file else {
      throw UsageError(
        "--from \(options.from.rawValue) needs \(file.display), which is not there; "
          + "run from an earlier stage with --keep \(stage.rawValue)")
    }
    guard case .bytes(let bytes) = try Disk.read(file, limit: .max) else {
      throw UsageError("\(file.display) changed while it was read; run again")
    }
    let inputs = bytes.split(separator: 0x0A).enumerated().map { index, line in
      ChainInput.line(stage, Array(line), number: index + 1)
    }
    return (inputs, try failures(before: options.from, options))
  }

  /// The failures of earlier stages, which a run that begins later must not lose.
  private static func failures(before stage: Stage, _ options: RunOptions) throws -> [StageFailure]
  {
    let file = options.file("failures.ndjson")
    guard Disk.kind(of: file, followingLinks: true) == .file,
      case .bytes(let bytes) = try Disk.read(file, limit: .max)
    else { return [] }
    var kept: [StageFailure] = []
    for line in bytes.split(separator: 0x0A) {
      var json = JSONReader(Array(line))
      let failure = try StageFailure(from: &json)
      if failure.stage < stage { kept.append(failure) }
    }
    return kept
  }
}
