import CSQLite
import Disk
import Export
import Outputs
import Records
import TestSupport
import Testing

struct SQLiteExportTests {
  /// The rows that a question gives, cells as texts.
  private func ask(_ sql: String, _ path: DiskPath) throws -> [[String?]] {
    var database: OpaquePointer?
    try #require(sqlite3_open_v2(path.display, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
    defer { sqlite3_close(database) }
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK)
    defer { sqlite3_finalize(statement) }
    var rows: [[String?]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          sqlite3_column_text(statement, column).map { String(cString: $0) }
        })
    }
    return rows
  }

  private func exported() throws -> (folder: TemporaryFolder, path: DiskPath, reader: OutputReader)
  {
    let folder = try TemporaryFolder()
    let path = folder.path.appending(DiskPath("events.sqlite"))
    let reader = try OutputReader(ProjectFiles.path("fixtures/expected"))
    try SQLiteExport(reader).write(to: path)
    return (folder, path, reader)
  }

  @Test func `a database read back gives the events that went in`() throws {
    let (folder, path, reader) = try exported()
    defer { withExtendedLifetime(folder) {} }
    let rows = try ask(
      """
      SELECT json_object(
        'id', id,
        'article', (SELECT json_object('id', id, 'path', path, 'url', url, 'title', title,
          'published', published, 'language', language) FROM articles a WHERE a.article = e.article),
        'type', type, 'status', status, 'date', date,
        'transfers', (SELECT json_group_array(json_object('from', from_party, 'to', to_party,
          'count', count, 'bound', bound, 'category', category)) FROM
          (SELECT * FROM transfers t WHERE t.event = e.event ORDER BY place)),
        'including', (SELECT json_group_array(json_object('category', category, 'label', label,
          'count', count, 'bound', bound, 'to', to_party)) FROM
          (SELECT * FROM including i WHERE i.event = e.event ORDER BY place)),
        'ordinal', ordinal, 'place', place,
        'mediators', (SELECT json_group_array(party) FROM
          (SELECT * FROM mediators m WHERE m.event = e.event ORDER BY place)),
        'sources', (SELECT json_group_array(json_object('name', name, 'role', role,
          'organization', organization, 'channel', channel, 'wikidata', wikidata)) FROM
          (SELECT * FROM sources s WHERE s.event = e.event ORDER BY place)),
        'evidence', (SELECT json_group_array(json_object('start', start_offset, 'end', end_offset,
          'text', text, 'rule', rule, 'slots', (SELECT json_group_array(slot) FROM
            (SELECT slot FROM evidence_slots k WHERE k.evidence = v.evidence ORDER BY place)))) FROM
          (SELECT * FROM evidence WHERE event = e.event ORDER BY evidence) v))
      FROM events e ORDER BY event
      """, path)
    let events = try rows.map { try EventLine(Array(($0[0] ?? "").utf8)) }
    var expected: [EventLine] = []
    try reader.forEachEvent { expected.append($0) }
    #expect(events == expected)
  }

  @Test func `keys hold, and words are found`() throws {
    let (folder, path, _) = try exported()
    defer { withExtendedLifetime(folder) {} }
    #expect(try ask("PRAGMA foreign_key_check", path).isEmpty)
    #expect(try ask("PRAGMA integrity_check", path) == [["ok"]])
    #expect(try ask("SELECT count(*) FROM articles WHERE body IS NOT NULL", path) == [["20"]])
    #expect(try ask("SELECT count(*) FROM failures", path) == [["3"]])
    #expect(
      try ask(
        """
        SELECT path FROM article_text JOIN articles ON article = article_text.rowid
        WHERE article_text MATCH 'bodies AND title:receives'
        """, path) == [["en-bodies.html"]])
    #expect(
      try ask(
        """
        SELECT sum(count) FROM movements
        WHERE to_party = 'UKR' AND type = 'remains' AND status = 'completed'
        """, path) == [["4245"]])
  }

  @Test func `the same run gives the same bytes, and a full name is no file`() throws {
    let (first, _, _) = try exported()
    let (second, _, reader) = try exported()
    #expect(try first.read("events.sqlite") == second.read("events.sqlite"))
    #expect(try first.names() == ["events.sqlite"])
    #expect(throws: DiskError.self) { try SQLiteExport(reader).write(to: first.path) }
  }
}
