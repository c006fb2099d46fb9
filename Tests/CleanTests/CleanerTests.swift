import Packs
import Records
import Testing

@testable import Clean

struct CleanerTests {
  private func clean(
    _ source: String, _ mediaType: FetchedArticle.MediaType = .html, published: String? = nil
  ) throws -> CleanArticle {
    let head = ArticleHead(
      id: "a-1", path: "p", url: nil, title: nil, published: published, language: nil)
    return try Cleaner(Pack.embedded()).clean(
      FetchedArticle(
        head: head, mediaType: mediaType, charset: "utf-8", digest: "", source: Array(source.utf8)))
  }

  private static let prose =
    "Ukraine and Russia exchanged prisoners on Saturday, officials in the two countries said."

  @Test func `a page's furniture is left out and its article kept`() throws {
    let article = try clean(
      """
      <html lang="en"><head><title>Swap - Site</title><meta property="og:title" content="Swap">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Swap of 307","datePublished":
      "2025-05-24T22:00:00+03:00","author":[{"name":"A. Writer"}]}</script></head><body>
      <nav><p>\(Self.prose) Navigation.</p></nav>
      <article><h1>Swap of 307</h1><div class="byline">By A. Writer</div>
      <p>\(Self.prose)</p><figure><figcaption>Buses wait at the border in May.</figcaption></figure>
      <h2>What came next</h2><p>More people came home on Sunday, the ministry added in a statement.</p>
      <p>Read also: Another story that has a long headline of its own</p>
      <table><tr><td>24 May</td><td>307</td></tr></table>
      <div class="related-posts"><p>\(Self.prose) Related.</p></div></article>
      <div style="display: none"><p>\(Self.prose) Hidden.</p></div>
      <footer><p>All rights reserved by the site and its owners in all countries of the world.</p></footer>
      """)
    #expect(article.head.title == "Swap of 307")
    #expect(article.head.published == "2025-05-24")
    #expect(article.head.language == "en")
    #expect(article.authors == ["A. Writer"])
    #expect(
      article.body == """
        \(Self.prose)

        What came next

        More people came home on Sunday, the ministry added in a statement.

        24 May\t307
        """)
  }

  @Test func `two line breaks separate paragraphs and one is a space`() throws {
    let article = try clean(
      "<div>\(Self.prose)<br><br>It was the second<br>exchange this month, they said.</div>")
    #expect(article.body == "\(Self.prose)\n\nIt was the second exchange this month, they said.")
  }

  @Test func `a scraped text loses its headline, credits and other stories`() throws {
    let article = try clean(
      """
      logo
      Swap brings home hundreds
      Swap brings home hundreds
      Yahoo24-05-2025
      \(Self.prose)
      Photo: Telegram
      "Our people are home," he said.
      Related Articles
      \(Self.prose) Another story.
      """, .plain)
    #expect(article.head.title == "Swap brings home hundreds")
    #expect(article.head.published == "2025-05-24")
    #expect(article.body == "\(Self.prose)\n\n\"Our people are home,\" he said.")
  }

  @Test func `lines that are wrapped are one paragraph, with any line end`() throws {
    let article = try clean(
      "Title of the story here\r\n\r\nThree Ukrainian soldiers whom Russia had passed to Hungary without\r\na word to Kyiv returned to Ukraine on Tuesday, the ministry said.\r\n",
      .plain)
    #expect(
      article.body
        == "Three Ukrainian soldiers whom Russia had passed to Hungary without a word to Kyiv returned to Ukraine on Tuesday, the ministry said."
    )
  }

  @Test func `what the sidecar tells beats the page, in whatever form it writes the day`() throws {
    #expect(
      try clean("<p>\(Self.prose)</p>", published: "18.06.2025").head.published == "2025-06-18")
  }

  @Test func `linked data is read whole, however long`() throws {
    let filler = String(repeating: "x", count: 5000)
    let article = try clean(
      """
      <script type="application/ld+json">{"@type":"NewsArticle","description":"\(filler)","headline":"H",
      "datePublished":"2025-05-24"}</script><p>\(Self.prose)</p>
      """)
    #expect(article.head.title == "H")
    #expect(article.head.published == "2025-05-24")
  }

  @Test func `a text of one line without a full stop is a text`() throws {
    let line = "Ukraine and Russia exchanged 307 prisoners of war each on Saturday"
    #expect(try clean(line, .plain).body == line)
  }

  @Test func `a page without text is a failure`() {
    #expect(throws: StageFailure.self) {
      _ = try clean("<html><body><nav>Menu</nav></body></html>")
    }
  }
}
