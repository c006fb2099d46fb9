import Disk
import Records
import TestSupport
import Testing

@testable import Pipeline

struct EventExplainerTests {
  private static let id = "e-0000000000000001"
  private static let head = ArticleHead(
    id: "a-1", path: "a.txt", url: nil, title: "Обмін", published: nil, language: "en")
  private static let article = CleanArticle(
    head: head, authors: [], body: "Kyiv got 307 soldiers.\n\nTalks failed. Five crossed.")

  /// Where words stand in the article's text.
  private static func span(_ words: String) throws -> TextSpan {
    let text = Array(article.text.utf8)
    let start = try #require(
      text.indices.first { text[$0...].starts(with: words.utf8) }, "\(words)")
    return TextSpan(start, start + words.utf8.count)
  }

  private static func candidate(
    _ trigger: String, in sentence: String, _ modality: EventCandidate.Modality,
    frame: EventCandidate.Frame = .movement, people: String? = nil
  ) throws -> EventCandidate {
    EventCandidate(
      rule: "horses", frame: frame, modality: modality, trigger: try span(trigger),
      sentence: try span(sentence),
      arguments: try people.map {
        [.init(role: .people, mention: nil, span: try span($0))]
      } ?? [])
  }

  /// An output folder with one article and one event.
  private func folder(_ keep: Stage? = .extract) throws -> TemporaryFolder {
    let text = Array(Self.article.text.utf8)
    var event = Event(id: Self.id, article: Self.head, kind: .release, status: .completed)
    event.transfers = [
      .init(from: nil, to: "UKR", count: 307, bound: .atLeast, category: .military)
    ]
    event.including = [.init(category: .wounded, label: "x", count: nil, bound: nil, to: "UKR")]
    event.sources = [
      .init(name: "A", role: nil, organization: nil, channel: "Telegram", wikidata: "Q1")
    ]
    event.evidence = [
      .init(span: try Self.span("got"), slots: ["type", "status"], rule: "got"),
      .init(span: try Self.span("307 soldiers"), slots: ["transfers"], rule: "soldiers"),
      .init(span: try Self.span("307"), slots: ["conflict"], rule: "number"),
    ]
    let record = ExtractedArticle(
      article: Self.article, languageKnown: true, mentions: [],
      candidates: [
        try Self.candidate("got", in: "Kyiv got 307 soldiers.", .completed),
        try Self.candidate("failed", in: "Talks failed.", .unreal),
        try Self.candidate("crossed", in: "Five crossed.", .completed, people: "Five"),
        try Self.candidate(
          "Kyiv", in: "Kyiv got 307 soldiers.", .planned, frame: .mediation,
          people: "307 soldiers"),
      ])
    let folder = try TemporaryFolder()
    var json = JSONWriter()
    event.write(to: &json, text: text, index: CodePointIndex(text))
    try folder.write("events.ndjson", json.bytes + [0x0A])
    json = JSONWriter()
    if keep == .extract { record.write(to: &json) } else { Self.article.write(to: &json) }
    if let keep { try folder.write("\(keep.rawValue).ndjson", json.bytes + [0x0A]) }
    return folder
  }

  private func explanation(
    _ folder: TemporaryFolder, _ format: PageExplainer.Format = .text(isColored: false),
    id: String = id
  ) throws -> String {
    let chain = try SmallPack().chain()
    let explainer = try EventExplainer(chain, output: folder.path, format: format)
    return String(decoding: try explainer.explain(id), as: UTF8.self)
  }

  @Test func `an event is told with its evidence, rules and what was not used`() throws {
    #expect(
      try explanation(try folder()) == """
        e-0000000000000001
        article    a.txt
        title      Обмін
        published  not told
        type       release
        status     completed
        date       not told
        transfers  not told -> UKR: at least 307 military
        including  number not told, wounded to UKR (x)
        ordinal    not told
        place      not told
        mediators  not told
        sources    A, Telegram (Q1)

        evidence, words by slot
          Kyiv [type, status: got] [transfers: [conflict: 307] soldiers].

        slots, what filled them: code points, words, rule, place
          type: release
            12-15  "got"  got  built into the program
          status: completed
            12-15  "got"  got  built into the program
          transfers: not told -> UKR: at least 307 military
            16-28  "307 soldiers"  soldiers  people.yaml:5
          including: number not told, wounded to UKR (x)
            no words of its own
          sources: A, Telegram (Q1)
            no words of its own
          conflict
            16-19  "307"  number  built into the program

        not used: candidates of the article that no event rests on
          horses  people.yaml:9  mediation, planned  "Kyiv"
            Kyiv got 307 soldiers.
            what it read is evidence of e-0000000000000001 through soldiers
          horses  people.yaml:9  movement, unreal  "failed"
            Talks failed.
            it did not happen, is a habit or only imagined
          horses  people.yaml:9  movement, completed  "crossed"
            Five crossed.
            no count and no date of its own, and for talks no place and no mediator


        """)
  }

  @Test func `a terminal shows marks in color`() throws {
    let colored = try explanation(try folder(), .text(isColored: true))
    #expect(
      colored.contains(
        "  Kyiv \u{1B}[1;34mgot\u{1B}[0m\u{1B}[2m (type, status)\u{1B}[0m "
          + "\u{1B}[1;34m307\u{1B}[0m\u{1B}[2m (conflict)\u{1B}[0m"
          + "\u{1B}[1;34m soldiers\u{1B}[0m\u{1B}[2m (transfers)\u{1B}[0m.\n"))
  }

  @Test func `the article's text alone is enough, but tells no candidates`() throws {
    let told = try explanation(try folder(.clean))
    #expect(told.contains("  Kyiv [type, status: got] "))
    #expect(told.hasSuffix("not used: not known without extract.ndjson (run … --keep extract)\n\n"))
    #expect(try explanation(try folder(.clean), .json).hasSuffix("\"notUsed\":null}\n"))
  }

  @Test func `JSON tells the same`() throws {
    let json = try explanation(try folder(), .json)
    #expect(
      json.hasPrefix(
        #"{"id":"e-0000000000000001","path":"a.txt","type":"release","status":"completed","#))
    #expect(
      json.contains(
        #"{"slot":"transfers","evidence":[{"start":16,"end":28,"text":"307 soldiers","#
          + #""rule":"soldiers","file":"people.yaml","line":5}]}"#))
    let passages = #""passages":[{"start":7,"end":29,"text":"Kyiv got 307 soldiers."}],"#
    #expect(json.contains(passages))
    let notUsed = """
      "notUsed":[{"rule":"horses","file":"people.yaml","line":9,"frame":"mediation",\
      "modality":"planned",\
      "reason":"what it read is evidence of e-0000000000000001 through soldiers",\
      "trigger":{"start":7,"end":11,"text":"Kyiv"},\
      "sentence":{"start":7,"end":29,"text":"Kyiv got 307 soldiers."}},
      """
    #expect(json.contains(notUsed))
  }

  @Test func `an article tells its events and what made none`() throws {
    let output = try folder()
    let pack = try SmallPack()
    let explainer = try EventExplainer(
      pack.chain(), output: output.path, format: .text(isColored: false))
    let told = String(decoding: try explainer.explain(article: "a.txt"), as: UTF8.self)
    #expect(
      told.hasPrefix(
        """
        a.txt
        title      Обмін
        published  not told
        events     1
          e-0000000000000001  release  completed  

        not used: candidates of the article that no event rests on
          horses  people.yaml:9  mediation, planned  "Kyiv"

        """), "\(told)")
    #expect(
      told.hasSuffix("no count and no date of its own, and for talks no place and no mediator\n\n"))
    let json = try EventExplainer(pack.chain(), output: output.path, format: .json)
    #expect(
      String(decoding: try json.explain(article: "a.txt"), as: UTF8.self).hasPrefix(
        #"{"path":"a.txt","title":"Обмін","published":null,"events":["e-0000000000000001"],"notUsed":[{"#
      ))
    #expect(
      throws: UsageError("\(output.path.display) holds no article b.txt; did you mean a.txt?")
    ) {
      try EventExplainer(pack.chain(), output: output.path, format: .json)
        .explain(article: "b.txt")
    }
  }

  @Test func `an unknown id is told with the closest one`() throws {
    let folder = try folder()
    let file = folder.path.appending(DiskPath("events.ndjson")).display
    #expect(
      throws: UsageError(
        "no event e-0000000000000002 in \(file); did you mean e-0000000000000001?; "
          + "its ids: jq -r .id \(file)")
    ) { try explanation(folder, id: "e-0000000000000002") }
    #expect(
      throws: UsageError("no event e-ffffffffffffffff in \(file); its ids: jq -r .id \(file)")
    ) { try explanation(folder, id: "e-ffffffffffffffff") }
  }

  @Test func `files that do not belong together are told`() throws {
    let folder = try folder()
    var other = Self.article
    other.body = "Kyiv got 306 soldiers."
    var json = JSONWriter()
    ExtractedArticle(article: other, languageKnown: true, mentions: [], candidates: [])
      .write(to: &json)
    try folder.write("extract.ndjson", json.bytes)
    let file = folder.path.appending(DiskPath("events.ndjson")).display
    #expect(
      throws: UsageError(
        "\(file):1: byte 0: the evidence at 16 is not what stands there in the article; "
          + "run again to make the file anew")
    ) { try explanation(folder) }
    other.head.path = "b.txt"
    json = JSONWriter()
    ExtractedArticle(article: other, languageKnown: true, mentions: [], candidates: [])
      .write(to: &json)
    try folder.write("extract.ndjson", json.bytes)
    #expect(
      throws: UsageError(
        "\(folder.path.display) holds no text of a.txt, which events.ndjson tells of; "
          + "run again to make its files anew")
    ) { try explanation(folder) }
  }

  @Test func `without a text there is nothing to show`() throws {
    let folder = try folder(nil)
    let error = #expect(throws: UsageError.self) { try explanation(folder) }
    #expect(error?.description.contains("extract.ndjson is not there; make it with: ") == true)
  }

  @Test(arguments: [
    ("e-0bb72a014fb5e329", true), ("e-0bb72a014fb5e329-2", true), ("e-0bb72a014fb5e32", false),
    ("e-0BB72A014FB5E329", false), ("a-0bb72a014fb5e329", false), ("x/e-0bb72a014fb5e329", false),
  ])
  func `ids are told from files`(text: String, isID: Bool) {
    #expect(EventExplainer.isID(text) == isID)
  }
}
