import Testing

@testable import Normalize

/// Swaps, releases and captives of conflicts in which not everybody comes home by a swap.
extension EventsTests {
  @Test(arguments: [
    "Belarus freed 52 prisoners on Friday. There are 1,177 political prisoners in Belarus.",
    "Belarus freed 52 prisoners on Friday. A rights centre puts the number of political prisoners in "
      + "Belarus at 1,177.",
  ])
  func `how many captives there are is how many are held`(text: String) throws {
    #expect(
      try events(text) == ["release completed 2025-05-23 BLR>?:52", "held - - BLR>?:1177"])
  }

  @Test func `numbers of swaps told by their day are of both ways`() throws {
    let found = try events(
      """
      Yemen's government and the Houthis swap prisoners. The two biggest swaps were held in October 2020, when \
      1,050 people were freed, and in April 2023, which saw the release of 900.
      """)
    #expect(found.contains("exchange completed 2020-10 ?>?:1050"), "\(found)")
  }

  @Test func `who is held by lists is held as of their day`() throws {
    #expect(
      try events(
        """
        India and Pakistan exchanged lists of prisoners on January 1. According to these, 49 Indian civilians and \
        217 fishermen are held by Pakistan.
        """) == ["held - 2025-01-01 PAK>IND:49 PAK>IND:217"])
  }

  @Test func `what a deal brought the other side is of the same swap`() throws {
    #expect(
      try events(
        """
        El Salvador on Friday sent home 252 Venezuelans as part of a deal under which Venezuela released 10 \
        Americans.
        """) == ["exchange completed 2025-05-23 SLV>VEN:252 VEN>USA:10"])
  }

  @Test func `the day behind two joined clauses is of both`() throws {
    #expect(
      try events(
        "Hamas released 10 Israeli hostages and Israel freed 30 Palestinian prisoners on Tuesday.")
        == ["exchange completed 2025-05-20 hamas>ISR:10 ISR>PSE:30"])
  }

  @Test func `who is aboard a plane arrives with what is told of them`() throws {
    #expect(
      try events(
        """
        Azerbaijan and Armenia swapped prisoners. A plane carrying 44 Armenians who were captured in the war \
        landed on Friday.
        """) == ["exchange completed 2025-05-23 AZE>ARM:44"])
  }

  @Test func `one who was freed on another day is none of those of the news`() throws {
    let found = try events(
      """
      China freed three Americans in exchange for Chinese nationals held in the United States. Another of them, \
      David Lin, was freed in September.
      """)
    #expect(found.first == "exchange completed - CHN>USA:3 USA>CHN:?", "\(found)")
  }

  @Test func `who is flown to and fro goes both ways`() throws {
    let found = try events(
      """
      Yemen's government and the Houthis swapped prisoners. On Thursday, 704 people were flown between five \
      cities.
      """)
    #expect(found.contains("exchange completed 2025-05-22 ?>?:704"), "\(found)")
  }

  @Test func `a list of those whom another holds tells whom that one holds`() throws {
    #expect(
      try events(
        """
        DR Congo and M23 signed a document in Doha on Sunday on how captives will be freed. M23 has submitted a \
        list of 700 people whom it says Kinshasa is holding.
        """) == ["talks completed 2025-05-18 @Doha", "held - - COD>m23:700"])
  }

  @Test func `an old deal is under way only where a part of it was carried out`() throws {
    let text = """
      Yemen's government freed 97 prisoners on Friday and the Houthis 146. A deal struck in December 2018 \
      provided for the exchange of some 15,000 prisoners on both sides
      """
    let unkept = try events(text + ", but nobody kept it.")
    #expect(unkept.contains { $0.hasPrefix("exchange agreed - ?>?:") }, "\(unkept)")
    let begun = try events(text + ". It has been carried out only in part.")
    #expect(begun.contains { $0.hasPrefix("exchange ongoing - ?>?:") }, "\(begun)")
  }
}
