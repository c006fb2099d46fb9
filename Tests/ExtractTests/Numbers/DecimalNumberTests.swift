import Testing

@testable import Extract

struct DecimalNumberTests {
  private func number(_ whole: String, _ fraction: String = "") throws -> DecimalNumber {
    try #require(DecimalNumber(whole: Array(whole.utf8), fraction: Array(fraction.utf8)))
  }

  @Test func `digits and scales are exact`() throws {
    #expect(try number("9", "2321312").text == "9.2321312")
    #expect(try number("1674", "5").multiplied(by: DecimalNumber(1_000_000))?.text == "1674500000")
    #expect(try number("0", "50").text == "0.5")
    #expect(try number("3").negated.adding(number("0", "5"))?.text == "-2.5")
  }

  @Test func `thirds have fifteen digits`() throws {
    let third = try #require(DecimalNumber(2).divided(by: DecimalNumber(3)))
    #expect(third.text == "0.666666666666667")
    #expect(DecimalNumber(1).divided(by: DecimalNumber(0)) == nil)
  }

  @Test func `what no text means is none`() {
    let digits = Array(String(repeating: "9", count: 40).utf8)
    #expect(DecimalNumber(whole: digits, fraction: []) == nil)
    #expect(DecimalNumber(Int.max / 2).multiplied(by: DecimalNumber(3)) == nil)
  }
}
