import Records
import Testing

struct NumberRangeTests {
  @Test(
    arguments: [
      ("20..30", "20", "30", true, true), ("<30..", "30", nil, false, true),
      ("..700", nil, "700", true, true), ("0.5..<1.5", "0.5", "1.5", true, false),
      ("-10..15", "-10", "15", true, true),
    ] as [(String, String?, String?, Bool, Bool)])
  func `the ends of a range`(
    text: String, low: String?, high: String?, includesLow: Bool, includesHigh: Bool
  ) throws {
    let range = try #require(NumberRange(text))
    #expect((range.low, range.high) == (low, high))
    #expect((range.includesLow, range.includesHigh) == (includesLow, includesHigh))
  }

  @Test(arguments: ["", "..", "30..20", "30"])
  func `what is no range is told`(text: String) {
    #expect(NumberRange(text) == nil)
  }
}
