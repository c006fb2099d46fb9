import Testing

/// Participles that only describe what stands before them.
extension ClauseParserTests {
  @Test(arguments: [
    ("Under a deal brokered by Qatar, 50 captives were freed.", "main 50 captives > freed"),
    ("Under a truce mediated by Egypt, 30 soldiers came home.", "main 30 soldiers > came"),
    ("During a meeting held in Doha, the captives were flown home.", "main captives > flown"),
  ])
  func `a participle of the noun that opens a sentence is not its verb`(
    text: String, expected: String
  ) throws {
    #expect(try clauses(text).filter { $0.hasPrefix("main") } == [expected])
  }

  @Test(arguments: [
    ("Under the deal Qatar freed 50 captives.", ["main Qatar > freed"]),
    ("In Doha Qatar brokered a deal.", ["main Qatar > brokered"]),
  ])
  func `a verb with a subject of its own is`(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    ("Talks went on, with 200 captives being freed by either side.", "freed"),
    ("Talks went on, 200 captives being handed over by either side.", "handed over"),
    ("Talks went on with 200 captives being sent home.", "sent"),
  ])
  func `what is being done stands beside the verb`(text: String, verb: String) throws {
    #expect(try clauses(text) == ["main > went", "participle 200 captives > \(verb)"])
  }

  @Test func `what is being done now is the verb`() throws {
    #expect(
      try clauses("The 200 captives are being freed by either side.")
        == ["main The 200 captives > freed"])
  }
}
