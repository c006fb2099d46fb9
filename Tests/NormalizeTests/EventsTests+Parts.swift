import Records
import Testing

@testable import Normalize

/// What of an event's people the text counts apart.
extension EventsTests {
  @Test(arguments: [
    (
      "Eighteen had been serving life terms and 34 are from Azov.", "(people 18) (military 34)"
    ),
    ("Two of them served in the 95th Brigade and one was a marine.", "(military 2) (military 1)"),
    (
      "34 of them are fighters of the Azov Brigade, and 48 had been sentenced to long terms.",
      "(military 34) (people 48)"
    ),
    ("Seven are under 25.", "(military 7)"),
    ("Twelve women were among those released.", "(people 12)"),
    ("There were twelve women among those who had come home.", "(people 12)"),
    ("President Zelensky said there were seven civilians among them.", "(civilian 7)"),
    ("Some 30 wounded were among the 95 who returned.", "(wounded 30)"),
    ("Among the 95 freed on Friday were seven civilians.", "(civilian 7)"),
  ])
  func `a sentence about some of those who came home tells parts`(
    text: String, parts: String
  ) throws {
    let whole = "Ukraine brought home 95 soldiers from Russia on Friday. "
    #expect(try events(whole + text) == ["release completed 2025-05-23 RUS>UKR:95 \(parts)"])
  }

  @Test(arguments: [
    "Of the 95 Ukrainians who came home from Russia on Friday, 20 are officers and 3 are women.",
    "On Friday 95 Ukrainians came home from Russia, of whom 20 are officers and 3 are women.",
    "The group of 95 Ukrainians released by Russia on Friday includes 20 officers and 3 women.",
  ])
  func `parts stand in the sentence of their whole`(text: String) throws {
    #expect(
      try events(text) == ["release completed 2025-05-23 RUS>UKR:95 (military 20) (people 3)"])
  }

  @Test(arguments: [
    "Russia freed 390 Ukrainians on Friday: 270 soldiers and 120 civilians.",
    "Russia freed 390 Ukrainians: 270 soldiers and 120 civilians on Friday.",
    "Ukraine got 390 people back from Russian captivity on Friday: 270 soldiers and 120 civilians.",
  ])
  func `a colon opens a breakdown`(text: String) throws {
    #expect(
      try events(text) == ["release completed 2025-05-23 RUS>UKR:390 (military 270) (civilian 120)"]
    )
  }

  @Test(arguments: [
    "Nine of them were taken to Lithuania and 114 to Ukraine.",
    "Nine went to Lithuania and 114 to Ukraine.",
  ])
  func `parts of a group go to different countries`(text: String) throws {
    #expect(
      try events("Belarus released 123 prisoners on Saturday. " + text)
        == ["release completed 2025-05-24 BLR>?:123 (people 9>LTU) (people 114>UKR)"])
  }

  @Test func `parts of a total of both sides are its sides`() throws {
    #expect(
      try events(
        "A total of 190 prisoners, 95 Ukrainians and 95 Russians, were exchanged on Friday.")
        == ["exchange completed 2025-05-23 RUS>UKR:95 UKR>RUS:95"])
  }

  @Test(arguments: [
    "Israel freed 39 Palestinian women and teenagers on Friday.",
    "Israel freed 39 Palestinian women and children on Friday.",
  ])
  func `women and children are of no one category`(text: String) throws {
    let events = try read(text + " Hamas held hostages.")
    #expect(events.map(\.transfers.first?.category) == [.people])
  }
}

/// Who acts for a state, and whom it holds at home.
extension EventsTests {
  @Test(arguments: [
    "The Belarusian leader pardoned 52 political prisoners on Friday.",
    "Belarusian authorities freed 52 political prisoners on Friday.",
    "Belarus's leadership granted clemency to 52 political prisoners on Friday.",
  ])
  func `authorities are their state`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 BLR>?:52"])
  }

  @Test func `a state's own dissidents go nowhere by that`() throws {
    let swap = "Venezuela freed ten Americans in a prisoner swap on Friday. "
    #expect(
      try events(swap + "Caracas will also release 80 opposition activists on May 30.").last
        == "release planned 2025-05-30 VEN>?:80")
  }
}

/// Releases beside a swap, and people who come home after it.
extension EventsTests {
  @Test(arguments: [
    "Hamas freed three Israeli hostages on Friday and Israel 90 prisoners. Two Thai workers were also let go.",
    "Hamas freed three Israeli hostages on Friday and Israel 90 prisoners. Two Thai workers were let go under a separate deal brokered by Iran.",
  ])
  func `who is let go beside a swap is so on its day`(text: String) throws {
    #expect(try events(text).last?.hasPrefix("release completed 2025-05-23 hamas>THA:2") == true)
  }

  @Test func `landing at home is no second event`() throws {
    let text =
      "Iran freed five Americans in a prisoner swap on May 20. Five Americans landed in the United States on May 21."
    #expect(try events(text) == ["exchange completed 2025-05-20 IRN>USA:5"])
  }

  @Test func `what both sides are to free is exchanged`() throws {
    let text =
      "Syria and the SDF exchanged 250 prisoners on Friday. In all, 600 prisoners are to be freed by the two sides."
    #expect(try events(text).contains { $0.hasPrefix("exchange ongoing - ?>?:600") })
  }
}

/// Where those who were freed went, and verbs that tell one move.
extension EventsTests {
  @Test(arguments: [
    "Belarus freed 14 prisoners on Friday. They were driven to Lithuania.",
    "Belarus freed 14 prisoners on Friday. The group arrived in Vilnius by bus.",
    "Belarus freed 14 prisoners on Friday. All 14 were driven across the border to Lithuania.",
    "Belarus pardoned 14 prisoners on Friday and sent them to neighbouring Lithuania.",
  ])
  func `where all of the freed went is the other end`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 BLR>LTU:14"])
  }

  @Test func `two verbs of one move share their period`() throws {
    let text =
      "Belarus freed 14 prisoners on Friday. More than 300 people have been pardoned and released since July 2024."
    #expect(
      try events(text) == [
        "release completed 2025-05-23 BLR>?:14", "tally - 2024-07/.. BLR>?:300 at_least",
      ])
  }
}

/// Places and days that belong to something else in the sentence.
extension EventsTests {
  @Test(arguments: [
    (
      "Hamas handed over three Israeli hostages in the central Gaza town of Deir al-Balah on Friday.",
      "Deir al-Balah"
    ),
    (
      "Hamas handed over three Israeli hostages in the city of Khan Younis on Friday.", "Khan Yunis"
    ),
  ])
  func `a town is more than the region that it lies in`(text: String, place: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 hamas>ISR:3 @\(place)"])
  }

  @Test func `the day of an abduction dates no release`() throws {
    let text =
      "Hamas freed two Israeli hostages on Friday. The two, both abducted from a kibbutz on October 7, 2023, were handed to the Red Cross."
    #expect(try events(text) == ["release completed 2025-05-23 hamas>ISR:2"])
  }
}
