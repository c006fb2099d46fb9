import Testing

@testable import Markup

struct PageParserTests {
  /// The page as nested names and texts, one a line.
  private func outline(_ html: String) -> [String] {
    let page = PageParser.parse(Array(html.utf8))
    return (1..<page.count).map { node in
      var depth = 0
      var parent = node
      while parent != 0 {
        parent = page.parents[parent]
        depth += 1
      }
      let indent = String(repeating: " ", count: depth - 1)
      guard page.tags[node] == .text else { return indent + page.tags[node].name }
      return indent + "'" + String(decoding: page.text[page.textRange(node)], as: UTF8.self) + "'"
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

  @Test func `deep nesting is cut and marked, wide pages are not`() {
    let deep = PageParser.parse(Array(String(repeating: "<div>", count: 200_000).utf8))
    #expect(deep.isTruncated)
    let wide = PageParser.parse(Array(String(repeating: "<p>x</p>", count: 20_000).utf8))
    #expect(!wide.isTruncated)
    #expect(wide.count > 40_000)
  }

  @Test func `a page of too many elements is cut and marked, and what came before stays`() {
    let page = PageParser.parse(Array(String(repeating: "<p>x", count: 300_000).utf8))
    #expect(page.isTruncated)
    #expect(page.count >= PageParser.nodeLimit)
    #expect(page.textContent(of: 0).utf8.count > 100_000)
  }

  @Test func `attributes beyond a limit are cut and the page is marked`() throws {
    let flood = (0..<50_000).map { "a\($0)=1" }.joined(separator: " ")
    let page = PageParser.parse(
      Array("<p>before</p><div \(flood) id=late>inside</div><p>after</p>".utf8))
    #expect(page.isTruncated)
    #expect(page.textContent(of: 0) == "beforeinsideafter")
    let div = try #require(page.tags.firstIndex(of: .div))
    #expect(page.attribute(.id, of: div) == nil)
  }

  @Test func `attributes have their values whatever the quotes, entities decoded`() throws {
    let page = PageParser.parse(
      Array(#"<p class='a "b" c' ID=x hidden style="display:none" id=y>t</p>"#.utf8))
    let node = try #require(page.tags.firstIndex(of: .p))
    #expect(page.attribute(.class, of: node) == #"a "b" c"#)
    #expect(page.attribute(.id, of: node) == "x")
    #expect(page.attribute(.hidden, of: node) == "")
    #expect(page.attribute(.style, of: node) == "display:none")
    let escaped = PageParser.parse(Array("<p class='a&amp;b'>t".utf8))
    let other = try #require(escaped.tags.firstIndex(of: .p))
    #expect(escaped.attribute(.class, of: other) == "a&b")
  }

  @Test func `descendants of a node are the nodes up to its end`() throws {
    let page = PageParser.parse(Array("<div><p>a</p><p>b</p></div><p>c</p>".utf8))
    let div = try #require(page.tags.firstIndex(of: .div))
    #expect(page.textContent(of: div) == "ab")
    #expect(page.ends[div] - div == 5)
    #expect(page.textLength(of: div) == 2)
  }

  @Test func `a text loses its entities and tags`() {
    #expect(Page.plainText("&#8216;a&ouml;&#8217; <i>b</i> &amp; c") == "‘aö’ b & c")
  }

  @Test func `an empty page has only its root`() { #expect(PageParser.parse([]).count == 1) }
}
