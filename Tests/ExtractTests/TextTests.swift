import Packs
import Testing

@testable import Extract

struct TokenizerTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer(vocabulary: Vocabulary()).tokenize(bytes).map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("Russia's POWs", ["Russia", "'s", "POWs"]), ("Russia’s", ["Russia", "’s"]),
    ("п'ять осіб", ["п'ять", "осіб"]),
    ("1,000-for-1,000", ["1", ",", "000", "-", "for", "-", "1", ",", "000"]),
    ("50th", ["50", "th"]), ("“No,” he said…", ["“", "No", ",", "”", "he", "said", "…"]),
  ])
  func `words, digits and marks`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }
}

struct SentenceSplitterTests {
  @Test(arguments: [
    ("It fell on Jan. 24 when a jet crashed. Nobody lived.", 2),
    ("U.S. President Donald Trump spoke. He left.", 2), ("He said “yes.” She left.", 2),
    ("First paragraph\n\nSecond", 2), ("Mr. Putin came at 3.30 p.m. today", 1),
    ("“Why?” he asked.", 1),
  ])
  func `sentences end where a reader would end them`(text: String, count: Int) throws {
    let rules = try #require(try LanguageCompiler.compile(Pack.embedded())["en"])
    let splitter = SentenceSplitter(
      abbreviations: rules.abbreviations, months: rules.months)
    var tokenized = TokenizedText(bytes: Array(text.utf8))
    tokenized.tokens = rules.tokenizer.tokenize(tokenized.bytes)
    #expect(splitter.sentences(tokenized).count == count)
  }
}
