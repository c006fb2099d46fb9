import Disk
import Outputs
import Records
import TestSupport
import Testing

@testable import Report

struct ReportTests {
  /// The JSON that a page holds in an element.
  private func content(of id: String, in page: [UInt8]) throws -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    let open = try #require(text.firstRange(of: "id=\"\(id)\">"))
    let close = try #require(text[open.upperBound...].firstRange(of: "</script>"))
    return Array(text[open.upperBound..<close.lowerBound].utf8)
  }

  private func page(
    _ folder: DiskPath, texts: Report.Texts = .events
  ) throws -> (page: [UInt8], note: String?) {
    let output = try TemporaryFolder()
    let note = try Report(try OutputReader(folder), texts: texts, parties: ["UKR": "Ukraine"])
      .write(to: output.path.appending(DiskPath("report.html")))
    return (try output.read("report.html"), note)
  }

  @Test func `a page holds every event, article and failure of the run`() throws {
    let (page, note) = try page(ProjectFiles.path("fixtures/expected"))
    #expect(note == nil)
    var json = JSONReader(try content(of: "data", in: page))
    let data = try json.value()
    var lines: [EventLine] = []
    try OutputReader(ProjectFiles.path("fixtures/expected")).forEachEvent { lines.append($0) }
    let events = try #require(data["events"]?.elements)
    #expect(events.map { $0["id"]?.string } == lines.map(\.id))
    let articles = try #require(data["articles"]?.elements)
    for (event, line) in zip(events, lines) {
      let place = try #require(event["article"]?.integer)
      #expect(articles[place]["path"]?.string == line.article.path)
      #expect(event["evidence"]?.elements.count == line.evidence.count)
    }
    #expect(data["failures"]?.elements.count == 3)
    #expect(data["run"]?["tool"]?.string == "swapwire")
    #expect(data["parties"]?["UKR"]?.string == "Ukraine")
  }

  @Test(arguments: Report.Texts.allCases)
  func `texts are those that were asked for, and evidence stands at its offsets`(
    texts: Report.Texts
  ) throws {
    let (page, _) = try page(ProjectFiles.path("fixtures/expected"), texts: texts)
    var json = JSONReader(try content(of: "data", in: page))
    let data = try json.value()
    let lines = try content(of: "texts", in: page).split(separator: 0x0A)
    let articles = try #require(data["articles"]?.elements)
    #expect(articles.compactMap { $0["text"]?.integer } == Array(lines.indices))
    #expect(lines.count == (texts == .all ? 20 : 13))
    for event in try #require(data["events"]?.elements) {
      let article = try #require(event["article"]?.integer)
      let place = try #require(articles[article]["text"]?.integer)
      var json = JSONReader(Array(lines[place]))
      let pieces = try json.value().elements
      for evidence in try #require(event["evidence"]?.elements) {
        let (start, end) = (evidence["start"]?.integer ?? 0, evidence["end"]?.integer ?? 0)
        let words = pieces.compactMap { piece -> String? in
          let offset = piece["start"]?.integer ?? 0
          let scalars = Array((piece["text"]?.string ?? "").unicodeScalars)
          guard start >= offset, end - offset <= scalars.count else { return nil }
          return scalars[(start - offset)..<(end - offset)].map(String.init).joined()
        }
        #expect(words == [evidence["text"]?.string])
      }
    }
  }

  @Test func `nothing of an article is markup`() {
    let json = Array(#"{"title":"</script><!--<script>"}"#.utf8)
    let safe = PageTemplate.scriptSafe(json)
    #expect(!safe.contains(UInt8(ascii: "<")))
    var reader = JSONReader(safe)
    #expect((try? reader.value()["title"]?.string) == "</script><!--<script>")
  }

  @Test func `without texts a page still shows the events`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "events.ndjson", try ProjectFiles.bytes("fixtures/expected/events.ndjson"))
    let (page, note) = try page(folder.path)
    #expect(note?.contains("run with --keep clean") == true)
    var json = JSONReader(try content(of: "data", in: page))
    #expect(try json.value()["articles"]?.elements.count == 13)
    #expect(try content(of: "texts", in: page).isEmpty)
  }

  @Test func `the same run gives the same bytes`() throws {
    let folder = ProjectFiles.path("fixtures/expected")
    #expect(try page(folder).page == page(folder).page)
  }

  @Test func `paragraphs with evidence are pieces, joined where evidence spans them`() {
    func evidence(_ start: Int, _ end: Int) -> EventLine.Evidence {
      var evidence = EventLine.Evidence()
      (evidence.start, evidence.end) = (start, end)
      return evidence
    }
    let text = "Äins\n\nzwei\n\ndrei\n\nvier"
    #expect(
      TextPiece.around([evidence(13, 15)], in: text) == [TextPiece(start: 12, text: "drei")])
    #expect(
      TextPiece.around([evidence(2, 8), evidence(19, 20)], in: text)
        == [TextPiece(start: 0, text: "Äins\n\nzwei"), TextPiece(start: 18, text: "vier")])
    #expect(TextPiece.around([], in: text).isEmpty)
  }
}
