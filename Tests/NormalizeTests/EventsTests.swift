import Extract
import Packs
import Records
import Testing

@testable import Normalize

/// Texts to events, through the built-in pack.
struct EventsTests {
  /// The events as `type status date from>to:count … +ordinal @place ~mediators`.
  private func events(_ body: String, published: String? = "2025-05-24") throws -> [String] {
    let pack = try Pack.embedded()
    let article = CleanArticle(
      head: ArticleHead(
        id: "a-1", path: "p", url: nil, title: nil, published: published, language: "en"),
      authors: [], body: body)
    let events = try Normalizer(pack).normalize(try Extractor(pack).extract(article))
    #expect(events.allSatisfy { !$0.evidence.isEmpty && $0.id.hasPrefix("e-") })
    return events.map { event in
      var parts = [event.kind.rawValue, event.status?.rawValue ?? "-", event.date ?? "-"]
      parts += event.transfers.map { transfer in
        let bound = transfer.bound.map { $0 == .exact ? "" : " \($0.rawValue)" } ?? ""
        return
          "\(transfer.from ?? "?")>\(transfer.to ?? "?"):\(transfer.count.map(String.init) ?? "?")\(bound)"
      }
      parts += event.including.map { "(\($0.category.rawValue) \($0.count ?? 0))" }
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

  @Test func `the same text has the same ids wherever it lies, and evidence that says so`() throws {
    let pack = try Pack.embedded()
    func events(path: String) throws -> [Event] {
      let article = CleanArticle(
        head: ArticleHead(
          id: "a-1", path: path, url: nil, title: nil, published: "2025-05-24", language: "en"),
        authors: [], body: "Ukraine brought home 307 soldiers from Russian captivity on May 24.")
      return try Normalizer(pack).normalize(Extractor(pack).extract(article))
    }
    let first = try events(path: "a")
    #expect(first.map(\.id) == (try events(path: "b/c")).map(\.id))
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
