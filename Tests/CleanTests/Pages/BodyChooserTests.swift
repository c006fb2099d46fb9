import Packs
import Records
import Testing

@testable import Clean

/// What of a page is kept, with the built-in pack.
struct BodyChooserTests {
  private static let prose = [
    "Ukraine and Russia exchanged prisoners on Saturday, officials in the two countries said.",
    "It was the third exchange this month, the coordination headquarters added in a statement.",
    "Most of the soldiers had been in captivity for more than two years, relatives told reporters.",
    "Buses brought them across the border in the afternoon, and families waited with flags.",
  ]

  private func body(_ html: String) throws -> [String] {
    let head = ArticleHead(
      id: "a-1", path: "p", url: nil, title: nil, published: nil, language: nil)
    let article = try Cleaner(Pack.embedded()).clean(
      FetchedArticle(
        head: head, mediaType: .html, charset: "utf-8", digest: "", source: Array(html.utf8)))
    return article.body.split(separator: "\n\n").map(String.init)
  }

  private func page(_ inside: String) -> String {
    let prose = Self.prose.map { "<p>\($0)</p>" }
    return "<article><h1>Swap</h1>\(prose[0])\(prose[1])\(inside)\(prose[2])\(prose[3])</article>"
  }

  @Test(arguments: [
    "<p>Read also: Another story that has a long headline of its own</p>",
    "<figure><figcaption>Buses wait at the border in the month of May.</figcaption></figure>",
    "<p>Editor’s note: This story was corrected to show the right number of people.</p>",
    "<div style='display:none'><p>A hidden paragraph says that 500 people came home.</p></div>",
    "<div class='comments'><p>A reader says that 500 people came home, and is glad.</p></div>",
    "<aside class='related'><p>Another story says that 500 people came home on Sunday.</p></aside>",
    "<h2>Sign up</h2>",
  ])
  func `what is not the article's is dropped from its middle`(html: String) throws {
    #expect(try body(page(html)) == Self.prose)
  }

  @Test(arguments: [
    ("<h2>What came next</h2>", ["What came next"]),
    (
      "<ul><li>307 soldiers and 15 civilians from one side</li><li>the same from the other</li></ul>",
      ["307 soldiers and 15 civilians from one side", "the same from the other"]
    ),
    (
      "<table><tr><td>24 May</td><td>307</td></tr><tr><td>25 May</td><td>303</td></tr></table>",
      ["24 May\t307", "25 May\t303"]
    ),
    (
      "<blockquote><p>“We are home at last,” one of the soldiers said.</p></blockquote>",
      ["“We are home at last,” one of the soldiers said."]
    ),
  ])
  func `what is the article's is kept in its place`(html: String, kept: [String]) throws {
    #expect(try body(page(html)) == Self.prose[..<2] + kept + Self.prose[2...])
  }

  @Test func `a page that says little is read all the same`() throws {
    #expect(
      try body("<div>Exchange took place, 307 each</div>") == ["Exchange took place, 307 each"])
  }
}
