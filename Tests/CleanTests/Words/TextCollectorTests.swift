import Testing

@testable import Clean

struct TextCollectorTests {
  @Test(arguments: [
    ("  a \n b\u{A0}c\u{2009} ", "a b c"), ("a\u{AD}b\u{200B}c\u{FEFF}", "abc"),
    ("\u{92}a\u{85}", "’a…"), ("日本\u{3000}語", "日本 語"), ("", ""), ("\u{200B} ", ""),
  ])
  func `white space collapses and what is not seen goes`(text: String, expected: String) {
    #expect(BlockText.collapsed(text) == expected)
  }

  @Test func `words are the same in any letter case and with any marks around`() {
    let words = TextCollector.words(of: "Обмін: 307 «за» Éxito, don't")
    #expect(words == TextCollector.words(of: "обмін 307, за éxito — don't"))
    #expect(words.count == 5)
    #expect(words != TextCollector.words(of: "обмін 307 за exito don't"))
  }

  @Test(arguments: [
    ("He came.", true), ("“He came.”", true), ("«Він прийшов!»", true), ("帰った。", true),
    ("So he said:", true), ("He came", false), ("»", false), ("", false), ("wait…)", true),
  ])
  func `a sentence ends with its mark, quotes and brackets aside`(text: String, ends: Bool) {
    #expect(BlockText.endsSentence(text) == ends)
  }
}
