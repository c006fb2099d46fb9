import Testing

@testable import Normalize

/// Which day belongs to what.
extension EventsTests {
  @Test(arguments: [
    "Russia and Ukraine swapped 390 prisoners each on Friday and 307 each on Saturday.",
    "Russia and Ukraine swapped 390 prisoners each on May 23. A day later 307 more on each side were exchanged.",
    "On May 24 Russia and Ukraine swapped 307 captives each, a day after 390 were freed on each side.",
  ])
  func `each day has its own exchange`(text: String) throws {
    #expect(
      Set(try events(text)) == [
        "exchange completed 2025-05-23 RUS>UKR:390 UKR>RUS:390",
        "exchange completed 2025-05-24 RUS>UKR:307 UKR>RUS:307",
      ])
  }

  @Test(arguments: [
    "The previous exchange took place on May 6, when 205 people came home on each side.",
    "The last swap was on May 6 and involved 205 people from each side.",
  ])
  func `an exchange before has its own day and numbers`(text: String) throws {
    #expect(
      try events("Ukraine got back 84 captives in a swap with Russia on Friday. " + text) == [
        "exchange completed 2025-05-23 RUS>UKR:84",
        "exchange completed 2025-05-06 RUS>UKR:205 UKR>RUS:205",
      ])
  }

  @Test(arguments: [
    "Russia has handed over the bodies of 6,000 Ukrainian soldiers under the agreement of May 2.",
    "Russia has handed over the bodies of 6,000 Ukrainian soldiers under the May 2 accord.",
    "Under the deal reached on May 2, Russia has handed over the bodies of 6,000 Ukrainian soldiers.",
  ])
  func `the day of an agreement is not that of what is done under it`(text: String) throws {
    #expect(try events(text) == ["remains completed - RUS>UKR:6000"])
  }

  @Test(arguments: [
    "It was the 57th exchange of the war.", "Thursday's swap was the 57th.",
    "The exchange, the 57th of the war, took place at the border.",
  ])
  func `an exchange has a number in the war`(text: String) throws {
    #expect(
      try events("Ukraine and Russia exchanged 84 prisoners each on Thursday. " + text)
        == ["exchange completed 2025-05-22 RUS>UKR:84 UKR>RUS:84 +57"])
  }

  @Test(arguments: [
    "The sides swapped 390 prisoners each in the first phase on May 23, with the process set to continue until May 25.",
    "They swapped 390 each on Friday, May 23, 307 each on Saturday and 303 each on Sunday.",
  ])
  func `a whole lasts from its first stage to its last`(text: String) throws {
    let found = try events(
      "Russia and Ukraine have been swapping prisoners in stages under their 1,000-for-1,000 exchange. "
        + text,
      published: "2025-05-26")
    #expect(
      found.contains { $0.contains(" 2025-05-23/2025-05-25 RUS>UKR:1000 UKR>RUS:1000") }, "\(found)"
    )
  }

  @Test(arguments: [
    "Belarus freed 52 prisoners on Thursday after talks with the United States.",
    "On Thursday, after talks with the United States, Belarus freed 52 prisoners.",
    "Belarus freed 52 prisoners on Thursday following talks with the United States.",
  ])
  func `a day before what came first is the event's own`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-22 BLR>?:52"])
  }

  @Test(arguments: [
    "Russia handed over 30 Ukrainian soldiers captured at Mariupol on Friday.",
    "Russia freed 30 Ukrainians held in Donetsk on Friday.",
    "On Friday Ukraine received 30 soldiers captured at Mariupol in May 2022 from Russia.",
  ])
  func `the day of the news closes a sentence, also behind what came before`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 RUS>UKR:30"])
  }
}
