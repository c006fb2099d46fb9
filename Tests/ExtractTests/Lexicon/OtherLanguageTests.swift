import Packs
import Records
import Testing

@testable import Extract

/// Another language is data alone: case endings are words of a line, its constructions are patterns.
struct OtherLanguageTests {
  private static let files = [
    "pipeline.yaml": """
    name: t
    version: "1"
    stages: [fetch, clean, extract, normalize]
    languages: [uk]
    files: {parties: parties.tsv, lexicon: words.yaml, numbers: numbers.yaml, dates: dates.yaml,
      phrases: [people.yaml, ratios.yaml]}
    """,
    "parties.tsv": """
    code\tname\twikidata\tnames\tadjectives\tnationals\tsource
    UKR\tUkraine\tQ212\tУкраїна|України|Україні|Україну\tукраїнських|українські\tукраїнців\town
    """,
    "words.yaml": """
    language: uk
    classes:
      month: {"5": [травня], "8": [серпня]}
      bound: {at_least: [щонайменше, понад], about: [близько]}
      people-noun: {military: [військових, захисників, воїнів], civilian: [цивільних]}
      future: [відбудеться]
    """,
    "numbers.yaml": """
    language: uk
    units: {один одна одного: 1, двоє двох два: 2, три трьох троє: 3, п'ять п'ятеро п'ятьох: 5}
    tens: {двадцять двадцяти: 20, сорок сорока: 40}
    scales: {сто ста: 100, тисяча тисячі тисяч: 1000}
    ordinals: {перший першого: 1, п'ятий п'ятого: 5}
    """,
    "dates.yaml": """
    language: uk
    makes: date
    kind: date
    rules:
      - {name: day-month, pattern: "day:<day> month:<month>", value: "XXXX-{month}-{day}"}
      - {name: day-month-year, pattern: "day:<day> month:<month> year:<year> року?",
         value: "{year}-{month}-{day}"}
    """,
    "people.yaml": """
    language: uk
    makes: people
    kind: people
    rules:
      - {name: counted, pattern: "bound:<bound>? по? count:<number> nation:<nation>? head:<people-noun>"}
      - {name: nationals, pattern: "count:<number> nation:<national>"}
    """,
    "ratios.yaml": """
    language: uk
    makes: ratio
    kind: people
    rules:
      - name: number-for-number
        pattern: "first:<number> (на|за) second:<number>"
        values: {first: "{first}", second: "{second}"}
        category: people
    """,
  ]

  private func mentions(_ text: String) throws -> [String] {
    let extractor = try Extractor(try Pack(files: Self.files))
    return try #require(extractor.mentions(in: text, language: "uk")).map { mention in
      [mention.kind.rawValue, mention.value, mention.bound?.rawValue, mention.party]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("обмін 146 на 146", ["people 146", "number 146", "people 146", "number 146"]),
    ("двоє цивільних", ["number 2", "people 2 exact"]),
    ("по 185 військових", ["people 185 exact", "number 185"]),
    (
      "сорок п'ять українських захисників",
      ["number 45", "people 45 exact UKR", "party UKR UKR"]
    ),
    (
      "щонайменше двадцять трьох українців",
      ["number 23 at_least", "people 23 exact UKR"]
    ),
    ("24 травня 2025 року", ["date 2025-05-24"]), ("24 серпня", ["date XXXX-08-24"]),
    ("в Україні", ["party UKR UKR"]),
  ])
  func `Ukrainian is read by a pack of its own`(text: String, expected: [String]) throws {
    #expect(try mentions(text) == expected)
  }
}
