import Export
import Outputs
import Records
import TestSupport
import Testing

struct CSVExportTests {
  private func rows(_ reader: OutputReader, hasTags: Bool = false) throws -> [[String]] {
    var bytes: [UInt8] = []
    try CSVExport(reader, hasTags: hasTags).rows { bytes += $0 }
    return CSVText.rows(String(decoding: bytes, as: UTF8.self))
  }

  @Test func `a table read back gives the events that went in`() throws {
    let reader = try OutputReader(ProjectFiles.path("fixtures/expected"))
    let rows = try rows(reader)
    let names = rows[0]
    var events: [EventLine] = []
    for row in rows.dropFirst() {
      let cells = Dictionary(zip(names, row)) { first, _ in first }
      func cell(_ name: String) -> String? { cells[name].flatMap { $0.isEmpty ? nil : $0 } }
      if events.last?.id != cell("event_id") {
        events.append(try CSVText.event(cell))
      }
      if cell("transfer") != nil {
        let transfer = Event.Transfer(
          from: cell("from"), to: cell("to"), count: cell("count").flatMap { Int($0) },
          bound: cell("bound").flatMap(Bound.init),
          category: Category(rawValue: cell("category") ?? "") ?? .people)
        events[events.count - 1].transfers.append(transfer)
      }
    }
    var expected: [EventLine] = []
    try reader.forEachEvent { expected.append($0) }
    #expect(events == expected)
  }

  @Test func `the second row may hold hashtags of HXL`() throws {
    let rows = try rows(try OutputReader(ProjectFiles.path("fixtures/expected")), hasTags: true)
    #expect(rows[0].count == rows[1].count)
    #expect(rows[1].allSatisfy { $0.wholeMatch(of: /#[a-z]+(\+[a-z]+)*/) != nil })
    #expect(Set(rows[1]).count == rows[1].count)
  }

  @Test func `a title that a spreadsheet would run is a text`() throws {
    let folder = try TemporaryFolder()
    let line =
      #"{"id":"e-1","article":{"id":"a-1","path":"-x.txt","url":null,"title":"=HYPERLINK(\"x\",\"y\")\nz","published":null,"language":"en"},"type":"talks","status":"completed","date":null,"transfers":[],"including":[],"ordinal":null,"place":"@x","mediators":[],"sources":[],"evidence":[]}"#
    try folder.write("events.ndjson", Array((line + "\n").utf8))
    let rows = try rows(try OutputReader(folder.path))
    let cells = Dictionary(zip(rows[0], rows[1])) { first, _ in first }
    #expect(cells["article_title"] == "'=HYPERLINK(\"x\",\"y\")\nz")
    #expect(cells["article_path"] == "'-x.txt")
    #expect(cells["place"] == "'@x")
    #expect(cells["transfer"] == "")
  }
}

/// A reader of what RFC 4180 says, for tests.
enum CSVText {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [Unicode.Scalar] = []
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var place = 0
    func take() {
      row.append(cell.map(String.init).joined())
      cell = []
    }
    while place < scalars.count {
      let scalar = scalars[place]
      if isQuoted {
        if scalar == "\"", place + 1 < scalars.count, scalars[place + 1] == "\"" {
          cell.append(scalar)
          place += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        take()
      } else if scalar == "\r", scalars[place + 1] == "\n" {
        take()
        rows.append(row)
        row = []
        place += 1
      } else {
        cell.append(scalar)
      }
      place += 1
    }
    return rows
  }

  /// An event without its transfers, of the cells of one of its rows.
  static func event(_ cell: (String) -> String?) throws -> EventLine {
    var json = JSONWriter()
    json.object { json in
      json.member("id", cell("event_id"))
      json.key("article")
      json.object { json in
        for name in ["id", "path", "url", "title", "published", "language"] {
          json.dynamicKey(name)
          json.string(cell("article_\(name)"))
        }
      }
      json.member("type", cell("type"))
      json.member("status", cell("status"))
      json.member("date", cell("date"))
      json.member("ordinal", cell("ordinal").flatMap { Int($0) })
      json.member("place", cell("place"))
      json.key("mediators")
      json.array((cell("mediators") ?? "").split(separator: "; ").map(String.init)) {
        $0.string($1)
      }
      for name in ["including", "sources", "evidence"] {
        json.dynamicKey(name)
        json.raw((cell("\(name)_json") ?? "").utf8)
      }
    }
    return try EventLine(json.bytes)
  }
}
