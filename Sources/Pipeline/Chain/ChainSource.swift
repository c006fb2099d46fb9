internal import Disk
internal import Fetch
internal import Records

/// Where a run's articles come from: the disk, or a stage file of an earlier run.
///
/// Gives them one after the other in output order, so that memory does not grow with the corpus.
final class ChainSource {
  private enum Kind {
    case feed(ArticleFeed)
    case lines(Stage, LineReader)
  }

  private let kind: Kind
  private var number = 0
  /// The failures of stages that are not run again.
  let kept: [StageFailure]
  /// What the user may not have meant.
  let warning: String?
  /// The number of articles; nil where nobody knows yet.
  let count: Int?

  /// Opens what a run begins with; throws where it is not there.
  init(_ options: RunOptions) throws {
    var warning: String?
    switch options.from {
    case .clean
    where options.inputs.isEmpty && options.listed.isEmpty
      || Disk.kind(of: options.file("fetch.ndjson"), followingLinks: true) == .file:
      kind = .lines(.fetch, try Self.lines(of: .fetch, options))
      if !options.inputs.isEmpty {
        warning =
          "articles are read from \(options.file("fetch.ndjson").display) and not from the input; remove it to "
          + "read them anew"
      }
    case .fetch, .clean:
      kind = .feed(try Self.feed(options))
    case .extract: kind = .lines(.clean, try Self.lines(of: .clean, options))
    case .normalize: kind = .lines(.extract, try Self.lines(of: .extract, options))
    }
    self.warning = warning
    switch kind {
    case .feed(let feed): (count, kept) = (feed.count, [])
    case .lines: (count, kept) = (nil, try Self.failures(before: options.from, options))
    }
  }

  /// The next article; nil at the end.
  func next() throws -> ChainInput? {
    switch kind {
    case .feed(let feed):
      switch feed.next() {
      case nil: return nil
      case .file(let source): return .source(source)
      case .stored(let article): return .stored(article)
      case .failure(let failure): return .failed(failure)
      }
    case .lines(let stage, let reader):
      while let line = try reader.line() {
        number += 1
        if !line.isEmpty { return .line(stage, line, number: number) }
      }
      return nil
    }
  }

  private static func feed(_ options: RunOptions) throws -> ArticleFeed {
    guard !options.inputs.isEmpty || !options.listed.isEmpty else {
      throw UsageError(
        "no input; name a file or folder, for example: swapwire run fixtures --out out")
    }
    return try ArticleFeed(
      options.inputs, listed: options.listed, fields: options.fields,
      byteLimit: options.byteLimit)
  }

  private static func lines(of stage: Stage, _ options: RunOptions) throws -> LineReader {
    let file = options.file("\(stage.rawValue).ndjson")
    guard Disk.kind(of: file, followingLinks: true) == .file else {
      throw UsageError(
        "--from \(options.from.rawValue) needs \(file.display), which is not there; "
          + "run from an earlier stage with --keep \(stage.rawValue)")
    }
    return LineReader(try SequentialFile(file))
  }

  /// The failures of earlier stages, which a run that begins later must not lose.
  private static func failures(before stage: Stage, _ options: RunOptions) throws -> [StageFailure]
  {
    let file = options.file("failures.ndjson")
    guard Disk.kind(of: file, followingLinks: true) == .file,
      case .bytes(let bytes) = try Disk.read(file, limit: .max)
    else {
      // Beside stage files of other origin there need be none; a run always leaves it.
      guard Disk.kind(of: options.file("run.json"), followingLinks: true) == nil else {
        throw UsageError(
          "\(file.display) is not there, so failures of earlier stages are unknown; run from fetch")
      }
      return []
    }
    var kept: [StageFailure] = []
    for line in bytes.split(separator: 0x0A) {
      var json = JSONReader(Array(line))
      let failure = try StageFailure(from: &json)
      if failure.stage < stage { kept.append(failure) }
    }
    return kept
  }
}
