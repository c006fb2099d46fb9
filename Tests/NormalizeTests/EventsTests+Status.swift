import Testing

/// What is planned, put off, turned down, denied or only imagined.
extension EventsTests {
  @Test(arguments: [
    (
      "A prisoner exchange between Ukraine and Russia planned for Friday was called off.",
      "2025-05-23"
    ),
    (
      "A prisoner exchange between Ukraine and Russia that was due on Friday was called off.",
      "2025-05-23"
    ),
    ("Ukraine and Russia called off a prisoner exchange scheduled for Friday.", "2025-05-23"),
    (
      "Ukraine accused Russia of disrupting a prisoner exchange scheduled for Friday.", "2025-05-23"
    ),
    ("The prisoner exchange between Russia and Ukraine has been postponed indefinitely.", "-"),
    ("A prisoner exchange between Ukraine and Russia was called off.", "-"),
  ])
  func `an exchange that is put off has the day it was due`(text: String, date: String) throws {
    #expect(try events(text) == ["exchange suspended \(date) RUS>UKR:? UKR>RUS:?"])
  }

  @Test(arguments: [
    (
      "Russia and Ukraine postponed an exchange of 300 prisoners that had been planned for Friday.",
      "exchange suspended 2025-05-23 ?>?:300"
    ),
    (
      "Kyiv rejected a Russian proposal to exchange 500 prisoners of war.",
      "exchange rejected - ?>?:500"
    ),
    (
      "A Russian proposal to exchange 500 prisoners of war was rejected by Kyiv.",
      "exchange rejected - ?>?:500"
    ),
    (
      "Kyiv dismissed a proposal for an exchange of 500 prisoners of war with Russia.",
      "exchange rejected - ?>?:500"
    ),
    (
      "The exchange of 500 Ukrainian prisoners with Russia is due on Monday.",
      "exchange planned 2025-05-26 RUS>UKR:500"
    ),
    (
      "Swap of 300 prisoners between Russia and Ukraine due on Tuesday",
      "exchange planned 2025-05-27 ?>?:300"
    ),
    (
      "The exchange of 1,000 prisoners with Russia began in Ukraine on Friday and is still under way.",
      "exchange ongoing 2025-05-23 ?>?:1000"
    ),
  ])
  func `the status is told by what stands around`(text: String, expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(arguments: [
    (
      "The exchange of 300 prisoners planned for Friday went ahead on Saturday.",
      "completed 2025-05-24"
    ),
    (
      "The exchange of 300 prisoners agreed in Istanbul took place on Friday.",
      "completed 2025-05-23"
    ),
    (
      "Russia called off a swap of 300 prisoners that the sides had agreed for Friday.",
      "suspended 2025-05-23"
    ),
    (
      "The exchange of 300 prisoners due to take place on Friday was put off.",
      "suspended 2025-05-23"
    ),
    (
      "Kyiv and Moscow cancelled Friday's planned exchange of 300 prisoners.",
      "suspended 2025-05-23"
    ),
    ("Ukraine is preparing an exchange of 300 prisoners planned for Monday.", "planned 2025-05-26"),
    ("The exchange of 300 prisoners that began on Friday continues.", "ongoing 2025-05-23"),
    (
      "The exchange of 300 prisoners, which began on Friday, is still going on.",
      "ongoing 2025-05-23"
    ),
  ])
  func `a plan dates what did not come of it, and what went ahead has its own day`(
    text: String, expected: String
  ) throws {
    #expect(try events(text) == ["exchange \(expected) ?>?:300"])
  }

  @Test(arguments: [
    "The exchange of 300 prisoners, which had been postponed, took place on Friday.",
    "The exchange of 300 prisoners took place on Friday after being postponed twice.",
    "The exchange of 300 prisoners took place on Friday after it was postponed on Thursday.",
  ])
  func `what was put off and went ahead is done`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 ?>?:300"])
  }

  @Test func `a doubt leaves none about what is told of the people by the way`() throws {
    #expect(
      try events(
        "The ministry did not say whether the 30 captives freed by Russia on Friday were wounded.")
        == ["release completed 2025-05-23 RUS>UKR:30"])
  }

  @Test(arguments: [
    "When Russia frees 30 captives, Ukraine will free 30 captives.",
    "Ukraine will free 30 captives when Russia frees 30 captives.",
  ])
  func `a present beside what is to come is to come`(text: String) throws {
    let found = try events(text)
    #expect(found.allSatisfy { $0.contains(" planned - ") } && !found.isEmpty, "\(found)")
  }

  @Test func `parts of a fronted whole are parts`() throws {
    #expect(
      try events("Of the 300 captives freed on Friday, 40 were civilians.")
        == ["release completed 2025-05-23 ?>?:300 (civilian 40)"])
  }

  @Test func `what is to come for one of two joined verbs, and its day, are those of both`() throws
  {
    #expect(
      try events("Russia will free 30 Ukrainian captives on Monday and hand over 20 bodies.")
        == ["release planned 2025-05-26 RUS>UKR:30", "remains planned 2025-05-26 RUS>UKR:20"])
  }

  @Test(arguments: [
    "If Russia frees 30 Ukrainian captives, families will be told.",
    "Should Russia free 30 Ukrainian captives, families will be told.",
    "Did Russia free 30 Ukrainian captives on Friday?",
    "Moscow rejected reports that 300 prisoners had been exchanged on Friday.",
    "Zelensky was asked whether Russia had freed 300 prisoners.",
    "Unless Russia frees 30 captives, Ukraine will not release anybody.",
    "Kyiv denied that 500 prisoners had been exchanged with Russia on Friday.",
    "Moscow denies having freed 500 Ukrainian prisoners on Friday.",
    "Kyiv denied Russian claims about an exchange of 500 prisoners on Friday.",
    "Every month Ukraine and Russia exchange about 200 prisoners.",
    "Ukraine and Russia swap 200 prisoners every few weeks.",
    "Each Monday in May, Russia released 10 Ukrainian captives.",
  ])
  func `conditions, denials and habits are no events`(text: String) throws {
    #expect(try events(text) == [])
  }

  @Test(arguments: [
    "Russia released 22 captive Ukrainian soldiers outside any prisoner exchange on Friday.",
    "Apart from the exchange, Russia returned 22 captive Ukrainian soldiers on Friday.",
    "Separately from Friday's prisoner swap, Russia freed 22 Ukrainian soldiers on Friday.",
  ])
  func `people freed apart from an exchange are released`(text: String) throws {
    #expect(try events(text) == ["release completed 2025-05-23 RUS>UKR:22"])
  }

  @Test(arguments: [
    "Ukraine got back 95 soldiers and Russia 102 on Friday.",
    "Ukraine received 95 prisoners on Friday and handed over 102.",
    "Russia released 95 prisoners of war, and Ukraine 102, on Friday.",
    "On Friday Ukraine received 95 prisoners, Russia 102.",
  ])
  func `a second side goes without its verb before the date`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 RUS>UKR:95 UKR>RUS:102"])
  }

  @Test(arguments: [
    "Yemen's government and the Houthis exchanged 318 prisoners on Friday: the Houthis freed 181 and the government 137.",
    "The Houthis freed 181 captives on Friday and Yemen's government 137.",
  ])
  func `each side's number takes the place of the sum`(text: String) throws {
    #expect(try events(text) == ["exchange completed 2025-05-23 houthis>YEM:181 YEM>houthis:137"])
  }

  @Test(arguments: [
    "Under the truce, Hamas is to free 33 hostages.",
    "The truce envisages the release of 33 hostages by Hamas.",
    "The ceasefire obliges Hamas to hand over 33 hostages.",
    "In all, 33 hostages are to be freed by Hamas in stages.",
  ])
  func `a deal of which a part was carried out is under way`(deal: String) throws {
    let release = "Hamas freed three Israeli hostages on Friday. "
    #expect(
      try events(release + deal) == [
        "release completed 2025-05-23 hamas>ISR:3", "release ongoing - hamas>ISR:33",
      ])
  }

  @Test
  func `an offer is not under way`() throws {
    let text =
      "Hamas freed three Israeli hostages on Friday. Under the proposal, Hamas would release 10 hostages."
    #expect(
      try events(text) == [
        "release completed 2025-05-23 hamas>ISR:3", "release proposed - hamas>ISR:10",
      ])
  }

  @Test(arguments: [
    "The Ukrainian side did not show up on Friday to take delivery of 1,212 bodies of its soldiers.",
    "The handover of bodies was put off on Friday. The bodies of 1,212 Ukrainian soldiers had been brought "
      + "to the exchange point, Moscow said.",
  ])
  func `bodies that nobody takes over are not handed over`(text: String) throws {
    let found = try events(text)
    #expect(
      found.contains { $0.hasPrefix("remains suspended") && $0.contains(":1212") }, "\(found)")
    #expect(!found.contains { $0.contains("completed") }, "\(found)")
  }

  @Test func `what the article says is off was due as told behind`() throws {
    let body = """
      Russia accused Ukraine on Friday of walking away from a prisoner exchange. Kyiv gave no reasons. \
      The swap, of at least 1,000 captives from each side, was meant to begin with the wounded.
      """
    #expect(
      try events(body) == [
        "exchange suspended 2025-05-23 RUS>UKR:1000 at_least UKR>RUS:1000 at_least"
      ])
  }
}
