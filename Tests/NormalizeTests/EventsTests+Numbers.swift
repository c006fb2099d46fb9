import Records
import Testing

/// Numbers that take something from another: its way, its category, its exactness.
extension EventsTests {
  private static let friday = "exchange completed 2025-05-23 "

  @Test(arguments: [
    "A matching number of Russians were released.",
    "Kyiv freed an equivalent number of Russian prisoners.",
    "Just as many Russians went the other way.",
    "An identical number of Russians walked in the opposite direction.",
    "The handover of a like number of Russians followed.",
  ])
  func `an equal number in another sentence goes the other way`(text: String) throws {
    #expect(
      try events("Ukraine got back 84 soldiers in a swap on Friday. " + text)
        == [Self.friday + "RUS>UKR:84 UKR>RUS:84"])
  }

  @Test(arguments: [
    "A matching number of drones were shot down.", "As many Russians were killed that day.",
    "A number of Russians were released.",
  ])
  func `an equal number of other things goes nowhere`(text: String) throws {
    #expect(
      try !events("Ukraine got back 84 soldiers in a swap on Friday. " + text)
        .contains { $0.contains("UKR>RUS:84") })
  }

  @Test(arguments: [
    "More than a hundred captives were traded for the same number of Russians.",
    "Over 100 prisoners were swapped for an equal number of Russians.",
    "About 100 Ukrainians were exchanged for as many Russians.",
  ])
  func `as many as are known exactly went back`(text: String) throws {
    #expect(
      try events("Ukraine brought home 103 captives in a swap on Friday. " + text)
        == [Self.friday + "RUS>UKR:103 UKR>RUS:103"])
  }

  @Test func `a rounded number of its own stays rounded`() throws {
    #expect(
      try events(
        "Ukraine brought home 103 captives in a swap on Friday. Russia got more than 100 captives back."
      ) == [Self.friday + "RUS>UKR:103 UKR>RUS:100 at_least"])
    #expect(
      try events(
        "Ukraine brought home more than 100 captives on Friday for the same number of Russians.")
        == [Self.friday + "RUS>UKR:100 at_least UKR>RUS:100 at_least"])
  }

  @Test(arguments: [
    "It included 205 Ukrainians and 205 Russians.",
    "Those freed included 205 Ukrainians and 205 Russians.",
    "Among those freed were 205 Ukrainians and 205 Russians.",
  ])
  func `parts of a swap that are of its two sides are its ways`(text: String) throws {
    #expect(
      try events("Russia and Ukraine carried out a prisoner exchange on Friday. " + text)
        == [Self.friday + "RUS>UKR:205 UKR>RUS:205"])
  }

  @Test(arguments: [
    ("It included 205 Ukrainians and 20 civilians.", "(people 205) (civilian 20)"),
    ("It included 20 soldiers and 20 civilians.", "(military 20) (civilian 20)"),
  ])
  func `other parts of a swap are parts`(text: String, parts: String) throws {
    #expect(
      try events("Russia and Ukraine carried out a prisoner exchange on Friday. " + text)
        == [Self.friday + "RUS>UKR:? UKR>RUS:? \(parts)"])
  }

  @Test(arguments: [
    "Ukraine received 246 servicemen and 31 wounded soldiers.",
    "Russia returned 246 servicemen and 31 wounded troops, Kyiv said.",
    "The return of 246 servicemen and 31 wounded soldiers to Ukraine was announced.",
  ])
  func `wounded go beside those of their way who are told again`(text: String) throws {
    #expect(
      try events("Russia and Ukraine swapped 246 servicemen each on Friday. " + text)
        == [Self.friday + "RUS>UKR:246 UKR>RUS:246 RUS>UKR:31"])
  }

  @Test func `wounded beside another number are no addition to the first`() throws {
    #expect(
      try !events(
        "Russia and Ukraine swapped 246 servicemen each on Friday. Ukraine received 200 servicemen and "
          + "31 wounded soldiers."
      ).contains { $0.contains(":246") && $0.contains(":31") })
  }

  @Test(arguments: [
    (
      "Kyiv handed 64 residents of Kursk over to Russia.",
      "Eight more are to be brought home on May 30.", "release"
    ),
    (
      "Kyiv handed 64 residents of Kursk over to Russia.",
      "A further eight are due to return on May 30.", "release"
    ),
    (
      "Kyiv returned 64 bodies of Russian soldiers.", "Another eight will be returned on May 30.",
      "remains"
    ),
    (
      "The bodies of 64 Russian soldiers were handed over to Russia.",
      "The return of eight more is planned for May 30.", "remains"
    ),
  ])
  func `more of those told before go their way`(text: String, more: String, kind: String) throws {
    #expect(
      try events("Ukraine brought 12 captives home from Russia on May 6. On Friday \(text) \(more)")
        == [
          "release completed 2025-05-06 RUS>UKR:12", "\(kind) completed 2025-05-23 UKR>RUS:64",
          "\(kind) planned 2025-05-30 UKR>RUS:8",
        ])
  }

  @Test func `more of those held are held by the same`() throws {
    #expect(
      try events("Ukraine holds 1,348 Russian captives. Another 20 are held in hospitals.")
        == ["held - - UKR>RUS:1348", "held - - UKR>RUS:20"])
  }

  @Test func `a number with people of its own takes nothing`() throws {
    let found = try read(
      "Ukraine handed over the bodies of 19 Russian soldiers on Friday. Another 30 Ukrainian captives "
        + "are to be brought home on May 30.")
    #expect(found.last?.transfers.map(\.to) == ["UKR"])
    #expect(found.last?.transfers.map(\.category) == [.people])
  }

  @Test(arguments: [
    "Russia and Ukraine hold captives. In May, 6,465 Ukrainians were being held in Russia, against 1,348 Russians in Ukraine.",
    "In May, 6,465 Ukrainian prisoners were being held in Russia, against 1,348 Russians by Ukraine.",
    "In May, Russia was holding 6,465 Ukrainian captives, against 1,348 Russians in Ukraine.",
  ])
  func `whom the other side holds is told without the verb`(text: String) throws {
    #expect(
      try events(text) == ["held - 2025-05 RUS>UKR:6465", "held - 2025-05 UKR>RUS:1348"])
  }

  @Test(arguments: [
    "Russia was holding 6,465 Ukrainian prisoners, and 1,348 Russians in Ukraine were sick.",
    "Russia holds 6,465 Ukrainian captives, who fought against 1,348 Russians in Ukraine.",
  ])
  func `people who do something else are not held`(text: String) throws {
    #expect(try events(text) == ["held - - RUS>UKR:6465"])
  }
}
