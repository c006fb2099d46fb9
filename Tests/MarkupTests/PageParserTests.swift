import Testing

@testable import Markup

struct PageParserTests {
  /// The page as nested names and texts, one a line.
  private func outline(_ html: String) -> [String] {
    let page = PageParser.parse(Array(html.utf8))
    return page.nodes.indices.dropFirst().map { node in
      var depth = 0
      var parent = node
      while parent != 0 {
        parent = page.parents[parent]
        depth += 1
      }
      let indent = String(repeating: " ", count: depth - 1)
      switch page.nodes[node] {
      case .element(let tag): return indent + tag.name
      case .text(let range):
        return indent + "'" + String(decoding: page.text[range], as: UTF8.self) + "'"
      case .raw(let range):
        return indent + "raw " + String(decoding: page.text[range], as: UTF8.self)
      }
    }
  }

  @Test func `elements, texts and entities come in document order`() {
    #expect(
      outline("<div>a &amp; <b>b&nbsp;</b>c</div>")
        == ["html", " body", "  div", "   'a & '", "   b", "    'b\u{A0}'", "   'c'"])
  }

  @Test func `an HTML 5 block ends an open paragraph, and what follows stands outside of it`() {
    #expect(
      outline("<p>x<article>y</article>z")
        == ["html", " body", "  p", "   'x'", "  article", "   'y'", "  'z'"])
  }

  @Test func `a script stays raw`() {
    #expect(
      outline("<script>if (a < b) '</div>'</script>").contains {
        $0.hasSuffix("raw if (a < b) '</div>'")
      })
  }

  @Test func `deep nesting is cut and marked, wide pages are not`() {
    let deep = PageParser.parse(Array(String(repeating: "<div>", count: 200_000).utf8))
    #expect(deep.isTruncated)
    let wide = PageParser.parse(Array(String(repeating: "<p>x</p>", count: 20_000).utf8))
    #expect(!wide.isTruncated)
    #expect(wide.nodes.count > 40_000)
  }

  @Test func `attributes beyond a limit are cut and the page is marked`() throws {
    let flood = (0..<50_000).map { "a\($0)=1" }.joined(separator: " ")
    let page = PageParser.parse(Array("<p>before</p><div \(flood)>inside</div><p>after</p>".utf8))
    #expect(page.isTruncated)
    #expect(page.textContent(of: 0) == "beforeinsideafter")
    let div = try #require(page.nodes.indices.first { page.tag($0) == Tag("div") })
    #expect(page.attributes(div).count == 2048)
  }

  @Test func `a script with many words behind a less-than sign is no flood`() {
    let words = String(repeating: "a b ", count: 5000)
    #expect(!PageParser.parse(Array("<script>if (a <b) { \(words) }</script>x".utf8)).isTruncated)
  }

  @Test func `descendants of a node are the nodes up to its end`() throws {
    let page = PageParser.parse(Array("<div><p>a</p><p>b</p></div><p>c</p>".utf8))
    let div = try #require(page.nodes.indices.first { page.tag($0) == Tag("div") })
    #expect(page.textContent(of: div) == "ab")
    #expect(page.descendants(of: div).count == 4)
  }

  @Test func `an empty page has only its root`() { #expect(PageParser.parse([]).nodes.count == 1) }
}
