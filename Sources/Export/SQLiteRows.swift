internal import Records

/// Puts records into the tables of `tables.sql`.
struct SQLiteRows {
  private let articles: SQLiteStatement
  private let authors: SQLiteStatement
  private let events: SQLiteStatement
  private let transfers: SQLiteStatement
  private let parts: SQLiteStatement
  private let mediators: SQLiteStatement
  private let sources: SQLiteStatement
  private let evidence: SQLiteStatement
  private let slots: SQLiteStatement
  private let failures: SQLiteStatement
  /// Keys of articles by path.
  private var keys: [String: Int] = [:]

  init(_ database: SQLiteDatabase) throws(ExportError) {
    articles = try database.insertion(into: "articles", columns: 8)
    authors = try database.insertion(into: "authors", columns: 3)
    events = try database.insertion(into: "events", columns: 8)
    transfers = try database.insertion(into: "transfers", columns: 7)
    parts = try database.insertion(into: "including", columns: 7)
    mediators = try database.insertion(into: "mediators", columns: 3)
    sources = try database.insertion(into: "sources", columns: 7)
    evidence = try database.insertion(into: "evidence", columns: 6)
    slots = try database.insertion(into: "evidence_slots", columns: 3)
    failures = try database.insertion(into: "failures", columns: 4)
  }

  mutating func add(_ article: CleanArticle) throws(ExportError) {
    let key = try add(article.head, body: article.body)
    for (place, name) in article.authors.enumerated() {
      try authors.run([.integer(key), .integer(place + 1), .text(name)])
    }
  }

  private mutating func add(_ head: ArticleHead, body: String?) throws(ExportError) -> Int {
    let key = keys.count + 1
    guard keys.updateValue(key, forKey: head.path) == nil else {
      throw ExportError("clean.ndjson tells of \(head.path) twice; run again to make it anew")
    }
    try articles.run([
      .integer(key), .text(head.id), .text(head.path), SQLiteValue(head.url),
      SQLiteValue(head.title), SQLiteValue(head.published), SQLiteValue(head.language),
      SQLiteValue(body),
    ])
    return key
  }

  mutating func add(
    _ event: EventLine, _ database: SQLiteDatabase
  ) throws(ExportError) {
    let article: Int
    if let key = keys[event.article.path] {
      article = key
    } else {
      article = try add(event.article, body: nil)
    }
    try events.run([
      .null, .text(event.id), .integer(article), .text(event.kind.rawValue),
      SQLiteValue(event.status?.rawValue), SQLiteValue(event.date), SQLiteValue(event.ordinal),
      SQLiteValue(event.place),
    ])
    let key = database.lastRow
    for (place, transfer) in event.transfers.enumerated() {
      try transfers.run([
        .integer(key), .integer(place + 1), SQLiteValue(transfer.from), SQLiteValue(transfer.to),
        SQLiteValue(transfer.count), SQLiteValue(transfer.bound?.rawValue),
        .text(transfer.category.rawValue),
      ])
    }
    for (place, part) in event.including.enumerated() {
      try parts.run([
        .integer(key), .integer(place + 1), .text(part.category.rawValue), SQLiteValue(part.label),
        SQLiteValue(part.count), SQLiteValue(part.bound?.rawValue), SQLiteValue(part.to),
      ])
    }
    for (place, party) in event.mediators.enumerated() {
      try mediators.run([.integer(key), .integer(place + 1), .text(party)])
    }
    for (place, source) in event.sources.enumerated() {
      try sources.run([
        .integer(key), .integer(place + 1), SQLiteValue(source.name), SQLiteValue(source.role),
        SQLiteValue(source.organization), SQLiteValue(source.channel), SQLiteValue(source.wikidata),
      ])
    }
    for piece in event.evidence {
      try evidence.run([
        .null, .integer(key), .integer(piece.start), .integer(piece.end), .text(piece.text),
        .text(piece.rule),
      ])
      let row = database.lastRow
      for (place, slot) in piece.slots.enumerated() {
        try slots.run([.integer(row), .integer(place + 1), .text(slot)])
      }
    }
  }

  func add(_ failure: StageFailure) throws(ExportError) {
    try failures.run([
      .text(failure.path), .text(failure.stage.rawValue), .text(failure.code.rawValue),
      .text(failure.message),
    ])
  }
}

extension SQLiteDatabase {
  fileprivate func insertion(
    into table: String, columns: Int
  ) throws(ExportError) -> SQLiteStatement {
    let places = Array(repeating: "?", count: columns).joined(separator: ", ")
    return try statement("INSERT INTO \(table) VALUES (\(places))")
  }
}
