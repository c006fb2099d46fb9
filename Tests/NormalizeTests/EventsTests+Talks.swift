import Testing

@testable import Normalize

/// Talks that are told by what they agreed, or by what was discussed.
extension EventsTests {
  /// What an article that tells of talks in passing is about.
  private static let news = "Yemen's Houthis freed 153 prisoners on Saturday. "

  @Test(arguments: [
    "Some 15,000 prisoners were to be exchanged under an accord reached in Stockholm in December 2018.",
    "Both parties pledged in Stockholm in December 2018 to free everyone they had locked up.",
    "The two sides had agreed in Stockholm in December 2018 to free all prisoners.",
    "The two delegations reached agreement in December 2018 in talks on prisoners in Stockholm.",
  ])
  func `a deal tells of the talks that made it`(text: String) throws {
    let found = try events(Self.news + text)
    #expect(found.contains("talks completed 2018-12 @Stockholm"), "\(found)")
  }

  @Test(arguments: [
    "Under a deal struck in Switzerland last month with UN mediation, 887 prisoners are to be freed.",
    "An exchange of 887 prisoners was agreed last month at UN-brokered talks in Switzerland.",
    "Under a deal struck in Switzerland last month under UN auspices, 887 prisoners are to be freed.",
  ])
  func `talks are held in states too, and have those who mediated them`(text: String) throws {
    let found = try events(Self.news + text)
    #expect(
      found.contains { $0.hasPrefix("talks") && $0.hasSuffix("@Switzerland ~un") }, "\(found)")
  }

  @Test func `talks that a deal follows take its place and day`() throws {
    let found = try events(
      """
      Yemen's sides agreed to swap 2,900 detainees. The deal was concluded on Tuesday in Muscat, after \
      two weeks of negotiations facilitated by the UN.
      """)
    #expect(found.contains("talks completed 2025-05-20 @Muscat ~un"), "\(found)")
  }

  @Test(arguments: [
    "On May 14 he discussed lists of prisoners to be exchanged with Foreign Minister Sergei Lavrov in Moscow.",
    "Dmytro Lubinets and Tatyana Moskalkova discussed an exchange of prisoners in Moscow on May 14.",
    "In Moscow on May 14 he discussed the release of captives with Sergei Lavrov.",
  ])
  func `who discussed captives with somebody held talks`(text: String) throws {
    let found = try events("Russia and Ukraine swapped 100 prisoners each on Friday. " + text)
    #expect(found.contains("talks completed 2025-05-14 @Moscow"), "\(found)")
  }

  @Test(arguments: [
    "On May 14 he discussed lists of prisoners with reporters in Moscow.",
    "On May 14 he discussed the price of grain with Sergei Lavrov in Moscow.",
    "On May 20 Caracas signed an accord on elections in Barbados.",
  ])
  func `talks on other things are none`(text: String) throws {
    let found = try events("Russia and Ukraine swapped 100 prisoners each on Friday. " + text)
    #expect(found == ["exchange completed 2025-05-23 RUS>UKR:100 UKR>RUS:100"], "\(found)")
  }
}
