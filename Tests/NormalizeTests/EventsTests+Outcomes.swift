import Testing

/// What came of talks, and who helped.
extension EventsTests {
  @Test(arguments: [
    "The first round of talks between Russia and Ukraine was held in Istanbul on May 16 and resulted in "
      + "the exchange of 1,000 prisoners each.",
    "The talks took place in Istanbul on May 16 and led to a swap of 1,000 captives each between Russia "
      + "and Ukraine.",
    "The negotiations were held in Istanbul on May 16 and produced a prisoner swap of 1,000 captives each "
      + "between Russia and Ukraine.",
  ])
  func `what came of talks has not their day`(text: String) throws {
    #expect(
      Set(try events(text)) == [
        "talks completed 2025-05-16 @Istanbul", "exchange completed - RUS>UKR:1000 UKR>RUS:1000",
      ])
  }

  @Test(arguments: [
    "The ceremony was held on May 16 and led to an exchange of 1,000 prisoners each between Russia and "
      + "Ukraine.",
    "Buses came on May 16, and an exchange of 1,000 prisoners each between Russia and Ukraine began.",
  ])
  func `what came of no talks has the day told`(text: String) throws {
    #expect(try events(text).map { $0.contains(" 2025-05-16 ") } == [true])
  }

  @Test(arguments: [
    "Talks on prisoner exchanges between Russia and Ukraine ended in Istanbul on May 16 without a "
      + "breakthrough.",
    "Negotiations between Russia and Ukraine on a prisoner swap closed in Istanbul on May 16 with no "
      + "agreement.",
    "A round of talks on prisoner swaps between Russia and Ukraine was held in Istanbul on May 16 and "
      + "brought no result.",
  ])
  func `talks without a result were held`(text: String) throws {
    #expect(try events(text) == ["talks completed 2025-05-16 @Istanbul"])
  }

  @Test(arguments: [
    "No talks on prisoner exchanges between Russia and Ukraine were held in Istanbul on May 16.",
    "Talks between Russia and Ukraine on prisoner swaps were not held in Istanbul on May 16.",
    "There were no negotiations on a prisoner swap between Russia and Ukraine in Istanbul on May 16.",
  ])
  func `talks denied were not held`(text: String) throws { #expect(try events(text) == []) }

  private static let home = "Ukraine brought home 30 soldiers from Russia on Friday. "

  @Test(arguments: [
    ("Kyiv thanked the Red Cross for facilitating the repatriation.", "release", "icrc"),
    ("Zelensky thanked the United Arab Emirates for mediating the exchange.", "exchange", "ARE"),
    ("The ministry thanked Turkey and Qatar for brokering the swap.", "exchange", "QAT,TUR"),
    ("Qatar thanked the Red Cross for facilitating the repatriation.", "release", "icrc"),
  ])
  func `who is thanked for mediating did`(text: String, kind: String, mediators: String) throws {
    #expect(
      try events(Self.home + text) == ["\(kind) completed 2025-05-23 RUS>UKR:30 ~\(mediators)"])
  }

  @Test(arguments: [
    "Zelensky thanked Poland for its support.", "Turkey thanked Ukraine for visiting.",
    "Kyiv thanked the Red Cross for its letters.",
  ])
  func `thanks for other things name no mediator`(text: String) throws {
    #expect(try events(Self.home + text) == ["release completed 2025-05-23 RUS>UKR:30"])
  }

  @Test(arguments: [
    ("on Friday under the auspices of the Red Cross.", "icrc"),
    ("on Friday, with the Emirates mediating.", "ARE"),
    ("on Friday, with Qatar, Turkey and the Vatican mediating.", "QAT,TUR,VAT"),
    ("on Friday in a UN-brokered swap.", "un"),
  ])
  func `who mediates stands in many places`(text: String, mediators: String) throws {
    #expect(
      try events("Russia and Ukraine swapped 30 captives each " + text)
        == ["exchange completed 2025-05-23 RUS>UKR:30 UKR>RUS:30 ~\(mediators)"])
  }

  @Test(arguments: [
    ("Egypt mediated as Egypt freed two captives.", "release completed - EGY>ISR:2"),
    ("El Salvador, which mediated, released 252 Venezuelans.", "release completed - SLV>VEN:252"),
  ])
  func `who lets people go is no mediator`(text: String, expected: String) throws {
    let news =
      text.hasPrefix("Egypt")
      ? "Hamas freed three Israeli hostages on Friday. "
      : "Venezuela freed ten Americans on Friday in a prisoner swap. "
    #expect(try events(news + text).last == expected)
  }

  @Test func `a release that others mediated has them`() throws {
    #expect(
      try events(
        "Belarus freed 52 prisoners on Friday. The release was mediated by Belarus and the United States."
      ) == ["release completed 2025-05-23 BLR>?:52 ~USA"])
  }

  @Test(arguments: [
    ("The exchange had been discussed by phone on May 14.", "talks completed 2025-05-14"),
    (
      "The captives' return was discussed with the Qatari emir on May 14.",
      "talks completed 2025-05-14"
    ),
    (
      "A swap of the wounded was discussed at a session in Minsk on May 14.",
      "talks completed 2025-05-14 @Minsk"
    ),
  ])
  func `what was discussed tells of talks`(text: String, talks: String) throws {
    #expect(
      try events("Russia and Ukraine swapped 30 captives each on Friday. " + text)
        == ["exchange completed 2025-05-23 RUS>UKR:30 UKR>RUS:30", talks])
  }

  @Test func `what the papers discussed tells of none`() throws {
    #expect(
      try events(
        "Russia and Ukraine swapped 30 captives each on Friday. The swap was discussed in the newspapers "
          + "on May 14."
      ) == ["exchange completed 2025-05-23 RUS>UKR:30 UKR>RUS:30"])
  }
}
