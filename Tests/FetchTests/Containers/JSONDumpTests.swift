import Disk
import Records
import TestSupport
import Testing

@testable import Fetch

struct JSONDumpTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(
    _ name: String, _ text: String, fields: String = "", limit: Int = 1 << 20
  ) throws -> [Result<FetchedArticle, StageFailure>] {
    try folder.write(name, text.utf8)
    let feed = try ArticleFeed(
      [folder.path.appending(DiskPath(name))],
      fields: fields.isEmpty ? DumpFields() : try #require(DumpFields(fields)), byteLimit: limit)
    let fetcher = try #require(Fetcher(charset: nil))
    var found: [Result<FetchedArticle, StageFailure>] = []
    while let item = feed.next() {
      switch item {
      case .file: Issue.record("a file")
      case .failure(let failure): found.append(.failure(failure))
      case .stored(let stored):
        found.append(Result { () throws(StageFailure) in try fetcher.decode(stored) })
      }
    }
    return found
  }

  private func told(_ results: [Result<FetchedArticle, StageFailure>]) -> [String] {
    results.map { result in
      switch result {
      case .success(let article):
        "\(article.head.path): \(String(decoding: article.source, as: UTF8.self))"
      case .failure(let failure): "\(failure.path): \(failure.code.rawValue)"
      }
    }
  }

  @Test func `a line that is broken spoils no other`() throws {
    let lines = """
      {"text": "one"}
      {"text": "tw

      {"title": "no text"}
      {"text": "three"}
      """
    #expect(
      told(try read("a.jsonl", lines)) == [
        "a.jsonl#1: one", "a.jsonl#2: bad_record", "a.jsonl#4: bad_record", "a.jsonl#5: three",
      ])
  }

  @Test(arguments: [
    "[{\"text\": \"one\"}, {\"text\": \"two }\\\"\"}]",
    "{\"text\": \"one\"}\n{\n  \"text\": \"two }\\\"\"\n}\n",
    "{\"Paper\": [{\"text\": \"one\"}], \"Other\": [], \"Third\": [{\"text\": \"two }\\\"\"}]}",
    "\u{FEFF}[\n{\"text\": \"one\", \"x\": {\"y\": [{}]}},\n{\"text\": \"two }\\\"\"}\n]",
  ])
  func `objects are found in arrays, groups and one after the other`(text: String) throws {
    #expect(told(try read("a.json", text)) == ["a.json#1: one", "a.json#2: two }\""])
  }

  @Test func `data that ends inside an object is a failure`() throws {
    #expect(
      told(try read("a.json", "[{\"text\": \"one\"}, {\"text\": \"tw"))
        == ["a.json#1: one", "a.json#2: bad_container"])
    #expect(told(try read("b.json", "no JSON")) == ["b.json#1: bad_container"])
  }

  @Test func `an object that is too large is a failure and the next is read`() throws {
    let long = String(repeating: "x", count: 100_000)
    for (name, text) in [
      ("a.json", "[{\"text\":\"\(long)\"},{\"text\":\"two\"}]"),
      ("a.ndjson", "{\"text\":\"\(long)\"}\n{\"text\":\"two\"}\n"),
    ] {
      #expect(
        told(try read(name, text, limit: 90_000)) == ["\(name)#1: too_large", "\(name)#2: two"])
    }
  }

  @Test func `trafilatura's members are known`() throws {
    let article = try read(
      "a.json",
      #"{"title":"T","author":"Ann Bee; Cem Dee","hostname":"n.example","date":"2025-05-24","#
        + #""source":"https://n.example/1","source-hostname":"N","text":"Body","language":"en"}"#
    )[0].get()
    #expect(article.head.title == "T" && article.head.published == "2025-05-24")
    #expect(article.head.url == "https://n.example/1" && article.head.language == "en")
    #expect(article.authors == ["Ann Bee", "Cem Dee"])
    #expect(article.mediaType == .plain)
  }

  @Test func `news-please's members are known, and None is nothing`() throws {
    let article = try read(
      "a.json",
      #"{"authors":["A B"],"date_download":"2025-05-25 00:00:00","date_publish":"2025-05-24 10:00:00","#
        + #""language":"None","maintext":"Body","source_domain":"n.example","text":null,"#
        + #""title":"T","url":"https://n.example/2"}"#
    )[0].get()
    #expect(article.head.published == "2025-05-24 10:00:00" && article.head.language == nil)
    #expect(article.head.url == "https://n.example/2" && article.authors == ["A B"])
    #expect(article.source == Array("Body".utf8))
  }

  @Test func `fundus' body is put together`() throws {
    let article = try read(
      "a.json",
      #"{"Paper":[{"title":"T","body":{"summary":["S"],"sections":[{"headline":[],"paragraphs":["#
        + #""P1","P2"]},{"headline":["H"],"paragraphs":["P3"]}]},"authors":["A"],"#
        + #""publishing_date":"2025-05-24 10:00:00+00:00","topics":[]}]}"#
    )[0].get()
    #expect(String(decoding: article.source, as: UTF8.self) == "S\n\nP1\n\nP2\n\nH\n\nP3")
    #expect(article.head.published == "2025-05-24 10:00:00+00:00")
  }

  @Test func `names of one's own take the place of the known ones`() throws {
    let article = try read(
      "a.jsonl", #"{"text":"no","story":"Body","when":"2025-05-24"}"#,
      fields: "text=story,published=when"
    )[0].get()
    #expect(article.source == Array("Body".utf8) && article.head.published == "2025-05-24")
    #expect(DumpFields("txet=story") == nil && DumpFields("text") == nil)
  }

  @Test func `a page in a dump is a page`() throws {
    let article = try read("a.jsonl", #"{"html":"<p>Body</p>","url":"https://n.example"}"#)[0].get()
    #expect(article.mediaType == .html)
  }
}
