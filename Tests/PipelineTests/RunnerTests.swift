import Disk
import Fetch
import Records
import TestSupport
import Testing

@testable import Pipeline

struct RunnerTests {
  private static let files = [
    "clean.ndjson", "events.ndjson", "extract.ndjson", "failures.ndjson", "fetch.ndjson",
    "run.json",
  ]

  @discardableResult
  private func run(
    _ inputs: [DiskPath], _ output: TemporaryFolder, from: Stage = .fetch, to: Stage = .normalize,
    keep: Set<Stage> = [.fetch, .clean, .extract], jobs: Int = 1
  ) async throws -> RunSummary {
    let options = RunOptions(
      inputs: inputs, output: output.path, from: from, to: to, keep: keep, jobs: jobs)
    return try await Runner(StageChain(folder: nil, charset: nil), options).run { _ in }
  }

  private static let fixtures = [ProjectFiles.path("fixtures/articles")]

  @Test func `the number of threads changes no byte`() async throws {
    let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
    try await run(Self.fixtures, one, jobs: 1)
    try await run(Self.fixtures, two, jobs: 3)
    #expect(try one.visibleNames() == Self.files)
    for name in Self.files { #expect(try one.read(name) == two.read(name), "\(name)") }
  }

  @Test func `a stage that is run again from what an earlier run left gives the same`() async throws
  {
    let folder = try TemporaryFolder()
    try await run(Self.fixtures, folder)
    let before = try Self.files.map(folder.read)
    for stage in [Stage.clean, .extract, .normalize] {
      try await run([], folder, from: stage)
      for (name, bytes) in zip(Self.files, before) {
        #expect(try folder.read(name) == bytes, "\(stage) \(name)")
      }
    }
  }

  @Test func `pipes give the same events as a run`() async throws {
    let folder = try TemporaryFolder()
    try await run(Self.fixtures, folder)
    let chain = try StageChain(folder: nil, charset: nil)
    var lines: [UInt8] = []
    var failures = 0
    try PipedStage(chain, .fetch).fetch(Self.fixtures) {
      lines += $0.bytes
      if $0.isFailure { failures += 1 }
    }
    for stage in [Stage.clean, .extract, .normalize] {
      let filter = PipedStage(chain, stage)
      let input = lines.split(separator: 0x0A)
      lines = try input.enumerated().flatMap { try filter.process(Array($1), number: $0 + 1).bytes }
    }
    let events = lines.split(separator: 0x0A).filter {
      !$0.starts(with: Array("{\"failure\"".utf8))
    }
    #expect(failures == 3)
    #expect(Array(events.joined(separator: [0x0A])) + [0x0A] == (try folder.read("events.ndjson")))
  }

  @Test func `one bad article never stops the others`() async throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write("a.html", [0x89, 0x50, 0x4E, 0x47])
    try input.write(
      "b.txt",
      "Ukraine brought home 307 soldiers from Russian captivity on May 24, 2025, it said.".utf8)
    try input.write("c.html", "<nav>x</nav>".utf8)
    let summary = try await run([input.path], output)
    #expect(summary.articles == 3 && summary.failureCount == 2 && summary.events == 1)
    let failures = String(decoding: try output.read("failures.ndjson"), as: UTF8.self)
    #expect(
      failures == """
        {"path":"a.html","stage":"fetch","code":"binary","message":"the bytes are no text; save the article as HTML or text"}
        {"path":"c.html","stage":"clean","code":"no_text","message":"no paragraph of text was found; swapwire explain FILE shows what was left out and why"}

        """)
  }

  @Test func `an empty folder is a run without articles`() async throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try await run([input.path], output).articles == 0)
    #expect(try output.read("events.ndjson").isEmpty)
  }

  @Test func `a shorter run leaves nothing that tells of another input`() async throws {
    let folder = try TemporaryFolder()
    try await run(Self.fixtures, folder)
    try await run(Self.fixtures, folder, to: .clean, keep: [])
    #expect(try folder.visibleNames() == ["clean.ndjson", "failures.ndjson", "run.json"])
  }

  @Test func `two inputs with the same path are refused, for one would be lost`() async throws {
    let (one, two, output) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    try one.write("a.txt", "x".utf8)
    try two.write("a.txt", "y".utf8)
    await #expect(throws: FeedError.self) { try await run([one.path, two.path], output) }
  }

  @Test func `a line that is no record is a failure with its number`() throws {
    let filter = PipedStage(try StageChain(folder: nil, charset: nil), .extract)
    let output = try filter.process(Array("{\"id\": 1}".utf8), number: 7)
    #expect(output.isFailure)
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == "{\"failure\":{\"path\":\"line 7\",\"stage\":\"extract\",\"code\":\"bad_record\",\"message\":\"byte 7: expected a string; feed it what the stage before wrote; --fields names the members of dumps\"},\"path\":\"line 7\"}\n"
    )
  }

  @Test(arguments: [Stage.extract, .normalize])
  func `the record of another stage is none of this one's`(stage: Stage) throws {
    let filter = PipedStage(try StageChain(folder: nil, charset: nil), stage)
    let fetched = #"{"id":"a-1","path":"p","url":null,"title":null,"source":"x"}"#
    #expect(try filter.process(Array(fetched.utf8), number: 1).isFailure)
  }

  @Test func `a failure is known in any order of its keys, and broken JSON is none`() throws {
    let filter = PipedStage(try StageChain(folder: nil, charset: nil), .clean)
    let line = Array(
      #"{"path":"x", "failure":{"path":"x","stage":"fetch","code":"empty","message":"m"}}"#.utf8)
    #expect(try filter.process(line, number: 1).bytes == line + [0x0A])
    let broken = try filter.process(Array(#"{"failure":{}} trailing"#.utf8), number: 2)
    #expect(String(decoding: broken.bytes, as: UTF8.self).contains("bad_record"))
  }

  @Test func `a failure passes through unchanged`() throws {
    let filter = PipedStage(try StageChain(folder: nil, charset: nil), .normalize)
    let line = #"{"failure":{"path":"a","stage":"fetch","code":"empty","message":"m"},"path":"a"}"#
    #expect(try filter.process(Array(line.utf8), number: 1).bytes == Array(line.utf8) + [0x0A])
  }
}

/// What every stage makes of the fixtures, byte for byte.
struct StageGoldenTests {
  @Test func `the fixtures' stage files are as recorded`() async throws {
    let folder = try TemporaryFolder()
    let options = RunOptions(
      inputs: [ProjectFiles.path("fixtures/articles")], output: folder.path,
      keep: [.fetch, .clean, .extract])
    _ = try await Runner(StageChain(folder: nil, charset: nil), options).run { _ in }
    for name in try folder.visibleNames() { try expectGolden(try folder.read(name), name) }
  }
}
