import Records
import Testing

/// Numbers of a sum told again: who they are, and what they are a part of.
extension EventsTests {
  private static let hundred = "Ukraine brought home 100 captives from Russia on Friday. "

  @Test(arguments: [
    "In total, 80 men and 20 women were released.", "In all, 80 men and 20 women came home.",
    "Altogether 80 men and 20 women were brought home.",
  ])
  func `a total of two numbers that are those told is no count over time`(text: String) throws {
    #expect(
      try events(Self.hundred + text)
        == ["release completed 2025-05-23 RUS>UKR:100 (people 80) (people 20)"])
  }

  @Test func `a total of more than were told is a count over time`() throws {
    #expect(
      try events(Self.hundred + "In total, 4,000 men and 20 women were released.")
        == ["release completed 2025-05-23 RUS>UKR:100", "tally - - RUS>UKR:4000 RUS>UKR:20"])
  }

  @Test(arguments: [
    "In total, 2,598 Ukrainians have come home since March 2022. Of them, 2,454 are military.",
    "Since March 2022, 2,598 Ukrainians have been brought home. Of them, 2,454 are military.",
    "Ukraine has received 2,598 captives since March 2022. Of them, 2,454 are military.",
  ])
  func `parts right behind a count are of it`(text: String) throws {
    #expect(
      try events(Self.hundred + text) == [
        "release completed 2025-05-23 RUS>UKR:100",
        "tally - 2022-03/.. RUS>UKR:2598 (military 2454)",
      ])
  }

  @Test(arguments: [
    "Of them, 54 are military.", "Two of them are sisters. Of them all, 54 are military.",
  ])
  func `parts right behind an event are of it`(text: String) throws {
    #expect(try events(Self.hundred + text).first?.hasSuffix("(military 54)") == true)
  }

  @Test(arguments: [
    "Two sisters are among them.", "Among them are two sisters.", "Two of them are brothers.",
  ])
  func `some of the children are children`(text: String) throws {
    let found = try events(
      "Sixteen Ukrainian children were returned from Russia on Friday. No captives came. " + text)
    #expect(found == ["release completed 2025-05-23 RUS>UKR:16 (child 2)"])
  }

  @Test(arguments: [
    "Moscow put the count at 150 for each side.", "Moscow put the number at 150 from each side.",
  ])
  func `a count for each side is the first one of the other side`(text: String) throws {
    #expect(
      try events(
        "Russia and Ukraine swapped prisoners on Friday. Ukraine got back 189 captives. " + text)
        == ["exchange completed 2025-05-23 RUS>UKR:189 UKR>RUS:150"])
  }

  @Test(arguments: [
    "was the 52nd since the war began, and took to 3,210 the number of Ukrainians brought back.",
    "was the 52nd since the war began and brought to 3,210 the number of captives returned to Ukraine.",
    "was the 52nd since the full-scale invasion began and raised the number of Ukrainians brought back to 3,210.",
  ])
  func `a number beside that of the war's exchanges is counted since then`(text: String) throws {
    #expect(
      try events("Friday's exchange of captives with Russia " + text).last
        == "tally - 2022-02-24/.. RUS>UKR:3210")
  }
}
