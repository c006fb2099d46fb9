/// A word-like unit of text.
struct Token: Hashable {
  enum Kind: UInt8 { case word, digits, mark }

  /// UTF-8 bytes of the text, half-open.
  var start: Int32
  var end: Int32
  /// The word's number in the vocabulary; 0 for words that no rule knows.
  var lexeme: Int32
  var kind: Kind
  /// The first letter is a capital.
  var isCapitalized: Bool
  /// At least two letters, and all are capitals.
  var isUpper: Bool
  /// White space stands before it.
  var followsSpace: Bool

  var length: Int { Int(end - start) }
}

/// A run of tokens that is one sentence (or one cell row, heading or list item).
struct Sentence: Hashable {
  /// Token numbers, half-open.
  var tokens: Range<Int>
  /// The number of the paragraph; the title is paragraph 0 where there is one.
  var paragraph: Int
}

/// A text cut into tokens and sentences.
struct TokenizedText {
  let bytes: [UInt8]
  var tokens: [Token] = []
  var sentences: [Sentence] = []

  func bytes(_ token: Int) -> ArraySlice<UInt8> {
    bytes[Int(tokens[token].start)..<Int(tokens[token].end)]
  }

  func string(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(
      decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
  }
}
