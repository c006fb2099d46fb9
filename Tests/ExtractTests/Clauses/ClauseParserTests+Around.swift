import Testing

/// Where a clause ends and the one around it goes on.
extension ClauseParserTests {
  @Test(arguments: [
    (
      "Kyiv, Zelensky said, had received 30 soldiers from Russia.",
      ["main Kyiv > received", "main Zelensky > said"]
    ),
    (
      "The captives, officials said on Friday, were freed by Russia.",
      ["main captives > freed", "main officials > said"]
    ),
    (
      "On Friday, Zelensky said, Russia freed 30 soldiers.",
      ["main Zelensky > said", "complement Russia > freed"]
    ),
  ])
  func `who says it can stand between subject and verb`(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "The captives - they had been seized in 2022 - were freed by Russia on Friday.",
      ["main captives > freed", "main > seized"]
    ),
    (
      "The 30 soldiers (they were captured in Mariupol) came home on Friday.",
      ["main The 30 soldiers > came", "main > captured"]
    ),
    (
      "Russia freed 30 soldiers – they had been captured in Kursk – in an exchange on Friday.",
      ["main Russia > freed", "main > captured"]
    ),
    (
      "Russia freed 30 soldiers - Ukraine released 25 - and the Red Cross welcomed it.",
      ["main Russia > freed", "main Ukraine > released", "main the Red Cross > welcomed"]
    ),
  ])
  func `a clause goes on behind another between dashes or brackets`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "The men, who were seized in Mariupol, and whose families protested, were freed on Friday.",
      ["main men > freed", "relative men > seized", "relative > protested"]
    ),
    (
      "The captives whom Russia released on Friday were flown to Kyiv.",
      ["main captives > flown", "relative Russia > released"]
    ),
    (
      "The soldiers whose comrades died in Mariupol were freed on Friday.",
      ["main soldiers > freed", "relative soldiers > died"]
    ),
    (
      "Russia freed 30 soldiers, some of whom had been held in Olenivka.",
      ["main Russia > freed", "relative > held"]
    ),
    (
      "The 30 soldiers, all of whom were captured in Mariupol, came home on Friday.",
      ["main The 30 soldiers > came", "relative > captured"]
    ),
  ])
  func `a relative clause has the first verb and the clause around it the second`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "Captured in Mariupol, the soldiers spent two years in Russian prisons.",
      ["main soldiers > spent", "participle soldiers > Captured"]
    ),
    (
      "Freed by Russia on Friday, the captives were flown to Kyiv.",
      ["main captives > flown", "participle captives > Freed"]
    ),
    (
      "The captives exchanged on Friday are in good health.",
      ["main captives > are", "participle captives > exchanged"]
    ),
    (
      "An exchange planned for Friday was called off.",
      ["main > called off", "participle > planned"]
    ),
    (
      "A Russian proposal to exchange 500 prisoners was rejected.",
      ["main > rejected", "infinitive > exchange"]
    ),
  ])
  func `participles and infinitives leave the clause around them its verb`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    ("After the swap Kyiv received 30 bodies.", ["main Kyiv > received"]),
    ("After the exchange the soldiers were taken to Chernihiv.", ["main soldiers > taken"]),
    ("After the ceremony the captives were flown to Kyiv.", ["main captives > flown"]),
    (
      "After the talks in Istanbul Russia handed over 1,200 bodies.", ["main Russia > handed over"]
    ),
  ])
  func `a second noun right behind the first is no subject of an after-clause`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "Of the 300 captives freed on Friday, 40 were civilians.",
      ["main 40 > were", "participle the 300 captives > freed"]
    ),
    (
      "Of the 95 soldiers Russia freed on Friday, 40 were wounded.",
      ["main 40 > were", "relative Russia > freed"]
    ),
    (
      "On Friday 30 captives returned from Russia, and 40 were freed in Belarus.",
      ["main 30 captives > returned", "main 40 > freed"]
    ),
    ("Of the 95, 40 were freed on Friday.", ["main 40 > freed"]),
  ])
  func `people behind the preposition that a clause begins with are no subject`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "An exchange due to take place on Friday was put off.",
      ["main > put off", "participle > take"]
    ),
    (
      "The exchange that began on Friday continues.", ["main > continues", "relative > began"]
    ),
    (
      "Kyiv denied reports that 500 prisoners had been exchanged.",
      ["main Kyiv > denied", "relative 500 prisoners > exchanged"]
    ),
    ("Kyiv cancelled Friday's planned exchange.", ["main Kyiv > cancelled"]),
  ])
  func `what is due, goes on or is reported leaves the main clause its verb`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }
}
