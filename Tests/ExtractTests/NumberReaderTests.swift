import Packs
import Records
import Testing

@testable import Extract

struct NumberReaderTests {
  private func numbers(_ text: String) throws -> [String] {
    try Extractor(Pack.embedded()).mentions(in: text, language: "en")?
      .filter { $0.kind == .number || $0.kind == .ordinal }
      .map { ($0.kind == .ordinal ? "#" : "") + ($0.value ?? "") } ?? []
  }

  @Test(arguments: [
    ("1,000 men", ["1000"]), ("1 000 people", ["1000"]), ("1.245 arrived", ["1245"]),
    ("a hundred and three", ["103"]), ("One hundred seventy-five of them", ["175"]),
    ("two hundred and five", ["205"]), ("1.2 thousand", ["1200"]), ("three dozen", ["36"]),
    ("the 50th exchange", ["#50"]), ("its fifty-sixth swap", ["#56"]), ("65.5 points", ["65.5"]),
    ("Eighty-four captives", ["84"]), ("thousand for thousand", ["1000", "1000"]),
  ])
  func `numbers are read in digits and words`(text: String, expected: [String]) throws {
    #expect(try numbers(text) == expected)
  }

  @Test(arguments: [
    "9300000000000 million roubles", "99999999999999999999 soldiers",
    "one hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred",
  ])
  func `numbers beyond all measure end nothing`(text: String) throws {
    #expect(try numbers(text).isEmpty == false)
  }

  @Test(arguments: ["a T-72 tank", "the Su25 jet", "SIZO-2", "on May 24, 2025"])
  func `parts of names and dates are no numbers`(text: String) throws {
    #expect(try numbers(text) == [])
  }
}
