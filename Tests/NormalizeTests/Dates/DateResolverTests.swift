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

  /// Dates from church calendars.
  @Test(arguments: [
    (2010, "2010-04-04"), (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"),
  ])
  func `Western Easter`(year: Int, expected: String) {
    #expect(CalendarDay.westernEaster(year).text == expected)
  }

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

  private func past(_ expression: String, told: String? = nil) -> String? {
    resolver.resolve(expression, anchor: told, tense: .past)?.text
  }

  @Test(arguments: [
    ("today", "2025-05-24"), ("unit(day,-1)", "2025-05-23"), ("weekday(6)", "2025-05-24"),
    ("weekday(7)", "2025-05-18"), ("XXXX-05-23", "2025-05-23"), ("XXXX-12-30", "2024-12-30"),
    ("XXXX-08", "2024-08"), ("XXXX-05", "2025-05"), ("unit(month,-1)", "2025-04"),
    ("unit(year,0)", "2025"), ("shift(today,-2,week)", "2025-05-10"),
    ("shift(today,-2,month)", "2025-03"), ("XXXX-XX-03", "2025-05-03"),
    ("XXXX-XX-30", "2025-04-30"), ("latest(2,day)", "2025-05-23/2025-05-24"),
    ("unit(week,-1)", "2025-05-12/2025-05-18"), ("last(2,decade)", "2000/2019"),
    ("range(XXXX-05-20,XXXX-05-22)", "2025-05-20/2025-05-22"),
    ("range(XXXX-11,2025-02)", "2024-11/2025-02"), ("since(2022-02-24)", "2022-02-24/.."),
    ("until(XXXX-06-01)", "../2025-06-01"), ("easter", "2025-04-20"),
    ("orthodox-easter", "2025-04-20"), ("eve(XXXX-05-09)", "2025-05-08"),
    ("in(XXXX-XX-20,unit(month,-1))", "2025-04-20"), ("in(weekday(2),unit(year,0))", "2025-05-20"),
    ("in(weekday(2),unit(week,1))", "2025-05-27"),
    ("nth(-1,weekday(1),2025-03)", "2025-03-31"), ("nth(3,week,2025)", "2025-01-13/2025-01-19"),
    ("whole(week,2025-05-01)", "2025-04-28/2025-05-04"), ("past(XXXX-05,1)", "2024-05"),
    ("lasting(2025-05-20,2,week)", "2025-05-20/2025-06-02"), ("part(early,2025-05)", "2025-05"),
    ("197X", "197X"), ("2025-35", "2025-07/2025-09"), ("2024-24", "2024-24"),
  ])
  func `what is past is the latest not after publication`(expression: String, expected: String) {
    #expect(past(expression) == expected)
  }

  @Test(arguments: [
    ("weekday(7)", "2025-05-25"), ("weekday(6)", "2025-05-24"), ("XXXX-05-25", "2025-05-25"),
    ("XXXX-03-01", "2025-03-01"), ("XXXX-XX-03", "2025-06-03"),
    ("range(weekday(5),weekday(7))", "2025-05-23/2025-05-25"),
  ])
  func `what is to come is the next`(expression: String, expected: String) {
    #expect(resolver.resolve(expression, anchor: nil, tense: .future)?.text == expected)
  }

  @Test(arguments: [
    ("XXXX-06-01", "2025-06-01"), ("XXXX-02-01", "2025-02-01"),
    ("nth(1,weekday(1),XXXX-09)", "2025-09-01"),
  ])
  func `without a verb the nearest is meant`(expression: String, expected: String) {
    #expect(resolver.resolve(expression, anchor: nil, tense: .unknown)?.text == expected)
  }

  @Test func `a day earlier counts from the date told before`() {
    #expect(past("shift(told,-10,day)", told: "2025-05-20") == "2025-05-10")
    #expect(past("told", told: "2025-05-19/2025-05-20") == "2025-05-20")
    #expect(past("shift(told,-1,day)") == nil)
  }

  @Test(arguments: [
    "XXXX-02-30", "2024-06-31", "range(2025-05-20,2025-05-10)", "unit(year,-300000)",
    "shift(today,-30000,month)", "latest(9999999,day)", "shift(today,-1400000000000000000,week)",
    "eve(eve(9223372036854775807-01-01))", "nth(999,day,2025)", "in(2025,", "nonsense",
    "shift(shift(shift(shift(shift(shift(shift(shift(shift(shift(shift(shift(shift(today,1,day),1,day),1,day),1,day),1,day),1,day),1,day),1,day),1,day),1,day),1,day),1,day),1,day)",
  ])
  func `what names no day of the calendar is none`(expression: String) {
    #expect(past(expression) == nil)
  }

  @Test func `without a day of publication relative dates stay unknown and years open`() {
    let unknown = DateResolver(published: nil)
    func resolved(_ expression: String, told: String? = nil) -> String? {
      unknown.resolve(expression, anchor: told, tense: .past)?.text
    }
    #expect(resolved("today") == nil)
    #expect(resolved("weekday(6)") == nil)
    #expect(resolved("XXXX-03-21") == "XXXX-03-21")
    #expect(resolved("nth(-1,weekday(5),2025-05)") == "2025-05-30")
    #expect(resolved("shift(told,2,day)", told: "2025-05-24") == "2025-05-26")
    #expect(resolved("range(XXXX-05-20,XXXX-05-22)") == "XXXX-05-20/XXXX-05-22")
  }
}
