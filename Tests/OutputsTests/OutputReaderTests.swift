import Disk
import Outputs
import Records
import TestSupport
import Testing

struct OutputReaderTests {
  @Test func `all files of a run are read`() throws {
    let reader = try OutputReader(ProjectFiles.path("fixtures/expected"))
    var (events, articles, failures) = (0, 0, 0)
    try reader.forEachEvent { _ in events += 1 }
    try reader.forEachArticle { _ in articles += 1 }
    try reader.forEachFailure { _ in failures += 1 }
    let lines = try ProjectFiles.bytes("fixtures/expected/events.ndjson").count { $0 == 0x0A }
    #expect(events == lines)
    #expect(articles == 20)
    #expect(failures == 3)
  }

  @Test func `a line that is no event is named by file and line`() throws {
    let folder = try TemporaryFolder()
    try folder.write("events.ndjson", Array("\n{\"id\":\"e-1\"}\n".utf8))
    let reader = try OutputReader(folder.path)
    #expect {
      try reader.forEachEvent { _ in }
    } throws: { error in
      "\(error)".hasPrefix(folder.path.display + "/events.ndjson:2: byte 0: no event: ")
        && "\(error)".hasSuffix("; run again to make the file anew")
    }
  }

  @Test func `a folder without events says how to make them, but not where the articles are`()
    throws
  {
    let folder = try TemporaryFolder()
    #expect {
      try OutputReader(folder.path)
    } throws: { error in
      "\(error)".hasSuffix("events.ndjson is not there; name a folder that run wrote with --out")
    }
    try folder.write("run.json", Array("{}".utf8))
    #expect {
      try OutputReader(folder.path)
    } throws: { error in
      "\(error)".hasSuffix("make it with: swapwire run INPUT --out \(folder.path.display)")
    }
  }
}
