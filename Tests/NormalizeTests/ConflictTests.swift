import Packs
import Testing

@testable import Normalize

/// Who holds whose people, by the conflicts of the built-in pack.
struct ConflictTests {
  private static let rules = Result { try DiscourseRules(.embedded()) }

  private func conflict(_ name: String) throws -> Conflict {
    try #require(Self.rules.get().conflicts.first { $0.name == name })
  }

  /// The name of the conflict that an article is about.
  private func chosen(_ counts: [String: Int]) throws -> String? {
    try Self.rules.get().conflict(counts, acting: counts)?.name
  }

  @Test(arguments: [
    ("Ukraine", "UKR", "RUS"), ("Ukraine", "RUS", "UKR"), ("Ukraine", "BLR", nil),
    ("Gaza", "ISR", "hamas"), ("Gaza", "PSE", "ISR"), ("Gaza", "hamas", "ISR"),
    ("Gaza", "THA", "hamas"),
    ("Belarus", "BLR", "BLR"), ("Belarus", "UKR", nil),
    ("Yemen", "SAU", "houthis"), ("Yemen", "houthis", "YEM"),
    ("United States and Iran", "SWE", "IRN"), ("Nigeria", "NGA", nil),
    ("Nigeria", "boko-haram", "NGA"),
  ])
  func `people have a holder`(name: String, people: String, holder: String?) throws {
    #expect(try conflict(name).holder(of: people) == holder)
  }

  @Test(arguments: [
    ("Ukraine", "RUS", "UKR"), ("Ukraine", "UKR", "RUS"), ("Ukraine", "BLR", nil),
    ("Gaza", "hamas", "ISR"), ("Gaza", "ISR", "PSE"), ("Gaza", "PSE", "ISR"),
    ("Belarus", "BLR", "BLR"), ("Yemen", "houthis", "YEM"), ("Nigeria", "boko-haram", "NGA"),
  ])
  func `who lets people go lets go those of one party`(
    name: String, holder: String, people: String?
  ) throws {
    #expect(try conflict(name).receiver(from: holder) == people)
  }

  @Test func `nobody holds the people of nobody`() throws {
    #expect(try conflict("Ukraine").holder(of: nil) == nil)
    #expect(try conflict("Gaza").holder(of: nil) == nil)
    #expect(try conflict("Gaza").receiver(from: nil) == nil)
  }

  @Test func `an armed group gives for its side, and its side gets`() throws {
    let gaza = try conflict("Gaza")
    #expect(gaza.giver("PSE") == "hamas")
    #expect(gaza.giver("hamas") == "hamas")
    #expect(gaza.giver("ISR") == "ISR")
    #expect(gaza.receiver("hamas") == "PSE")
    #expect(gaza.receiver("PSE") == "PSE")
    let ukraine = try conflict("Ukraine")
    #expect(ukraine.giver("UKR") == "UKR")
    #expect(ukraine.receiver("UKR") == "UKR")
  }

  @Test(arguments: [
    ("Ukraine", "RUS", "UKR", "UKR", "RUS"), ("Ukraine", "UKR", "RUS", "RUS", "UKR"),
    ("Gaza", "hamas", "ISR", "ISR", "PSE"), ("Gaza", "ISR", "PSE", "hamas", "ISR"),
  ])
  func `a way has a way back`(
    name: String, from: String, to: String, backFrom: String, backTo: String
  ) throws {
    let conflict = try conflict(name)
    #expect(
      conflict.reverse(Conflict.Way(from: from, to: to))
        == Conflict.Way(from: backFrom, to: backTo))
  }

  @Test func `a swap without directions goes the ways of the first two parties`() throws {
    #expect(
      try conflict("Ukraine").ways
        == [Conflict.Way(from: "RUS", to: "UKR"), Conflict.Way(from: "UKR", to: "RUS")])
    #expect(
      try conflict("Gaza").ways
        == [Conflict.Way(from: "hamas", to: "ISR"), Conflict.Way(from: "ISR", to: "PSE")])
    #expect(try conflict("Yemen").ways.count == 2)
    #expect(try conflict("Belarus").ways == [Conflict.Way(from: "BLR", to: "BLR")])
  }

  @Test func `a conflict contains who holds, who is held and who acts for them`() throws {
    let gaza = try conflict("Gaza")
    #expect(["ISR", "PSE", "hamas"].allSatisfy { gaza.contains($0) })
    #expect(!gaza.contains("QAT"))
    #expect(!gaza.contains(nil))
  }

  @Test func `words can tell whose people they are`() throws {
    let gaza = try conflict("Gaza")
    #expect(gaza.party(ofWords: ["three", "hostages"]) == "ISR")
    #expect(gaza.party(ofWords: ["90", "prisoners"]) == "PSE")
    #expect(gaza.party(ofWords: ["two", "men"]) == nil)
    #expect(try conflict("Ukraine").party(ofWords: ["prisoners"]) == nil)
  }

  @Test(arguments: [
    (["UKR": 3, "RUS": 2], "Ukraine"),
    (["UKR": 10, "RUS": 10, "USA": 4], "Ukraine"),
    (["USA": 9, "RUS": 9, "UKR": 2], "United States and Russia"),
    (["ISR": 5, "hamas": 3], "Gaza"),
    (["PSE": 2, "ISR": 5], "Gaza"),
    (["BLR": 3], "Belarus"),
    (["BLR": 3, "UKR": 4, "RUS": 4], "Ukraine"),
    (["houthis": 4, "SAU": 4], "Yemen"),
  ])
  func `an article is about the conflict whose parties it names most`(
    counts: [String: Int], name: String
  ) throws {
    #expect(try chosen(counts) == name)
  }

  @Test func `of two that are named alike the earlier one is meant`() throws {
    #expect(try chosen(["ISR": 5, "hamas": 5, "hezbollah": 5]) == "Gaza")
  }

  @Test func `one side may go without saying`() throws {
    #expect(try chosen(["RUS": 1]) == "Ukraine")
    #expect(try chosen(["hamas": 2]) == "Gaza")
    #expect(try chosen([:]) == nil)
    #expect(try chosen(["FRA": 3]) == nil)
  }

  @Test func `a conflict that the pack does not know is one of two parties`() throws {
    let counts = ["SRB": 5, "XKX": 3, "FRA": 2]
    let found = try #require(Self.rules.get().conflict(counts, acting: counts))
    #expect(try Self.rules.get().conflict(counts, acting: ["SRB": 5]) == nil)
    #expect(found.name == "SRB and XKX")
    #expect(found.holder(of: "SRB") == "XKX")
    #expect(found.holder(of: "XKX") == "SRB")
    #expect(found.holder(of: "FRA") == nil)
    #expect(
      found.reverse(Conflict.Way(from: "SRB", to: "XKX")) == Conflict.Way(from: "XKX", to: "SRB"))
    // Named once, or only on the way.
    #expect(try chosen(["SRB": 1, "XKX": 1]) == nil)
    #expect(try chosen(["SRB": 5, "icrc": 9]) == nil)
  }

  @Test func `parties that a sentence names together tell its conflict`() throws {
    let rules = try Self.rules.get()
    #expect(rules.conflict(between: ["USA", "RUS"])?.name == "United States and Russia")
    #expect(rules.conflict(between: ["PSE", "ISR"])?.name == "Gaza")
    #expect(rules.conflict(between: ["FRA", "UKR"]) == nil)
  }

  /// The rules of a pack with nothing but this discourse.yaml.
  private func rules(_ discourse: String) throws -> DiscourseRules {
    try DiscourseRules(
      Pack(files: [
        "pipeline.yaml": """
        name: t
        version: "1"
        stages: [fetch, clean, extract, normalize]
        languages: [en]
        files: {discourse: discourse.yaml}
        """,
        "discourse.yaml": discourse,
      ]))
  }

  @Test func `a conflict is read with all its keys`() throws {
    let rules = try rules(
      """
      conflicts:
        - name: North and South
          began: "2001-02-03"
          returns: exchange
          easter: orthodox-easter
          holders: {NOR: south, SOU: NOR}
          acts-for: {south: SOU}
          people: {NOR: hostages}
          others: south
      go-betweens: [icrc]
      """)
    let conflict = try #require(rules.conflicts.first)
    #expect(conflict.first == "NOR")
    #expect(conflict.began == "2001-02-03")
    #expect(rules.began == ["2001-02-03"])
    #expect(conflict.returnsAreSwaps)
    #expect(conflict.easter == "orthodox-easter")
    #expect(conflict.holder(of: "FRA") == "south")
    #expect(conflict.party(ofWords: ["hostages"]) == "NOR")
    #expect(rules.goBetweens == ["icrc"])
  }

  @Test(arguments: [
    (
      "conflicts:\n  - name: A\n    holder: {UKR: RUS}\n",
      "discourse.yaml:3: unknown key \"holder\"; did you mean \"holders\"?"
    ),
    ("conflict: []\n", "discourse.yaml:1: unknown key \"conflict\"; did you mean \"conflicts\"?"),
    (
      "conflicts:\n  - name: A\n    holders: {UKR: RUS}\n  - name: B\n",
      "discourse.yaml:4: a conflict has a name and holders or captors"
    ),
    (
      "conflicts:\n  - name: A\n    holders: {}\n",
      "discourse.yaml:3: nobody is held; write whose people: who holds them, {UKR: RUS, RUS: UKR}"
    ),
    (
      "conflicts:\n  - name: A\n    holders: UKR\n",
      "discourse.yaml:3: expected a mapping; write \"key: value\" lines"
    ),
    (
      "conflicts: Ukraine\n",
      "discourse.yaml:1: expected a list; write [a, b] or one \"- \" line each"
    ),
  ])
  func `a mistake is told with file, line and hint`(discourse: String, expected: String) {
    #expect(throws: PackError.self) { try rules(discourse) }
    do { _ = try rules(discourse) } catch { #expect("\(error)" == expected) }
  }
}
