import Packs
import Records
import Testing

@testable import Extract

struct NamesTests {
  private static let reading = Result { try Extractor(.embedded()) }

  /// The names of a text as `kind value`.
  private func names(_ text: String) throws -> [String] {
    let kinds: [Mention.Kind] = [.person, .organization, .place, .party]
    return (try Self.reading.get().mentions(in: text, language: "en") ?? [])
      .filter { kinds.contains($0.kind) }.map { "\($0.kind.rawValue) \($0.value ?? "-")" }
  }

  @Test(arguments: ["Zelensky", "Zelenskyy", "Volodymyr Zelenskiy", "Volodymyr Selenskyj"])
  func `spellings of one name lead to one person`(name: String) throws {
    #expect(try names("\(name) said so.") == ["person Volodymyr Zelensky"])
  }

  @Test(arguments: [
    ("Halyna Rudenko teaches there.", "Halyna Rudenko"),
    ("the spokesman Petrenchuk told us", "Petrenchuk"),
    ("Captain Taras Hrushko was freed", "Taras Hrushko"),
    ("according to Ynes Korral, the coordinator", "Ynes Korral"),
    ("then Ynes Korral, 34, came home", "Ynes Korral"),
    ("nobody was hurt, said Ynes Korral.", "Ynes Korral"),
    ("Ludwig von der Aue was there", "Ludwig von der Aue"),
  ])
  func `people that no list knows`(text: String, name: String) throws {
    #expect(try names(text) == ["person \(name)"])
  }

  @Test func `short forms are the person last named so`() throws {
    #expect(
      try names("Iryna Hrushko came home. Hrushko wept. Taras Hrushko came too; Hrushko laughed.")
        == [
          "person Iryna Hrushko", "person Iryna Hrushko", "person Taras Hrushko",
          "person Taras Hrushko",
        ])
  }

  @Test(arguments: [
    (
      "Russia's Defence Ministry said",
      ["organization Ministry of Defence of the Russian Federation"]
    ),
    ("Armenia's Justice Ministry said", ["organization Ministry of Justice of Armenia"]),
    (
      "The UAE mediated, its foreign ministry said.",
      ["party ARE", "organization Ministry of Foreign Affairs of the United Arab Emirates"]
    ),
    ("the Open Gates Initiative said", ["organization Open Gates Initiative"]),
    ("the GUR said", ["organization Main Directorate of Intelligence"]),
    ("the University of Zvenyhora", ["organization University of Zvenyhora"]),
    ("a ministry said", []), ("the foreign ministry said", []),
  ])
  func `organizations and whose they are`(text: String, expected: [String]) throws {
    #expect(try names(text) == expected)
  }

  @Test(arguments: [
    ("in Kharkov", ["place Kharkiv"]), ("Ankara helped", ["party TUR", "place Ankara"]),
    ("the Kremlin said", ["party RUS"]), ("in the Kursk region", ["place Kursk Oblast"]),
    ("a turkey", []), ("Turkey", ["party TUR"]), ("the us team", []), ("the US", ["party USA"]),
  ])
  func `places and what they stand for`(text: String, expected: [String]) throws {
    #expect(try names(text) == expected)
  }

  @Test(arguments: [
    "President says no", "The exchange went ahead, officials said.", "Prisoners Come Home In Swap",
    "He may march.", "Relatives waited.",
  ])
  func `what only looks like a name`(text: String) throws {
    #expect(try names(text) == [])
  }
}
