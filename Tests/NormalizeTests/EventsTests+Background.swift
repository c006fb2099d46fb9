import Testing

/// What is told beside the event that an article is about: earlier events, parts, sums and counts over time.
extension EventsTests {
  @Test func `an event told only to date another takes nothing from it`() throws {
    let body = """
      Russia and Ukraine carried out a new exchange of prisoners. A total of 230 Ukrainians came home \
      on Friday. It was the 49th exchange of the war and the first since August 7, when 22 Ukrainian \
      soldiers were released. Seven of the Ukrainians had fought on Snake Island.
      """
    #expect(
      try events(body) == [
        "exchange completed 2025-05-23 RUS>UKR:230 UKR>RUS:? (military 7) +49",
        "exchange completed 2024-08-07 RUS>UKR:22",
      ])
  }

  @Test(arguments: [
    "The Emirates announced the success of its mediation in an exchange of 205 Ukrainian captives and "
      + "205 Russian captives on Friday, a total of 410.",
    "The Emirates said its mediation had led to an exchange of 205 Ukrainian captives and 205 Russian "
      + "captives on Friday, a total of 410.",
  ])
  func `a sum told behind its two sides is no count over time`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:205 UKR>RUS:205 ~ARE"])
  }

  @Test(arguments: [
    "On Friday 189 Ukrainian soldiers came back from captivity, among whom were two officers.",
    "On Friday 189 Ukrainian soldiers came back from captivity. Among them were two officers.",
    "On Friday 189 Ukrainian soldiers came back from captivity. Two officers among them had been listed "
      + "as missing.",
  ])
  func `people among those freed are a part of them`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 RUS>UKR:189 (military 2)"])
  }

  @Test(arguments: [
    "Moscow said that in an exchange of bodies it had given Kyiv the remains of 1,000 soldiers on Friday "
      + "and got 19 of its own dead back.",
    "Russia handed over 1,000 bodies of soldiers to Ukraine on Friday and received 19 of its own.",
  ])
  func `what a side gets of its own are its people`(text: String) throws {
    #expect(try events(text) == ["remains completed 2025-05-23 RUS>UKR:1000 UKR>RUS:19"])
  }

  @Test func `people told behind an apposition have their own verb`() throws {
    let body = """
      On Friday 146 Ukrainian soldiers were exchanged for 146 Russians, and eight civilians, all of them \
      residents of the Kursk region, were also handed over to Russia.
      """
    #expect(
      try events(body) == ["exchange completed 2025-05-23 RUS>UKR:146 UKR>RUS:146 UKR>RUS:8"])
  }

  @Test func `those returning are what the sentence says they are`() throws {
    let body = """
      Russia and Ukraine exchanged 150 prisoners each on Friday. Two of those returning to Ukraine are \
      civilians.
      """
    #expect(
      try events(body) == ["exchange completed 2025-05-23 RUS>UKR:150 UKR>RUS:150 (civilian 2)"])
  }

  @Test(arguments: [
    "Ukraine and Russia swapped prisoners in 2024. During the year, Ukraine received 3,767 bodies.",
    "Ten exchanges of bodies went ahead in 2024, as a result of which 3,767 bodies came home to Ukraine.",
  ])
  func `a count over a year that was told is a tally`(text: String) throws {
    #expect(try events(text) == ["tally - 2024 RUS>UKR:3767"])
  }

  @Test func `the period that a sentence begins with is that of all it tells`() throws {
    let body = """
      Since the beginning of the year, ten exchanges of prisoners have taken place, and 2,080 Ukrainians \
      have returned.
      """
    #expect(try events(body) == ["tally - 2025 RUS>UKR:2080"])
  }

  @Test func `the day of the talks is not that of the swap they led to`() throws {
    let body = """
      Ukraine and Russia exchanged 175 prisoners each. Kyiv thanked those who helped. The swap was \
      negotiated by Ukraine and Russia on May 22.
      """
    let found = try events(body)
    #expect(found.first == "exchange completed - RUS>UKR:175 UKR>RUS:175")
    #expect(found.contains("talks completed 2025-05-22"), "\(found)")
  }
}
