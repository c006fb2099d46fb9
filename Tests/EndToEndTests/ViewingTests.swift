import Disk
import Foundation
import TestSupport
import Testing

/// Commands that show or hand on what a run left.
struct ViewingTests {
  private let expected = "fixtures/expected"

  @Test func `report writes one page and says where`() throws {
    let folder = try TemporaryFolder()
    let page = folder.path.display + "/page.html"
    let result = try Program.run(["report", expected, "-o", page])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors == "swapwire: wrote \(page)\n")
    let text = String(decoding: try folder.read("page.html"), as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>"))
    // "Ukraine" is the pack's name of UKR.
    #expect(text.contains("\"UKR\":\"Ukraine\""))
    #expect(!text.contains("src="))
    #expect(!text.contains("{{"))
  }

  @Test(arguments: [
    (
      ["report", "fixtures/articles"],
      "events.ndjson is not there; name a folder that run wrote with --out"
    ),
    (["report", "nowhere"], "nowhere: no such folder; it is what run wrote with --out"),
    (["report", "fixtures/expected", "-o", "/proc/x/y.html"], "cannot write"),
    (
      ["export", "fixtures/expected", "--format", "sqlite"],
      "sqlite is a file; name it with -o FILE"
    ),
    (
      ["export", "fixtures/expected", "--format", "sqlite", "-o", "/proc/x.sqlite"],
      "/proc/.x.sqlite.partial"
    ),
    (["export", "fixtures/expected", "--format", "sqlite", "-o", "x", "--hxl"], "--hxl goes with"),
    (["schema", "evnts"], "The value 'evnts' is invalid"),
    (["validate", "nowhere.ndjson"], "nowhere.ndjson: cannot open: No such file"),
    (["validate", "fixtures/articles"], "no file of records in this folder"),
    (["explain"], "no input; name a page, an event with --out DIR, or give --text"),
    (["explain", "--text", "x", "--out", "y"], "--text is all that is read"),
    (["explain", "--text", "x", "--published", "May"], "write a day as 2025-05-24"),
    (["explain", "--title", "x", "page.html"], "--title and --published go with --text"),
    (["explain", "--text", "x", "--language", "tlh"], "has no rules for \"tlh\"; it reads en"),
    (["exprot"], "swapwire: error: there is no command \"exprot\"; did you mean \"export\"?"),
    (["help", "rnu"], "there is no command \"rnu\"; did you mean \"run\"?"),
    (["run", "x", "--ou", "y"], "swapwire: error: there is no option --ou; did you mean --out?"),
  ])
  func `what cannot be done is told in one form with status 2`(
    arguments: [String], reason: String
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("swapwire: error: "))
    #expect(result.errors.contains(reason))
  }

  @Test func `ledger lists each movement once`() throws {
    let result = try Program.run(["ledger", expected])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: "  ").map { $0.trimming() }
    }
    #expect(lines[0] == ["date", "what", "how many", "articles"])
    #expect(lines.contains(["2022-09-21", "exchange", "55 to RUS, 215 to UKR", "1"]))
    #expect(
      lines.contains(["2026-04-12", "exchange, rejected", "<=1000 to RUS, <=1000 to UKR", "1"]))
    #expect(lines.last?.first == "no date")
    let json = try Program.run(["ledger", expected, "--json"])
    #expect(json.output.split(separator: "\n").count == lines.count - 1)
    #expect(
      json.output.hasPrefix(
        #"{"type":"exchange","state":"done","statuses":["completed"],"date":"2022-03-24","#
          + #""days":["2022-03-24","2022-03-24"],"parties":["RUS","UKR"],"#
          + #""flows":[{"to":"RUS","from":"UKR","low":10,"high":10,"bound":"exact"}"#))
  }

  @Test func `what a run wrote among its articles is no article`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.display
    try folder.write("a.txt", Array("Ukraine brought home 307 soldiers.".utf8))
    for _ in 1...2 {
      let run = try Program.run(["run", path, "--out", path + "/out"])
      #expect(run.errors.hasPrefix("swapwire: 1 article, "))
      #expect(try Program.run(["report", path + "/out"]).status == 0)
    }
    let third = try Program.run(["run", path, "--out", path + "/out"])
    #expect(third.errors.hasSuffix(" (nothing had changed)\n"))
  }

  @Test func `a folder without articles is told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/picture.png", [1])
    let result = try Program.run(
      ["run", folder.path.display + "/in", "--out", folder.path.display + "/out"])
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("swapwire: warning: no articles there; "))
  }

  @Test(arguments: [
    ("broken-empty.txt", "broken-empty.txt could not be read: fetch: the file has no bytes"),
    ("fixtures/articles/en-no-year.txt", "did you mean en-no-year.txt?"),
    ("en-live-blog", "did you mean en-live-blog.html?"),
    ("nothing-like-it", "paths are as in fixtures/expected/clean.ndjson"),
  ])
  func `explain says what became of an article that is not there`(
    path: String, told: String
  ) throws {
    let result = try Program.run(["explain", path, "--out", expected])
    #expect(result.status == 2)
    #expect(result.errors.contains(told))
  }

  @Test func `explain says of another language that it has no rules`() throws {
    let result = try Program.run(["explain", "ru-utf-16.html", "--out", expected])
    #expect(result.output.contains("the pack has no rules for its language, ru\n"))
  }

  @Test func `export writes csv to standard output or a file alike`() throws {
    let folder = try TemporaryFolder()
    let printed = try Program.run(["export", expected, "--format", "csv", "--hxl"])
    let file = folder.path.display + "/transfers.csv"
    let written = try Program.run(["export", expected, "--format", "csv", "--hxl", "-o", file])
    #expect(printed.status == 0 && written.status == 0)
    #expect(try Array(printed.output.utf8) == folder.read("transfers.csv"))
    #expect(printed.output.hasPrefix("event_id,transfer,type,"))
  }

  @Test func `a database is made, and nothing is left where it cannot be`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.display
    #expect(
      try Program.run(["export", expected, "--format", "sqlite", "-o", path + "/e.sqlite"]).status
        == 0)
    try folder.write("broken/events.ndjson", Array("{}\n".utf8))
    let result = try Program.run(
      ["export", path + "/broken", "--format", "sqlite", "-o", path + "/f.sqlite"])
    #expect(result.status == 2)
    #expect(result.errors.contains("broken/events.ndjson:1: byte 0: no event"))
    #expect(try folder.names() == ["broken", "e.sqlite"])
  }

  @Test func `validate says where and what, and counts`() throws {
    let folder = try TemporaryFolder()
    let good = try Program.run(["validate", expected])
    #expect(good.status == 0)
    #expect(good.errors == "swapwire: 115 records in 6 files, 0 errors\n")
    try folder.write("failures.ndjson", Array(#"{"path":"x","stage":"fetch","code":"lost"}"#.utf8))
    let bad = try Program.run(["validate", folder.path.display])
    #expect(bad.status == 1)
    #expect(bad.output.contains("failures.ndjson:1: $: \"message\" is missing\n"))
    #expect(bad.output.contains("failures.ndjson:1: $.code: expected one of \"unreadable\", "))
    #expect(bad.errors == "swapwire: 1 record in 1 file, 2 errors\n")
  }

  @Test func `explain tells the events of a text of one's own`() throws {
    let result = try Program.run([
      "explain", "--published", "2025-05-25", "--text",
      "Ukraine brought home 307 soldiers on Saturday, Zelensky said.",
    ])
    #expect(result.status == 0)
    #expect(result.output.contains("date       2025-05-24\n"))
    #expect(
      result.output.contains(
        "[transfers: Ukraine] [type, status: brought] home [transfers: 307 soldiers]"))
    let none = try Program.run(["explain", "--text", "The weather was fine."])
    #expect(none.output.contains("events     none\n"))
    let json = try Program.run([
      "explain", "--json", "--text", "Ukraine brought home 307 soldiers on Saturday.",
    ])
    #expect(json.output.hasPrefix("{\"id\":\"e-"))
    #expect(json.output.contains("\"date\":null"))
  }

  @Test func `without arguments it says what to do first`() throws {
    let result = try Program.run([])
    #expect(result.status == 0)
    #expect(result.output.contains("swapwire run ARTICLES --out out"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `the version tells the pack too`() throws {
    #expect(
      try Program.run(["--version"]).output == "swapwire 0.1.0, pack prisoner-exchanges 0.1\n")
  }

  @Test(arguments: [(["--color", "always"], true), (["--color", "never"], false), ([], false)])
  func `color is for terminals or on demand`(options: [String], isColored: Bool) throws {
    let result = try Program.run(["explain", "--text", "Ukraine freed 5 soldiers."] + options)
    #expect(result.output.contains("\u{1B}[") == isColored)
  }

  @Test func `quiet tells errors alone`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["run", "fixtures/articles", "--out", folder.path.display, "-q"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }
}

extension Substring {
  fileprivate func trimming() -> String {
    split(separator: " ").joined(separator: " ")
  }
}
