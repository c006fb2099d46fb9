import Testing

@testable import Normalize

struct CalendarDayTests {
  @Test func `a day's number leads back to it`() throws {
    for text in ["1970-01-01", "2000-02-29", "2025-05-24", "1999-12-31", "2100-03-01"] {
      let day = try #require(CalendarDay(text))
      #expect(CalendarDay(number: day.number).text == text)
    }
    #expect(CalendarDay("1970-01-01")?.number == 0)
    #expect(CalendarDay("2025-02-29") == nil)
  }

  @Test func `weekdays count from Monday`() {
    #expect(CalendarDay(2025, 5, 24).weekday == 6)
    #expect(CalendarDay(1970, 1, 1).weekday == 4)
  }

  /// Dates from the Orthodox calendar.
  @Test(arguments: [
    (2022, "2022-04-24"), (2023, "2023-04-16"), (2024, "2024-05-05"), (2025, "2025-04-20"),
    (2026, "2026-04-12"),
  ])
  func `Orthodox Easter`(year: Int, expected: String) {
    #expect(CalendarDay.orthodoxEaster(year).text == expected)
  }
}

struct DateResolverTests {
  private let resolver = DateResolver(published: CalendarDay("2025-05-24"))

  @Test(arguments: [
    ("D0", "2025-05-24"), ("D-1", "2025-05-23"), ("W6", "2025-05-24"), ("W7", "2025-05-18"),
    ("XXXX-05-23", "2025-05-23"), ("XXXX-12-30", "2024-12-30"), ("XXXX-08", "2024-08"),
    ("XXXX-05", "2025-05"),
    ("M-1", "2025-04"), ("Y0", "2025"), ("W-2", "2025-05-10"), ("XXXX-XX-03", "2025-05-03"),
    ("L2D", "2025-05-23/2025-05-24"), ("XXXX-05-20/XXXX-05-22", "2025-05-20/2025-05-22"),
    ("2022-02-24/..", "2022-02-24/.."), ("EASTER-ORTHODOX", "2025-04-20"),
    ("EVE:XXXX-05-09", "2025-05-08"),
  ])
  func `what is past is the latest not after publication`(expression: String, expected: String) {
    #expect(resolver.resolve(expression, anchor: nil, isFuture: false) == expected)
  }

  @Test func `what is to come is the next`() {
    #expect(resolver.resolve("W7", anchor: nil, isFuture: true) == "2025-05-25")
    #expect(resolver.resolve("XXXX-05-25", anchor: nil, isFuture: true) == "2025-05-25")
  }

  @Test func `a day earlier counts from the date told before`() {
    #expect(resolver.resolve("AD-10", anchor: "2025-05-20", isFuture: false) == "2025-05-10")
    #expect(resolver.resolve("AD-1", anchor: nil, isFuture: false) == nil)
  }

  @Test(arguments: [
    "XXXX-02-30", "2024-06-31", "2025-05-20/2025-05-10", "Y-300000", "M-30000", "L9999999D",
    "W-1400000000000000000", "EVE:EVE:9223372036854775807-01-01",
  ])
  func `what names no day of the calendar is none`(expression: String) {
    #expect(resolver.resolve(expression, anchor: nil, isFuture: false) == nil)
  }

  @Test func `a day without a month is the latest such day`() {
    #expect(resolver.resolve("XXXX-XX-30", anchor: nil, isFuture: false) == "2025-04-30")
    #expect(resolver.resolve("XXXX-XX-20", anchor: nil, isFuture: false) == "2025-05-20")
  }

  @Test func `last week is no day`() {
    #expect(resolver.resolve("W-1", anchor: nil, isFuture: false) == nil)
  }

  @Test func `without a day of publication relative dates stay unknown and years open`() {
    let unknown = DateResolver(published: nil)
    #expect(unknown.resolve("D0", anchor: nil, isFuture: false) == nil)
    #expect(unknown.resolve("W6", anchor: nil, isFuture: false) == nil)
    #expect(unknown.resolve("XXXX-03-21", anchor: nil, isFuture: false) == "XXXX-03-21")
  }
}
