import Extract
import Packs
import Records
import Testing

@testable import Normalize

/// Dates as reporters write them, grouped by what they mean on Saturday, May 24, 2025.
struct DatePhrasesTests {
  private static let reading = Result { (try Extractor(.embedded()), try Normalizer(.embedded())) }

  private func dates(_ text: String, published: String? = "2025-05-24") throws -> [String] {
    let (extractor, normalizer) = try Self.reading.get()
    let mentions = extractor.mentions(in: text, language: "en") ?? []
    return normalizer.normalized(mentions, reference: published)
      .filter { $0.kind == .date || $0.kind == .dateRange }
      .map { [$0.modifier, $0.value].compactMap { $0 }.joined(separator: " ") }
  }

  @Test(arguments: [
    "They returned on Saturday.", "They returned today.", "They came home this morning.",
    "The swap of May 24, 2025", "24 May 2025", "24.05.2025", "5/24/2025", "2025-05-24",
    "It was agreed on 24th May.", "Saturday, May 24", "overnight into Saturday they returned",
  ])
  func `the day itself`(text: String) throws {
    #expect(try dates(text) == ["2025-05-24"])
  }

  @Test(arguments: [
    ("They returned on Sunday.", ["2025-05-18"]), ("They will return on Sunday.", ["2025-05-25"]),
    ("They will be handed over on Monday.", ["2025-05-26"]),
    ("The exchange is scheduled for Tuesday.", ["2025-05-27"]),
    ("The truce expires Tuesday.", ["2025-05-27"]),
    ("He was freed in March.", ["2025-03"]), ("He was freed in August.", ["2024-08"]),
    ("It will resume in August.", ["2025-08"]), ("She was freed on 30 December.", ["2024-12-30"]),
    ("They will visit the United States on Sunday.", ["2025-05-25"]),
    ("They will meet Mohammed on Sunday.", ["2025-05-25"]),
    ("Last Saturday they met.", ["2025-05-17"]), ("next Tuesday", ["2025-05-27"]),
  ])
  func `tense decides past or future`(text: String, expected: [String]) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    ("on May 16, June 2 and July 23 they met", ["2025-05-16", "2024-06-02", "2024-07-23"]),
    ("on May 13, 14 and 15 they met", ["2025-05-13", "2025-05-14", "2025-05-15"]),
    ("on 8, 9 and 10 May they met", ["2025-05-08", "2025-05-09", "2025-05-10"]),
    ("on 5 and 19 March 2024", ["2024-03-05", "2024-03-19"]),
    ("in January and February 2023", ["2023-01", "2023-02"]),
    ("in 2007 and 2009", ["2007", "2009"]),
  ])
  func `lists share month and year`(text: String, expected: [String]) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    ("It lasted from 23 to 25 May.", "2024-05-23/2024-05-25"),
    ("May 20-22", "2025-05-20/2025-05-22"),
    ("from April 20 through May 2", "2025-04-20/2025-05-02"),
    ("between Monday and Wednesday they met", "2025-05-19/2025-05-21"),
    ("between 2014 and 2018", "2014/2018"), ("in the past 24 hours", "2025-05-23/2025-05-24"),
    ("In just these two days 697 returned", "2025-05-23/2025-05-24"),
    ("since the start of the full-scale invasion", "2022-02-24/.."), ("since 2014", "2014/.."),
    ("since December 2022", "2022-12/.."), ("since Monday they waited", "2025-05-19/.."),
    ("last week", "2025-05-12/2025-05-18"), ("as of 8 November 2024", "../2024-11-08"),
    ("the third quarter of 2024", "2024-07/2024-09"), ("in the 1990s", "199X"),
    ("the summer of 2022", "2022-22"), ("the first 2 weeks of 2021", "2021-01-04/2021-01-17"),
  ])
  func `spans of days`(text: String, expected: String) throws {
    #expect(try dates(text) == [expected])
  }

  @Test(arguments: [
    ("two days ago", "2025-05-22"), ("a week ago", "2025-05-17"), ("two months ago", "2025-03"),
    ("1 month and 21 days ago", "2025-04-03"), ("They will be back in two weeks.", "2025-06-07"),
    ("the day before yesterday", "2025-05-22"), ("the first Monday of May", "2025-05-05"),
    ("the last Friday of March", "2025-03-28"), ("20th of next month", "2025-06-20"),
    ("Tuesday of last week", "2025-05-13"), ("Thursday the 22nd", "2025-05-22"),
    ("They were freed on Ukraine's Independence Day.", "2024-08-24"),
    ("They met Theresa Korral; Korral left on May 12.", "2025-05-12"),
    ("They were freed on the eve of Independence Day.", "2024-08-23"),
    ("On Orthodox Easter they were freed.", "2025-04-20"), ("Easter 2024", "2024-03-31"),
    ("twenty five January nineteen eighty six", "1986-01-25"),
    ("earlier this month", "early 2025-05"),
    ("the end of 2024", "end 2024"), ("mid-March 2025", "mid 2025-03"),
    ("three weeks after January 15th, 2025", "2025-02-05"),
  ])
  func `counted from somewhere`(text: String, expected: String) throws {
    #expect(try dates(text) == [expected])
  }

  @Test func `a day earlier counts from the date before it`() throws {
    #expect(
      try dates("They met on May 16. Two days earlier nothing was known; the next day all was.")
        == ["2025-05-16", "2025-05-14", "2025-05-15"])
  }

  @Test(arguments: [
    ("They met on April 20. A month later, on May 20, they were freed.", "2025-05-20"),
    ("They met on May 4. Two weeks later, on Sunday, they were freed.", "2025-05-18"),
    (
      "They met in Kyiv on March 21, 2022. Half a year later, on 21 September, they were freed.",
      "2022-09-21"
    ),
    ("They met on March 21, 2022. A fortnight later, on April 4, they were freed.", "2022-04-04"),
    ("They met on March 21, 2022. Half a year later they were freed.", "2022-09"),
    ("They met on March 21, 2022. On the last day of that year they were freed.", "2022-12-31"),
    ("They met on March 21, 2022. At that time they were freed.", "2022-03-21"),
  ])
  func `what came later counts from the date before it`(text: String, expected: String) throws {
    #expect(try dates(text).last == expected)
  }

  @Test(arguments: [
    ("The swap is due next Saturday, May 31.", "2025-05-31"),
    ("They came home on Tuesday evening, 20 May.", "2025-05-20"),
    ("They came home last Monday, May 19.", "2025-05-19"),
    ("It began on Thursday night, May 22.", "2025-05-22"),
  ])
  func `a weekday beside its date is that date`(text: String, expected: String) throws {
    #expect(try dates(text) == [expected])
  }

  @Test func `days of other dates show which of two numbers is the month`() throws {
    #expect(try dates("on 03/04/2025") == ["2025-03-04"])
    #expect(try dates("on 03/04/2025 and on 23/04/2025") == ["2025-04-03", "2025-04-23"])
  }

  @Test func `without a day of publication the year stays open`() throws {
    #expect(try dates("on March 21", published: nil) == ["XXXX-03-21"])
    #expect(try dates("on Saturday", published: nil) == [])
  }

  @Test(arguments: [
    "He may go.", "They march on.", "The sun rose.", "Give me a second, please.", "a 24/7 hotline",
    "the 103-for-103 swap", "Monday.com", "697 people were freed in two days.",
    "Theresa May said so.",
    "12 ad campaigns", "the H1 visa", "Person of the Year",
    "the 50th exchange", "May they rest in peace.", "It cost $1.2 million.", "Black Friday",
  ])
  func `what only looks like a date`(text: String) throws {
    #expect(try dates(text) == [])
  }
}
