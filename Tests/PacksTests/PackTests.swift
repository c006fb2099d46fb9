import Disk
import TestSupport
import Testing

@testable import Packs

struct PackTests {
  private static let pipeline = PackFixture.pipeline

  private static func message(_ files: [String: String]) -> String {
    do {
      let pack = try Pack(files: files)
      _ = try pack.documents("cleaning").first?.fields(["section-ends"])
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func `the built-in pack is the pack in pipelines`() throws {
    let embedded = try Pack.embedded()
    let onDisk = try Pack(folder: ProjectFiles.path("pipelines/prisoner-exchanges"))
    #expect(embedded.name == "prisoner-exchanges")
    #expect(embedded.version == onDisk.version)
    #expect(embedded.languages == onDisk.languages)
    #expect(try embedded.documents("frames").count == onDisk.documents("frames").count)
  }

  @Test func `a folder without pipeline.yaml says what is missing`() {
    #expect(
      Self.message([:])
        == "pipeline.yaml: the pack has no such file; --pipeline takes a folder that holds one; copy pipelines/prisoner-exchanges to begin"
    )
  }

  @Test(arguments: [
    (
      pipeline.replacing("version:", with: "verison:"), "section-ends: []",
      "pipeline.yaml:2: unknown key \"verison\"; did you mean \"version\"?"
    ),
    (
      pipeline.replacing("cleaning.yaml", with: "cleanin.yaml"), "section-ends: []",
      "pipeline.yaml:6: the pack has no file \"cleanin.yaml\"; did you mean \"cleaning.yaml\"?"
    ),
    (
      pipeline.replacing("  cleaning:", with: "  cleanning:"), "section-ends: []",
      "pipeline.yaml:6: unknown kind of file \"cleanning\"; did you mean \"cleaning\"?"
    ),
    (
      pipeline.replacing("fetch, clean,", with: "clean, fetch,"), "section-ends: []",
      "pipeline.yaml:3: the stages are fetch, clean, extract and normalize, in this order"
    ),
    (
      pipeline, "section-end: []",
      "cleaning.yaml:1: unknown key \"section-end\"; did you mean \"section-ends\"?"
    ),
    (
      pipeline, "section-ends: []\nsection-ends: []",
      "cleaning.yaml:1: this is no YAML; Parser: expected all keys to be unique"
    ),
  ])
  func `a mistake is told with file, line and hint`(
    pipeline: String, cleaning: String, expected: String
  ) {
    let message = Self.message(["pipeline.yaml": pipeline, "cleaning.yaml": cleaning])
    #expect(message.hasPrefix(expected), "\(message)")
  }

  @Test func `a file that nobody names is an error`() {
    let files = ["pipeline.yaml": Self.pipeline, "cleaning.yaml": "", "rules/extra.yaml": ""]
    #expect(
      Self.message(files)
        == "rules/extra.yaml: pipeline.yaml does not name this file; name it under \"files\" or move it out of the pack"
    )
  }

  @Test func `a table may have any line ends and a byte order mark`() throws {
    let pack = try Pack(files: [
      "pipeline.yaml": Self.pipeline + "\n  parties: p.tsv", "cleaning.yaml": "",
      "p.tsv": "\u{FEFF}# note\r\ncode\tname\r\nUKR\tUkraine\r\n",
    ])
    let rows = try pack.tables("parties", columns: ["code", "name"]).flatMap(\.rows)
    #expect(rows.map { $0["name"] } == ["Ukraine"])
    #expect(rows.map(\.line) == [3])
  }
}

struct PackTableTests {
  @Test func `comments and empty lines are passed over and cells are trimmed`() throws {
    let table = try PackTable(
      "# source\nname\taliases\n\nA \tx|y\n", file: "t.tsv", columns: ["name", "aliases"])
    #expect(table.rows.count == 1)
    #expect(table.rows[0]["name"] == "A")
    #expect(table.rows[0].list("aliases") == ["x", "y"])
  }

  @Test(arguments: [
    ("name\tx\n", "t.tsv:1: unknown column \"x\"; known are: aliases, name"),
    ("name\n", "t.tsv:1: the column \"aliases\" is missing"),
    (
      "name\taliases\nA\n",
      "t.tsv:2: 1 cells where the header has 2; cells are separated by one tab each; leave no tab out for an empty cell"
    ),
  ])
  func `a bad row is told with its line`(text: String, expected: String) {
    do {
      _ = try PackTable(text, file: "t.tsv", columns: ["name", "aliases"])
      Issue.record("no error")
    } catch {
      #expect(error.description == expected)
    }
  }
}
