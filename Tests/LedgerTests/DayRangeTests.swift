import Ledger
import Testing

struct DayRangeTests {
  @Test(arguments: [
    ("2025-05-24", "2025-05-24", "2025-05-24"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"), ("2023", "2023-01-01", "2023-12-31"),
    ("2025-21", "2025-03-01", "2025-05-31"), ("2025-24", "2025-12-01", "2026-02-28"),
    ("2025-34", "2025-04-01", "2025-06-30"), ("2025-41", "2025-07-01", "2025-12-31"),
    ("2025-05-23/2025-05-25", "2025-05-23", "2025-05-25"),
    ("2022-02-24/..", "2022-02-24", "9999-12-31"), ("../2024-11-08", "0000-01-01", "2024-11-08"),
    ("2022-03/2023", "2022-03-01", "2023-12-31"),
  ])
  func `a date covers days`(date: String, first: String, last: String) throws {
    let days = try #require(DayRange(edtf: date))
    #expect(days.first == first)
    #expect(days.last == last)
    #expect(days.isPeriod == date.contains("/"))
  }

  @Test(arguments: [
    "XXXX-12-03", "197X", "2025-13", "2025-02-29", "", "..", "2025-05-25/2025-05-23",
    "2025/2026/2027",
    "2025-05-24T10:00", "25-05-24",
  ])
  func `a date without a year or that is none covers nothing`(date: String) {
    #expect(DayRange(edtf: date) == nil)
  }
}
