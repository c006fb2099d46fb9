internal import Ledger
internal import Outputs
internal import Records

/// What the page's script shows, as one JSON object.
///
/// Members: `run` (run.json, or null), `parties` (names by code), `articles`, `events`, `ledger`, `tallies` and `failures`. Lists name each other's members by their places.
struct ReportData {
  struct Article {
    var head: ArticleHead
    /// Whether its text, or passages of it, go in.
    var hasText: Bool
  }

  /// In input order; where no texts were kept, in the order of the events.
  private(set) var articles: [Article] = []
  /// Whether `clean.ndjson` was kept.
  let hasTexts: Bool
  private var events: [EventLine] = []
  /// Places of articles by path.
  private var places: [String: Int] = [:]
  /// Places of events by that of their article.
  private var eventsOfArticle: [Int: [Int]] = [:]
  private var failures: [StageFailure] = []
  private var run: JSONValue?

  init(_ reader: OutputReader, texts: Report.Texts) throws {
    hasTexts = reader.articles.exists
    var heads: [ArticleHead] = []
    var read: [EventLine] = []
    var failed: [StageFailure] = []
    var made: JSONValue?
    if hasTexts { try reader.forEachArticle { heads.append($0.head) } }
    try reader.forEachEvent { read.append($0) }
    try reader.forEachFailure { failed.append($0) }
    if reader.run.exists {
      try reader.run.forEach({ (json) throws(JSONError) in try json.value() }, { made = $0 })
    }
    (events, failures, run) = (read, failed, made)
    for head in heads { add(head, hasText: texts == .all) }
    for (place, event) in events.enumerated() {
      if places[event.article.path] == nil { add(event.article, hasText: false) }
      let article = places[event.article.path] ?? 0
      eventsOfArticle[article, default: []].append(place)
      if hasTexts, article < heads.count { articles[article].hasText = true }
    }
  }

  private mutating func add(_ head: ArticleHead, hasText: Bool) {
    places[head.path] = articles.count
    articles.append(Article(head: head, hasText: hasText))
  }

  /// The evidence of all events of an article.
  func evidence(ofArticle place: Int) -> [EventLine.Evidence] {
    (eventsOfArticle[place] ?? []).flatMap { events[$0].evidence }
  }

  func json(parties: [String: String]) -> [UInt8] {
    let ledger = Ledger(events)
    var json = JSONWriter()
    json.object { json in
      json.key("run")
      if let run { json.value(run) } else { json.null() }
      json.key("parties")
      json.object { json in
        for (code, name) in parties.sorted(by: { $0.key < $1.key }) where isNamed(code) {
          json.dynamicKey(code)
          json.string(name)
        }
      }
      var texts = 0
      json.key("articles")
      json.array(articles) { json, article in
        json.object { json in
          article.head.writeMembers(to: &json)
          json.member("text", article.hasText ? texts : nil)
        }
        if article.hasText { texts += 1 }
      }
      json.key("events")
      json.array(events) { json, event in write(event, to: &json) }
      ledger.write(to: &json)
      json.key("failures")
      json.array(failures) { json, failure in failure.write(to: &json) }
    }
    return json.bytes
  }

  /// Whether any event names a party.
  private func isNamed(_ code: String) -> Bool {
    events.contains { event in
      event.mediators.contains(code)
        || event.transfers.contains { $0.from == code || $0.to == code }
        || event.including.contains { $0.to == code }
    }
  }

  /// As in `events.ndjson`, but for the article, which is told by its place, and with the days that the date
  /// covers.
  private func write(_ event: EventLine, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", event.id)
      json.member("article", places[event.article.path])
      event.writeFacts(to: &json)
      json.key("days")
      event.date.flatMap { DayRange(edtf: $0) }.write(to: &json)
      event.writeEvidence(to: &json)
    }
  }
}
