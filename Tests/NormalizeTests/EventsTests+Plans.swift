import Testing

/// What was or is to come, and for how long.
extension EventsTests {
  @Test(arguments: [
    "Russia and Ukraine were to swap 300 prisoners on Wednesday, but Kyiv asked for more time.",
    "The 300 prisoners were to be exchanged by Russia and Ukraine on Wednesday.",
    "On Wednesday 300 prisoners were to be swapped by Russia and Ukraine.",
  ])
  func `a past plan is dated by the day nearest to the article`(text: String) throws {
    #expect(try events(text) == ["exchange planned 2025-05-21 ?>?:300"])
  }

  @Test(arguments: [
    "Russia and Ukraine are to swap 300 prisoners on Wednesday.",
    "The 300 prisoners will be exchanged by Russia and Ukraine on Wednesday.",
    "An exchange of 300 prisoners between Russia and Ukraine is planned for Wednesday.",
  ])
  func `a plan is dated by the day to come`(text: String) throws {
    #expect(try events(text) == ["exchange planned 2025-05-28 ?>?:300"])
  }

  @Test(arguments: [
    "Russia and Ukraine said a prisoner exchange would begin on Thursday.",
    "Russia and Ukraine will swap prisoners tomorrow.",
    "The next prisoner exchange between Russia and Ukraine is due on Thursday.",
  ])
  func `a weekday alone makes no plan`(text: String) throws {
    #expect(try events(text) == [])
  }

  @Test func `a day of the calendar, or a number, makes a plan`() throws {
    #expect(
      try events("Russia and Ukraine said a prisoner exchange would begin on May 29.")
        == ["exchange planned 2025-05-29 RUS>UKR:? UKR>RUS:?"])
    #expect(
      try events("Russia and Ukraine will swap 30 prisoners tomorrow.")
        == ["exchange planned 2025-05-25 ?>?:30"])
  }

  @Test(arguments: [
    (
      "Negotiators of Russia and Ukraine are due to meet in Istanbul on June 2 to discuss a prisoner "
        + "exchange.", ["talks planned 2025-06-02 @Istanbul"]
    ),
    (
      "Negotiators of Russia and Ukraine are due to meet in Istanbul next week to discuss a prisoner "
        + "exchange.", []
    ),
    (
      "Talks on prisoner exchanges between Russia and Ukraine in Istanbul broke down on April 14.",
      ["talks suspended 2025-04-14 @Istanbul"]
    ),
    ("Talks on prisoner exchanges between Russia and Ukraine in Istanbul broke down in April.", []),
  ])
  func `talks to come, and talks that failed, need a day`(text: String, expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(arguments: [
    (
      "Two days of talks on prisoner exchanges between Russia and Ukraine ended in Istanbul on "
        + "Thursday.", "2025-05-21/2025-05-22"
    ),
    (
      "Russia and Ukraine wrapped up two-day talks on a prisoner exchange in Istanbul on Thursday.",
      "2025-05-21/2025-05-22"
    ),
    (
      "Russian and Ukrainian negotiators opened two-day talks on prisoner swaps in Istanbul on "
        + "Tuesday.", "2025-05-20/2025-05-21"
    ),
    (
      "Three days of talks on a prisoner swap between Russia and Ukraine began in Istanbul on May 20.",
      "2025-05-20/2025-05-22"
    ),
    (
      "Talks on prisoner exchanges between Russia and Ukraine ended in Istanbul on Thursday.",
      "2025-05-22"
    ),
  ])
  func `talks of several days end or begin on the day told`(text: String, date: String) throws {
    #expect(try events(text) == ["talks completed \(date) @Istanbul"])
  }

  @Test(arguments: [
    "Russia and Ukraine swapped 390 prisoners each on Friday in the first part of a two-day operation "
      + "under which each side is to free 500.",
    "Russia and Ukraine freed 390 prisoners each on Friday, the first stage of a two-day swap of 500 "
      + "captives each.",
    "On Friday 390 prisoners from each side were exchanged by Russia and Ukraine in the first phase of "
      + "a two-day exchange of 500 captives each.",
  ])
  func `an exchange of two days lasts from its first one`(text: String) throws {
    #expect(
      try events(text) == [
        "exchange completed 2025-05-23 RUS>UKR:390 UKR>RUS:390",
        "exchange ongoing 2025-05-23/2025-05-24 RUS>UKR:500 UKR>RUS:500",
      ])
  }

  @Test func `a whole without its length lasts no days`() throws {
    let found = try events(
      "Russia and Ukraine freed 390 prisoners each on Friday, the first stage of a swap of 500 each."
    )
    #expect(found.first == "exchange completed 2025-05-23 RUS>UKR:390 UKR>RUS:390")
    #expect(!found.contains { $0.contains("/") }, "\(found)")
  }

  @Test(arguments: [
    (
      "Umerov said agreements had been reached with Russia to free 1,200 Ukrainian captives.",
      "release"
    ),
    ("A deal has been struck by Kyiv and Moscow to release 1,200 Ukrainian captives.", "release"),
    (
      "Umerov said the sides had agreed on swaps that are to bring back 1,200 Ukrainian captives.",
      "exchange"
    ),
    ("Kyiv and Moscow agreed on an exchange that will free 1,200 Ukrainian captives.", "exchange"),
  ])
  func `what agreements were reached on is agreed`(text: String, kind: String) throws {
    #expect(try events(text) == ["\(kind) agreed - RUS>UKR:1200"])
  }

  @Test(arguments: [
    ("Umerov said steps had been taken with Russia to free 1,200 Ukrainian captives.", "release"),
    ("Umerov spoke of swaps that are to bring back 1,200 Ukrainian captives.", "exchange"),
  ])
  func `what nobody agreed on is planned`(text: String, kind: String) throws {
    #expect(try events(text) == ["\(kind) planned - RUS>UKR:1200"])
  }

  @Test(arguments: [
    "Russia freed 30 Ukrainian captives on Friday, with 300 more to come home on May 30.",
    "Ukraine received 30 captives from Russia on Friday, with another 300 to be freed on May 30.",
    "On Friday 30 captive Ukrainians were released by Russia, with 300 more to walk free on May 30.",
  ])
  func `people with whom a sentence ends are yet to come`(text: String) throws {
    #expect(
      try events(text) == [
        "release completed 2025-05-23 RUS>UKR:30", "release planned 2025-05-30 RUS>UKR:300",
      ])
  }

  @Test func `one of those to walk free came home`() throws {
    #expect(
      try events("Ukraine welcomed Olena, one of 303 Ukrainian captives to walk free on Friday.")
        == ["release completed 2025-05-23 RUS>UKR:303"])
  }
}
