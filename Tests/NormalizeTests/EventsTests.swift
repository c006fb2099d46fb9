import Extract
import Packs
import Records
import Testing

@testable import Normalize

/// Texts to events, through the built-in pack.
struct EventsTests {
  private static let stages = Result {
    let pack = try Pack.embedded()
    return (try Extractor(pack), try Normalizer(pack))
  }

  /// The events of an article without a title.
  func read(_ body: String, published: String? = "2025-05-24") throws -> [Event] {
    let (extractor, normalizer) = try Self.stages.get()
    let head = ArticleHead(
      id: "a-1", path: "p", url: nil, title: nil, published: published, language: "en")
    return normalizer.normalize(
      extractor.extract(CleanArticle(head: head, authors: [], body: body)))
  }

  /// The events as `type status date from>to:count … +ordinal @place ~mediators`.
  func events(_ body: String, published: String? = "2025-05-24") throws -> [String] {
    let events = try read(body, published: published)
    #expect(events.allSatisfy { !$0.evidence.isEmpty && $0.id.hasPrefix("e-") })
    return events.map { event in
      var parts = [event.kind.rawValue, event.status?.rawValue ?? "-", event.date ?? "-"]
      parts += event.transfers.map { transfer in
        let bound = transfer.bound.map { $0 == .exact ? "" : " \($0.rawValue)" } ?? ""
        return
          "\(transfer.from ?? "?")>\(transfer.to ?? "?"):\(transfer.count.map(String.init) ?? "?")\(bound)"
      }
      parts += event.including.map { part in
        // Where a part goes is told only where the others go elsewhere.
        let end = part.to.map { to in event.transfers.contains { $0.to == to } ? "" : ">\(to)" }
        return "(\(part.category.rawValue) \(part.count ?? 0)\(end ?? ""))"
      }
      if let ordinal = event.ordinal { parts.append("+\(ordinal)") }
      if let place = event.place { parts.append("@\(place)") }
      if !event.mediators.isEmpty { parts.append("~" + event.mediators.joined(separator: ",")) }
      return parts.joined(separator: " ")
    }
  }

  @Test(arguments: [
    "Ukraine and Russia exchanged 390 prisoners each on Friday.",
    "On Friday, Russia and Ukraine swapped 390 prisoners of war each.",
    "Russia and Ukraine carried out an exchange of 390 captives each on Friday.",
    "A 390-for-390 prisoner exchange between Russia and Ukraine took place on Friday.",
  ])
  func `one frame serves the ways to say an exchange`(text: String) throws {
    let found = try events(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("exchange completed 2025-05-23 ") == true, "\(found)")
    #expect(
      found.first?.contains("RUS>UKR:390") == true && found.first?.contains("UKR>RUS:390") == true,
      "\(found)")
  }

  @Test(arguments: [
    "Ukraine brought home 307 soldiers from Russian captivity on May 24.",
    "307 Ukrainian soldiers returned from Russian captivity on May 24.",
    "Russia released 307 Ukrainian soldiers from captivity on May 24.",
    "307 Ukrainian prisoners of war were freed by Russia on May 24.",
    "The return of 307 Ukrainian prisoners of war from Russia took place on May 24.",
  ])
  func `one frame serves the ways to say a return`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-24 RUS>UKR:307"])
  }

  @Test func `later mentions add slots and make no second event`() throws {
    let text = """
      Ukraine brought home 205 soldiers in a prisoner exchange with Russia on Thursday. It was the 69th exchange \
      of the war. The swap was mediated by the United Arab Emirates. Two of the soldiers are officers.
      """
    #expect(
      try events(text) == ["exchange completed 2025-05-22 RUS>UKR:205 (military 2) +69 ~ARE"])
  }

  @Test func `a total told in parts is a tally`() throws {
    let text = """
      Ukraine brought home 197 soldiers from Russian captivity on Wednesday. 175 of them were returned as part of \
      a one-for-one prisoner exchange with Russia, and another 22 were returned outside the swap.
      """
    let found = try events(text)
    #expect(
      found == [
        "tally - 2025-05-21 RUS>UKR:197", "exchange completed 2025-05-21 RUS>UKR:175 UKR>RUS:175",
        "release completed 2025-05-21 RUS>UKR:22",
      ])
  }

  @Test func `periods make tallies and captivity is held`() throws {
    let text = """
      Ukraine has returned 4,306 prisoners of war from Russian captivity since the start of the full-scale invasion. \
      At least 8,000 Ukrainian service members are held captive by Russia.
      """
    #expect(
      try events(text) == ["tally - 2022-02-24/.. RUS>UKR:4306", "held - - RUS>UKR:8000 at_least"])
  }

  @Test func `talks have a day and a place`() throws {
    #expect(
      try events(
        "The prisoner swap was agreed during peace talks in Istanbul on May 16 and June 2.",
        published: "2025-06-09"
      )
      .filter { $0.hasPrefix("talks") }
        == ["talks completed 2025-05-16 @Istanbul", "talks completed 2025-06-02 @Istanbul"])
  }

  @Test(arguments: [
    "Ukrainian and Russian troops exchanged fire for six hours on Tuesday; nine soldiers were hurt.",
    "Ukraine has long advocated for an all-for-all prisoner exchange with Russia.",
    "Prisoner swaps between Russia and Ukraine usually involve over 130 captives on each side.",
    "The Twins sent three players to Toronto on Thursday and got two back in an exchange.",
  ])
  func `what is no event stays none`(text: String) throws { #expect(try events(text) == []) }

  @Test(arguments: [
    "Russia and Ukraine freed 95 prisoners apiece on Friday.",
    "Ukraine and Russia traded captives on Friday, 95 from each side.",
    "Ukraine and Russia each handed over 95 prisoners on Friday.",
    "Each side freed 95 captives on Friday, Russia and Ukraine said.",
    "On Friday 190 captives changed hands, 95 in each direction, Russia and Ukraine said.",
  ])
  func `each, apiece and in each direction count both ways`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:95 UKR>RUS:95"])
  }

  @Test(arguments: [
    "Ukraine received 95 soldiers from Russia on Friday and handed over an equal number of Russian troops.",
    "Russia released 95 Ukrainian soldiers on Friday in exchange for the same number of Russian servicemen.",
    "On Friday 95 Ukrainian soldiers were exchanged for as many Russian servicemen.",
  ])
  func `an equal number goes the other way`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:95 UKR>RUS:95"])
  }

  @Test(arguments: [
    "On Friday 390 Ukrainians returned from Russian captivity: 270 soldiers and 120 civilians.",
    "On Friday Ukraine brought home 390 people from Russian captivity: 270 soldiers and 120 civilians.",
    "On Friday Ukraine brought home 270 soldiers and 120 civilians – 390 people in all – from Russian captivity.",
  ])
  func `a number is broken down behind a colon or before its sum`(text: String) throws {
    #expect(
      try events(text) == [
        "release completed 2025-05-23 RUS>UKR:390 (military 270) (civilian 120)"
      ])
  }

  @Test func `a number is broken down in an apposition`() throws {
    #expect(
      try events(
        "Ukraine brought home 45 defenders of Mariupol, 35 men and 10 women, from Russian captivity on Friday."
      )
        == ["release completed 2025-05-23 RUS>UKR:45 (people 35) (people 10)"])
  }

  @Test(arguments: [
    "Ukraine brought home 95 soldiers, among them five officers, in an exchange with Russia on Friday.",
    "Ukraine brought home 95 soldiers in an exchange with Russia on Friday. Among them are five officers.",
    "Ukraine brought home 95 soldiers in an exchange with Russia on Friday. Five of the soldiers are officers.",
  ])
  func `parts stand beside their number or in the next sentence`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:95 (military 5)"])
  }

  @Test(arguments: [
    "In the prisoner exchange on Friday Kyiv received 50 soldiers and Moscow 60.",
    "Russia and Ukraine swapped prisoners on Friday. Kyiv received 50 and Moscow 60.",
    "Kyiv handed over 60 Russian prisoners on Friday and Moscow 50 Ukrainian ones.",
  ])
  func `a second side goes without the verb of the first`(text: String) throws {
    let found = try events(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("exchange completed 2025-05-23 ") == true, "\(found)")
    #expect(
      found.first?.contains("RUS>UKR:50") == true && found.first?.contains("UKR>RUS:60") == true,
      "\(found)")
  }

  @Test(arguments: [
    "Belarus released 123 prisoners on Friday. Nine of them were taken to Lithuania.",
    "Belarus freed 123 prisoners on Friday, nine of whom were taken to Lithuania.",
  ])
  func `a part can have a destination of its own`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 BLR>?:123 (people 9>LTU)"])
  }

  @Test(arguments: [
    ("Ukraine and Russia are due to exchange 500 prisoners on Monday.", "planned 2025-05-26"),
    ("Russia and Ukraine will exchange 500 prisoners on Monday.", "planned 2025-05-26"),
    ("Ukraine will swap 500 prisoners with Russia in June.", "planned 2025-06"),
    ("Russia and Ukraine agreed to exchange 500 prisoners.", "agreed -"),
    ("Kyiv proposed an exchange of 500 prisoners with Russia.", "proposed -"),
    ("Moscow rejected an exchange of 500 prisoners with Ukraine.", "rejected -"),
    ("Moscow turned down a swap of 500 captives with Ukraine.", "rejected -"),
    ("The exchange of 500 prisoners between Ukraine and Russia has been suspended.", "suspended -"),
    (
      "Friday's exchange of 500 prisoners between Ukraine and Russia was called off.",
      "suspended 2025-05-23"
    ),
    ("Russia and Ukraine are exchanging 500 prisoners on Saturday.", "ongoing 2025-05-24"),
  ])
  func `verbs and what governs them tell the status`(text: String, status: String) throws {
    #expect(try events(text) == ["exchange \(status) ?>?:500"])
  }

  @Test func `a plan counts each way as well`() throws {
    #expect(
      try events("Ukraine and Russia are to swap 205 prisoners each on Tuesday.")
        == ["exchange planned 2025-05-27 RUS>UKR:205 UKR>RUS:205"])
    #expect(
      try events("Ukraine and Russia agreed on an exchange of 1,200 prisoners from each side.")
        == ["exchange agreed - RUS>UKR:1200 UKR>RUS:1200"])
  }

  @Test(arguments: [
    "No prisoners were exchanged on Friday, Kyiv said.",
    "Russia and Ukraine did not exchange prisoners on Friday.",
    "The exchange between Russia and Ukraine did not take place on Friday.",
    "Russia did not release the 30 Ukrainian captives on Friday.",
    "Neither side released prisoners on Friday, Russia and Ukraine said.",
    "Prisoners have never been exchanged on a Sunday, Kyiv and Moscow said.",
  ])
  func `what did not happen is no event`(text: String) throws { #expect(try events(text) == []) }

  @Test(arguments: [
    "Russia and Ukraine usually exchange 100 prisoners a month.",
    "Kyiv and Moscow normally swap 150 prisoners at a time.",
  ])
  func `a habit is no event`(text: String) throws { #expect(try events(text) == []) }

  @Test func `a release outside the swap is an event of its own`() throws {
    #expect(
      try events("Russia returned 22 wounded Ukrainian soldiers on Wednesday outside the exchange.")
        == ["release completed 2025-05-21 RUS>UKR:22"])
    #expect(
      try events(
        """
        Ukraine brought home 175 soldiers in a prisoner exchange with Russia on Wednesday. Another 22 soldiers were \
        returned outside the exchange.
        """) == [
          "exchange completed 2025-05-21 RUS>UKR:175", "release completed 2025-05-21 RUS>UKR:22",
        ])
  }

  @Test(arguments: [
    (
      "Hamas released three Israeli hostages on Friday in exchange for 183 Palestinian prisoners.",
      "exchange completed 2025-05-23 hamas>ISR:3 ISR>PSE:183"
    ),
    (
      "Israel released 39 Palestinian prisoners on Friday.",
      "release completed 2025-05-23 ISR>PSE:39"
    ),
    (
      "Hamas handed over the bodies of four Israeli hostages on Friday.",
      "remains completed 2025-05-23 hamas>ISR:4"
    ),
    (
      "Hamas said it would free three hostages on Monday. Israel is to release 90 Palestinian prisoners in return.",
      "exchange planned 2025-05-26 hamas>ISR:3 ISR>PSE:90"
    ),
    ("Hamas is holding 58 hostages in Gaza.", "held - - hamas>ISR:58"),
  ])
  func `hostages are Israel's and prisoners Palestinian in Gaza`(
    text: String, expected: String
  ) throws {
    #expect(try events(text) == [expected])
  }

  @Test(arguments: [
    (
      "The Houthis released 25 Saudi prisoners on Friday.",
      "release completed 2025-05-23 houthis>SAU:25"
    ),
    (
      "Yemen's government freed 10 Houthi prisoners on Friday.",
      "release completed 2025-05-23 YEM>houthis:10"
    ),
    (
      "Yemen's government and the Houthis exchanged 900 prisoners in April 2023.",
      "exchange completed 2023-04 ?>?:900"
    ),
    (
      "Armenia released 12 Azerbaijani soldiers on Friday.",
      "release completed 2025-05-23 ARM>AZE:12"
    ),
    (
      "Armenia and Azerbaijan exchanged captives on Friday: Baku freed 32 Armenian servicemen and Yerevan two Azerbaijani soldiers.",
      "exchange completed 2025-05-23 AZE>ARM:32 ARM>AZE:2"
    ),
    (
      "India and Pakistan released 30 fishermen each on Friday.",
      "exchange completed 2025-05-23 PAK>IND:30 IND>PAK:30"
    ),
    (
      "Belarus released 52 political prisoners on Friday.",
      "release completed 2025-05-23 BLR>?:52"
    ),
    (
      "Alexander Lukashenko pardoned 30 prisoners in Belarus on Friday.",
      "release completed 2025-05-23 BLR>?:30"
    ),
  ])
  func `other conflicts have their own parties`(text: String, expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(arguments: [
    "Ukraine and Russia held talks in Istanbul on May 16. That day Russia handed over 30 Ukrainian soldiers.",
    "Russia and Ukraine met in Istanbul on May 16. Russia freed 30 Ukrainian soldiers the same day.",
  ])
  func `that day is the day told before`(text: String) throws {
    #expect(
      try events(text) == [
        "talks completed 2025-05-16 @Istanbul", "release completed 2025-05-16 RUS>UKR:30",
      ])
  }

  @Test(arguments: [
    ("A day earlier", "2025-05-22"), ("Two days earlier", "2025-05-21"),
    ("The previous day", "2025-05-22"), ("The following day", "2025-05-24"),
  ])
  func `other days count from the event spoken of last`(words: String, day: String) throws {
    #expect(
      try events(
        """
        Ukraine brought home 303 soldiers in a prisoner exchange with Russia on Friday. \(words), 20 soldiers \
        came home from captivity.
        """) == [
          "exchange completed 2025-05-23 RUS>UKR:303", "exchange completed \(day) RUS>UKR:20",
        ])
  }

  @Test(arguments: [
    "Friday's exchange brought home 95 Ukrainian soldiers from Russian captivity.",
    "Last Friday's exchange brought home 95 Ukrainian soldiers from Russian captivity.",
    "Friday's release of 95 Ukrainian soldiers by Russia ended the exchange.",
  ])
  func `a day can possess the event`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:95"])
  }

  @Test func `each number with a day of its own is an event`() throws {
    #expect(
      try events(
        "Russia released 390 Ukrainian captives on Friday, 307 on Saturday and 303 on Sunday.",
        published: "2025-05-26")
        == [
          "release completed 2025-05-23 RUS>UKR:390", "release completed 2025-05-24 RUS>UKR:307",
          "release completed 2025-05-25 RUS>UKR:303",
        ])
  }

  @Test(arguments: [
    (
      "Since the war began, 5,757 Ukrainians have come home from Russian captivity.",
      "2022-02-24/.."
    ),
    (
      "Since the full-scale invasion began, 5,757 Ukrainians have come home from Russian captivity.",
      "2022-02-24/.."
    ),
    (
      "Since Ukraine set up the office in March 2022, 5,757 citizens have been returned from Russian captivity.",
      "2022-03/.."
    ),
    ("So far this year 5,757 Ukrainians have come home from Russian captivity.", "2025"),
  ])
  func `a since-clause makes a tally`(text: String, date: String) throws {
    #expect(try events(text) == ["tally - \(date) RUS>UKR:5757"])
  }

  @Test func `the same text has the same ids wherever it lies, and evidence that says so`() throws {
    let (extractor, normalizer) = try Self.stages.get()
    func events(path: String) -> [Event] {
      let article = CleanArticle(
        head: ArticleHead(
          id: "a-1", path: path, url: nil, title: nil, published: "2025-05-24", language: "en"),
        authors: [], body: "Ukraine brought home 307 soldiers from Russian captivity on May 24.")
      return normalizer.normalize(extractor.extract(article))
    }
    let first = events(path: "a")
    #expect(first.map(\.id) == events(path: "b/c").map(\.id))
    let evidence = try #require(first.first?.evidence)
    #expect(evidence.contains { $0.slots.contains("transfers") && $0.rule == "to-bring-home" })
    #expect(evidence.contains { $0.slots == ["date"] })
  }

  @Test func `an empty cell of a table keeps its column`() throws {
    let found = try events(
      "Russia and Ukraine have exchanged prisoners of war since March 2022.\n\nDate\tTo Ukraine\tTo Russia\n\n24 March 2022\t10\t11\n\n1 April 2022\t\t86"
    )
    #expect(found.contains { $0.contains("2022-04-01 UKR>RUS:86") }, "\(found)")
    #expect(!found.contains { $0.contains("UKR:86") }, "\(found)")
  }
}
