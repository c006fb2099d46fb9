import Packs
import Records
import Testing

@testable import Clean

/// Lists in a text that lost its markup.
struct LineListsTests {
  private static let before = [
    "Ukraine and Russia exchanged prisoners on Saturday, officials in the two countries said.",
    "It was the third exchange this month, the coordination headquarters added in a statement.",
  ]
  private static let after =
    "Buses brought them across the border in the afternoon, and families waited with flags."

  /// The paragraphs that are left of some lines between the paragraphs of an article.
  private func kept(_ lines: [String], goesOn: Bool = true) throws -> [String] {
    let head = ArticleHead(
      id: "a-1", path: "p", url: nil, title: nil, published: nil, language: nil)
    let text = (Self.before + lines + (goesOn ? [Self.after] : [])).joined(separator: "\n\n")
    let article = try Cleaner(Pack.embedded()).clean(
      FetchedArticle(
        head: head, mediaType: .plain, charset: "utf-8", digest: "", source: Array(text.utf8)))
    return article.body.split(separator: "\n\n").map(String.init).filter {
      !Self.before.contains($0) && $0 != Self.after
    }
  }

  @Test(arguments: [
    ["January 8: 50 for 50", "February 16: 101 for 100"],
    ["National Guard – 28", "Border Guard Service – 15", "Navy – 20"],
    ["8 March - 105 people", "25 March - 44 people"],
    ["Among the freed:", "Marines: 17", "Airborne troops: 30"],
  ])
  func `a run of entries between paragraphs is kept, with its heading`(lines: [String]) throws {
    #expect(try kept(lines) == lines)
  }

  @Test func `rows of a table are kept with their tabs, lines of a menu are not`() throws {
    let rows = ["Date\tTo Ukraine\tTo Russia", "24 January\t757\t49", "14 February\t757"]
    #expect(try kept(rows) == rows)
    #expect(
      try kept(["Deaths", " Date \t To  Ukraine\tTo Russia"] + rows.dropFirst()) == rows)
    #expect(try kept(["Home\tWorld\tSport", "Log in\tHelp\tShop", "Share\tSave\t3"]) == [])
    #expect(try kept(Array(rows.dropLast())) == [])
  }

  @Test(arguments: [
    ["January 8: 50 for 50"], ["Marines: seventeen", "Navy: twenty"],
    ["Kyiv | Lviv: 50", "Odesa | Sumy: 60"], ["12: 50", "13: 60"],
    ["Weather: in Kyiv it is 30", "Traffic: in Lviv it is 20"],
  ])
  func `one entry alone, and lines without a label and its number, are none`(
    lines: [String]
  ) throws {
    #expect(try kept(lines) == [])
  }

  @Test func `a list behind which no text goes on is the page's`() throws {
    #expect(try kept(["Marines: 17", "Navy: 20"], goesOn: false) == [])
  }
}
