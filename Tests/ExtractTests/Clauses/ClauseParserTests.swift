import Extract
import Packs
import Testing

/// Sentences to clauses, through the built-in pack.
struct ClauseParserTests {
  private static let extractor = Result { try Extractor(.embedded()) }

  /// The clauses as `kind subject > head`, the one without a subject or head without it.
  func clauses(_ text: String) throws -> [String] {
    let outlines = try #require(Self.extractor.get().outlines(of: text, language: "en"))
    return try outlines.flatMap(\.clauses).map(clause)
  }

  /// `1 relative of 0: [relative who] [verb*! came] home  | subject: 30 soldiers` as
  /// `relative 30 soldiers > came`.
  private func clause(_ line: String) throws -> String {
    let kind = try #require(line.firstMatch(of: /^\d+ (\w+)/)).output.1
    let subject = line.firstMatch(of: /\| subject: (.+)$/)?.output.1
    let head = line.firstMatch(of: /\[[a-z-]+\*!? ([^\]]+)\]/)?.output.1
    return ([kind] + [subject].compactMap(\.self) + (head.map { [">", $0] } ?? []))
      .joined(separator: " ")
  }

  @Test(arguments: [
    (
      "Ukraine brought home 307 soldiers who had been held in Russia.",
      ["main Ukraine > brought", "relative 307 soldiers > held"]
    ),
    (
      "Five commanders of the garrison that held the works were taken back.",
      ["main Five commanders > taken", "relative Five commanders > held"]
    ),
    (
      "The exchange, which took place on Friday, was the 69th of the war.",
      ["main > was", "relative > took"]
    ),
    (
      "The captives whom Moscow had promised to release were flown home.",
      ["main captives > flown", "relative Moscow > release"]
    ),
    (
      "Ukraine received 30 soldiers, who were taken to hospital, and handed over 25 captives.",
      ["main Ukraine > received", "relative 30 soldiers > taken", "main Ukraine > handed over"]
    ),
  ])
  func `a relative clause ends where the clause around it gets its verb or goes on`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "The army freed the 18 soldiers it had captured.",
      ["main The army > freed", "relative the 18 soldiers > captured"]
    ),
    (
      "Kyiv received the 95 captives Russia had promised.",
      ["main Kyiv > received", "relative Russia > promised"]
    ),
  ])
  func `a relative clause can go without its pronoun`(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "The soldiers freed on Friday were taken to Chernihiv.",
      ["main soldiers > taken", "participle soldiers > freed"]
    ),
    (
      "The soldiers captured in Mariupol came home on Friday.",
      ["main soldiers > came", "participle soldiers > captured"]
    ),
    (
      "Five soldiers, captured in Mariupol, were freed on Friday.",
      ["main Five soldiers > freed", "participle Five soldiers > captured"]
    ),
    (
      "Ukraine received the soldiers captured in Mariupol.",
      ["main Ukraine > received", "participle soldiers > captured"]
    ),
    (
      "The 95 captives released by Russia reached Kyiv on Friday.",
      ["main The 95 captives > reached", "participle The 95 captives > released"]
    ),
    (
      "Russia released 30 soldiers, bringing the total to 4,306.",
      ["main Russia > released", "participle Russia > bringing"]
    ),
  ])
  func `a participle stands for its noun where another verb is the finite one`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    ("Russia freed 95 soldiers on Friday.", "main Russia > freed"),
    ("Kyiv received 30 soldiers.", "main Kyiv > received"),
    ("The captives were freed on Friday.", "main captives > freed"),
    ("Some 205 soldiers had been released.", "main Some 205 soldiers > released"),
  ])
  func `the same form is finite where no other verb is`(text: String, expected: String) throws {
    #expect(try clauses(text) == [expected])
  }

  @Test(arguments: [
    (
      "Ukraine and Russia met to exchange 30 prisoners and to return 20 bodies.",
      [
        "main Ukraine + Russia > met", "infinitive Ukraine + Russia > exchange",
        "infinitive Ukraine + Russia > return",
      ]
    ),
    ("Russia agreed to return 1,000 bodies.", ["main Russia > return"]),
    ("Moscow refused to release the medics.", ["main Moscow > release"]),
    ("The 30 captives were to be freed on Friday.", ["main The 30 captives > freed"]),
  ])
  func `an infinitive is a clause of its own, but not behind a governor`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "Ukraine received 1,000 bodies and handed over 19.",
      ["main Ukraine > received", "main Ukraine > handed over"]
    ),
    (
      "Kyiv and Moscow exchanged 95 captives and returned 20 bodies.",
      ["main Kyiv + Moscow > exchanged", "main Kyiv + Moscow > returned"]
    ),
    (
      "The soldiers were captured in 2022 and have now been freed.",
      ["main soldiers > captured", "main soldiers > freed"]
    ),
    (
      "Officials from Kyiv and Moscow met in Istanbul and agreed to exchange 500 captives.",
      ["main Officials > met", "main Officials > exchange"]
    ),
    (
      "Russia freed 30 soldiers and Ukraine released 25 captives.",
      ["main Russia > freed", "main Ukraine > released"]
    ),
    (
      "Russia freed the captives, and Ukraine handed over 30 soldiers.",
      ["main Russia > freed", "main Ukraine > handed over"]
    ),
  ])
  func `joined verbs share a subject unless the second has one of its own`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "Kyiv said that 205 soldiers had been freed.",
      ["main Kyiv > said", "complement 205 soldiers > freed"]
    ),
    (
      "Kyiv said Moscow had released 95 captives.",
      ["main Kyiv > said", "complement Moscow > released"]
    ),
    (
      "Kyiv said on Friday that Moscow had released 205 soldiers.",
      ["main Kyiv > said", "complement Moscow > released"]
    ),
    (
      "Russia said on Saturday that it had released 95 captives.",
      ["main Russia > said", "complement Russia > released"]
    ),
    (
      "Moscow denied it had freed the captives.",
      ["main Moscow > denied", "complement > freed"]
    ),
  ])
  func `what is said is a complement of who says it`(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "Some 205 soldiers were freed, Kyiv said.",
      ["main Some 205 soldiers > freed", "main Kyiv > said"]
    ),
    (
      "\"Our people are home,\" Zelensky wrote on Telegram.",
      ["main people > are home", "main Zelensky > wrote"]
    ),
    (
      "The exchange took place on Friday, officials said, after talks in Istanbul.",
      ["main > took", "main officials > said"]
    ),
    (
      "According to Kyiv, 30 soldiers were freed.",
      ["main 30 soldiers > freed", "adverbial > According to"]
    ),
  ])
  func `who says it can stand behind, between or before`(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "The swap – the 50th since the invasion – took place on Friday.",
      ["main > took", "insertion"]
    ),
    (
      "The captives - five men and two women - were freed on Friday.",
      ["main captives > freed", "insertion five men + two women"]
    ),
    ("The captives, most of them soldiers, were freed on Friday.", ["main captives > freed"]),
    (
      "The exchange, mediated by Qatar, took place on Friday.",
      ["main > took", "participle > mediated"]
    ),
  ])
  func `a clause goes on behind what stands between dashes or commas`(
    text: String, expected: [String]
  ) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "When the buses arrived, 95 soldiers came home.",
      ["main 95 soldiers > came", "adverbial > arrived"]
    ),
    (
      "The convoy arrived when 90 soldiers came home.",
      ["main > arrived", "adverbial 90 soldiers > came"]
    ),
    (
      "After the soldiers were freed, Kyiv released 30 Russians.",
      ["main Kyiv > released", "adverbial soldiers > freed"]
    ),
    (
      "The swap began after 1,000 bodies were handed over.",
      ["main > began", "adverbial 1,000 bodies > handed over"]
    ),
    (
      "Ukraine has freed 30 Russians since the talks ended.",
      ["main Ukraine > freed", "adverbial > ended"]
    ),
    (
      "While the delegations met in Istanbul, Russia freed 30 soldiers.",
      ["main Russia > freed", "adverbial delegations > met"]
    ),
    (
      "Kyiv freed 30 Russians while Moscow released 95 captives.",
      ["main Kyiv > freed", "adverbial Moscow > released"]
    ),
    (
      "The exchange was completed on Friday, as guns fell silent.",
      ["main > completed", "adverbial > fell"]
    ),
    (
      "The captives were freed because Qatar mediated.",
      ["main captives > freed", "adverbial Qatar > mediated"]
    ),
  ])
  func `when, after, since and while open a clause`(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test(arguments: [
    ("Ukraine freed 30 Russians on Friday after talks in Istanbul.", "main Ukraine > freed"),
    ("Ukraine has freed 30 Russians since the invasion.", "main Ukraine > freed"),
  ])
  func `after and since open none before a noun or a date`(text: String, expected: String) throws {
    #expect(try clauses(text) == [expected])
  }

  @Test(arguments: [
    ("The exchange was the 64th of the war.", "main > was"),
    ("The swap was due on Friday.", "main > due"),
    ("The swap was called off on Friday.", "main > called off"),
    ("The swap fell through on Friday.", "main > fell through"),
    (
      "The sides had agreed on an exchange of 1,200 prisoners.",
      "main The sides > had agreed on"
    ),
    (
      "Kyiv and Moscow have agreed on an exchange of 500 captives.",
      "main Kyiv + Moscow > have agreed on"
    ),
    ("The exchange has been agreed on.", "main > agreed on"),
    ("The 30 captives are back.", "main The 30 captives > are back"),
  ])
  func `copulas, governors, states and predicates are heads where no verb follows`(
    text: String, expected: String
  ) throws {
    #expect(try clauses(text) == [expected])
  }

  @Test(arguments: [
    ("Russia freed 30 soldiers in Russian-held Donetsk.", "main Russia > freed"),
    ("Kyiv freed 30 Russians in a Qatari-mediated exchange.", "main Kyiv > freed"),
    ("Ukrainian-held Sumy received 30 captives.", "main > received"),
  ])
  func `a verb behind a hyphen heads no clause`(text: String, expected: String) throws {
    #expect(try clauses(text) == [expected])
  }

  @Test func `a language without rules has no outlines`() throws {
    #expect(try Self.extractor.get().outlines(of: "Украина", language: "ru") == nil)
  }
}
