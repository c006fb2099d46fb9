import Testing

@testable import Normalize

/// Exchanges in stages, the deals behind them and the talks that made those.
extension EventsTests {
  @Test(arguments: [
    "Russia and Ukraine exchanged a second group of wounded prisoners on Friday. Under the deal, each side is to free 1,000 people.",
    "Russia and Ukraine exchanged prisoners on Friday under a deal that will see 1,000 captives from each side freed.",
  ])
  func `a deal is under way where a swap under it tells no number`(text: String) throws {
    #expect(try events(text).contains { $0.hasPrefix("exchange ongoing - RUS>UKR:1000") })
  }

  @Test func `bodies are apart from the swap that one verb tells`() throws {
    #expect(
      Set(
        try events(
          "Russia and Ukraine agreed to exchange 1,000 prisoners each and the bodies of 6,000 soldiers."
        )) == [
          "exchange agreed - RUS>UKR:1000 UKR>RUS:1000", "remains agreed - ?>?:6000",
        ])
  }

  @Test func `what a deal says of its talks is not the day of the swap`() throws {
    let found = try events(
      "Russia and Ukraine released 307 prisoners each on Saturday. The exchange, agreed in Istanbul on May 16, is to involve 1,000 people on each side."
    )
    #expect(found.contains("talks completed 2025-05-16 @Istanbul"), "\(found)")
    #expect(!found.contains { $0.hasPrefix("exchange") && $0.contains("05-16") }, "\(found)")
  }

  @Test(arguments: [
    "Russia and Ukraine completed the third and final part of a 1,000-for-1,000 swap on Friday, returning 303 prisoners each.",
    "Russia and Ukraine freed 303 prisoners each on Friday, completing a three-day exchange of 1,000 captives each.",
  ])
  func `the last stage does not date the whole`(text: String) throws {
    #expect(
      Set(try events(text)) == [
        "exchange completed 2025-05-23 RUS>UKR:303 UKR>RUS:303",
        "exchange completed - RUS>UKR:1000 UKR>RUS:1000",
      ])
  }

  @Test func `each day of a list has its exchange`() throws {
    let found = try events(
      "Ukraine and Russia exchanged prisoners on May 9, 12 and 14. Neither side gave numbers.")
    #expect(
      ["2025-05-09", "2025-05-12", "2025-05-14"].allSatisfy { day in
        found.contains { $0.hasPrefix("exchange completed \(day)") }
      }, "\(found)")
  }

  @Test(arguments: [
    "Ukraine and Russia exchanged a total of 230 prisoners on Friday, 115 from each side.",
    "A 115-a-side prisoner swap between Russia and Ukraine took place on Friday.",
  ])
  func `a number for each side fills both ways`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:115 UKR>RUS:115"])
  }

  @Test func `those of the other side are told by their number alone`() throws {
    let found = try events(
      "Russia and Ukraine swapped 84 prisoners each on Friday. On Saturday Kyiv recovered the bodies of 212 soldiers, Moscow those of 45."
    )
    #expect(found.contains("remains completed 2025-05-24 RUS>UKR:212 UKR>RUS:45"), "\(found)")
  }

  @Test func `numbers on either side are parts of both ways`() throws {
    #expect(
      try events(
        "Russia and Ukraine exchanged 390 prisoners each on Friday, with 270 soldiers and 120 civilians on either side."
      ) == [
        "exchange completed 2025-05-23 RUS>UKR:390 UKR>RUS:390 (military 270) (military 270) (civilian 120) (civilian 120)"
      ])
  }

  @Test func `those let go for others are no count over time`() throws {
    #expect(
      try events(
        "A total of 207 Ukrainians were released in exchange for 195 Russian soldiers, the first swap since January 24."
      ).first?.hasPrefix("exchange completed - RUS>UKR:207 UKR>RUS:195") == true)
  }
}
