import Testing

@testable import Normalize

/// How wire services tell an exchange: several days in one sentence, both sides' numbers, what was due and went ahead.
extension EventsTests {
  @Test func `days that a noun goes on with are exchanges of their own`() throws {
    let body = """
      Russia and Ukraine freed captives again. Each side exchanged 60 soldiers on Friday, following the \
      release of 40 on each side on Wednesday and 20 on Tuesday.
      """
    #expect(
      try events(body).suffix(3) == [
        "exchange completed 2025-05-23 RUS>UKR:60 UKR>RUS:60",
        "exchange completed 2025-05-21 RUS>UKR:40 UKR>RUS:40",
        "exchange completed 2025-05-20 RUS>UKR:20 UKR>RUS:20",
      ])
  }

  @Test(arguments: [
    "Nearly 200 captives were exchanged by Russia and Ukraine on Friday. Moscow said 94 Russian soldiers had been "
      + "freed, and Kyiv that 95 Ukrainians had come home.",
    "Nearly 200 Russian and Ukrainian soldiers came home in a swap on Friday. Russia said 94 of its men were back. "
      + "Yermak announced that 95 Ukrainians had returned.",
    "Russia and Ukraine traded prisoners on Friday, with 94 Russians and 95 Ukrainians freed.",
  ])
  func `what each side counts takes the place of a rough sum`(text: String) throws {
    let found = try events(text)
    #expect(found.count == 1)
    #expect(
      found.first?.contains("RUS>UKR:95") == true && found.first?.contains("UKR>RUS:94") == true,
      "\(found)")
  }

  @Test(arguments: [
    "Russia and Ukraine swapped 60 captives each on Friday, a day after each let a total of 40 go.",
    "Russia and Ukraine swapped 60 captives each on Friday, a day after 40 were let go by each side.",
  ])
  func `a sum of a day is no count over time`(text: String) throws {
    #expect(
      Set(try events(text)) == [
        "exchange completed 2025-05-23 RUS>UKR:60 UKR>RUS:60",
        "exchange completed 2025-05-22 RUS>UKR:40 UKR>RUS:40",
      ])
  }

  @Test func `since then is from the day told before`() throws {
    let body = """
      Kyiv and Moscow swapped 30 prisoners each on May 20. Since then 12 Ukrainians have been freed.
      """
    #expect(try events(body).last == "tally - 2025-05-20/.. RUS>UKR:12")
  }

  @Test func `what was due went ahead`() throws {
    let body = """
      A 175-for-175 exchange of Russian and Ukrainian prisoners was to be held on Friday, the Kremlin had said. \
      The swap went ahead on Friday.
      """
    #expect(try events(body) == ["exchange completed 2025-05-23 RUS>UKR:175 UKR>RUS:175"])
  }

  @Test func `two swaps of one sentence are two events`() throws {
    let body = """
      Viktor Medvedchuk was handed over for 200 Ukrainians in a swap with Russia, while 55 Russian soldiers were \
      traded for five commanders.
      """
    #expect(
      try events(body) == [
        "exchange completed - UKR>RUS:? RUS>UKR:200", "exchange completed - UKR>RUS:55 RUS>UKR:5",
      ])
  }

  @Test(arguments: [
    "On Friday 140 Ukrainians - sailors, medics and two civilians seized in Mariupol - came home in a swap with "
      + "Russia, which got back 120 prisoners.",
    "On Friday 140 Ukrainians, among them two civilians, came home in a swap with Russia, which received 120 "
      + "prisoners.",
  ])
  func `a relative clause tells the other way`(text: String) throws {
    #expect(
      try events(text) == ["exchange completed 2025-05-23 RUS>UKR:140 UKR>RUS:120 (civilian 2)"])
  }

  @Test(arguments: [
    "Ten hostages were freed by Hamas on Friday. Israel let 30 Palestinian prisoners go.",
    "Ten hostages were freed by Hamas on Friday. In return 30 Palestinian prisoners left Israeli jails.",
  ])
  func `people freed by each of two sides were exchanged`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 hamas>ISR:10 ISR>PSE:30"])
  }

  @Test func `members act for their group`() throws {
    #expect(
      try events("FARC guerrillas freed three hostages in Colombia on Friday.")
        == ["release completed 2025-05-23 farc>COL:3"])
  }

  @Test func `who lands abroad was freed already`() throws {
    let body = """
      Iran freed five Americans in a swap with the United States for five Iranians. The five Americans landed in \
      Qatar on Friday.
      """
    #expect(try events(body) == ["exchange completed 2025-05-23 IRN>USA:5 USA>IRN:5"])
  }

  @Test func `bodies are those of whom they carry`() throws {
    #expect(
      try events(
        "Four coffins with the remains of dead hostages were handed over by Hamas on Thursday.")
        == ["remains completed 2025-05-22 hamas>ISR:4"])
  }

  @Test func `nine of those freed go elsewhere`() throws {
    let body = """
      Belarus released 123 prisoners on Saturday. Nine others, including a Nobel laureate, were taken to Lithuania.
      """
    #expect(try events(body) == ["release completed 2025-05-24 BLR>?:123 (people 9>LTU)"])
  }

  @Test func `an exchange of each side's people goes both ways`() throws {
    let body = """
      The Emirates announced the exchange of 84 captives from the Ukrainian side and 84 captives from the Russian \
      side on Friday, bringing the total number of those returned to 4,349.
      """
    let found = try events(body)
    #expect(found.first?.contains("RUS>UKR:84 UKR>RUS:84") == true, "\(found)")
  }

  @Test func `an answer without numbers goes the other way`() throws {
    let body = """
      On May 23 a group of Russian servicemen was returned from territory controlled by Kyiv. In exchange, a group \
      of prisoners of war was handed over.
      """
    #expect(try events(body) == ["exchange completed 2025-05-23 UKR>RUS:? RUS>UKR:?"])
  }

  @Test func `a part of a deal is not all of it`() throws {
    let body = """
      Russia and Ukraine exchanged another group of captives on Friday. The swap was part of an agreement for the \
      exchange of at least 1,000 soldiers from each side.
      """
    #expect(
      try events(body).last == "exchange ongoing - RUS>UKR:1000 at_least UKR>RUS:1000 at_least")
  }

  @Test func `who comes in a plane arrives, and who surrendered was not let go`() throws {
    #expect(
      try events(
        "Armenia and Azerbaijan swapped captives. A plane with 44 Armenians landed on Friday."
      )
      .contains { $0.contains("AZE>ARM:44") })
    #expect(try events("Some 2,439 fighters surrendered to Russia at the plant in Ukraine.") == [])
  }
}
