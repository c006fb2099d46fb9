import Testing

@testable import Normalize

/// Swaps and releases in which more than two parties have a hand.
extension EventsTests {
  @Test func `who is flown to a capital comes home to those who rule it`() throws {
    #expect(
      try events(
        """
        Yemen's government and the Houthis swapped prisoners. On Thursday, 470 Houthis were flown to Sanaa. \
        In the opposite direction 19 soldiers of the Saudi-led coalition, 15 Saudis and four Sudanese, were \
        flown to Riyadh.
        """)
        == [
          "exchange completed 2025-05-22 YEM>houthis:470 houthis>SAU:19 (people 15) (people 4)"
        ])
  }

  @Test func `an ally lets go those whom its side holds`() throws {
    let found = try events(
      "Yemen's Houthis and the government swapped prisoners. Saudi Arabia freed 125 prisoners on Friday."
    )
    #expect(found.contains { $0.contains("SAU>houthis:125") }, "\(found)")
  }

  @Test(arguments: [
    "El Salvador sent 252 Venezuelans to Caracas on Friday, and in exchange Venezuela released 10 Americans.",
    "On Friday El Salvador sent 252 Venezuelans to Venezuela, which in exchange released 10 Americans.",
  ])
  func `a third state answers in the same swap`(text: String) throws {
    let found = try events(
      "Prisoners were swapped by the United States and Venezuela. " + text)
    #expect(found == ["exchange completed 2025-05-23 SLV>VEN:252 VEN>USA:10"], "\(found)")
  }

  @Test func `people of several states go to no one of them`() throws {
    let found = try events(
      """
      Russia gave up 16 prisoners on August 1, among them three Americans and five Germans, and received \
      eight in return. The United States thanked Turkey for the swap.
      """)
    #expect(
      found.first?.hasPrefix("exchange completed 2024-08-01 RUS>?:16 ?>RUS:8") == true, "\(found)")
  }

  @Test func `strangers are let go beside the swap`() throws {
    #expect(
      try events(
        """
        Hamas released three Israeli hostages and five Thai nationals on Thursday, and Israel freed 110 \
        Palestinian prisoners. It was the third exchange of the truce.
        """)
        == [
          "exchange completed 2025-05-22 hamas>ISR:3 ISR>PSE:110",
          "release completed 2025-05-22 hamas>THA:5",
        ])
  }

  @Test(arguments: [
    "India on Thursday shared the names of 391 civil prisoners and 33 fishermen in its custody. "
      + "Pakistan has shared names of 58 Indian civilians and 199 Indian fishermen.",
    "India on Thursday gave a list of 391 Pakistani civilians and 33 fishermen. "
      + "Pakistan handed over a list of 58 Indian civilians and 199 fishermen.",
  ])
  func `lists tell whom two states hold`(text: String) throws {
    let found = try events("India and Pakistan exchanged lists of prisoners on Thursday. " + text)
    #expect(
      found == [
        "held - 2025-05-22 IND>PAK:391 IND>PAK:33", "held - 2025-05-22 PAK>IND:58 PAK>IND:199",
      ], "\(found)")
  }

  @Test func `who is let go in a town is let go there, who is held there is not`() throws {
    #expect(
      try events("Hamas freed three hostages in Khan Younis on Friday.")
        == ["release completed 2025-05-23 hamas>ISR:3 @Khan Yunis"])
    #expect(
      try events("Hamas freed three hostages held in Khan Younis on Friday.")
        == ["release completed 2025-05-23 hamas>ISR:3"])
  }

  @Test func `a total beside what it counts on goes the same way`() throws {
    #expect(
      try events(
        "Israel returned the bodies of 15 Palestinians on Friday, bringing the total number returned to 195."
      )
        == ["remains completed 2025-05-23 ISR>PSE:15", "tally - - ISR>PSE:195"])
  }

  @Test func `lists of those whom a state asks for tell nothing`() throws {
    let found = try events(
      "Russia and Ukraine swapped 100 prisoners each on Friday. Kyiv gave Moscow a list of 339 children."
    )
    #expect(found == ["exchange completed 2025-05-23 RUS>UKR:100 UKR>RUS:100"], "\(found)")
  }

  @Test func `an article's own people are not those given in return`() throws {
    let found = try events(
      """
      On Friday 150 Russian servicemen were returned. In exchange 150 prisoners of the Armed Forces of \
      Ukraine were handed over. On May 6 another 205 came home.
      """)
    #expect(found.contains("release completed 2025-05-06 UKR>RUS:205"), "\(found)")
  }
}
