import Disk
import Records
import TestSupport
import Testing

@testable import Fetch

/// Zip and tar files as articles are read from them.
struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The articles and failures of an input, each as `path: text` or `path: code`.
  private func read(_ name: String, limit: Int = 1 << 20) throws -> [String] {
    let feed = try ArticleFeed(
      [folder.path.appending(DiskPath(name))], fields: DumpFields(), byteLimit: limit)
    let fetcher = try #require(Fetcher(charset: nil, byteLimit: limit))
    var found: [String] = []
    while let item = feed.next() {
      switch item {
      case .file(let source): found.append("file \(source.path.display)")
      case .failure(let failure): found.append("\(failure.path): \(failure.code.rawValue)")
      case .stored(let stored):
        do throws(StageFailure) {
          let article = try fetcher.decode(stored)
          let title = article.head.title.map { "\($0): " } ?? ""
          found.append(
            "\(article.head.path): \(title)\(String(decoding: article.source, as: UTF8.self))")
        } catch {
          found.append("\(error.path): \(error.code.rawValue)")
        }
      }
    }
    return found
  }

  private static let members = [
    ("news/", ""), ("./news/b.txt", "two"), ("a.html", "<p>one"), ("picture.png", "no"),
    (".hidden.txt", "no"), ("__MACOSX/._a.html", "no"), ("gold.json", "{}"),
  ]
  private static let articles = ["news/b.txt: two", "a.html: <p>one"]

  @Test func `members with an article's name are articles, in the order of the archive`() throws {
    var zip = ZipBytes()
    for (name, text) in Self.members { zip.add(name, text) }
    try folder.write("a.zip", zip.bytes)
    #expect(try read("a.zip") == Self.articles.map { "a.zip/\($0)" })
    let tar = Self.members.flatMap { TarBytes.member($0, $1) } + TarBytes.end
    for (name, bytes) in [("a.tar", tar), ("a.tgz", try Deflated.gzip(tar))] {
      try folder.write(name, bytes)
      #expect(try read(name) == Self.articles.map { "\(name)/\($0)" })
    }
  }

  @Test func `a compressed member is inflated`() throws {
    let page = try Deflated.gzip(Array("<p>one".utf8))
    try folder.write("a.tar", TarBytes.member(Array("a.html.gz".utf8), page) + TarBytes.end)
    #expect(try read("a.tar") == ["a.tar/a.html.gz: <p>one"])
  }

  @Test func `a sidecar is found before and behind its article, wherever it stands`() throws {
    let members = [
      ("b.meta.json", #"{"title": "B"}"#), ("a.txt", "one"), ("b.txt", "two"), ("c.txt", "three"),
      ("a.meta.json", #"{"title": "A"}"#), ("c.meta.json", "[]"),
    ]
    try folder.write("a.tar", members.flatMap { TarBytes.member($0, $1) } + TarBytes.end)
    #expect(
      try read("a.tar") == [
        "a.tar/a.txt: A: one", "a.tar/b.txt: B: two", "a.tar/c.txt: bad_sidecar",
      ])
  }

  @Test func `a folder gives its archives where they stand`() throws {
    var zip = ZipBytes()
    zip.add("x.txt", "x")
    try folder.write("b.zip", zip.bytes)
    try folder.write("a.txt", "text".utf8)
    try folder.write("c.txt", "text".utf8)
    #expect(try read("") == ["file a.txt", "b.zip/x.txt: x", "file c.txt"])
  }

  @Test func `names keep their bytes, and those that lead out of the archive are failures`() throws
  {
    var zip = ZipBytes()
    zip.add("Обмін.txt", "one")
    zip.add(Array("caf".utf8) + [0xE9] + Array(".txt".utf8), Array("two".utf8), flags: 0)
    zip.add(Array("caf".utf8) + [0xE9] + Array(".txt".utf8), Array("three".utf8))
    for name in ["../up.txt", "a/../../up.txt", "/etc/root.txt", "../up.png", "a.txt", "a.txt"] {
      zip.add(name, "four")
    }
    try folder.write("a.zip", zip.bytes)
    #expect(
      try read("a.zip") == [
        "a.zip/Обмін.txt: one", #"a.zip/caf\xE9.txt: two"#, "a.zip#3: bad_member",
        "a.zip/../up.txt: bad_member", "a.zip/a/../../up.txt: bad_member",
        "a.zip//etc/root.txt: bad_member", "a.zip/a.txt: four", "a.zip/a.txt: bad_member",
      ])
  }

  @Test func `what is no file of its own is a failure`() throws {
    var tar: [UInt8] = []
    for (name, type) in [("hard", "1"), ("soft", "2"), ("device", "3"), ("fifo", "6")] {
      tar += TarBytes.member(
        Array("\(name).txt".utf8), type: Character(type), link: "/etc/passwd")
    }
    tar += TarBytes.member("pages.warc.gz", "x") + TarBytes.member("inner.zip", "x")
    try folder.write("a.tar", tar + TarBytes.member("a.txt", "one") + TarBytes.end)
    #expect(
      try read("a.tar") == [
        "a.tar/hard.txt: not_a_file", "a.tar/soft.txt: not_a_file", "a.tar/device.txt: not_a_file",
        "a.tar/fifo.txt: not_a_file", "a.tar/pages.warc.gz: bad_member",
        "a.tar/inner.zip: bad_member", "a.tar/a.txt: one",
      ])
    var zip = ZipBytes()
    zip.add(Array("link.txt".utf8), Array("/etc/passwd".utf8), mode: 0o120777)
    zip.add(Array("secret.txt".utf8), Array("0123456789abcdef".utf8), flags: ZipBytes.encrypted)
    zip.add("a.txt", "one")
    try folder.write("a.zip", zip.bytes)
    #expect(
      try read("a.zip") == [
        "a.zip/link.txt: not_a_file", "a.zip/secret.txt: unreadable", "a.zip/a.txt: one",
      ])
  }

  @Test func `a member that is too large, or says another size than it has, spoils no other`()
    throws
  {
    let large = [UInt8](repeating: 0x61, count: 300_000)
    let tar = TarBytes.member(Array("large.txt".utf8), large) + TarBytes.member("a.txt", "one")
    try folder.write("a.tar", tar + TarBytes.end)
    #expect(
      try read("a.tar", limit: 100_000) == ["a.tar/large.txt: too_large", "a.tar/a.txt: one"])
    var zip = ZipBytes()
    zip.add(Array("less.txt".utf8), Array("12345".utf8), size: 3)
    zip.add(Array("more.txt".utf8), Array("12345".utf8), size: 1 << 30)
    zip.add("a.txt", "one")
    try folder.write("a.zip", zip.bytes)
    #expect(
      try read("a.zip") == [
        "a.zip/less.txt: bad_container", "a.zip/more.txt: too_large", "a.zip/a.txt: one",
      ])
  }

  @Test func `of an archive that ends too early the members before are read`() throws {
    let tar = TarBytes.member("a.txt", "one") + TarBytes.member("b.txt", "two")
    try folder.write("a.tar", tar.dropLast(600))
    try folder.write("b.tar", tar.dropLast(510))
    #expect(try read("a.tar") == ["a.tar/a.txt: one", "a.tar#2: bad_container"])
    #expect(try read("b.tar") == ["b.tar/a.txt: one", "b.tar/b.txt: bad_container"])
    var zip = ZipBytes()
    zip.add("a.txt", "one")
    zip.add("b.txt", String(repeating: "two", count: 100))
    try folder.write("a.zip", zip.bytes.prefix(200))
    #expect(try read("a.zip") == ["a.zip/a.txt: one", "a.zip/b.txt: bad_container"])
    try folder.write("b.zip", "no archive".utf8)
    #expect(try read("b.zip") == ["b.zip: bad_container"])
  }

  @Test func `a tar file that is written over in its middle goes on behind the damage`() throws {
    let damage = [UInt8](repeating: 0x55, count: 2048)
    let tar = TarBytes.member("a.txt", "one") + damage + TarBytes.member("b.txt", "two")
    try folder.write("a.tar", tar + TarBytes.end)
    #expect(
      try read("a.tar") == ["a.tar/a.txt: one", "a.tar#2: bad_container", "a.tar/b.txt: two"])
  }
}
