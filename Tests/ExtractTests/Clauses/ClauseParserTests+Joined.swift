import Testing

/// What "and" joins.
extension ClauseParserTests {
  @Test(arguments: [
    (
      "The soldiers freed by Russia and the officers freed by Kyiv came home.",
      [
        "main soldiers + officers > came", "participle soldiers > freed",
        "participle officers > freed",
      ]
    ),
    (
      "The captives exchanged on Friday and the civilians released on Saturday are well.",
      [
        "main captives + civilians > are", "participle captives > exchanged",
        "participle civilians > released",
      ]
    ),
    (
      "The 30 soldiers who were wounded and 20 medics were freed on Friday.",
      ["main The 30 soldiers + 20 medics > freed", "relative The 30 soldiers > were"]
    ),
    (
      "Hamas freed 13 hostages who were seized on Oct. 7 and five Thai nationals.",
      ["main Hamas > freed", "relative 13 hostages > seized"]
    ),
    (
      "Russia freed 30 soldiers who had been wounded and 20 civilians were handed over too.",
      ["main Russia > freed", "relative 30 soldiers > been", "main 20 civilians > handed over"]
    ),
  ])
  func `people are joined to the noun of a clause that has none of its own`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "The captives were freed on Friday and taken to Chernihiv.",
      ["main captives > freed", "main captives > taken"]
    ),
    (
      "The prisoners will be exchanged on Friday and flown to Kyiv.",
      ["main prisoners > exchanged", "main prisoners > flown"]
    ),
    (
      "Ukraine has freed 30 soldiers and given Russia 20 bodies.",
      ["main Ukraine > freed", "main Ukraine > given"]
    ),
  ])
  func `an auxiliary holds for a second participle`(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "Zelensky said Russia had freed 30 soldiers and that 20 more would follow.",
      ["main Zelensky > said", "complement Russia > freed", "complement 20 more > follow"]
    ),
    (
      "Kyiv announced that 30 soldiers were free and that Russia had received 25 bodies.",
      ["main Kyiv > announced", "complement 30 soldiers > free", "complement Russia > received"]
    ),
    (
      "Zelensky said Russia had freed 30 soldiers who were wounded and that had been held in Olenivka.",
      [
        "main Zelensky > said", "complement Russia > freed", "relative 30 soldiers > were",
        "relative 30 soldiers > held",
      ]
    ),
  ])
  func `a second that with a subject is a second complement`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }
}
