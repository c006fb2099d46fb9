internal import Disk
internal import Fetch
public import Records

/// Runs the stages over many articles at a time and writes their files in input order.
///
/// The only place with concurrency: a task group that holds at most `jobs` articles. A bounded window
/// of finished outcomes waits for its turn, so memory does not grow with the corpus and the output
/// does not depend on which article was done first.
public struct Runner: Sendable {
  private let chain: StageChain
  private let options: RunOptions

  /// Makes a runner.
  public init(_ chain: StageChain, _ options: RunOptions) {
    self.chain = chain
    self.options = options
  }

  /// Runs.
  ///
  /// All files appear whole at the end or not at all.
  ///
  /// - Parameters:
  ///   - progress: Called after every article with the number done and the number of all.
  ///   - failed: Called for every failure, in input order.
  public func run(
    progress: (Int, Int) -> Void, failed: (StageFailure) -> Void
  ) async throws -> RunSummary {
    let (inputs, kept) = try ChainSource.inputs(options)
    try Disk.makeFolder(options.output)
    var files = try OutputFiles(options)
    var summary = RunSummary()
    for failure in kept {
      failed(failure)
      try files.add(failure)
      summary.add(ArticleOutcome(path: failure.path, failure: failure))
    }
    var next = 0
    var written = 0
    var waiting: [Int: ArticleOutcome] = [:]
    let jobs = max(1, options.jobs)
    try await withThrowingTaskGroup(of: (Int, ArticleOutcome).self) { group in
      func start() {
        let (index, input) = (next, inputs[next])
        next += 1
        group.addTask { [chain, options] in
          (index, chain.process(input, through: options.to, keeping: options.written))
        }
      }
      while next < inputs.count, next < jobs { start() }
      while let (index, outcome) = try await group.next() {
        waiting[index] = outcome
        while let outcome = waiting.removeValue(forKey: written) {
          if let failure = outcome.failure { failed(failure) }
          try files.add(outcome)
          summary.add(outcome)
          written += 1
          progress(written, inputs.count)
        }
        // Not more than a window ahead of the slowest article.
        while next < inputs.count, next - written < jobs * 8, next - written - waiting.count < jobs
        {
          start()
        }
      }
    }
    try files.commit(pack: chain.pack, summary: summary)
    return summary
  }
}
