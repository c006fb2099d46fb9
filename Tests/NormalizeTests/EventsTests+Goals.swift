import Testing

/// Where people go, and on which day, by what is known of states and feasts.
extension EventsTests {
  private static let swap = "Prisoners were swapped. "

  @Test(arguments: [
    ("On Friday Iran sent five Americans to the United States.", "IRN>USA:5"),
    ("El Salvador sent 252 Venezuelans to Caracas on Friday.", "SLV>VEN:252"),
    ("Ten Israelis were sent to Israel by Hamas on Friday.", "hamas>ISR:10"),
  ])
  func `who is sent to the own country goes home`(text: String, way: String) throws {
    #expect(try events(Self.swap + text) == ["exchange completed 2025-05-23 \(way)"])
  }

  @Test(arguments: [
    "Poland sent 300 Poles to Ukraine on Friday.", "Cuba sent 40 doctors to Venezuela on Friday.",
  ])
  func `who is sent abroad does not`(text: String) throws {
    #expect(try events(Self.swap + text) == [])
  }

  @Test(arguments: [
    (
      "Saudi Arabia released 40 Houthi prisoners on Friday, who were flown to Sanaa.",
      "SAU>houthis:40"
    ),
    (
      "Yemen's government flew 40 prisoners to Sana'a on Friday; Houthis met them.",
      "YEM>houthis:40"
    ),
    (
      "Forty prisoners of the government were flown to Aden by the Houthis in Yemen on Friday.",
      "houthis>YEM:40"
    ),
  ])
  func `who is flown to a capital comes to those who rule there`(text: String, way: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 \(way)"])
  }

  @Test(arguments: [
    "The Houthis allowed two American hostages to fly home on Friday.",
    "Two American hostages were allowed to leave by the Houthis on Friday.",
    "On Friday the Houthis permitted two American hostages to depart.",
  ])
  func `hostages who are allowed to leave are let go`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 houthis>USA:2"])
  }

  @Test func `patients who are allowed to leave are not`() throws {
    #expect(
      try events("Egypt allowed 50 patients to leave Gaza on Friday. Hamas holds hostages.") == [])
  }

  @Test(arguments: [
    "Russia and Ukraine freed 246 captives each as a truce was declared to mark Easter.",
    "Russia and Ukraine swapped 246 captives each in the run-up to Easter.",
    "An exchange of 246 captives each between Russia and Ukraine came before Easter.",
  ])
  func `what happened is not dated by a feast that is near`(text: String) throws {
    #expect(
      try events(text, published: "2025-04-18") == [
        "exchange completed - RUS>UKR:246 UKR>RUS:246"
      ])
  }

  @Test func `what happened is dated by a feast that is over`() throws {
    let text = "Russia and Ukraine freed 246 captives each at Easter."
    #expect(
      try events(text, published: "2025-04-21") == [
        "exchange completed 2025-04-20 RUS>UKR:246 UKR>RUS:246"
      ])
  }

  @Test(arguments: [
    "On the 25th they freed 303 each.", "They exchanged 303 each on the 25th.",
    "A further 303 on each side were freed on the 25th.",
  ])
  func `a day without its month is of the month told before`(text: String) throws {
    #expect(
      try events(
        "Russia and Ukraine swapped 390 prisoners each on 23 May. " + text, published: "2025-07-28")
        == [
          "exchange completed 2025-05-23 RUS>UKR:390 UKR>RUS:390",
          "exchange completed 2025-05-25 RUS>UKR:303 UKR>RUS:303",
        ])
  }

  @Test func `a day without its month long behind the one told before is the latest one`() throws {
    #expect(
      try events(
        "Russia and Ukraine freed 390 prisoners each on 3 May. On the 25th they freed 303 each.",
        published: "2025-07-28") == [
          "exchange completed 2025-05-03 RUS>UKR:390 UKR>RUS:390",
          "exchange completed 2025-07-25 RUS>UKR:303 UKR>RUS:303",
        ])
  }
}
