import Testing

/// Lists whose entries begin with a day.
extension EventsTests {
  @Test func `an entry of a list has the day that it begins with`() throws {
    let body = """
      Here are some of the largest prisoner exchanges between Russia and Ukraine.

      * June 29, 2022: Ukraine secured the release of 144 of its soldiers.

      * Feb. 4, 2023: A total of 179 prisoners were exchanged. Russia received 63 soldiers and Ukraine 116.

      * April 19, 2025 – Ahead of Easter, 246 prisoners from each side were exchanged, as well as 31 wounded \
      Ukrainians and 15 wounded Russians.
      """
    #expect(
      try events(body) == [
        "exchange completed 2022-06-29 RUS>UKR:144",
        "exchange completed 2023-02-04 UKR>RUS:63 RUS>UKR:116",
        "exchange completed 2025-04-19 RUS>UKR:246 UKR>RUS:246 RUS>UKR:31 UKR>RUS:15",
      ])
  }

  @Test func `the table of a text that counts nobody but the dead is of them`() throws {
    let body = """
      Russia has handed Ukraine 1,000 bodies of soldiers each month, Kyiv says of its war with Moscow.

      Date\tTo Ukraine\tTo Russia

      14 February 2025\t757\t45
      """
    let told = try events(body)
    #expect(told.filter { $0.contains("757") }.count == 1)
    #expect(
      told.filter { $0.contains("757") }.allSatisfy { $0.hasPrefix("remains completed 2025-02-14") }
    )
  }

  @Test(arguments: [
    ("To Ukraine\tTo Russia", "RUS>UKR:230 UKR>RUS:248"),
    ("Freed by Russia\tFreed by Ukraine", "RUS>UKR:230 UKR>RUS:248"),
    ("From Russia\tFrom Ukraine", "RUS>UKR:230 UKR>RUS:248"),
    ("Released by Ukraine\tReleased by Russia", "UKR>RUS:230 RUS>UKR:248"),
  ])
  func `the heading of a column tells who gets or gives`(headings: String, told: String) throws {
    let body = """
      Russia and Ukraine have exchanged prisoners of war more than 60 times.

      Date\t\(headings)

      3 January 2024\t230\t248
      """
    #expect(try events(body) == ["exchange completed 2024-01-03 \(told)"])
  }

  @Test(arguments: [
    (
      ["June 29", "Sept. 14", "Dec. 30", "Feb. 4"],
      ["2023-06-29", "2023-09-14", "2023-12-30", "2024-02-04"]
    ),
    (
      ["Feb. 4", "Dec. 30", "Sept. 14", "June 29"],
      ["2024-02-04", "2023-12-30", "2023-09-14", "2023-06-29"]
    ),
    (["June 29", "Sept. 14"], ["2023-06-29", "2023-09-14"]),
  ])
  func `days of a list without a year keep its order`(days: [String], dates: [String]) throws {
    let entries = days.map { "\($0): Russia and Ukraine exchanged 100 prisoners each." }
    let found = try events(entries.joined(separator: "\n\n"), published: "2024-05-23")
    #expect(found == dates.map { "exchange completed \($0) RUS>UKR:100 UKR>RUS:100" })
  }

  @Test func `what went ahead is not to come because the swap is expected to be the largest`()
    throws
  {
    let body = """
      Russia and Ukraine each released 390 people on Friday in what is expected to be the biggest prisoner \
      swap of the war.
      """
    #expect(try events(body) == ["exchange completed 2025-05-23 RUS>UKR:390 UKR>RUS:390"])
  }
}
