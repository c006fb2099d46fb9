internal import Disk
internal import Fetch
internal import Packs
public import Records
internal import Store

/// Runs the stages over many articles at a time and writes their files in input order.
///
/// The only place with concurrency: a task group that holds at most `jobs` articles. A bounded window
/// of finished outcomes waits for its turn, so memory does not grow with the corpus and the output
/// does not depend on which article was done first.
///
/// What earlier runs worked out comes from the store of the output folder. It saves time and changes no
/// byte: outputs are always put together anew.
public struct Runner: Sendable {
  /// What a run tells while it is at work.
  public enum Notice: Sendable {
    /// So many articles are done; nil where nobody knows of how many.
    case progress(done: Int, of: Int?)
    /// An article failed; in input order.
    case failed(StageFailure)
    /// An article is done, with the stages that had to be run for it; in input order.
    case done(path: String, stages: Int)
    /// Something about the run that the user may not have meant.
    case warning(String)
    /// Something about the run as a whole.
    case note(String)
  }

  private let chain: StageChain
  private let options: RunOptions

  /// Makes a runner.
  public init(_ chain: StageChain, _ options: RunOptions) {
    self.chain = chain
    self.options = options
  }

  /// Runs.
  ///
  /// All files appear whole at the end or not at all; what was worked out until a run was killed is not
  /// worked out again by the next.
  public func run(_ tell: (Notice) -> Void) async throws -> RunSummary {
    let source = try ChainSource(options)
    let folder = RunFolder(output: options.output)
    let lock = try folder.locked()
    defer { withExtendedLifetime(lock) {} }
    let makers = StageMakers(
      chain, program: try RunFolder.program(), charset: options.charset)
    let store = folder.earlierResults(options)
    tell(.note("\(store.count) results of earlier runs in \(folder.store.display)"))
    if let warning = source.warning { tell(.warning(warning)) }
    try folder.checkNewRules(of: chain, makers)
    let worker = ArticleWorker(
      chain: chain, memory: options.usesStore ? StageMemory(store, chain, makers) : nil,
      last: options.to, kept: options.written)
    var files = try OutputFiles(options, makers, store)
    var summary = RunSummary()
    for failure in source.kept {
      tell(.failed(failure))
      let outcome = ArticleOutcome(path: failure.path, failure: failure)
      try files.add(outcome)
      summary.add(outcome)
    }
    var started = 0
    var written = 0
    var waiting: [Int: ArticleOutcome] = [:]
    let jobs = max(1, options.jobs)
    try await withThrowingTaskGroup(of: (Int, ArticleOutcome).self) { group in
      /// Starts the next article; false where there is none.
      func start() throws -> Bool {
        guard let input = try source.next() else { return false }
        let index = started
        started += 1
        group.addTask { (index, try worker.outcome(of: input)) }
        return true
      }
      var isMore = true
      while isMore, started < jobs { isMore = try start() }
      while let (index, outcome) = try await group.next() {
        waiting[index] = outcome
        while let outcome = waiting.removeValue(forKey: written) {
          if let failure = outcome.failure { tell(.failed(failure)) }
          try files.add(outcome)
          summary.add(outcome)
          written += 1
          tell(.done(path: outcome.path, stages: outcome.made.count))
          tell(.progress(done: written, of: source.count))
        }
        // Not more than a window ahead of the slowest article.
        while isMore, started - written < jobs * 8, started - written - waiting.count < jobs {
          isMore = try start()
        }
      }
    }
    if summary.articles == 0 {
      tell(.warning("no articles there; what swapwire reads is in: swapwire help run"))
    }
    tell(
      .note("\(summary.recalled) stages were done by earlier runs, \(summary.made) by this one"))
    try files.commit(pack: chain.pack, summary: summary)
    return summary
  }
}
