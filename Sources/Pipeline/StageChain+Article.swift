internal import Clean
internal import Extract
internal import Fetch
internal import Normalize
internal import Records

/// Where an article enters the chain.
enum ChainInput: Sendable {
  /// A file to fetch.
  case source(SourceFile)
  /// Something that could not even be fetched.
  case failed(StageFailure)
  /// A line that an earlier run of a stage left.
  case line(Stage, [UInt8], number: Int)
}

extension StageChain {
  /// Runs an article through the stages up to `last`; pure but for fetching.
  func process(_ input: ChainInput, through last: Stage, keeping kept: Set<Stage>) -> ArticleOutcome
  {
    var outcome = ArticleOutcome()
    do throws(StageFailure) {
      try process(input, through: last, keeping: kept, into: &outcome)
    } catch {
      outcome.path = error.path
      outcome.failure = error
      outcome.lines = outcome.lines.filter { $0.key < error.stage }
    }
    return outcome
  }

  private func process(
    _ input: ChainInput, through last: Stage, keeping kept: Set<Stage>,
    into outcome: inout ArticleOutcome
  ) throws(StageFailure) {
    var fetched: FetchedArticle?
    var cleaned: CleanArticle?
    var extracted: ExtractedArticle?
    switch input {
    case .failed(let failure): throw failure
    case .source(let source): fetched = try fetcher.fetch(source)
    case .line(.fetch, let line, let number):
      fetched = try RecordLine.fetched(line, number: number, for: .clean)
    case .line(.clean, let line, let number):
      cleaned = try RecordLine.cleaned(line, number: number, for: .extract)
    case .line(_, let line, let number):
      extracted = try RecordLine.extracted(line, number: number, for: .normalize)
    }
    var json = JSONWriter()
    func keep(_ stage: Stage, _ write: (inout JSONWriter) -> Void) {
      guard kept.contains(stage) else { return }
      json.removeAll()
      write(&json)
      json.endLine()
      outcome.lines[stage] = json.bytes
    }
    if let fetched {
      outcome.note(fetched.head)
      keep(.fetch, fetched.write)
      if last == .fetch { return }
      cleaned = try cleaner.clean(fetched)
    }
    if let cleaned {
      outcome.note(cleaned.head)
      keep(.clean, cleaned.write)
      if last == .clean { return }
      extracted = extractor.extract(cleaned)
    }
    guard let extracted else { return }
    outcome.note(extracted.article.head)
    outcome.counts.mentions = extracted.mentions.count
    outcome.counts.candidates = extracted.candidates.count
    if !extracted.languageKnown {
      outcome.counts.unreadLanguage = extracted.article.head.language ?? "und"
    }
    keep(.extract, extracted.write)
    if last == .extract { return }
    let events = normalizer.normalize(extracted)
    outcome.counts.events = events.count
    outcome.events = RecordLine.events(events, text: Array(extracted.article.text.utf8))
  }
}

extension ArticleOutcome {
  fileprivate mutating func note(_ head: ArticleHead) {
    path = head.path
    id = head.id
  }
}

/// Records from and to lines.
enum RecordLine {
  static func fetched(
    _ line: [UInt8], number: Int, for stage: Stage
  ) throws(StageFailure) -> FetchedArticle {
    try read(line, number, stage) { (json) throws(JSONError) in try FetchedArticle(from: &json) }
  }

  static func cleaned(
    _ line: [UInt8], number: Int, for stage: Stage
  ) throws(StageFailure) -> CleanArticle {
    try read(line, number, stage) { (json) throws(JSONError) in try CleanArticle(from: &json) }
  }

  static func extracted(
    _ line: [UInt8], number: Int, for stage: Stage
  ) throws(StageFailure) -> ExtractedArticle {
    try read(line, number, stage) { (json) throws(JSONError) in try ExtractedArticle(from: &json) }
  }

  static func events(_ events: [Event], text: [UInt8]) -> [UInt8] {
    guard !events.isEmpty else { return [] }
    let index = CodePointIndex(text)
    var json = JSONWriter()
    for event in events {
      event.write(to: &json, text: text, index: index)
      json.endLine()
    }
    return json.bytes
  }

  private static func read<Record>(
    _ line: [UInt8], _ number: Int, _ stage: Stage,
    _ body: (inout JSONReader) throws(JSONError) -> Record
  ) throws(StageFailure) -> Record {
    guard String(validating: line, as: UTF8.self) != nil else {
      throw StageFailure(
        path: "line \(number)", stage: stage, code: .badRecord, message: "the line is no UTF-8")
    }
    var json = JSONReader(line)
    do throws(JSONError) {
      let record = try body(&json)
      try json.end()
      return record
    } catch {
      throw StageFailure(
        path: "line \(number)", stage: stage, code: .badRecord, message: "\(error)")
    }
  }
}
