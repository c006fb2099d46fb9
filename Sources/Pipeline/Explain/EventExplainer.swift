public import Disk
internal import Extract
internal import Normalize
internal import Packs
internal import Records

/// Tells of events of an earlier run what they say, where it stands and which rules read it.
public struct EventExplainer: Sendable {
  /// Where the folder was made with other rules than those whose lines are told; nil where they are the
  /// same.
  public let note: String?
  let folder: OutputFolder
  let normalizer: Normalizer
  let format: PageExplainer.Format
  let events: [Entry]
  /// The pack's rules by language and name.
  let rules: [String: [String: RuleSummary]]

  /// A line of `events.ndjson`, and whose it is.
  struct Entry {
    var id: String
    var article: String
    var path: String
    var line: OutputFolder.Line

    func isOf(_ head: ArticleHead) -> Bool { head.id == article && head.path == path }
  }

  /// Whether an argument is meant as an event's id: `e-`, 16 hexadecimal digits, perhaps `-2`.
  public static func isID(_ text: String) -> Bool {
    text.wholeMatch(of: /e-[0-9a-f]{16}(-[0-9]+)?/) != nil
  }

  /// Reads `events.ndjson` of an output folder; throws where it is missing.
  public init(_ chain: StageChain, output: DiskPath, format: PageExplainer.Format) throws {
    folder = OutputFolder(path: output)
    self.format = format
    normalizer = try chain.normalizer
    note = folder.noteOfOtherRules(chain)
    rules = Dictionary(grouping: try chain.extractor.rules(), by: \.language).mapValues { rules in
      Dictionary(rules.map { ($0.name, $0) }) { first, _ in first }
    }
    events = try folder.lines(of: .normalize).map { line in
      let value = try line.read { (json) throws(JSONError) in try json.value() }
      guard let id = value["id"]?.string, let article = value["article"]?["id"]?.string,
        let path = value["article"]?["path"]?.string
      else {
        throw UsageError(
          "\(line.file.display):\(line.number): no event: \"id\" or \"article\" is missing")
      }
      return Entry(id: id, article: article, path: path, line: line)
    }
  }

  /// Tells about an event; about each where copies of one article have events of one id.
  public func explain(_ id: String) throws -> [UInt8] {
    let found = events.filter { $0.id == id }
    guard !found.isEmpty else { throw unknown(id) }
    return try found.flatMap { try explain($0) }
  }

  private func unknown(_ id: String) -> UsageError {
    let closest = Spelling.closest(to: id, among: events.map(\.id))
    let hint = closest.map { "; did you mean \($0)?" } ?? ""
    let file = folder.path.appending(DiskPath("events.ndjson")).display
    return UsageError(
      "no event \(id) in \(file)\(hint); its ids: jq -r .id \(file)")
  }

  private func explain(_ entry: Entry) throws -> [UInt8] {
    let (article, record) = try article(of: entry)
    let text = Array(article.text.utf8)
    let index = CodePointIndex(text)
    func read(_ entry: Entry) throws -> Event {
      try entry.line.read { (json) throws(JSONError) in
        try Event(from: &json, text: text, index: index)
      }
    }
    let event = try read(entry)
    let others = events.filter { $0.article == entry.article && $0.path == entry.path }
    let explanation = EventExplanation(
      event: event, text: text, index: index,
      rules: rules[article.head.language ?? ""] ?? [:],
      notUsed: try record.map {
        UnusedCandidate.all($0.candidates, try others.map(read), normalizer.rejections($0))
      })
    switch format {
    case .json: return explanation.json()
    case .text(let isColored):
      return Array(EventText(explanation, isColored: isColored).text().utf8)
    }
  }

  /// The article as read, with its record; without them where only `clean.ndjson` was kept.
  private func article(
    of entry: Entry
  ) throws -> (article: CleanArticle, record: ExtractedArticle?) {
    let stage: Stage =
      folder.holds(.extract) || !folder.holds(.clean) ? .extract : .clean
    let lines = try folder.lines(of: stage)
    let likely = Array(#"{"id":"\#(entry.article)","#.utf8)
    // Lines as the program writes them are known by how they begin; those of others must be read.
    let firsts = lines.filter { $0.bytes.starts(with: likely) }
    for line in firsts.isEmpty ? lines : firsts {
      if stage == .clean {
        let article = try line.read { (json) throws(JSONError) in try CleanArticle(from: &json) }
        if entry.isOf(article.head) { return (article, nil) }
      } else {
        let record = try line.read { (json) throws(JSONError) in
          try ExtractedArticle(from: &json)
        }
        if entry.isOf(record.article.head) { return (record.article, record) }
      }
    }
    throw UsageError(
      "\(folder.path.display) holds no text of \(entry.path), which events.ndjson tells of; "
        + "run again to make its files anew")
  }
}
