import Disk
import Records
import TestSupport
import Testing

@testable import Diff

struct DiffReportTests {
  private func report(_ report: some DiffReport, _ old: [String], _ new: [String]) throws -> String
  {
    var report = report
    let (found, summary) = try DiffCorpus().differences(old, new)
    return found.map { report.add($0) }.joined() + report.end(summary)
  }

  private static let old = [DiffCorpus.line(), DiffCorpus.line(path: "b.txt", article: "a-2")]
  private static let new = [
    DiffCorpus.line(id: "e-2", count: 303),
    DiffCorpus.line(path: "c<|*@me.txt", article: "a-3", words: "#1 `x`"),
  ]

  @Test func `json has a line for each difference and the summary`() throws {
    let lines = try report(JSONReport(), Self.old, Self.new).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[0] == #"{"difference":"event_changed","path":"a.txt","oldId":"e-1","newId":"e-2","#
        + #""evidenceOnly":false,"changes":[{"slot":"transfers","removed":[{"from":"RUS","#
        + #""to":"UKR","count":307,"bound":"exact","category":"military"}],"added":[{"#
        + #""from":"RUS","to":"UKR","count":303,"bound":"exact","category":"military"}]}]}"#)
    #expect(
      lines[3] == #"{"difference":"summary","same":false,"events":{"old":2,"new":2,"added":1,"#
        + #""removed":1,"changed":1,"evidenceOnly":0},"articles":{"added":0,"removed":0,"#
        + #""changed":0},"failures":{"added":0,"removed":0},"slots":{"transfers":1}}"#)
    for line in lines {
      var json = JSONReader(Array(line.utf8))
      _ = try json.value()
      try json.end()
    }
  }

  @Test func `an added event stands in json as its line has it`() throws {
    let line = DiffCorpus.line()
    let added = try report(JSONReport(), [], [line]).split(separator: "\n")[0]
    let facts = try #require(line.split(separator: #""type""#).last)
    #expect(added.hasSuffix(#""type""# + facts + "}"))
  }

  @Test func `markdown keeps words of articles from being markup`() throws {
    let text = try report(MarkdownReport(), Self.old, Self.new)
    #expect(text.hasPrefix("### Events: 1 added, 1 removed, 1 changed\n\n| | added |"))
    #expect(text.contains("<code>c&lt;|*@me.txt</code>"))
    #expect(text.contains("  > #\u{200B}1 \\`x\\`\n"))
    #expect(text.contains("  - transfers: ~~307 military RUS→UKR~~ → **303 military RUS→UKR**\n"))
  }

  @Test func `a comment stays below what GitHub takes`() throws {
    let new = (0..<2000).map { DiffCorpus.line(path: "a\($0).txt") }
    let text = try report(MarkdownReport(), [], new)
    #expect(text.utf8.count < 65_536)
    #expect(text.contains("### Events: 2000 added\n"))
    #expect(text.hasSuffix(" more differences, which `swapwire diff` tells as text.\n"))
  }

  @Test func `github commands escape what would end them and name the line`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Title\n\nSome 303 soldiers came.\n".utf8)
    let text = try report(
      GitHubReport(articles: folder.path), [DiffCorpus.line(title: "100%")],
      [DiffCorpus.line(title: "1,2: x", count: 303, words: "303 soldiers")])
    let lines = text.split(separator: "\n")
    #expect(
      lines[0].hasSuffix(
        ",line=1,title=article changed::article%0Aarticle: - title 100%25, + title 1,2: x")
        || lines[0].hasSuffix("article: title 100%25 → title 1,2: x"), "\(lines[0])")
    #expect(lines[0].hasPrefix("::notice file="))
    #expect(lines[1].contains("/a.txt,line=3,title=event changed::"))
    #expect(lines[1].hasPrefix("::warning file="))
    #expect(
      lines.last == "::notice title=swapwire diff::events: 1 changed; articles: 1 told otherwise")
  }

  @Test func `colors and control characters stay out of a pipe`() throws {
    var report = TextReport(isColored: false)
    let event = try EventLine(Array(DiffCorpus.line(place: #"\u001b[2J"#).utf8))
    #expect(!report.add(.eventAdded(event)).contains("\u{1B}"))
    var colored = TextReport(isColored: true)
    #expect(colored.add(.eventAdded(event)).contains("\u{1B}[32m  + exchange"))
  }
}

struct BaselineTests {
  @Test func `a baseline is made, compared and replaced`() throws {
    let corpus = try DiffCorpus()
    let folder = corpus.folder
    try folder.write("out/events.ndjson", (DiffCorpus.line() + "\n").utf8)
    try folder.write("out/failures.ndjson", [])
    let out = folder.path.appending(DiskPath("out"))
    for name in ["base", "base.ndjson"] {
      let baseline = Baseline(folder.path.appending(DiskPath(name)))
      try folder.write("out/events.ndjson", (DiffCorpus.line() + "\n").utf8)
      #expect(try baseline.accept(out) == nil)
      #expect(try baseline.accept(out)?.isSame == true)
      try folder.write("out/events.ndjson", (DiffCorpus.line(count: 5) + "\n").utf8)
      #expect(try baseline.accept(out)?.changedEvents == 1)
      #expect(try baseline.accept(out)?.isSame == true)
    }
    #expect(try folder.read("base/events.ndjson") == folder.read("base.ndjson"))
    #expect(try folder.read("base/failures.ndjson").isEmpty)
  }
}
