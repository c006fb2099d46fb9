import Disk
import Records
import TestSupport
import Testing

@testable import Fetch

/// WARC files made here record by record, as crawlers write them.
struct WARCTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static func record(
    type: String = "response", url: String = "https://news.example/1",
    http: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html", body: [UInt8]
  ) -> [UInt8] {
    let block = type == "response" ? Array((http + "\r\n\r\n").utf8) + body : body
    let head = """
      WARC/1.0\r
      WARC-Type: \(type)\r
      WARC-Target-URI: \(url)\r
      WARC-Date: 2025-05-24T10:00:00Z\r
      Content-Type: application/http; msgtype=\(type)\r
      Content-Length: \(block.count)\r
      \r

      """
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func page(_ text: String) -> [UInt8] {
    Array("<html><body><p>\(text)</p></body></html>".utf8)
  }

  /// The articles and failures of a container, each as `path: text` or `path: code`.
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
          found.append("\(article.head.path): \(String(decoding: article.source, as: UTF8.self))")
        } catch {
          found.append("\(error.path): \(error.code.rawValue)")
        }
      }
    }
    return found
  }

  private func article(_ name: String) throws -> FetchedArticle {
    let feed = try ArticleFeed(
      [folder.path.appending(DiskPath(name))], fields: DumpFields(), byteLimit: 1 << 20)
    guard case .stored(let stored)? = feed.next() else { throw Missing() }
    return try #require(Fetcher(charset: nil)).decode(stored)
  }
  private struct Missing: Error {}

  @Test func `responses with pages are articles, everything else is passed over`() throws {
    try folder.write(
      "a.warc",
      Self.record(type: "warcinfo", body: Array("software: x".utf8))
        + Self.record(type: "request", body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
        + Self.record(body: Self.page("one"))
        + Self.record(
          http: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", body: Self.page("x"))
        + Self.record(http: "HTTP/1.1 200 OK\r\nContent-Type: image/png", body: [1, 2, 3])
        + Self.record(http: "HTTP/1.1 200 OK", body: Self.page("two")))
    #expect(
      try read("a.warc") == [
        "a.warc#3: <html><body><p>one</p></body></html>",
        "a.warc#6: <html><body><p>two</p></body></html>",
      ])
  }

  @Test func `an article tells where and when it was fetched`() throws {
    try folder.write("a.warc", Self.record(url: "<https://news.example/a>", body: Self.page("x")))
    let article = try article("a.warc")
    #expect(article.head.url == "https://news.example/a")
    #expect(article.retrieved == "2025-05-24")
    #expect(article.head.published == nil)
    #expect(article.mediaType == .html)
  }

  @Test func `headers that tell of an encoding that was undone are not believed`() throws {
    let http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
      + "Transfer-Encoding: chunked"
    let chunked = Array("5\r\n<html\r\nC; x=y\r\n><p>chunks</\r\n3\r\np>!\r\n0\r\n\r\n".utf8)
    try folder.write(
      "a.warc",
      Self.record(http: http, body: Self.page("plain")) + Self.record(http: http, body: chunked)
        + Self.record(http: http, body: try Deflated.gzip(Self.page("compressed"))))
    #expect(
      try read("a.warc") == [
        "a.warc#1: <html><body><p>plain</p></body></html>", "a.warc#2: <html><p>chunks</p>!",
        "a.warc#3: <html><body><p>compressed</p></body></html>",
      ])
  }

  @Test func `the HTTP header's encoding is stronger than the page's`() throws {
    let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"windows-1251\""
    let body = Array("<html><meta charset=koi8-r><p>".utf8) + [0xCE, 0xE1, 0xEC, 0xE5, 0xED]
    try folder.write("a.warc", Self.record(http: http, body: body))
    let article = try article("a.warc")
    #expect(article.charset == "windows-1251")
    #expect(String(decoding: article.source, as: UTF8.self).hasSuffix("Обмен"))
  }

  @Test func `members of gzip are read one after the other, and one that was cut is a failure`()
    throws
  {
    let members = try ["one", "two", "three"].map {
      try Deflated.gzip(Self.record(body: Self.page($0)))
    }
    let whole = members.flatMap(\.self)
    try folder.write("a.warc.gz", whole)
    #expect(try read("a.warc.gz").count == 3)
    try folder.write("cut.warc.gz", whole.dropLast(40))
    #expect(try read("cut.warc.gz").last == "cut.warc.gz#3: bad_container")
    #expect(try read("cut.warc.gz").count == 3)
    try folder.write("cut.warc", Self.record(body: Self.page("one")).dropLast(30))
    #expect(try read("cut.warc") == ["cut.warc#1: bad_container"])
  }

  @Test func `damage spoils its record and no other`() throws {
    var members = try ["one", "two", "three"].map {
      try Deflated.gzip(Self.record(body: Self.page($0)))
    }
    for index in 20..<60 { members[1][index] = 0x55 }
    try folder.write("a.warc.gz", members.flatMap(\.self))
    let found = try read("a.warc.gz")
    #expect(found.first?.contains("<p>one</p>") == true)
    #expect(found.last?.contains("<p>three</p>") == true)
    #expect(found.contains { $0.hasSuffix("bad_container") })
    try folder.write(
      "b.warc",
      Self.record(body: Self.page("one")) + Array("rubbish\r\nmore\r\n".utf8)
        + Self.record(body: Self.page("two")))
    #expect(
      try read("b.warc").map { $0.suffix(13) } == [
        "/body></html>", "bad_container", "/body></html>",
      ])
  }

  @Test func `a record that is too large, on disk or inflated, is a failure`() throws {
    let large = [UInt8](repeating: 0x61, count: 300_000)
    try folder.write(
      "a.warc",
      Self.record(http: "HTTP/1.1 200 OK\r\nContent-Type: text/plain", body: large)
        + Self.record(body: try Deflated.gzip(large)) + Self.record(body: Self.page("x")))
    #expect(
      try read("a.warc", limit: 100_000) == [
        "a.warc#1: too_large", "a.warc#2: too_large",
        "a.warc#3: <html><body><p>x</p></body></html>",
      ])
  }

  @Test func `a folder gives its WARC files where they stand, but no other container`() throws {
    try folder.write("b.warc", Self.record(body: Self.page("x")))
    try folder.write("a.txt", "text".utf8)
    try folder.write("c.txt", "text".utf8)
    try folder.write("gold.ndjson", "{}".utf8)
    #expect(
      try read("") == ["file a.txt", "b.warc#1: <html><body><p>x</p></body></html>", "file c.txt"])
  }
}
