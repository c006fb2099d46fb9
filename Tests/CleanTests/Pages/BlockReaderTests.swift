import Markup
import Packs
import Testing

@testable import Clean

struct BlockReaderTests {
  private let rules: CleaningRules

  init() throws { rules = try CleaningRules(Pack.embedded()) }

  private func read(_ html: String) -> BlockList {
    let page = PageParser.parse(Array(html.utf8))
    var reader = BlockReader(page, cues: rules.cues.cues(in: page), hidden: rules.hiddenCue)
    return reader.read()
  }

  /// The blocks as "kind: text".
  private func outline(_ html: String) -> [String] {
    let list = read(html)
    return list.blocks.map { "\($0.kind): \(list.string($0))" }
  }

  @Test(arguments: [
    ("<p>a <b>b</b>\n c</p>d", ["paragraph: a b c", "other: d"]),
    ("<div>a<p>b</p>c</div>", ["division: a", "paragraph: b", "division: c"]),
    ("<h2>a</h2><ul><li>b<li><p>c</p></ul>", ["heading: a", "item: b", "paragraph: c"]),
    ("<blockquote><p>a</p></blockquote>", ["quotation: a"]),
    ("<figure><img><figcaption>a</figcaption></figure>", ["caption: a"]),
    ("<div>a<br><br>b<br>c</div>", ["division: a", "division: b c"]),
    (
      "<div>a:<br>• b<br>▪️ c<br><br>d</div>", ["division: a:", "item: b", "item: c", "division: d"]
    ),
    ("<div><b>a</b><br>b <b>c</b><br>d</div>", ["division: a", "division: b c d"]),
    ("<table><tr><td>a</td><td>b <i>c</i></td></tr></table>", ["row: a\tb c"]),
    ("<table><tr><td></td><td>b</td><td> </td><td>c</td></tr></table>", ["row: \tb\t\tc"]),
    ("<table><tr><td><p>a</p></td><td>b</td></tr></table>", ["paragraph: a", "cell: b"]),
    ("<p>a<button>b</button><select><option>c</select></p>", ["paragraph: a"]),
    ("<template><p>a</p></template>b", ["other: b"]),
    ("<p>&#146;a&nbsp;b&shy;c&#8203;</p>", ["paragraph: ’a bc"]),
  ])
  func `a page is cut where a reader sees blocks`(html: String, expected: [String]) {
    #expect(outline(html) == expected)
  }

  @Test func `a block knows how much of it is links and bold type`() throws {
    let block = try #require(read("<p><b>12345</b> <a href=x>678</a> 0").blocks.first)
    #expect(block.emphasized == 5)
    #expect(block.linkDensity == 4.0 / 11.0)
    #expect(!block.startsWithLink)
    #expect(block.words.count == 3)
  }

  @Test func `what hides an element is a cue of what is inside`() {
    for html in [
      "<div hidden><p>a</p></div>", "<p aria-hidden=true>a</p>", "<p style='display : none'>a</p>",
      "<p class=sr-only>a</p>",
    ] {
      #expect(read(html).blocks.allSatisfy { $0.near == rules.hiddenCue }, "\(html)")
    }
    #expect(read("<p style='display: block'>a</p>").blocks.allSatisfy { $0.near.isEmpty })
  }

  @Test func `cues of parents are near, those beyond are far`() throws {
    let list = read("<div class=related><div class=x><div><p>a</p></div></div></div>")
    let block = try #require(list.blocks.first)
    #expect(block.far == rules.relatedCue)
    #expect(block.near.isEmpty)
  }
}
