import Testing

/// Entries of lists, which have no verb.
extension EventsTests {
  private static let again = "Russia and Ukraine swapped prisoners again.\n\n"

  @Test(arguments: [
    (
      "April 16: 50 for 50.\n\nApril 25: 44 for 46.", "RUS>UKR:50 UKR>RUS:50",
      "RUS>UKR:44 UKR>RUS:46"
    ),
    ("16 April – 130\n\n25 April – 44", "RUS>UKR:130", "RUS>UKR:44"),
    (
      "April 16: 175 prisoners of war from each side.\n\nApril 25: 246 people",
      "RUS>UKR:175 UKR>RUS:175", "RUS>UKR:246"
    ),
    (
      "April 16. Seventy-five people, including four civilians.\n\nApril 25. One hundred for 101.",
      "RUS>UKR:75 (civilian 4)", "RUS>UKR:100 UKR>RUS:101"
    ),
    (
      "April 16\n\nSeventy-five people.\n\nApril 25\n\nForty-four people, among them two women.",
      "RUS>UKR:75", "RUS>UKR:44 (people 2)"
    ),
  ])
  func `a day and its numbers are an exchange`(
    entries: String, first: String, second: String
  ) throws {
    #expect(
      try events(Self.again + entries) == [
        "exchange completed 2025-04-16 \(first)", "exchange completed 2025-04-25 \(second)",
      ])
  }

  @Test(arguments: [
    "April 16: 130 drones\n\nApril 25: 44 km", "April 16: page 175 of the report",
    "Seventy-five people, including four civilians.", "April 16 was cold, and 130 waited.",
  ])
  func `numbers of other things, and those of no day, are no exchange`(entries: String) throws {
    let found = try events(Self.again + entries)
    #expect(!found.contains { $0.contains("2025-04") || $0.contains(":75") }, "\(found)")
  }

  @Test(arguments: [
    ("National Guard: 28.", "(military 28)"),
    (
      "National Guard – 28\n\nBorder Guard Service – 15\n\nNavy – 20",
      "(military 28) (military 15) (military 20)"
    ),
    ("Armed Forces: 65; National Guard: 28.", "(military 65) (military 28)"),
  ])
  func `a service and its number are a part`(entries: String, parts: String) throws {
    #expect(
      try events("Ukraine brought home 100 captives from Russia on Friday.\n\n" + entries)
        == ["release completed 2025-05-23 RUS>UKR:100 \(parts)"])
  }

  @Test(arguments: [
    ("Donetsk – 320;", "(remains 320)"), ("Zaporizhzhia: 58", "(remains 58)"),
    ("Donetsk – 320; Zaporizhzhia – 58; Luhansk – 24.", "(remains 320) (remains 58) (remains 24)"),
  ])
  func `a place and its number are a part`(entries: String, parts: String) throws {
    #expect(
      try events("Russia handed over 1,000 bodies to Ukraine on Friday.\n\n" + entries)
        == ["remains completed 2025-05-23 RUS>UKR:1000 \(parts)"])
  }

  @Test(arguments: ["Donetsk – 32 kilometres.", "Phone: 28.", "Relatives of the freed: 28 cars."])
  func `other labels and other things tell no part`(entries: String) throws {
    #expect(
      try events("Ukraine brought home 100 captives from Russia on Friday.\n\n" + entries)
        == ["release completed 2025-05-23 RUS>UKR:100"])
  }

  @Test(arguments: [
    "April 3. Ukraine got back 95 captives from Russia.\n\nApril 22. Russia released 84 captives.",
    "April 3\n\nRussia handed over 95 captives to Ukraine.\n\nApril 22\n\nUkraine received 84 captives.",
    "April 3. From Russia 95 captives came home.\n\nApril 22. The return of 84 captives from Russia.",
  ])
  func `what is told under a day has it`(text: String) throws {
    #expect(
      try events(text) == [
        "release completed 2025-04-03 RUS>UKR:95", "release completed 2025-04-22 RUS>UKR:84",
      ])
  }

  @Test func `what has its own day under another keeps it, and one day alone heads nothing`() throws
  {
    #expect(
      try events(
        "April 3. Ukraine got back 95 captives from Russia on March 28.\n\n"
          + "April 22. Russia released 84 Ukrainian captives. Two days later, 12 captives came home."
      ) == [
        "release completed 2025-03-28 RUS>UKR:95", "release completed 2025-04-22 RUS>UKR:84",
        "release completed 2025-04-24 RUS>UKR:12",
      ])
    #expect(
      try events("April 3. Ukraine got back 95 captives from Russia.")
        == ["release completed - RUS>UKR:95"])
  }

  @Test(arguments: [
    ("Mediator", "United Arab Emirates", " ~ARE"),
    ("Mediators", "Turkey, Saudi Arabia", " ~SAU,TUR"),
    ("Go-between", "Vatican", " ~VAT"), ("Mediation", "Qatar", " ~QAT"),
    ("Guests", "United Arab Emirates", ""), ("Flights to", "Turkey", ""),
  ])
  func `a column of a table can name who mediated`(heading: String, cell: String, told: String)
    throws
  {
    let body = """
      Russia and Ukraine have exchanged prisoners of war.

      Date\tTo Ukraine\tTo Russia\t\(heading)

      3 January 2024\t230\t248\t\(cell)
      """
    #expect(try events(body) == ["exchange completed 2024-01-03 RUS>UKR:230 UKR>RUS:248\(told)"])
  }
}
