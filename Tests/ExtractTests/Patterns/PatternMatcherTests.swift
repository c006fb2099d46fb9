import Packs
import Testing

@testable import Extract

struct PatternMatcherTests {
  /// Where a pattern over plain words matches from the first token on, and its parts' words.
  private func match(_ pattern: String, _ words: String) throws -> (end: Int?, parts: [String]) {
    var lexicon = Lexicon()
    let node = try PackNode.parse("- \"\(pattern)\"", file: "t.yaml").list()[0]
    let compiled = try PatternParser.parse(node, &lexicon)
    var text = TokenizedText(bytes: Array(words.utf8))
    text.tokens = Tokenizer(vocabulary: lexicon.vocabulary).tokenize(text.bytes)
    let code = compiled.program.instructions
    var matcher = PatternMatcher(code, text)
    let end = matcher.match(0..<code.count, at: 0, limit: text.tokens.count)
    matcher.keep()
    return (end, matcher.captures().map { "\(compiled.names[$0.name])=\(text.string($0.range))" })
  }

  @Test(arguments: [
    ("a b?", "a b", 2), ("a b?", "a c", 1), ("(a | a b) c?", "a b c", 3),
    ("a _{0,2} d", "a b c d", 4),
    ("a+", "a a a b", 3), ("a* b", "a a b", 3), ("(a b)+", "a b a b a", 4),
  ])
  func `the longest way wins`(pattern: String, words: String, end: Int) throws {
    #expect(try match(pattern, words).end == end)
  }

  @Test func `parts are remembered, groups behind what stands in them`() throws {
    let found = try match("x:(y:a b) z:c?", "a b c")
    #expect(found.parts == ["y=a", "x=a b", "z=c"])
  }

  @Test func `nothing is no match`() throws {
    #expect(try match("a? b?", "c").end == nil)
    #expect(try match("a b", "a").end == nil)
  }

  /// Tried one way after the other, these would take longer than the universe is old.
  @Test func `a pattern that could go astray ends`() throws {
    let words = Array(repeating: "a", count: 300).joined(separator: " ")
    #expect(try match("(a* a*)* b", words).end == nil)
    #expect(try match("(a | a a | a a a)+ b", words).end == nil)
  }
}
