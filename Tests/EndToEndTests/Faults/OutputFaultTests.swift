import Disk
import TestSupport
import Testing

/// Where output cannot be written, the reason is told, the status is 2 and the old output stays.
struct OutputFaultTests {
  @Test(.enabled(if: Program.can("unshare -m true"), "needs the right to mount a small disk"))
  func `a full disk`() throws {
    let corpus = try FaultCorpus(articles: 200)
    let result = try Program.shell(
      """
      exec unshare -m sh -c '
        mkdir small all more
        for n in 1 2 3; do cp in/a$n.txt small/; done
        mkdir out && mount -t tmpfs -o size=200k none out || exit 9
        "$SWAPWIRE" run small --out out --pipeline pack || exit 8
        mkdir before && cp out/*.* before
        "$SWAPWIRE" run in --out out --pipeline pack; status=$?
        mkdir after && cp out/*.* after
        ls -A out
        exit $status'
      """, in: corpus.folder.path)
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.errors.contains("cannot write: No space left on device\n"))
    #expect(result.output == ".swapwire\n" + FaultCorpus.files.joined(separator: "\n") + "\n")
    for name in FaultCorpus.files {
      #expect(try corpus.folder.read("before/\(name)") == corpus.folder.read("after/\(name)"))
    }
  }

  @Test func `a limit of file size`() throws {
    let corpus = try FaultCorpus(articles: 50)
    let result = try Program.shell(
      "ulimit -f 20; exec \(FaultCorpus.run)", in: corpus.folder.path)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("swapwire: error: out/"))
    #expect(result.errors.hasSuffix("cannot write: File too large\n"))
    #expect(corpus.output().allSatisfy { $0 == nil })
    #expect(try Program.shell(FaultCorpus.run, in: corpus.folder.path).status == 0)
    #expect(try corpus.output() == corpus.fresh().map(Optional.some))
  }

  @Test func `a folder that cannot be made, for a file has its name`() throws {
    let corpus = try FaultCorpus(articles: 1)
    try corpus.folder.write("out", "x".utf8)
    let result = try Program.shell(FaultCorpus.run, in: corpus.folder.path)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("swapwire: error: out"))
  }

  @Test(
    .enabled(
      if: Program.can("setpriv --reuid=65534 --regid=65534 --clear-groups \"$SWAPWIRE\" --version"),
      "needs the right to become another user"))
  func `a folder that cannot be written, and articles that cannot be read`() throws {
    let corpus = try FaultCorpus(articles: 3)
    let result = try Program.shell(
      """
      other="setpriv --reuid=65534 --regid=65534 --clear-groups"
      chmod 755 . && chmod 000 in/a1.txt
      $other \(FaultCorpus.run); echo $?
      mkdir -m 777 out
      $other \(FaultCorpus.run); echo $?
      $other \(FaultCorpus.run) --strict; echo $?
      """, in: corpus.folder.path)
    #expect(result.output == "2\n0\n1\n")
    #expect(
      result.errors.hasPrefix("swapwire: error: out: cannot make the folder: Permission denied\n"))
    #expect(
      result.errors.contains(
        "swapwire: a1.txt: fetch: cannot open: Permission denied; make it readable and run again "
          + "[unreadable]\n"))
    #expect(result.errors.contains("swapwire: 3 articles, 0 events, 1 failure"))
  }

  @Test func `a reader that goes away ends a pipe as it ends any other`() throws {
    let result = try Program.shell(
      """
      { "$SWAPWIRE" stage fetch fixtures/articles; echo $? >&2; } | head -c 10
      """, in: ProjectFiles.root)
    #expect(result.output.utf8.count == 10)
    // 128 and 13, the number of SIGPIPE.
    #expect(result.errors == "141\n")
  }

  @Test(arguments: [
    ["status", "fixtures/articles", "--out", "no-such-folder"], ["rules", "list"], ["--help"],
  ])
  func `no command loses its output on a full disk without a word`(arguments: [String]) throws {
    let line = arguments.joined(separator: " ")
    let result = try Program.shell("exec \"$SWAPWIRE\" \(line) > /dev/full", in: ProjectFiles.root)
    #expect(result.status == 2)
    #expect(
      result.errors == "swapwire: error: standard output: cannot write: No space left on device\n")
  }
}
