import Packs
import Records
import Testing

@testable import Extract

struct NumberReaderTests {
  private static let reading = Result { try Extractor(.embedded()) }

  private func numbers(_ text: String) throws -> [String] {
    try Self.reading.get().mentions(in: text, language: "en")?
      .filter { $0.kind == .number || $0.kind == .ordinal }
      .map { ($0.kind == .ordinal ? "#" : "") + ($0.value ?? "") } ?? []
  }

  @Test(arguments: [
    ("1,000 men", ["1000"]), ("1 000 people", ["1000"]), ("1.245 arrived", ["1245"]),
    ("a hundred and three", ["103"]), ("One hundred seventy-five of them", ["175"]),
    ("two hundred and five", ["205"]), ("1.2 thousand", ["1200"]), ("three dozen", ["36"]),
    ("the 50th exchange", ["#50"]), ("its fifty-sixth swap", ["#56"]), ("65.5 points", ["65.5"]),
    ("Eighty-four captives", ["84"]), ("thousand for thousand", ["1000", "1000"]),
    ("twenty-one thousand eleven", ["21011"]), ("4 thousand 3 hundred and 21", ["4321"]),
    ("two hundred and two thousand", ["202000"]), ("three hundred and two dozens", ["324"]),
    ("between two hundred and three hundred", ["200", "300"]), ("1 234 567.89", ["1234567.89"]),
    ("1\u{202F}000 men", ["1000"]), ("1.200 men and 1.2 million", ["1.2", "1200000"]),
    ("22,24,26,31", ["22", "24", "26", "31"]), ("2.5bn people", ["2500000000"]),
    ("100k", ["100000"]), ("minus five point five", ["-5.5"]), ("it was -15 there", ["-15"]),
    ("half a million", ["500000"]), ("two thirds of a million", ["666666.666666667"]),
    ("five and a half million", ["5500000"]), ("a third of them", ["0.333333333333333"]),
    ("¾", ["0.75"]), ("the twenty-first", ["#21"]), ("the twentyfifth", ["#25"]),
    ("its four-thousandth captive", ["#4000"]), ("the 52-nd exchange", ["#52"]),
    ("146 apiece", ["146"]), ("25 to 30 thousand men", ["25000", "30000"]),
    ("2000 drones", ["2000"]), ("more than 2000 soldiers", ["2000"]),
    ("250 (2022) 300 (2023) 400 (2024)", ["250", "2022", "300", "2023", "400", "2024"]),
    ("a couple of pilots", ["2"]),
  ])
  func `numbers are read in digits and words`(text: String, expected: [String]) throws {
    #expect(try numbers(text) == expected)
  }

  @Test(
    arguments: [
      ("zero trillion trillion", ["0", "1000000000000"]),
      ("0 trillion billion", ["1000000000"]),
      ("9300000000000 million roubles", ["9300000000000", "1000000"]),
      ("99999999999999999999 soldiers", []),
      (
        "one hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred",
        ["100000100000000"]
      ),
    ] as [(String, [String])])
  func `numbers beyond all measure end nothing`(text: String, expected: [String]) throws {
    #expect(try numbers(text) == expected)
  }

  @Test(arguments: [
    "dozens of men", "Hundreds came", "scores of shells", "hundreds of thousands fled",
  ])
  func `numbers that are not told have no value`(text: String) throws {
    let mentions = try Self.reading.get().mentions(in: text, language: "en") ?? []
    #expect(mentions.filter { $0.kind == .number }.map(\.value) == [nil])
  }

  @Test(arguments: [
    ("at least 30 drones", Bound.atLeast), ("an estimated 20 drones", .about),
    ("up to 700 drones", .atMost), ("500 or more", .atLeast), ("60-plus", .atLeast),
  ])
  func `a number keeps its bound`(text: String, bound: Bound) throws {
    let mentions = try Self.reading.get().mentions(in: text, language: "en") ?? []
    #expect(mentions.filter { $0.kind == .number }.map(\.bound) == [bound])
  }

  @Test(arguments: [
    "a T-72 tank", "the Su25 jet", "SIZO-2", "a Shahed-136", "on May 24, 2025", "no one came",
    "one of them", "which one", "one another", "a couple from Lviv", "call 0800 300 155",
    "Tel. +86 138-2010-2015", "$5 million", "7 percent", "at 10:30", "he is 34 years old",
    "the 2024 budget", "a split second",
  ])
  func `parts of names and dates are no numbers`(text: String) throws {
    #expect(try numbers(text) == [])
  }
}
