import Disk
import Foundation
import TestSupport
import Testing

struct CommandTests {
  @Test func `run writes its files and one line for people`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["run", "fixtures/articles", "--out", folder.path.display])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.contains(
        "swapwire: broken-empty.txt: fetch: the file has no bytes; save the article again, or remove "
          + "the file [empty]\n"))
    #expect(result.errors.contains("swapwire: 23 articles, "))
    #expect(
      result.errors.contains("3 failures, 4 articles in languages without rules (ru 2, uk 2)"))
    #expect(
      try folder.visibleNames() == [
        "clean.ndjson", "events.ndjson", "extract.ndjson", "failures.ndjson", "run.json",
      ])
    #expect(
      try folder.read("events.ndjson") == ProjectFiles.bytes("fixtures/expected/events.ndjson"))
  }

  @Test func `strict makes a failure the exit status after all the work`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "run", "fixtures/articles", "--out", folder.path.display, "--strict",
    ])
    #expect(result.status == 1)
    #expect(try folder.names().contains("events.ndjson"))
  }

  @Test(arguments: [
    (["run"], "Missing expected argument '--out <dir>'"),
    (["run", "--out", "x"], "no input; name a file or folder"),
    (
      ["run", "no-such-folder", "--out", "x"],
      "swapwire: error: no-such-folder: cannot read: no such file or folder\n"
    ),
    (["run", "fixtures/articles", "--out", "x", "--jobs", "0"], "--jobs takes a number from 1"),
    (
      ["run", "fixtures/articles", "--out", "x", "--from", "extract", "--to", "clean"],
      "--from extract comes after --to clean"
    ),
    (
      ["run", "fixtures/articles", "--out", "/proc/x"],
      "swapwire: error: /proc/x: cannot make the folder"
    ),
    (
      ["run", "fixtures/articles", "--out", "x", "--charset", "klingon"],
      "unknown charset \"klingon\"; try utf-8 or windows-1251"
    ),
    (
      ["run", "fixtures/articles", "--out", "x", "--pipeline", "fixtures"],
      "swapwire: error: pipeline.yaml: the pack has no such file"
    ),
    (["stage", "clena"], "Please provide one of 'fetch', 'clean', 'extract' or 'normalize'"),
    (
      ["mentions", "--language", "de"],
      "the pack prisoner-exchanges has no rules for \"de\"; it reads en"
    ),
    (
      ["explain", "e-0123456789abcdef"],
      "e-0123456789abcdef is the id of an event; name its output folder with --out"
    ),
    (
      ["explain", "fixtures/articles", "--out", "x"],
      "x/events.ndjson is not there; make it with: swapwire run INPUT --out x"
    ),
    (
      ["explain", "e-0123456789abcdef", "--out", "x", "--answers"],
      "--answers and --charset go with pages, not with events"
    ),
    (
      ["explain", "e-0123456789abcdef", "--out", "fixtures"],
      "swapwire: error: fixtures/events.ndjson is not there; make it with: swapwire run INPUT "
        + "--out fixtures\n"
    ),
    (
      ["explain", "e-0123456789abcdef", "--out", "fixtures/expected"],
      "swapwire: error: no event e-0123456789abcdef in fixtures/expected/events.ndjson; "
    ),
    (
      ["rules", "coverage", "fixtures"],
      "swapwire: error: fixtures/extract.ndjson is not there; make it with: swapwire run INPUT "
        + "--out fixtures --keep clean,extract\n"
    ),
  ])
  func `what cannot be done is said on standard error with status 2`(
    arguments: [String], message: String
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `a full disk is an error and not a silent loss`() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let result = try Program.run(["stage", "fetch", "fixtures/articles"], output: full)
    #expect(result.status == 2)
    #expect(
      result.errors == "swapwire: error: standard output: cannot write: No space left on device\n")
  }

  @Test func `stages work in an empty environment`() throws {
    let result = try Program.run(
      ["stage", "fetch"], input: #"{"path": "fixtures/articles/en-no-year.txt"}"# + "\n{}\n")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":"a-"#))
    #expect(lines[1].hasPrefix(#"{"failure":{"path":"line 2","stage":"fetch","code":"bad_record""#))
  }

  @Test func `mentions prints code points and EDTF`() throws {
    let input =
      #"{"id":"1","text":"At least 307 came home on Saturday","reference_date":"2025-05-25"}"#
    let result = try Program.run(["mentions"], input: input)
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        #"{"kind":"number_range","start":0,"end":12,"value":{"low":"307","high":null,"#))
    #expect(result.output.contains(#"{"kind":"date","start":26,"end":34,"value":"2025-05-24"}"#))
    #expect(
      result.output.contains(
        #"{"kind":"number","start":9,"end":12,"value":"307","bound":"at_least"}"#))
  }

  @Test func `mentions --pretty marks a plain text for people`() throws {
    let result = try Program.run(
      ["mentions", "--pretty", "--published", "2025-05-25"],
      input: "\nMore than 307 came\u{1B}[2J home on Saturday.\n")
    #expect(result.status == 0)
    #expect(
      result.output == """
        [More than 307] came\u{FFFD}[2J home on [Saturday].
          number_range  more than 307  More than 307  more-than
          people        at least 307   More than 307  bounded-number
          number        at least 307   307            number
          date          2025-05-24     Saturday       weekday


        """)
  }

  @Test func `the program needs no file beside itself`() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path.display + "/sw"
    try FileManager.default.copyItem(atPath: Program.path.path(), toPath: copy)
    let process = Process()
    process.executableURL = URL(filePath: copy)
    process.arguments = [
      "run", ProjectFiles.path("fixtures/articles/en-no-year.txt").display, "--out",
      folder.path.display + "/out",
    ]
    process.currentDirectoryURL = URL(filePath: "/")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `explain shows every block with its points and reasons`() throws {
    let result = try Program.run(["explain", "fixtures/articles/en-bodies.html"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "en-bodies.html")
    #expect(lines.contains { $0.hasPrefix("+ ") && $0.contains("  paragraph  ") })
    #expect(lines.contains { $0.hasPrefix("- ") })
    #expect(lines.contains { $0.contains("in an element that no article stands in") })
    #expect(lines.last?.hasSuffix("blocks kept") == true)
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func `the README shows what explain prints`() throws {
    let result = try Program.run(["explain", "fixtures/articles/en-live-blog.html"])
    let readme = String(decoding: try ProjectFiles.bytes("README.md"), as: UTF8.self)
    let sample = readme.split(separator: "\n").filter {
      $0.hasPrefix("+  ") || $0.hasPrefix("-  ") || $0.contains("   with its list")
    }.map { $0.hasSuffix("…") ? $0.dropLast(2) : $0 }
    #expect(sample.count == 3)
    for line in sample { #expect(result.output.contains(line)) }
  }

  @Test func `explain of one file that cannot be read goes on with the next`() throws {
    let result = try Program.run([
      "explain", "--json", "fixtures/articles/broken-empty.txt", "fixtures/articles/en-no-year.txt",
    ])
    #expect(result.status == 2)
    #expect(
      result.errors
        == "swapwire: broken-empty.txt: fetch: the file has no bytes; save the article again, or remove the file [empty]\n"
    )
    #expect(result.output.hasPrefix("{\"path\":\"en-no-year.txt\",\"block\":0,\"kept\":"))
  }

  @Test func `rules test says on standard error that all examples are met`() throws {
    let result = try Program.run(["rules", "test"])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(" rules: all met; "))
  }

  @Test func `rules test exits with 1 where an example is not met`() throws {
    let folder = try TemporaryFolder()
    let files = [
      "pipeline.yaml": """
      name: t
      version: "1"
      stages: [fetch, clean, extract, normalize]
      languages: [en]
      files: {numbers: numbers.yaml, phrases: people.yaml}
      """,
      "numbers.yaml": "language: en\nunits: {one: 1}\n",
      "people.yaml": """
      language: en
      makes: people
      kind: people
      rules:
        - {name: a, pattern: horses, finds: dogs}
      """,
    ]
    for (name, text) in files { try folder.write(name, text.utf8) }
    let result = try Program.run(["rules", "test", "--pipeline", folder.path.display])
    #expect(result.status == 1)
    #expect(result.output == "people.yaml:5: a: finds nothing in \"dogs\"\n")
    #expect(result.errors.hasPrefix("swapwire: 1 of 1 examples failed; "))
  }

  @Test func `rules coverage counts what run left`() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run(["run", "fixtures/articles", "--out", folder.path.display])
    let result = try Program.run(["rules", "coverage", folder.path.display])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("mentions  candidates  evidence  rule "))
    #expect(result.output.contains("\nnever fired: "))
  }

  @Test func `explain tells of an event that run wrote`() throws {
    let folder = "fixtures/expected"
    let events = String(decoding: try ProjectFiles.bytes("\(folder)/events.ndjson"), as: UTF8.self)
    let ids = events.split(separator: "\n").map { String($0.dropFirst(7).prefix { $0 != "\"" }) }
    let result = try Program.run(["explain", "--out", folder] + ids)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count { ids.contains(String($0)) } == ids.count)
    #expect(result.output.contains("\nevidence, words by slot\n  "))
    #expect(!result.output.contains("\u{1B}"))
  }
}
