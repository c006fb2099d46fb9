import Markup
import Packs
import Testing

@testable import Clean

struct PageMetadataTests {
  private func metadata(_ html: String) throws -> PageMetadata {
    let rules = try CleaningRules(Pack.embedded())
    let page = PageParser.parse(Array(html.utf8))
    let cues = rules.cues.cues(in: page)
    var reader = BlockReader(page, cues: cues, hidden: rules.hiddenCue)
    return PageMetadata(
      page, cues: cues, blocks: reader.read(), rules: rules, days: DayReader(rules.languages))
  }

  private static func linked(_ json: String) -> String {
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\(json)}</script>"
  }

  @Test(arguments: [
    (linked(#""headline":"&#8216;Home&#8217; at last""#), "‘Home’ at last"),
    (
      "<meta property=og:title content='Swap - Daily Post'><meta property=og:site_name content='Daily Post'>",
      "Swap"
    ),
    (
      "<meta property=og:title content='Swap: 307 home - Golem.de'><link rel=canonical href=https://www.golem.de/1>",
      "Swap: 307 home"
    ),
    ("<meta property=og:title content='Swap - what we know'>", "Swap - what we know"),
    (
      "<title>Long Blog: Swap, two years on</title><h1>Long Blog</h1><h3>Swap, two years on</h3>",
      "Swap, two years on"
    ),
    (
      "<title>Курьер :: Сто семь на сто семь</title><table><tr><td>Курьер</td></tr></table>",
      "Сто семь на сто семь"
    ),
    ("<title>A swap</title><h1>Prisoners come home</h1>", "Prisoners come home"),
    ("<title>A swap | Site</title>", "A swap | Site"),
    ("<title>A swap | Site</title><h1>A swap</h1>", "A swap"),
  ])
  func `a headline is the best witness's, without the site's name`(html: String, title: String)
    throws
  {
    #expect(try metadata(html).title == title)
  }

  @Test(arguments: [
    (
      linked(#""author":[{"@type":"Person","name":"Jane Doe (jdo)"},[{"name":"A. B."}]]"#),
      ["Jane Doe", "A. B."]
    ),
    (
      linked(#""author":{"@type":"Organization","name":"Post"}"#)
        + "<div class=byline>By Jane Doe and John de Roe</div>", ["Jane Doe", "John de Roe"]
    ),
    (
      linked(#""author":{"@type":"Organization","name":"Post"}"#)
        + "<div class=byline>Published 3 May</div>",
      ["Post"]
    ),
    (
      "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Jane Doe'>",
      ["Jane Doe"]
    ),
    (
      "<meta name=author content='https://example.com/jane'><a rel=author href=x>Jane Doe</a>",
      ["Jane Doe"]
    ),
    ("<div class=author>Wire24 staff, Jane Roe</div>", ["Jane Roe"]),
    (
      "<h1>x</h1><div>By <a>Anna Kowalska</a> and <a>Tom O'Neill</a></div>",
      ["Anna Kowalska", "Tom O'Neill"]
    ),
    ("<p>By the river</p>", []),
  ])
  func `authors are people before organizations`(html: String, authors: [String]) throws {
    #expect(try metadata(html).authors == authors)
  }

  @Test(arguments: [
    (
      linked(#""datePublished":"2025-05-24T23:30:00+03:00","dateModified":"2025-05-26""#),
      "2025-05-24"
    ),
    (
      "<meta property=article:published_time content='20250524T0800'><time datetime=2025-05-26>",
      "2025-05-24"
    ),
    ("<h1>x</h1><p>24.05.2025, 08:30</p>", "2025-05-24"),
    ("<p>1 May 2020 elsewhere</p><h1>x</h1><p>Published: May 24, 2025</p>", "2025-05-24"),
    ("<h1>x</h1>", nil),
  ])
  func `the day is that of publication`(html: String, day: String?) throws {
    #expect(try metadata(html).published == day)
  }
}
