import Disk
import Records
import TestSupport
import Testing

/// What the README tells is what the program does.
struct ReadmeTests {
  private let readme: String

  init() throws { readme = String(decoding: try ProjectFiles.bytes("README.md"), as: UTF8.self) }

  @Test func `every code of failures stands in the table with its advice`() {
    let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.hasSuffix(" |") }
    for code in StageFailure.Code.allCases {
      let row = rows.first { $0.hasPrefix("| `\(code.rawValue)` |") }
      #expect(row?.hasSuffix("| \(code.advice) |") == true, "\(code)")
    }
  }

  @Test func `status prints what is shown`() throws {
    let folder = try TemporaryFolder()
    let arguments = ["fixtures/articles", "--out", folder.path.display]
    #expect(try Program.run(["run"] + arguments).status == 0)
    let status = try Program.run(["status"] + arguments)
    #expect(status.status == 0)
    #expect(readme.contains("```\n\(status.output)```\n"))
  }

  @Test func `diff prints what is shown`() throws {
    let folder = try TemporaryFolder()
    let events = String(
      decoding: try ProjectFiles.bytes("fixtures/expected/events.ndjson"), as: UTF8.self)
    let lines = events.split(separator: "\n")
    let line = try #require(lines.first { $0.contains("\"count\":307") })
    let changed = line.replacing("\"date\":\"2025-05-24\"", with: "\"date\":\"2025-05-25\"")
    #expect(line != changed)
    try folder.write("new.ndjson", events.replacing(line, with: changed).utf8)
    let diff = try Program.run([
      "diff", "fixtures/expected/events.ndjson", folder.path.display + "/new.ndjson",
    ])
    #expect(diff.status == 1)
    for line in diff.output.split(separator: "\n") where !line.contains("evidence") {
      #expect(readme.contains(line), "\(line)")
    }
  }
}
