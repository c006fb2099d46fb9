import Disk
import TestSupport
import Testing

/// Inputs beside folders: lists of paths, standard input, dumps; and stages behind each other.
struct InputTests {
  private static let article =
    #"{"text":"Ukraine brought home 307 soldiers on May 24, 2025.","title":"T","language":"en"}"#

  @Test(arguments: ["'%s\\n'", "'%s\\0'"])
  func `a list of paths is an input, its articles keep the paths that it gives`(format: String)
    throws
  {
    let folder = try TemporaryFolder()
    let result = try Program.shell(
      """
      printf \(format) ./fixtures/articles/en-no-year.txt fixtures/articles/en-istanbul-round.txt \\
        | "$SWAPWIRE" run --paths-from - --out \(folder.path.display)/out
      """, in: ProjectFiles.root)
    #expect(result.status == 0, "\(result.errors)")
    let clean = String(decoding: try folder.read("out/clean.ndjson"), as: UTF8.self)
    #expect(
      clean.split(separator: "\n").map { $0.split(separator: "\"")[7] } == [
        "fixtures/articles/en-istanbul-round.txt", "fixtures/articles/en-no-year.txt",
      ])
  }

  @Test func `a dump on standard input gives what it gives as a file`() throws {
    let folder = try TemporaryFolder()
    try folder.write("stdin", (Self.article + "\n" + Self.article + "\n").utf8)
    let result = try Program.shell(
      """
      "$SWAPWIRE" run - --out one < stdin && gzip -c stdin | "$SWAPWIRE" run - --out two
      cp stdin stdin.jsonl && "$SWAPWIRE" run stdin.jsonl --out three
      """, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let events = try folder.read("one/events.ndjson")
    #expect(String(decoding: events, as: UTF8.self).contains("\"path\":\"stdin#2\""))
    #expect(try events == folder.read("two/events.ndjson"))
    let third = String(decoding: try folder.read("three/events.ndjson"), as: UTF8.self)
    #expect(
      third.replacing("stdin.jsonl#", with: "stdin#") == String(decoding: events, as: UTF8.self))
  }

  @Test(.enabled(if: Program.can("command -v python3"), "needs python3, to make a zip file"))
  func `an archive gives the events of its folder, from a file and from standard input`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.shell(
      """
      cp -r \(ProjectFiles.root.display)/fixtures/articles a && "$SWAPWIRE" run a --out folder
      python3 -m zipfile -c a.zip a/* && tar -cf a.tar -C a . && tar -czf a.tgz -C a . && rm -r a
      for archive in a.zip a.tar a.tgz; do "$SWAPWIRE" run $archive --out $archive.out; done
      cat a.zip | "$SWAPWIRE" run - --out zip.in && "$SWAPWIRE" run - --out tgz.in < a.tgz
      ls a.zip | "$SWAPWIRE" run --paths-from - --out list
      for run in a.zip a.tar a.tgz; do "$SWAPWIRE" status $run --out $run.out; done
      """, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.split(separator: "\n").count { $0 == "23 articles, none to work on" } == 3)
    func events(_ run: String, _ prefix: String) throws -> [Substring] {
      String(decoding: try folder.read("\(run)/events.ndjson"), as: UTF8.self)
        .replacing("\"path\":\"\(prefix)", with: "\"path\":\"").split(separator: "\n").sorted()
    }
    let expected = try events("folder", "")
    #expect(expected.count > 40)
    for (run, prefix) in [
      ("a.zip.out", "a.zip/"), ("a.tar.out", "a.tar/"), ("a.tgz.out", "a.tgz/"),
      ("zip.in", "stdin/"), ("tgz.in", "stdin/"), ("list", "a.zip/"),
    ] { #expect(try events(run, prefix) == expected, "\(run)") }
  }

  @Test func `out of a pipe a sidecar must stand before its article`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try folder.write("\(name).txt", "text".utf8)
      try folder.write("\(name).meta.json", #"{"title": "\#(name)"}"#.utf8)
    }
    let result = try Program.shell(
      "tar -cf - a.meta.json a.txt b.txt b.meta.json | \"$SWAPWIRE\" stage fetch -", in: folder.path
    )
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.contains(#""path":"stdin/a.txt","url":null,"title":"a""#) == true)
    #expect(
      lines.dropFirst().first?.contains(#""path":"stdin/b.txt","url":null,"title":null"#) == true)
    #expect(
      lines.last?.hasPrefix(
        #"{"failure":{"path":"stdin/b.meta.json","stage":"fetch","code":"bad_sidecar""#) == true)
  }

  @Test func `stages behind each other in one process give what pipes give`() throws {
    let result = try Program.shell(
      """
      "$SWAPWIRE" stage fetch fixtures/articles --to normalize | cksum
      "$SWAPWIRE" stage fetch fixtures/articles | "$SWAPWIRE" stage clean | "$SWAPWIRE" stage extract \\
        | "$SWAPWIRE" stage normalize | cksum
      """, in: ProjectFiles.root)
    let sums = result.output.split(separator: "\n")
    #expect(sums.count == 2 && sums[0] == sums[1])
  }

  @Test func `what is neither WARC nor JSON is a failure`() throws {
    let result = try Program.shell(
      "echo text | \"$SWAPWIRE\" stage fetch - --to normalize", in: ProjectFiles.root)
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        #"{"failure":{"path":"stdin","stage":"fetch","code":"bad_container","message":"neither"#))
  }
}
