internal import Disk
internal import Fetch
internal import Packs
public import Records
internal import Store

/// Tells what a run with the same options would do, and why, without doing it.
///
/// It looks for results under the keys that a run would use, so the two cannot differ; the manifest of
/// the last run is asked for the reasons alone.
public struct RunStatus: Sendable {
  /// Why articles would be worked on.
  public enum Reason: String, Sendable, CaseIterable {
    /// The last run did not have them.
    case new
    /// Their bytes, or those of their sidecar, are others than those of the last run.
    case changed
    /// They cannot be read, though the last run could, or knew nothing of them.
    case unreadable
    /// Nothing changed in them, but in what works on them; or the store lost their results.
    case unchanged
  }

  /// Articles that a run would find.
  public private(set) var articles = 0
  /// Paths of articles that would be worked on, by the reason, in input order.
  public private(set) var paths: [Reason: [String]] = [:]
  /// Paths of articles that the last run had and that are gone.
  public private(set) var removed: [String] = []
  /// How many articles would be worked on from each stage on.
  ///
  /// A stage behind is run only if that makes something new. Fetch counts with clean.
  public private(set) var stages: [Stage: Int] = [:]
  /// What changed beside the articles, as lines for people.
  public private(set) var causes: [String] = []

  /// Whether a run would do nothing but write the same files again.
  public var isUpToDate: Bool { stages.isEmpty && removed.isEmpty && causes.isEmpty }

  /// Looks at inputs, store and manifest; throws where a run would not begin.
  public init(_ chain: StageChain, _ options: RunOptions) throws {
    let folder = RunFolder(output: options.output)
    let makers = StageMakers(chain, program: try RunFolder.program(), charset: options.charset)
    let memory = StageMemory(folder.earlierResults(options), chain, makers)
    let manifest = RunManifest(folder.manifest)
    causes = Self.causes(makers, manifest, options)
    try folder.checkNewRules(of: chain, makers)
    var seen: Set<DiskPath> = []
    let source = try ChainSource(options)
    while let input = try source.next() {
      articles += 1
      let article = Self.look(at: input, chain.fetcher)
      if let path = article.path.map({ DiskPath(display: $0) }) {
        seen.insert(path)
        // As unreadable as it was for the last run.
        if article.content == nil, manifest?.contents[path] == .some(nil) { continue }
      }
      guard let first = Self.firstStage(article, memory, manifest, options) else { continue }
      stages[first, default: 0] += 1
      guard let path = article.path else { continue }
      paths[Self.reason(path, article.content, manifest), default: []].append(path)
    }
    if options.from == .fetch {
      removed = (manifest?.contents.keys.filter { !seen.contains($0) } ?? []).sorted()
        .map(\.display)
    }
  }

  private struct Article {
    /// Nil for a line that tells none.
    var path: String?
    var content: Fingerprint?
    /// The stage whose line the content is; fetch where it is the bytes on disk.
    var line: (stage: Stage, bytes: [UInt8])?
  }

  private static func look(at input: ChainInput, _ fetcher: Fetcher) -> Article {
    switch input {
    case .failed(let failure): return Article(path: failure.path)
    case .source(let source):
      let stored = try? fetcher.read(source)
      return Article(path: source.path.display, content: stored?.fingerprint)
    case .stored(let stored): return Article(path: stored.path, content: stored.fingerprint)
    case .line(let stage, let line, _):
      var json = JSONReader(line)
      let path = (try? json.enter("path")) == true ? try? json.string() : nil
      return Article(path: path, content: Fingerprint(of: line), line: (stage, line))
    }
  }

  /// The first stage that would be run; nil where all results are there.
  private static func firstStage(
    _ article: Article, _ memory: StageMemory, _ manifest: RunManifest?, _ options: RunOptions
  ) -> Stage? {
    guard let content = article.content else { return .fetch }
    if options.to == .fetch {
      // Nothing of fetch is stored: the article is as it was, or it is fetched.
      let known = article.path.flatMap { manifest?.contents[DiskPath(display: $0)] ?? nil }
      return known == content ? nil : .fetch
    }
    var line: [UInt8] = []
    var next = Stage.clean
    if let given = article.line, given.stage != .fetch {
      line = given.bytes + [0x0A]
      next = given.stage == .clean ? .extract : .normalize
    }
    for stage in [Stage.clean, .extract, .normalize] where stage >= next && stage <= options.to {
      let key =
        switch stage {
        case .fetch, .clean:
          memory.key(cleaning: article.line == nil ? article.path ?? "" : "", content: content)
        case .extract: memory.key(extracting: line)
        case .normalize: memory.key(normalizing: line)
        }
      guard let (result, _) = memory.recall(key) else { return stage }
      if result.failure != nil { return nil }
      line = result.lines
    }
    return nil
  }

  private static func reason(
    _ path: String, _ content: Fingerprint?, _ manifest: RunManifest?
  ) -> Reason {
    guard let content else { return .unreadable }
    guard let before = manifest?.contents[DiskPath(display: path)] else { return .new }
    return before == content ? .unchanged : .changed
  }

  /// What changed since the last run beside the articles.
  private static func causes(
    _ makers: StageMakers, _ manifest: RunManifest?, _ options: RunOptions
  ) -> [String] {
    guard let before = manifest?.makers else {
      return ["no run of this program has left its marks in \(options.output.display)"]
    }
    var causes: [String] = []
    if options.force { causes.append("--force: all is done again") }
    if before.program != makers.program { causes.append("the program is another one") }
    if before.charset != makers.charset {
      causes.append(
        "--charset was \(before.charset ?? "not given"), is \(makers.charset ?? "not given")")
    }
    if before.byteLimit != makers.byteLimit {
      causes.append("--max-bytes was \(before.byteLimit), is \(makers.byteLimit)")
    }
    for stage in Stage.allCases {
      let (old, new) = (before.rules[stage] ?? [:], makers.rules[stage] ?? [:])
      for file in Set(old.keys).union(new.keys).sorted() where old[file] != new[file] {
        let what = old[file] == nil ? "new" : new[file] == nil ? "gone" : "changed"
        causes.append("rules of \(stage.rawValue): \(file) is \(what)")
      }
    }
    let (was, now) = (manifest?.options ?? "", RunManifest.text(of: options))
    if was != now { causes.append("options were \(was), are \(now)") }
    for name in options.outputNames {
      guard let output = Fingerprint(ofFile: options.file(name)) else {
        causes.append("\(name) is not in \(options.output.display)")
        continue
      }
      if let known = manifest?.outputs[name], known != output {
        causes.append("\(name) in \(options.output.display) is not what the last run wrote")
      }
    }
    return causes
  }
}
