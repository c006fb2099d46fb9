import Packs
import Testing

@testable import Clean

struct DayReaderTests {
  private static func days() throws -> DayReader {
    DayReader(try CleaningRules(Pack.embedded()).languages)
  }

  @Test(arguments: [
    ("2025-05-24T10:00:00Z", "2025-05-24"), ("20250524T100000", "2025-05-24"),
    ("Yahoo24-05-2025", "2025-05-24"), ("24.05.2025, 07:00", "2025-05-24"),
    ("05/24/2025", "2025-05-24"), ("June 9, 2025", "2025-06-09"), ("9 June 2025", "2025-06-09"),
    ("Tuesday March 4th, 2025", "2025-03-04"), ("14 серпня 2025 | 17:40", "2025-08-14"),
    ("30 июня 2022", "2022-06-30"), ("25 Sep, 2025 19:20", "2025-09-25"),
  ])
  func `a day is read in the forms that stand around articles`(text: String, expected: String)
    throws
  {
    #expect(try Self.days().day(in: text) == expected)
  }

  @Test(arguments: [
    "2 min read", "1-1-80055512340000000000000", "1,000-for-1,000", "Yesterday 21:14", "32-05-2025",
    "in 2024", "May 24",
  ])
  func `what is no whole day is none`(text: String) throws {
    #expect(try Self.days().day(in: text) == nil)
  }
}
