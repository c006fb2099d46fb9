import Disk
import TestSupport
import Testing

@testable import Pipeline

struct RuleCoverageTests {
  private static let extracted = """
    {"language":"en","mentions":[{"rule":"soldiers"},{"rule":"number"},{"rule":"number"}],"candidates":[{"rule":"number"}]}
    {"language":"uk","mentions":[],"candidates":[]}

    """
  private static let events = """
    {"article":{"language":"en"},"evidence":[{"rule":"number"},{"rule":"soldiers"}]}

    """

  private func coverage(_ files: [String: String]) throws -> RuleCoverage {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text.utf8) }
    return try RuleCoverage(try SmallPack().chain(), output: folder.path)
  }

  @Test func `rules stand by count, those that never fired last`() throws {
    let coverage = try coverage(["extract.ndjson": Self.extracted, "events.ndjson": Self.events])
    #expect(coverage.note == nil)
    #expect(
      String(decoding: coverage.text(unusedOnly: false), as: UTF8.self) == """
        mentions  candidates  evidence  rule      language  place
        2         1           1         number    en        built into the program
        1         0           1         soldiers  en        people.yaml:5

        never fired: 1 of 3 rules
          horses  en  people.yaml:9

        """)
    #expect(
      String(decoding: coverage.json(unusedOnly: false), as: UTF8.self) == """
        {"rule":"number","kind":null,"language":"en","file":null,"line":null,"mentions":2,"candidates":1,"evidence":1}
        {"rule":"soldiers","kind":"people","language":"en","file":"people.yaml","line":5,"mentions":1,"candidates":0,"evidence":1}
        {"rule":"horses","kind":"people","language":"en","file":"people.yaml","line":9,"mentions":0,"candidates":0,"evidence":0}

        """)
  }

  @Test func `unused rules alone have no heading`() throws {
    let coverage = try coverage(["extract.ndjson": Self.extracted, "events.ndjson": Self.events])
    #expect(
      String(decoding: coverage.text(unusedOnly: true), as: UTF8.self)
        == "horses  en  people.yaml:9\n")
    #expect(
      String(decoding: coverage.json(unusedOnly: true), as: UTF8.self)
        == #"{"rule":"horses","kind":"people","language":"en","file":"people.yaml","line":9,"#
        + #""mentions":0,"candidates":0,"evidence":0}"# + "\n")
  }

  @Test func `a run with other rules is noted`() throws {
    let coverage = try coverage([
      "extract.ndjson": Self.extracted, "events.ndjson": Self.events,
      "run.json": #"{"pack":{"digest":"0"}}"#,
    ])
    #expect(
      coverage.note?.hasSuffix(
        " was made with other rules than small as it is now; names and lines of rules may differ")
        == true)
  }

  @Test(arguments: [
    (["events.ndjson": ""], "extract.ndjson is not there; make it with: swapwire run INPUT --out "),
    (["extract.ndjson": ""], "events.ndjson is not there; make it with: swapwire run INPUT --out "),
    (
      ["extract.ndjson": "{}\n", "events.ndjson": ""],
      "extract.ndjson:1: byte 0: no extract record: \"mentions\" or \"candidates\" are missing; "
    ),
    (
      ["extract.ndjson": "", "events.ndjson": "\n{}\n"],
      "events.ndjson:2: byte 0: no event: \"evidence\" is missing; "
    ),
  ])
  func `what cannot be counted is told`(files: [String: String], message: String) throws {
    let error = #expect(throws: UsageError.self) { try coverage(files) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
