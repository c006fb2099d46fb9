import Testing

@testable import Records

struct RecordRoundTripTests {
  private let head = ArticleHead(
    id: "a-1", path: "a/б.html", url: nil, title: "Обмін: 307", published: "2025-05-24",
    language: "uk")

  @Test func `a fetched article`() throws {
    let record = FetchedArticle(
      head: head, mediaType: .html, charset: "windows-1251", digest: "00",
      source: Array("<p>\"é\"</p>\n".utf8))
    var json = JSONWriter()
    record.write(to: &json)
    var reader = JSONReader(json.bytes)
    #expect(try FetchedArticle(from: &reader) == record)
  }

  @Test func `an extracted article, whose spans are bytes here and code points in JSON`() throws {
    let article = CleanArticle(
      head: head, authors: ["А. Б."], body: "Повернулися 307 бійців.\n\nУсе.")
    let start = Array("Обмін: 307\n\nПовернулися ".utf8).count
    var mention = Mention(kind: .people, span: TextSpan(start, start + 3), value: "307", rule: "r")
    mention.bound = .exact
    mention.category = .military
    let candidate = EventCandidate(
      rule: "f", frame: .movement, modality: .completed, trigger: TextSpan(start, start + 3),
      sentence: TextSpan(start, start + 3),
      arguments: [.init(role: .people, mention: 0, span: TextSpan(start, start + 3))])
    let record = ExtractedArticle(
      article: article, languageKnown: true, mentions: [mention], candidates: [candidate])
    var json = JSONWriter()
    record.write(to: &json)
    #expect(
      String(decoding: json.bytes, as: UTF8.self).contains(#""start":24,"end":27,"text":"307""#))
    var reader = JSONReader(json.bytes)
    #expect(try ExtractedArticle(from: &reader) == record)
  }

  @Test func `a span outside the text is an error`() throws {
    let json = """
      {"id":"a","path":"p","url":null,"title":null,"authors":[],"published":null,"language":"en","body":"x",
      "mentions":[{"kind":"number","start":0,"end":5,"value":"1","rule":"r"}],"candidates":[]}
      """
    var reader = JSONReader(Array(json.utf8).filter { $0 != 0x0A })
    #expect(throws: JSONError.self) { _ = try ExtractedArticle(from: &reader) }
  }
}
