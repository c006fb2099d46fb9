import Packs
import Records
import Testing

@testable import Extract

struct PeopleTests {
  private static let reading = Result { try Extractor(.embedded()) }

  /// The people of a text as `count bound category party`.
  private func people(_ text: String) throws -> [String] {
    let mentions = try Self.reading.get().mentions(in: text, language: "en") ?? []
    return mentions.filter { $0.kind == .people && $0.value != nil }.map {
      [$0.value, $0.bound?.rawValue, $0.category?.rawValue, $0.party].map { $0 ?? "-" }.joined(
        separator: " ")
    }
  }

  @Test(arguments: [
    ("307 Ukrainian soldiers came home", ["307 exact military UKR"]),
    ("At least 8,000 Ukrainian service members", ["8000 at_least military UKR"]),
    ("up to 1,000 captives", ["1000 at_most people -"]),
    ("nearly 700 fighters", ["700 about military -"]),
    ("207 soldiers and civilians", ["207 exact people -"]),
    ("23 severely wounded Ukrainian soldiers", ["23 exact wounded UKR"]),
    ("more than 6.000 dead Ukrainian soldiers", ["6000 at_least remains UKR"]),
    ("106 Russians", ["106 exact people RUS"]),
    ("one civilian", ["1 exact civilian -"]),
    ("Kyiv got 303 of its soldiers", ["303 exact military UKR"]),
    ("175 of them", ["175 exact - -"]),
    ("just over 90 Ukrainian captives", ["90 at_least people UKR"]),
    ("19 members of the Houthis", ["19 exact people houthis"]),
    ("30 captured fighters of Hamas", ["30 exact military hamas"]),
    ("nearly 40 sets of human remains", ["40 about remains -"]),
    ("five foreign volunteers", ["5 exact people -"]),
  ])
  func `people are counted with bound, category and party`(text: String, expected: [String]) throws
  {
    #expect(try people(text) == expected)
  }

  @Test(arguments: [
    "131 drones", "aged 34", "two sons aged 8 and 11", "40 sets of dishes", "a pensioner of 86",
    "65% of Ukrainians", "$90 billion", "a two-day operation",
  ])
  func `numbers of other things count no people`(text: String) throws {
    #expect(try people(text) == [])
  }
}
