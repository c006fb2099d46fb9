import Disk
import Records
import TestSupport
import Testing

@testable import Pipeline

/// Runs again into one folder: only what is needed is done, and no byte differs from a fresh run.
struct RerunTests {
  private static let files = [
    "clean.ndjson", "events.ndjson", "extract.ndjson", "failures.ndjson", "run.json",
  ]
  private let input: TemporaryFolder
  private let output: TemporaryFolder
  private let pack: SmallPack

  init() throws {
    input = try TemporaryFolder()
    output = try TemporaryFolder()
    pack = try SmallPack()
    for number in 0..<12 {
      try input.write(
        "a\(number).txt", "---\nlanguage: en\n---\nAbout \(number + 2) soldiers ran home.".utf8)
    }
    try input.write("empty.html", [])
  }

  @discardableResult
  private func run(
    _ output: TemporaryFolder? = nil, pack: SmallPack? = nil,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) async throws -> RunSummary {
    var options = RunOptions(inputs: [input.path], output: (output ?? self.output).path)
    change(&options)
    return try await Runner((pack ?? self.pack).chain(), options).run { _ in }
  }

  private func status(
    pack: SmallPack? = nil, _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> RunStatus {
    var options = RunOptions(inputs: [input.path], output: output.path)
    change(&options)
    return try RunStatus((pack ?? self.pack).chain(), options)
  }

  /// The output is what a run into an empty folder gives.
  private func expectFresh(
    pack: SmallPack? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let fresh = try TemporaryFolder()
    try await run(fresh, pack: pack)
    for name in Self.files {
      #expect(
        try output.read(name) == fresh.read(name), "\(name)", sourceLocation: sourceLocation)
    }
  }

  @Test func `a second run works on nothing`() async throws {
    #expect(try await run().made == 37)
    let again = try await run()
    #expect(again.made == 0 && again.recalled == 37)
    #expect(again.articles == 13 && again.failureCount == 1)
    #expect(try status().isUpToDate)
    try await expectFresh()
  }

  @Test func `a changed, a new and a removed article are the only ones worked on`() async throws {
    try await run()
    try input.write("a3.txt", "---\nlanguage: en\n---\nSome 99 soldiers ran.".utf8)
    try input.write("b.txt", "---\nlanguage: en\n---\nSome 7 soldiers ran.".utf8)
    try Disk.remove(input.path.appending(DiskPath("a5.txt")))
    let status = try status()
    #expect(status.paths == [.changed: ["a3.txt"], .new: ["b.txt"]])
    #expect(status.removed == ["a5.txt"])
    #expect(status.stages == [.clean: 2])
    #expect(try await run().made == 6)
    try await expectFresh()
  }

  @Test func `a sidecar is part of its article`() async throws {
    try await run()
    try input.write("a3.meta.json", #"{"title": "Soldiers"}"#.utf8)
    #expect(try status().paths == [.changed: ["a3.txt"]])
    #expect(try await run().made == 3)
    try await expectFresh()
  }

  @Test func `a changed rule redoes extract and what follows, but not clean`() async throws {
    try await run()
    let other = try SmallPack(not: "horses")
    let status = try status(pack: other)
    #expect(status.stages == [.extract: 12])
    #expect(status.causes == ["rules of extract: people.yaml is changed"])
    // The rules find what they found: what extract makes is the same, so normalize is not run.
    #expect(try await run(pack: other).made == 12)
    try await expectFresh(pack: other)
  }

  @Test func `a changed option redoes what depends on it`() async throws {
    try await run()
    let status = try status { $0.keep = [] }
    #expect(
      status.causes == [
        "options were --to normalize --keep clean,extract, are --to normalize --keep none"
      ])
    #expect(status.stages.isEmpty)
    let chain = try StageChain(folder: pack.folder.path, charset: "utf-8")
    let options = RunOptions(inputs: [input.path], output: output.path, charset: "utf-8")
    #expect(try RunStatus(chain, options).stages == [.clean: 13])
    #expect(try await Runner(chain, options).run { _ in }.made == 37 - 24)
  }

  @Test func `force does everything again`() async throws {
    try await run()
    #expect(try await run { $0.force = true }.made == 37)
    try await expectFresh()
  }

  @Test func `a part of the chain uses what a whole run left`() async throws {
    try await run()
    #expect(try await run { $0.from = .extract }.made == 0)
    #expect(try await run { $0.to = .clean }.made == 0)
    #expect(try await run().made == 0)
    try await expectFresh()
  }

  @Test func `an edited stage file is read as it is`() async throws {
    try await run()
    let clean = String(decoding: try output.read("clean.ndjson"), as: UTF8.self)
    try output.write("clean.ndjson", clean.replacing("About 2 s", with: "About 61 s").utf8)
    #expect(try await run { $0.from = .extract }.made == 2)
    let extract = String(decoding: try output.read("extract.ndjson"), as: UTF8.self)
    #expect(extract.contains("61 soldiers"))
  }

  @Test(arguments: 0..<40)
  func `a store that was deleted, cut or spoiled changes no byte`(seed: Int) async throws {
    try await run()
    var random = SplitMix(seed: UInt64(seed))
    for name in ["store", "manifest.ndjson"] {
      let path = ".swapwire/\(name)"
      var bytes = try output.read(path)
      switch random.next() % 4 {
      case 0: try Disk.remove(output.path.appending(DiskPath(path)))
      case 1: try output.write(path, bytes.prefix(Int(random.next() % UInt64(bytes.count))))
      case 2:
        for _ in 0..<5 {
          bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() % 256)
        }
        try output.write(path, bytes)
      default: try output.write(path, bytes + bytes.suffix(200))
      }
    }
    try await run()
    try await expectFresh()
    #expect(try status().isUpToDate)
  }

  @Test func `an output that was edited is told and written anew`() async throws {
    try await run()
    try output.write("events.ndjson", "edited".utf8)
    try Disk.remove(output.path.appending(DiskPath("clean.ndjson")))
    #expect(
      try status().causes == [
        "clean.ndjson is not in \(output.path.display)",
        "events.ndjson in \(output.path.display) is not what the last run wrote",
      ])
    try await run()
    try await expectFresh()
    #expect(try status().isUpToDate)
  }

  @Test func `a run without a store leaves none and changes no byte`() async throws {
    #expect(try await run { $0.usesStore = false }.recalled == 0)
    #expect(try await run { $0.usesStore = false }.recalled == 0)
    #expect(try Disk.names(in: output.path.appending(DiskPath(".swapwire"))).count == 2)
    try await expectFresh()
  }

  @Test func `what was fetched and kept makes no difference to what is up to date`() async throws {
    try await run { $0.keep = [.fetch] }
    #expect(try status { $0.keep = [.fetch] }.isUpToDate)
    try await run { $0.to = .fetch }
    #expect(try status { $0.to = .fetch }.isUpToDate)
  }

  @Test func `outputs that did not change are not touched`() async throws {
    try await run()
    let before = try Self.files.map { try output.inode($0) }
    try await run()
    #expect(try Self.files.map { try output.inode($0) } == before)
    #expect(!before.contains(0))
  }

  @Test func `two runs into one folder at once are one too many`() async throws {
    let lock = try RunFolder(output: output.path).locked()
    await #expect(throws: UsageError.self) { try await run() }
    withExtendedLifetime(lock) {}
  }

  @Test func `rules that were never seen are looked at though no article needs them`() async throws
  {
    let empty = try TemporaryFolder()
    let wrong = try SmallPack(pattern: "count:<number")
    await #expect(throws: (any Error).self) {
      try await run(pack: wrong) { $0.inputs = [empty.path] }
    }
  }
}
