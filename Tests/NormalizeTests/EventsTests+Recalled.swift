import Testing

/// What is told of another event than the one spoken of: by its day alone, by a pronoun, by its figures.
extension EventsTests {
  private static let swap =
    "Ukraine brought home 84 soldiers in an exchange with Russia on Friday. "

  @Test(arguments: [
    "The previous repatriation was held on May 6; Ukraine then received 205 servicemen.",
    "The earlier return took place on May 6. Kyiv then got back 205 servicemen.",
    "The last such operation was carried out on May 6. It saw 205 defenders return.",
    "The previous one took place on May 6, with 205 servicemen coming home.",
  ])
  func `a happening told by its day alone has the numbers behind it`(text: String) throws {
    #expect(
      try events(Self.swap + text) == [
        "exchange completed 2025-05-23 RUS>UKR:84", "exchange completed 2025-05-06 RUS>UKR:205",
      ])
  }

  @Test(arguments: [
    "The previous repatriation took place on April 18. Russia then returned 909 bodies.",
    "The previous return was carried out on April 18; Ukraine then received 909 bodies.",
    "The last repatriation was held on April 18, when 909 bodies came home.",
  ])
  func `a happening before has the number of the last one where it is the same`(text: String) throws
  {
    let body = "Ukraine received the bodies of 909 soldiers from Russia on Friday. "
    #expect(
      try events(body + text) == [
        "remains completed 2025-05-23 RUS>UKR:909", "remains completed 2025-04-18 RUS>UKR:909",
      ])
  }

  @Test(arguments: [
    "Similar events took place on March 28 and April 18.",
    "Such operations were carried out on March 28 and April 18.",
    "The previous two returns took place on March 28 and April 18.",
  ])
  func `several days tell several happenings`(text: String) throws {
    let body = "Ukraine received the bodies of 909 soldiers from Russia on Friday. "
    #expect(
      try events(body + text) == [
        "remains completed 2025-05-23 RUS>UKR:909", "remains completed 2025-03-28",
        "remains completed 2025-04-18",
      ])
  }

  @Test(arguments: [
    "Similar operations are carried out by surgeons.", "The concert took place on May 6.",
    "The return to the city was slow.", "The last one was a sergeant.",
  ])
  func `other happenings, and those without a day, recall none`(text: String) throws {
    #expect(try events(Self.swap + text) == ["exchange completed 2025-05-23 RUS>UKR:84"])
  }

  @Test(arguments: [
    (
      "Russia and Ukraine were to swap 300 prisoners on May 23. The plan was abandoned.",
      "suspended 2025-05-23"
    ),
    (
      "Russia and Ukraine agreed to exchange 300 prisoners. It was never carried out.",
      "suspended -"
    ),
    (
      "Russia and Ukraine agreed to exchange 300 prisoners. The deal fell apart on Thursday.",
      "suspended -"
    ),
    (
      "Russia and Ukraine were due to exchange 300 prisoners on May 30. The arrangement collapsed.",
      "suspended 2025-05-30"
    ),
    ("Kyiv proposed a swap of 300 prisoners with Moscow. It was turned down.", "rejected -"),
    ("Kyiv proposed a swap of 300 prisoners with Moscow. The plan was rejected.", "rejected -"),
  ])
  func `a pronoun or the plan stands for what did not come about`(
    text: String, expected: String
  ) throws {
    #expect(try events(text) == ["exchange \(expected) ?>?:300"])
  }

  @Test(arguments: [
    (
      "Russia and Ukraine exchanged 300 prisoners on Friday. It was called off.",
      "completed 2025-05-23"
    ),
    (
      "Russia and Ukraine are due to swap 300 prisoners on Monday. He put off his trip.",
      "planned 2025-05-26"
    ),
    (
      "Russia and Ukraine are due to swap 300 prisoners on Monday. The visit was called off.",
      "planned 2025-05-26"
    ),
    ("Russia and Ukraine agreed to exchange 300 prisoners. It was a long day.", "agreed -"),
  ])
  func `what is done, and what is said of others, changes no status`(
    text: String, expected: String
  ) throws {
    #expect(try events(text) == ["exchange \(expected) ?>?:300"])
  }

  @Test(arguments: [
    "The next day's figure was 307, and on May 24 it was 303.",
    "On May 23 the number was 307 and on May 24 it was 303.",
    "On May 23 the total was 307; on May 24 the count was 303.",
  ])
  func `the figure of a day goes the ways of the day before`(text: String) throws {
    #expect(
      try events("Russia and Ukraine exchanged 390 prisoners each on May 22. " + text)
        == [
          "exchange completed 2025-05-22 RUS>UKR:390 UKR>RUS:390",
          "exchange completed 2025-05-23 RUS>UKR:307 UKR>RUS:307",
          "exchange completed 2025-05-24 RUS>UKR:303 UKR>RUS:303",
        ])
  }

  @Test(arguments: [
    "On May 20 the figures were 1,200 and 24.", "The numbers were 1,200 and 24 on May 20.",
    "Four days later the totals were 1,200 and 24.",
  ])
  func `two figures of a day go one way each, as before`(text: String) throws {
    #expect(
      try events("Russia handed over 1,000 bodies to Ukraine on May 16 and received 31. " + text)
        == [
          "remains completed 2025-05-16 RUS>UKR:1000 UKR>RUS:31",
          "remains completed 2025-05-20 RUS>UKR:1200 UKR>RUS:24",
        ])
  }

  @Test(arguments: [
    "On May 23 the figure was 307 kilometres.", "The temperature was 30 on May 23.",
    "The figures were 307 and 24.", "The total was 307.",
  ])
  func `other figures, and those of no day, are none`(text: String) throws {
    #expect(
      try events("Russia and Ukraine exchanged 390 prisoners each on May 22. " + text)
        == ["exchange completed 2025-05-22 RUS>UKR:390 UKR>RUS:390"])
  }
}
