import Disk
import Foundation
import Records
import TestSupport
import Testing

/// Articles that cannot be read are failures with their path and cause; all others are read.
struct InputFaultTests {
  /// Codes and paths of `failures.ndjson`, and the paths of `clean.ndjson`.
  private func outcome(_ corpus: FaultCorpus) throws -> (failures: [String], articles: [String]) {
    func values(_ name: String) throws -> [JSONValue] {
      try corpus.folder.read("out/\(name)").split(separator: 0x0A).map { line in
        var json = JSONReader(Array(line))
        return try json.value()
      }
    }
    return (
      try values("failures.ndjson").map {
        "\($0["code"]?.string ?? "") \($0["path"]?.string ?? "")"
      },
      try values("clean.ndjson").map { $0["path"]?.string ?? "" }
    )
  }

  private func run(_ corpus: FaultCorpus, _ before: String, _ options: String = "") throws {
    let result = try Program.shell(
      "(cd in && \(before)) && ulimit -v 4000000 && exec \(FaultCorpus.run) \(options)",
      in: corpus.folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let (failures, articles) = try outcome(corpus)
    let lines = result.errors.split(separator: "\n")
      .filter { !$0.hasPrefix("swapwire: warning: no articles there; ") }
    #expect(lines.count == failures.count + 1)
    #expect(
      result.errors.hasPrefix("swapwire: warning: no articles there; ")
        == (failures.isEmpty && articles.isEmpty))
  }

  @Test func `a FIFO, loops of links and links to nothing`() throws {
    let corpus = try FaultCorpus(articles: 1)
    try run(
      corpus,
      "mkfifo pipe.html && ln -s . loop && ln -s d2 d1 && ln -s d1 d2 && ln -s nowhere x.html")
    #expect(try outcome(corpus) == (["not_a_file pipe.html"], ["a0.txt"]))
  }

  @Test func `a file of two gigabytes, and a limit of one's own`() throws {
    let corpus = try FaultCorpus(articles: 2)
    try run(corpus, "truncate -s 2200M big.html")
    #expect(try outcome(corpus) == (["too_large big.html"], ["a0.txt", "a1.txt"]))
    let result = try Program.shell(FaultCorpus.run + " --max-bytes 1K", in: corpus.folder.path)
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "swapwire: a0.txt: fetch: 1041 bytes; the limit is 1024; raise the limit with --max-bytes, or "
          + "split the file [too_large]\n"), "\(result.errors)")
    #expect(try outcome(corpus).failures.first == "too_large a0.txt")
  }

  @Test func `gzip data that inflates to a gigabyte, or ends too early`() throws {
    let corpus = try FaultCorpus(articles: 1)
    try run(
      corpus,
      "head -c 1073741824 /dev/zero | gzip > bomb.html.gz && gzip -c a0.txt | head -c 60 > cut.txt.gz"
    )
    #expect(
      try outcome(corpus) == (["too_large bomb.html.gz", "bad_gzip cut.txt.gz"], ["a0.txt"]))
  }

  @Test func `names with a newline, a dash in front, bytes that are no UTF-8, and twins`() throws {
    let corpus = try FaultCorpus(articles: 1)
    try run(
      corpus,
      #"""
      cp a0.txt "$(printf 'new\nline.txt')" && cp a0.txt ./-rf.txt && cp a0.txt .hidden.txt
      cp a0.txt "$(printf 'caf\351.txt')" && cp a0.txt "$(printf '\303\251.txt')"
      cp a0.txt "$(printf 'e\314\201.txt')" && mkdir sub && cp a0.txt sub/a0.txt
      """#)
    let (failures, articles) = try outcome(corpus)
    #expect(failures.isEmpty)
    let expected = [
      "-rf.txt", "a0.txt", #"caf\xE9.txt"#, "e\u{301}.txt", "new\nline.txt", "sub/a0.txt",
      "\u{E9}.txt",
    ]
    #expect(articles.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    let again = try Program.shell(
      "\"$SWAPWIRE\" status in --out out --pipeline pack", in: corpus.folder.path)
    #expect(again.status == 0, "\(again.output)")
  }

  @Test func `an empty folder`() throws {
    let corpus = try FaultCorpus(articles: 0)
    try run(corpus, "true")
    #expect(try outcome(corpus) == ([], []))
  }

  @Test func `a folder of 50,000 files`() throws {
    let corpus = try FaultCorpus(articles: 0)
    try run(
      corpus,
      "seq 50000 | awk '{ f = \"n\" $1 \".txt\"; print \"On that day some 307 soldiers came home again.\" > f; close(f) }'",
      "--to clean --keep none")
    #expect(try outcome(corpus).articles.count == 50000)
  }

  @Test func `a file that grows and shrinks while it is read is whole or a failure`() throws {
    let corpus = try FaultCorpus(articles: 1)
    let result = try Program.shell(
      """
      cd in; yes "On that day some 307 soldiers came home again." | head -n 100000 > long; cp long b.txt; cd ..
      (while [ ! -e stop ]; do truncate -s 100 in/b.txt; cat in/long > in/b.txt; done) &
      for n in 1 2 3 4 5 6; do \(FaultCorpus.run) 2>> errors; echo $?; done
      touch stop; wait
      """, in: corpus.folder.path)
    #expect(result.output == String(repeating: "0\n", count: 6), "\(result.errors)")
    let told = String(decoding: try corpus.folder.read("errors"), as: UTF8.self).split(
      separator: "\n")
    #expect(
      told.allSatisfy {
        $0.hasPrefix("swapwire: b.txt: fetch: the file ") || $0.hasPrefix("swapwire: 2 articles, ")
      }, "\(told)")
  }
}
