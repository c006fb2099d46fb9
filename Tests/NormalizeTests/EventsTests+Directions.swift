import Testing

/// Which way people go where a verb could be read both ways.
extension EventsTests {
  @Test(arguments: [
    "Ukraine freed 95 Ukrainian soldiers in a prisoner exchange on Friday.",
    "Ukraine released 95 Azovstal fighters in a prisoner exchange on Friday.",
    "Russia freed 95 Ukrainian soldiers in a prisoner exchange on Friday.",
  ])
  func `who frees its own people gets them`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:95"])
  }

  @Test(arguments: [
    "Ukraine freed 215 soldiers on Friday in exchange for the politician Viktor Medvedchuk and 55 Russian "
      + "prisoners.",
    "Ukraine freed 215 soldiers on Friday in exchange for 55 Russian prisoners.",
  ])
  func `who gives the others' people gets its own`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:215 UKR>RUS:55"])
  }

  @Test func `citizens of a state go home to it`() throws {
    let body = """
      Russia and Ukraine exchanged 146 prisoners each on Friday. Moreover, eight citizens of the Russian \
      Federation, residents of the Kursk region, illegally held by the Kiev regime, were returned.
      """
    let found = try events(body)
    #expect(found.count == 1)
    #expect(found.first?.contains("UKR>RUS:8") == true, "\(found)")
  }

  @Test func `a number before the verb's other word counts people`() throws {
    let body = """
      In an exchange of bodies Russia returned 1,212 bodies to Ukraine on Friday and got 27 back.
      """
    #expect(try events(body) == ["remains completed 2025-05-23 RUS>UKR:1212 UKR>RUS:27"])
  }

  @Test func `talks that led to an exchange do not have its day`() throws {
    let body = """
      Russia and Ukraine exchanged 157 prisoners each on Friday, following talks in Abu Dhabi.
      """
    #expect(
      try events(body) == [
        "exchange completed 2025-05-23 RUS>UKR:157 UKR>RUS:157", "talks completed - @Abu Dhabi",
      ])
  }
}
