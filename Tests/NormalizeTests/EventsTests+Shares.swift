import Records
import Testing

/// Whose parts and companions people are.
extension EventsTests {
  private static let twenty = "Russia returned 20 captives to Ukraine on Friday. "

  @Test(arguments: [
    "Nine people arrived through Zolote and another 11 arrived near Mayorske.",
    "Nine people were released by day, and 11 more were handed over by night.",
    "Nine people returned by bus and another 11 returned by train.",
  ])
  func `moves of a sentence that add up to those told are their parts`(text: String) throws {
    #expect(
      try events(Self.twenty + text)
        == ["release completed 2025-05-23 RUS>UKR:20 (people 9) (people 11)"])
  }

  @Test(arguments: [
    "Nine people returned by bus and another 10 returned by train.",
    "Nine people returned by bus.", "Nine people spoke to reporters.",
  ])
  func `moves that do not add up are no parts`(text: String) throws {
    #expect(try events(Self.twenty + text) == ["release completed 2025-05-23 RUS>UKR:20"])
  }

  @Test func `moves of other days are events`() throws {
    #expect(
      try events(
        Self.twenty + "Nine people were released on May 6 and another 11 were released on May 9.")
        == [
          "release completed 2025-05-23 RUS>UKR:20", "release completed 2025-05-06 RUS>UKR:9",
          "release completed 2025-05-09 RUS>UKR:11",
        ])
  }

  @Test(arguments: [
    ("On Friday Ukraine got back 20 captives and gave up 14. Four of them are officers.", "RUS"),
    (
      "Russia freed 20 captives on Friday. In return Ukraine gave up 14. Four of them are officers.",
      "RUS"
    ),
    (
      "Ukraine handed over 14 captives on Friday and received 20. Four of them are officers.", "UKR"
    ),
    (
      "On Friday Hamas freed three captives and Israel 90 prisoners. Twelve of them are women.",
      "PSE"
    ),
    ("Russia and Ukraine swapped 20 captives each on Friday. Four of them are officers.", "UKR"),
  ])
  func `some of them are of those told last`(text: String, end: String) throws {
    let found = try read(text)
    #expect(found.map { $0.including.map(\.to) } == [[end]])
  }

  @Test(arguments: [
    "Ukraine says Russia holds 2,300 civilian captives, of whom the UN Mission has individually "
      + "documented 1,104.",
    "Russia is holding 2,300 captive Ukrainian civilians, of whom Kyiv has identified 1,104.",
    "Some 2,300 captive Ukrainian civilians are held by Russia, of whom the Red Cross had visited 1,104.",
  ])
  func `a number behind of whom and a verb is a part`(text: String) throws {
    let found = try events(text)
    #expect(found.count == 1)
    #expect(found.first?.contains("RUS>UKR:2300") == true, "\(found)")
    #expect(found.first?.contains("(civilian 1104)") == true, "\(found)")
  }

  @Test(arguments: [
    "Russia is holding 2,300 captive Ukrainian civilians, of whom families spoke for 40 minutes.",
    "Russia is holding 2,300 captive Ukrainian civilians, of whom little is known, and 40 drones.",
  ])
  func `a number of other things behind of whom is no part`(text: String) throws {
    #expect(try events(text) == ["held - - RUS>UKR:2300"])
  }

  @Test(arguments: [
    "Among the returning Ukrainians were 80 men and 20 women.",
    "Among the Ukrainians who came home were 80 men and 20 women.",
    "Among the returning defenders were 80 men and 20 women.",
    "Among the repatriated Ukrainians are 80 men and 20 women.",
  ])
  func `those among the returning are parts`(text: String) throws {
    #expect(
      try events("Ukraine brought home 100 captives from Russia on Friday. " + text)
        == ["release completed 2025-05-23 RUS>UKR:100 (people 80) (people 20)"])
  }

  @Test func `those among others are no parts`() throws {
    #expect(
      try events(
        "Ukraine brought home 100 captives from Russia on Friday. Among the onlookers were 80 men.")
        == ["release completed 2025-05-23 RUS>UKR:100"])
  }

  @Test(arguments: [
    "Families cheered on Friday because 45 Ukrainian prisoners of war had been released, along with seven civilians.",
    "Bells rang on Friday because 45 Ukrainian prisoners of war had been freed, as well as seven civilians.",
    "Nobody slept on Friday although 45 Ukrainian prisoners of war had been released, together with seven civilians.",
    "Kyiv announced on Friday that 45 prisoners of war had been released by Russia, along with seven civilians.",
  ])
  func `companions behind a comma go the same way`(text: String) throws {
    let found = try read(text)
    #expect(try events(text) == ["release completed 2025-05-23 RUS>UKR:45 RUS>UKR:7"])
    #expect(found.first?.transfers.map(\.category) == [.military, .civilian])
  }

  @Test(arguments: [
    "Families cheered on Friday because 45 Ukrainian captives had been freed, along with seven letters.",
    "Families cheered on Friday because 45 Ukrainian captives had been freed, and seven civilians sang.",
    "Kyiv announced on Friday that 45 prisoners of war had been freed, and seven civilians were killed.",
  ])
  func `who has another verb goes along with nobody`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 RUS>UKR:45"])
  }

  @Test(arguments: [
    "Twenty Ukrainian children were taken to Russia on May 6.",
    "Some 300 Ukrainian civilians were transferred to Russia on May 6.",
    "On May 6, 20 children were taken to Russia.",
    "The transfer of 20 Ukrainian children to Russia took place on May 6.",
  ])
  func `who is taken to those that hold them is not let go`(text: String) throws {
    #expect(
      try events("Ukraine got back 12 captives from Russia on Friday. " + text)
        == ["release completed 2025-05-23 RUS>UKR:12"])
  }

  @Test(arguments: [
    ("On May 6, 20 Ukrainian children were taken to Kyiv.", "RUS>UKR:20"),
    ("On May 6, 20 Russian soldiers were taken to Moscow from captivity.", "UKR>RUS:20"),
    ("On May 6 Ukraine transferred 20 Russian prisoners to Russia.", "UKR>RUS:20"),
  ])
  func `who is taken home is let go`(text: String, way: String) throws {
    #expect(
      try events("Ukraine got back 12 captives from Russia on Friday. " + text)
        == ["release completed 2025-05-23 RUS>UKR:12", "release completed 2025-05-06 \(way)"])
  }
}
