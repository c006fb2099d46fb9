import Testing

/// What is too old, or counts too many, to be what the article is about.
extension EventsTests {
  private static let news = """
    Eighty-four Ukrainian soldiers came home in an exchange with Russia. Families met the buses.

    Volunteers came with flowers and food, and relatives held up photographs of the missing.


    """

  @Test(arguments: [
    ("The exchange took place on April 19.", "2025-04-19 RUS>UKR:? UKR>RUS:?"),
    ("The latest exchange took place on May 6.", "2025-05-06 RUS>UKR:? UKR>RUS:?"),
    (
      "The latest swap took place on April 19 and involved 246 people from each side.",
      "2025-04-19 RUS>UKR:246 UKR>RUS:246"
    ),
  ])
  func `an exchange weeks before the article is none of its news`(
    text: String, background: String
  ) throws {
    #expect(
      try events(Self.news + text) == [
        "exchange completed - RUS>UKR:84", "exchange completed \(background)",
      ])
  }

  @Test(arguments: [
    "The exchange took place on May 23.", "The swap was carried out on Friday.",
    "The exchange was held on 23 May.",
  ])
  func `an exchange days before the article is its news`(text: String) throws {
    #expect(try events(Self.news + text) == ["exchange completed 2025-05-23 RUS>UKR:84"])
  }

  @Test(arguments: [
    "In all, 2,583 captives have been exchanged.",
    "Some say 2,583 captives have been exchanged under the Emirates' auspices.",
    "The two sides have exchanged 2,583 captives.",
  ])
  func `far more than any swap were exchanged up to now`(text: String) throws {
    let found = try events("Russia and Ukraine swapped 150 captives each. " + text)
    #expect(found.first == "exchange completed - RUS>UKR:150 UKR>RUS:150")
    #expect(found.last?.hasPrefix("tally - ") == true, "\(found)")
    #expect(found.last?.contains(" ?>?:2583") == true, "\(found)")
  }

  @Test(arguments: [
    "Moscow has turned over 7,000 bodies.", "Kyiv has received 7,000 bodies under the agreement.",
    "The remains of 7,000 soldiers have been given back to Ukraine.",
  ])
  func `far more bodies than were handed over were so up to now`(text: String) throws {
    #expect(
      try events("Russia handed over 900 bodies to Ukraine on Friday. " + text)
        == ["remains completed 2025-05-23 RUS>UKR:900", "tally - - RUS>UKR:7000"])
  }

  @Test func `those of a day, and not many more than were told, are no count up to now`() throws {
    let swap = "Russia and Ukraine swapped 150 captives each on Friday. "
    let event = "exchange completed 2025-05-23 RUS>UKR:150 UKR>RUS:150"
    #expect(
      try events(swap + "Ukraine freed 1,900 Russian captives on May 20.")
        == [event, "exchange completed 2025-05-20 UKR>RUS:1900"])
    #expect(try events(swap + "Russia has freed 160 captives.") == [event])
  }

  @Test(arguments: [
    "A total of 82 captives were brought home from Russia, the ministry told reporters on Friday.",
    "A total of 82 captives had been freed by Russia, Kyiv said on Friday.",
    "On Friday Ukraine received a total of 82 captives from Russia.",
  ])
  func `a total with a day is an event`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 RUS>UKR:82"])
  }

  @Test(arguments: [
    "A total of 82 captives were brought home from Russia in April.",
    "Russia has already freed 82 Ukrainian captives in April.",
    "Ukraine has already returned 82 captives from Russia in April.",
  ])
  func `a total with a month is an event`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-04 RUS>UKR:82"])
  }

  @Test(arguments: [
    "Ukraine has received a total of 4,082 captives from Russia.",
    "A total of 4,082 Ukrainians have been freed from Russian captivity.",
    "Ukraine has already brought home 4,082 captives from Russia.",
  ])
  func `a total without a day is a tally`(text: String) throws {
    #expect(try events(text) == ["tally - - RUS>UKR:4082"])
  }

  @Test func `so many bodies as a month told are of several handovers`() throws {
    #expect(
      try events("In the course of April Russia turned over a total of 6,060 bodies to Ukraine.")
        .first?.hasPrefix("tally - ") == true)
    #expect(
      try events("In April Russia turned over a total of 606 bodies to Ukraine.")
        == ["remains completed 2025-04 RUS>UKR:606"])
  }

  @Test(arguments: [
    "Russia and Ukraine freed 390 captives each, the most since the invasion began.",
    "Russia and Ukraine swapped 390 captives each, the biggest since the full-scale invasion began.",
    "Russia and Ukraine released 390 captives each, the highest since the war began.",
  ])
  func `how rare so many are makes no count over time`(text: String) throws {
    #expect(try events(text) == ["exchange completed - RUS>UKR:390 UKR>RUS:390"])
  }

  @Test func `those that came since then are a count over time`() throws {
    #expect(
      try events("Ukraine has got back 5,390 captives from Russia since the invasion began.")
        == ["tally - 2022-02-24/.. RUS>UKR:5390"])
  }
}
