import Testing

@testable import Markup

struct MarkupTrimmerTests {
  private func trimmed(_ html: String) -> String {
    var trimmer = MarkupTrimmer(Array(html.utf8))
    trimmer.trim()
    return String(decoding: trimmer.html, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("a<!-- b > c -->d", "ad"),
      ("a<!-->b", "ab"),
      ("a<!-- b --!>c", "ac"),
      ("a<!-- never closed", "a"),
      ("a<![if IE]>b<?php c ?>d</ e>f", "abdf"),
      ("<script>if (a < b) '</div>'</script>x", "x"),
      ("<SCRIPT type=module>a</script >x", "x"),
      ("<script>never closed", ""),
      ("<style>p > a {}</style>x", "x"),
      ("<noscript><img src=a></noscript>x", "x"),
      ("a<svg><path d='1'/></svg>b", "ab"),
      ("a<svg/>b", "ab"),
      ("a<svg>never closed", "anever closed"),
      ("<title>a <b> c</title>", "<title>a &lt;b> c</title>"),
      ("<div/>x", "<div>x"),
      ("<my-icon/>x", "<my-icon/>x"),
      ("<p class=a data-x='>' class=b>x</p >", #"<p class="a">x</p>"#),
      ("<p class='\"'>x", #"<p class="&quot;">x"#),
      ("<img src=a><input type=hidden>x", "x"),
      ("a < b <", "a < b <"),
      ("<p style='color: red'>x", "<p>x"),
      ("<p style='display: none'>x", #"<p style="display: none">x"#),
    ])
  func `what no reader sees is taken out, the rest stays`(html: String, expected: String) {
    #expect(trimmed(html) == expected)
  }

  @Test func `JSON-LD is kept apart, other scripts are not`() {
    var trimmer = MarkupTrimmer(
      Array(
        #"<script type="application/ld+json">{"a": "</p>"}</script><script>b</script>"#.utf8))
    trimmer.trim()
    #expect(trimmer.linkedData.map { String(decoding: $0, as: UTF8.self) } == [#"{"a": "</p>"}"#])
    #expect(trimmer.html.isEmpty)
  }

  @Test func `a script with many words behind a less-than sign is no flood`() {
    let words = String(repeating: "a b ", count: 5000)
    var trimmer = MarkupTrimmer(Array("<script>if (a <b) { \(words) }</script>x".utf8))
    trimmer.trim()
    #expect(!trimmer.isTruncated)
  }
}
