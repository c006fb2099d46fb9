internal import Clean
internal import Extract
internal import Fetch
internal import Normalize
internal import Packs
internal import Records
internal import Store

/// Where an article enters the chain.
enum ChainInput: Sendable {
  /// A file to fetch.
  case source(SourceFile)
  /// An article out of a container.
  case stored(StoredArticle)
  /// Something that could not even be fetched.
  case failed(StageFailure)
  /// A line that an earlier run of a stage left.
  case line(Stage, [UInt8], number: Int)
}

/// Takes articles through the stages, and past those whose result the memory holds.
struct ArticleWorker: Sendable {
  let chain: StageChain
  /// Nil for a filter in a pipe.
  let memory: StageMemory?
  let last: Stage
  /// The stages whose lines are wanted.
  let kept: Set<Stage>

  /// Takes an article through the stages; pure but for fetching and the memory.
  ///
  /// Throws where the rules are wrong; what is wrong with the article is in the outcome.
  func outcome(of input: ChainInput) throws(PackError) -> ArticleOutcome {
    var work = ArticleWork(worker: self)
    do throws(ArticleWork.Stop) {
      try work.begin(input)
    } catch {
      switch error {
      case .rules(let error): throw error
      case .article(let failure):
        work.outcome.path = failure.path
        work.outcome.failure = failure
        work.outcome.lines = work.outcome.lines.filter { $0.key < failure.stage }
      }
    }
    return work.outcome
  }
}

/// One article on its way through the stages.
private struct ArticleWork {
  /// Why an article goes no further.
  enum Stop: Error {
    case article(StageFailure)
    case rules(PackError)
  }

  let worker: ArticleWorker
  var outcome = ArticleOutcome()

  mutating func begin(_ input: ChainInput) throws(Stop) {
    switch input {
    case .failed(let failure): throw .article(failure)
    case .source(let source):
      let fetcher = worker.chain.fetcher
      try fetch(stopping { () throws(StageFailure) in try fetcher.read(source) })
    case .stored(let stored): try fetch(stored)
    case .line(.fetch, let line, let number):
      let content = note(line)
      let key = worker.memory?.key(cleaning: "", content: content)
      try clean(key) { () throws(StageFailure) in
        try RecordLine.fetched(line, number: number, for: .clean)
      }
    case .line(.clean, let line, let number):
      note(line)
      try extract(line + [0x0A], number: number, nil)
    case .line(_, let line, let number):
      note(line)
      try normalize(line + [0x0A], number: number, nil)
    }
  }

  @discardableResult
  private mutating func note(_ line: [UInt8]) -> Fingerprint {
    let content = Fingerprint(of: line)
    outcome.content = content
    return content
  }

  private mutating func fetch(_ stored: StoredArticle) throws(Stop) {
    let fetcher = worker.chain.fetcher
    let content = stored.fingerprint
    outcome.content = content
    var decode = { () throws(StageFailure) in try fetcher.decode(stored) }
    if worker.last == .fetch || worker.kept.contains(.fetch) {
      let result = Result { () throws(StageFailure) in try fetcher.decode(stored) }
      decode = { () throws(StageFailure) in try result.get() }
      if case .success(let fetched) = result {
        outcome.path = fetched.head.path
        outcome.id = fetched.head.id
        if worker.kept.contains(.fetch) {
          outcome.lines[.fetch] = StageResult(fetched.head, fetched.write).lines
        }
      }
      if worker.last == .fetch {
        _ = try stopping(decode)
        return
      }
    }
    try clean(worker.memory?.key(cleaning: stored.path, content: content), decode)
  }

  private mutating func clean(
    _ key: Fingerprint?, _ fetched: () throws(StageFailure) -> FetchedArticle
  ) throws(Stop) {
    var article: CleanArticle?
    let result: StageResult
    if let known = recall(key) {
      result = known
    } else {
      (result, article) = try cleaned(fetched)
      remember(key, result)
    }
    try take(result)
    if worker.kept.contains(.clean) { outcome.lines[.clean] = result.lines }
    if worker.last > .clean { try extract(result.lines, number: 1, article) }
  }

  private func cleaned(
    _ fetched: () throws(StageFailure) -> FetchedArticle
  ) throws(Stop) -> (StageResult, CleanArticle?) {
    let cleaner = try compiled { () throws(PackError) in try worker.chain.cleaner }
    var id: String?
    do throws(StageFailure) {
      let fetched = try fetched()
      id = fetched.head.id
      let article = try cleaner.clean(fetched)
      return (result(.clean, article.head, article.write), article)
    } catch {
      // A line that is no record tells its own place, which is not what the memory is for.
      if error.code == .badRecord { throw .article(error) }
      var result = StageResult(path: error.path, id: id)
      result.failure = error
      return (result, nil)
    }
  }

  private mutating func extract(
    _ line: [UInt8], number: Int, _ article: CleanArticle?
  ) throws(Stop) {
    let key = worker.memory?.key(extracting: line)
    var extracted: ExtractedArticle?
    var result: StageResult
    if let known = recall(key) {
      result = known
    } else {
      let extractor = try compiled { () throws(PackError) in try worker.chain.extractor }
      let article = try stopping { () throws(StageFailure) in
        if let article { return article }
        return try RecordLine.cleaned(line, number: number, for: .extract)
      }
      let record = extractor.extract(article)
      result = self.result(.extract, article.head, record.write)
      result.counts = StageResult.Counts(extracted: record)
      remember(key, result)
      extracted = record
    }
    try take(result)
    if worker.kept.contains(.extract) { outcome.lines[.extract] = result.lines }
    if worker.last > .extract { try normalize(result.lines, number: 1, extracted) }
  }

  private mutating func normalize(
    _ line: [UInt8], number: Int, _ extracted: ExtractedArticle?
  ) throws(Stop) {
    let key = worker.memory?.key(normalizing: line)
    var result: StageResult
    if let known = recall(key) {
      result = known
    } else {
      let normalizer = try compiled { () throws(PackError) in try worker.chain.normalizer }
      let record = try stopping { () throws(StageFailure) in
        if let extracted { return extracted }
        return try RecordLine.extracted(line, number: number, for: .normalize)
      }
      let events = normalizer.normalize(record)
      result = StageResult(path: record.article.head.path, id: record.article.head.id)
      result.counts = StageResult.Counts(extracted: record)
      result.counts.events = events.count
      result.lines = RecordLine.events(events, text: Array(record.article.text.utf8))
      remember(key, result)
    }
    try take(result)
    outcome.events = result.lines
  }

  /// A stage's result; its line is written only where the store or the output wants it.
  private func result(
    _ stage: Stage, _ head: ArticleHead, _ write: (inout JSONWriter) -> Void
  ) -> StageResult {
    worker.memory != nil || worker.kept.contains(stage)
      ? StageResult(head, write) : StageResult(path: head.path, id: head.id)
  }

  private mutating func take(_ result: StageResult) throws(Stop) {
    do throws(StageFailure) { try outcome.note(result) } catch { throw .article(error) }
  }

  private mutating func recall(_ key: Fingerprint?) -> StageResult? {
    guard let key, let (result, place) = worker.memory?.recall(key) else { return nil }
    outcome.recalled.append(place)
    return result
  }

  private mutating func remember(_ key: Fingerprint?, _ result: StageResult) {
    if let key { outcome.made.append((key, result.stored)) }
  }

  private func stopping<Value>(_ body: () throws(StageFailure) -> Value) throws(Stop) -> Value {
    do throws(StageFailure) { return try body() } catch { throw .article(error) }
  }

  private func compiled<Value>(_ body: () throws(PackError) -> Value) throws(Stop) -> Value {
    do throws(PackError) { return try body() } catch { throw .rules(error) }
  }
}

extension StageResult.Counts {
  fileprivate init(extracted record: ExtractedArticle) {
    mentions = record.mentions.count
    candidates = record.candidates.count
    unreadLanguage = record.languageKnown ? nil : record.article.head.language ?? "und"
  }
}

extension StoredArticle {
  /// Of the bytes on disk, those of the sidecar included.
  var fingerprint: Fingerprint {
    let circumstances = circumstances
    let own = Fingerprint(of: bytes)
    return circumstances.isEmpty ? own : own.joined(with: circumstances)
  }
}
