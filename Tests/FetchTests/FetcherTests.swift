import Disk
import Records
import TestSupport
import Testing

@testable import Fetch

#if canImport(Glibc)
  import Glibc
#endif

struct FetcherTests {
  private func fetch(_ folder: TemporaryFolder, _ name: String) throws -> FetchedArticle {
    let path = DiskPath(name)
    let fetcher = try #require(Fetcher(charset: nil))
    return try fetcher.fetch(SourceFile(location: folder.path.appending(path), path: path))
  }

  private func code(_ folder: TemporaryFolder, _ name: String) -> StageFailure.Code? {
    do {
      _ = try fetch(folder, name)
      return nil
    } catch let failure as StageFailure {
      #expect(failure.path == name && failure.stage == .fetch)
      return failure.code
    } catch {
      Issue.record(error)
      return nil
    }
  }

  @Test func `an article's id comes from its bytes alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "text".utf8)
    try folder.write("sub/b.txt", "text".utf8)
    let first = try fetch(folder, "a.txt")
    #expect(first.head.id == "a-982d9e3eb996f559")
    #expect(first.digest == "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1")
    #expect(try fetch(folder, "sub/b.txt").head.id == first.head.id)
  }

  @Test func `a sidecar and front matter tell about the article, the sidecar first`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.txt", "---\ntitle: \"T: x\"\npublished: 2025-05-24\nother: 1\n---\nBody\n".utf8)
    try folder.write("a.meta.json", #"{"title": "S", "language": "en", "n": 1}"#.utf8)
    let article = try fetch(folder, "a.txt")
    #expect(article.head.title == "S")
    #expect(article.head.published == "2025-05-24")
    #expect(article.head.language == "en")
    #expect(article.source == Array("Body\n".utf8))
  }

  @Test func `what cannot be read is a failure with its cause`() throws {
    let folder = try TemporaryFolder()
    let gzip = try ProjectFiles.bytes("fixtures/articles/en-eleven-children.html.gz")
    try folder.write("empty.txt", [])
    try folder.write("blank.html", " \n\t".utf8)
    try folder.write("picture.html", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3])
    try folder.write("zero.html.gz", [])
    try folder.write("cut.html.gz", gzip.prefix(500))
    try folder.write("damaged.html.gz", gzip.prefix(500) + [UInt8](repeating: 0x55, count: 500))
    try folder.write("plain.html.gz", "not gzip".utf8)
    try folder.write("side.txt", "text".utf8)
    try folder.write("side.meta.json", "{".utf8)
    #expect(code(folder, "empty.txt") == .empty)
    #expect(code(folder, "blank.html") == .empty)
    #expect(code(folder, "picture.html") == .binary)
    #expect(code(folder, "zero.html.gz") == .empty)
    #expect(code(folder, "cut.html.gz") == .badGzip)
    #expect(code(folder, "damaged.html.gz") == .badGzip)
    #expect(code(folder, "plain.html.gz") == .badGzip)
    #expect(code(folder, "side.txt") == .badSidecar)
    #expect(code(folder, "missing.txt") == .unreadable)
  }

  @Test func `a compressed page is read, and one that inflates without end is not`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.html.gz", try ProjectFiles.bytes("fixtures/articles/en-eleven-children.html.gz"))
    #expect(try fetch(folder, "a.html.gz").source.starts(with: Array("<!DOCTYPE html".utf8)))
    #expect(throws: Gzip.Failure.tooLarge) {
      _ = try Gzip.inflate(
        try ProjectFiles.bytes("fixtures/articles/en-eleven-children.html.gz"), limit: 1000)
    }
  }

  @Test func `front matter that grows without end is left alone`() throws {
    let folder = try TemporaryFolder()
    let levels = (1..<14).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 8).joined(separator: ","))]"
    }
    let text = "---\na0: &a0 [x]\n\(levels.joined(separator: "\n"))\n? *a13\n: 1\n---\nBody\n"
    try folder.write("a.txt", text.utf8)
    #expect(try fetch(folder, "a.txt").source == Array(text.utf8))
  }

  @Test func `an unknown charset is no fetcher`() { #expect(Fetcher(charset: "klingon") == nil) }
}

struct SourceWalkTests {
  private func found(_ folder: TemporaryFolder) throws -> [String] {
    try SourceWalk.articles(in: folder.path).map { item in
      switch item {
      case .file(let source): source.path.display
      case .container(let source, _): "container \(source.path.display)"
      case .failure(let failure): "\(failure.path): \(failure.code.rawValue)"
      }
    }
  }

  @Test func `folders are walked in byte order; hidden files, links and other names are skipped`()
    throws
  {
    let folder = try TemporaryFolder()
    for name in [
      "b/z.html", "b.html", "B.htm", "a.txt", "a.meta.json", ".hidden.html", ".git/x.html",
      "notes.pdf",
      "c.md.gz", "-rf.html", ".html", "new\nline.txt",
    ] { try folder.write(name, "x".utf8) }
    let root = folder.path.display
    #expect(symlink("a.txt", root + "/link.txt") == 0)
    #expect(symlink(".", root + "/loop") == 0)
    #expect(symlink("nowhere", root + "/dangling.html") == 0)
    #expect(
      try found(folder)
        == ["-rf.html", "B.htm", "a.txt", "b.html", "b/z.html", "c.md.gz", "new\nline.txt"])
  }

  @Test func `a FIFO is a failure and does not block`() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path.display + "/pipe.html", 0o600) == 0)
    try folder.write("a.txt", "x".utf8)
    #expect(try found(folder) == ["a.txt", "pipe.html: not_a_file"])
  }

  @Test func `names that are no UTF-8 or differ in normalization alone are not lost`() throws {
    let folder = try TemporaryFolder()
    let raw = folder.path.appending(DiskPath(Array("caf".utf8) + [0xE9] + Array(".html".utf8)))
    var file = try AtomicFile(raw)
    try file.write(Array("x".utf8))
    try file.commit()
    try folder.write("nfc-\u{E9}.html", "x".utf8)
    try folder.write("nfd-e\u{301}.html", "x".utf8)
    try folder.write("e\u{301}.html", "x".utf8)
    try folder.write("\u{E9}.html", "x".utf8)
    #expect(try found(folder).count == 5)
    #expect(try found(folder).contains("caf\\xE9.html"))
  }

  @Test func `an input that is not there or no article is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pdf", "x".utf8)
    #expect(throws: DiskError.self) { _ = try SourceWalk.articles(in: DiskPath("/no/such")) }
    #expect(throws: DiskError.self) {
      _ = try SourceWalk.articles(in: folder.path.appending(DiskPath("a.pdf")))
    }
  }
}
