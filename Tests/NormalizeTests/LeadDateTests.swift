import Extract
import Packs
import Records
import Testing

@testable import Normalize

/// The day that the opening of an article names, through the built-in pack.
struct LeadDateTests {
  private static let stages = Result {
    let pack = try Pack.embedded()
    return (try Extractor(pack), try DiscourseRules(pack))
  }

  /// The day and the words that tell it.
  private func leadDate(
    _ body: String, title: String? = nil, published: String? = "2025-05-24"
  ) throws -> [String] {
    let (extractor, rules) = try Self.stages.get()
    let article = CleanArticle(
      head: ArticleHead(
        id: "a-1", path: "p", url: nil, title: title, published: published, language: "en"),
      authors: [], body: body)
    let context = ArticleContext(extractor.extract(article), rules)
    let bodyStart = title.map { $0.utf8.count + 2 } ?? 0
    guard let found = LeadDate(context: context, bodyStart: bodyStart).date() else { return [] }
    let span = found.mention.span
    return [found.text, String(decoding: context.text[span.start..<span.end], as: UTF8.self)]
  }

  @Test(arguments: [
    (
      "Sixty captives came down the steps. On Friday the buses had left Russia.",
      "2025-05-23", "Friday"
    ),
    ("Sixty captives came home, Zelensky said on Thursday.", "2025-05-22", "Thursday"),
    (
      "Sixty captives came home yesterday in six buses. They left on Thursday.", "2025-05-23",
      "yesterday"
    ),
    ("Sixty captives came home on May 21 in six buses.", "2025-05-21", "May 21"),
    ("Sixty captives came home on Saturday in six buses.", "2025-05-24", "Saturday"),
  ])
  func `the first day shortly before publication`(text: String, day: String, words: String) throws {
    #expect(try leadDate(text) == [day, words])
  }

  @Test func `the title counts as well`() throws {
    #expect(
      try leadDate("Sixty captives came home.", title: "Captives home on Friday")
        == ["2025-05-23", "Friday"])
  }

  @Test(arguments: [
    "KYIV, May 24 (Meridian) - Sixty captives came home. On Thursday they left Russia.",
    "MOSCOW, May 24. Sixty captives came home. On Thursday they left Russia.",
  ])
  func `a dateline is the day of writing`(text: String) throws {
    #expect(try leadDate(text) == ["2025-05-22", "Thursday"])
  }

  @Test(arguments: [
    "Friday's lists had named 70 captives. They left Russia on Thursday.",
    "Friday’s lists had named 70 captives. They left Russia on Thursday.",
  ])
  func `the day of something else is passed over`(text: String) throws {
    #expect(try leadDate(text) == ["2025-05-22", "Thursday"])
  }

  @Test(arguments: [
    "Sixty captives came home. They were seized on May 1.",
    "Sixty captives came home. More are to follow on May 26.",
    "Sixty captives came home. The sides had met in May.",
    "Sixty captives came home. They were seized in 2022.",
    "Sixty captives came home.",
  ])
  func `days long before, days to come, months and years are none`(text: String) throws {
    #expect(try leadDate(text) == [])
  }

  @Test func `the days before publication are counted over the end of a month`() throws {
    let text = "Sixty captives came home on April 30 in six buses."
    #expect(try leadDate(text, published: "2025-05-03") == ["2025-04-30", "April 30"])
    #expect(try leadDate(text, published: "2025-05-04") == [])
  }

  @Test func `only the opening is asked`() throws {
    let rest = String(repeating: "The buses were met by their families. ", count: 19)
    #expect(try leadDate("Sixty captives came home. \(rest)They left on Friday.") == [])
  }

  @Test func `without a day of publication nothing is shortly before it`() throws {
    #expect(try leadDate("Sixty captives came home on May 23 in six buses.", published: nil) == [])
  }

  @Test func `an event without a day of its own takes it`() throws {
    let pack = try Pack.embedded()
    let article = CleanArticle(
      head: ArticleHead(
        id: "a-1", path: "p", url: nil, title: nil, published: "2025-05-24", language: "en"),
      authors: [],
      body: """
        Sixty Ukrainian captives have come home in an exchange with Russia. On Friday the buses crossed the border.
        """)
    let events = try Normalizer(pack).normalize(try Extractor(pack).extract(article))
    #expect(events.map(\.date) == ["2025-05-23"])
    #expect(events.first?.evidence.contains { $0.slots == ["date"] } == true)
  }
}
