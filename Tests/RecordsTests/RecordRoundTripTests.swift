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

  /// An event whose evidence is the "307" of this text.
  private static let text = Array("Обмін\n\nПовернулися 307 бійців.".utf8)

  private func event() -> Event {
    var event = Event(id: "e-0000000000000001", article: head, kind: .exchange, status: .completed)
    event.date = "2025-05-24"
    event.transfers = [
      .init(from: "RUS", to: nil, count: 307, bound: .atLeast, category: .military)
    ]
    event.including = [.init(category: .wounded, label: "x", count: nil, bound: nil, to: "UKR")]
    event.ordinal = 50
    event.place = "Istanbul"
    event.mediators = ["ARE"]
    event.sources = [
      .init(name: "A", role: nil, organization: "B", channel: "Telegram", wikidata: "Q1")
    ]
    let start = Array("Обмін\n\nПовернулися ".utf8).count
    event.evidence = [
      .init(span: TextSpan(start, start + 3), slots: ["type", "transfers"], rule: "r")
    ]
    return event
  }

  @Test func `an event, whose evidence is checked against the text`() throws {
    let index = CodePointIndex(Self.text)
    var json = JSONWriter()
    event().write(to: &json, text: Self.text, index: index)
    var reader = JSONReader(json.bytes)
    #expect(try Event(from: &reader, text: Self.text, index: index) == event())
    let other = Array("Обмін\n\nПовернулися 306 бійців.".utf8)
    let expected = JSONError(
      offset: 0, message: "the evidence at 19 is not what stands there in the article")
    #expect(throws: expected) {
      var reader = JSONReader(json.bytes)
      _ = try Event(from: &reader, text: other, index: CodePointIndex(other))
    }
  }

  @Test func `another record is no event`() throws {
    let expected = JSONError(
      offset: 0, message: "no event: \"id\", \"article\", \"type\" or \"evidence\" is missing")
    #expect(throws: expected) {
      var reader = JSONReader(Array(#"{"id":"a-1","path":"p","body":"x"}"#.utf8))
      _ = try Event(from: &reader, text: [], index: CodePointIndex([]))
    }
  }
}
