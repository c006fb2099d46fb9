public import Disk
public import Outputs
internal import Records

/// What a run left as a SQLite database: `tables.sql` and `indexes.sql` say what it holds.
///
/// Rows go in as lines are read, so memory does not grow with the corpus but for the articles' paths.
public struct SQLiteExport: Sendable {
  private let reader: OutputReader

  /// Exports an output folder.
  public init(_ reader: OutputReader) { self.reader = reader }

  /// Writes the database; it appears whole or not at all.
  public func write(to path: DiskPath) throws {
    try ReplacedFile.write(path) { temporary in
      let database = try SQLiteDatabase(temporary)
      try database.run(Self.text(PackageResources.tables_sql))
      try database.run("BEGIN")
      var rows = try SQLiteRows(database)
      try writeRun(database)
      if reader.articles.exists {
        try reader.forEachArticle { article in try rows.add(article) }
      }
      try reader.forEachEvent { event in try rows.add(event, database) }
      try reader.forEachFailure { failure in try rows.add(failure) }
      try database.run(Self.text(PackageResources.indexes_sql))
      try database.run("COMMIT")
    }
  }

  private func writeRun(_ database: SQLiteDatabase) throws {
    guard reader.run.exists else { return }
    let statement = try database.statement("INSERT INTO run VALUES (?)")
    try reader.run.forEachLine { line, _ in
      try statement.run([.text(String(decoding: line, as: UTF8.self))])
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
