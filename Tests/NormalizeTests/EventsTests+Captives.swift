import Testing

/// Parts of those who go free, told by what they are or had behind them.
extension EventsTests {
  @Test(arguments: [
    "Eighteen were serving life sentences, 54 long terms, and 111 had been detained in Gaza.",
    "They include 18 who had been sentenced to life, 54 with long sentences and 111 who were detained in Gaza.",
    "The 183 included 18 inmates serving life terms, 54 with long sentences and 111 arrested in Gaza.",
    "Of the freed prisoners, 18 were serving life sentences and 54 long terms. Another 111 had been arrested in Gaza.",
  ])
  func `captives are told apart by their sentences`(parts: String) throws {
    let swap =
      "Hamas freed three Israelis on Friday and Israel released 183 Palestinian prisoners. "
    #expect(
      try events(swap + parts) == [
        "exchange completed 2025-05-23 hamas>ISR:3 ISR>PSE:183 (people 18) (people 54) (people 111)"
      ])
  }

  @Test(arguments: [
    "Belarus freed 14 prisoners on Friday, including three Poles, two Latvians and two Japanese.",
    "Belarus freed 14 prisoners on Friday. The group consists of three Poles, two Latvians and two Japanese.",
  ])
  func `two groups of one number are two parts`(text: String) throws {
    #expect(
      try events(text) == [
        "release completed 2025-05-23 BLR>?:14 (people 3) (people 2) (people 2)"
      ])
  }

  @Test(arguments: [
    "Israel freed 39 Palestinian prisoners on Friday, 24 women and 15 teenagers.",
    "Israel freed 39 Palestinian prisoners, 24 women and 15 teenagers, on Friday.",
  ])
  func `what adds up to a number are its parts`(text: String) throws {
    #expect(
      try events(text) == [
        "release completed 2025-05-23 ISR>PSE:39 (people 24) (child 15)"
      ])
  }
}
