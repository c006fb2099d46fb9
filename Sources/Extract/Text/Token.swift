internal import Records

/// A word-like unit of text.
struct Token: Hashable {
  enum Kind: UInt8 { case word, digits, mark }

  /// UTF-8 bytes of the text, half-open.
  var start: Int32
  var end: Int32
  /// The word's number in the vocabulary; 0 for words that no rule knows.
  var lexeme: Int32
  /// The Unicode scalar of a mark; 0 for words and digits.
  var mark: UInt32
  var kind: Kind
  /// The first letter is a capital.
  var isCapitalized: Bool
  /// At least two letters, and all are capitals.
  var isUpper: Bool
  /// White space stands before it.
  var followsSpace: Bool

  var length: Int { Int(end - start) }

  /// How many bytes a mark's scalar has; the possessive `'s` is a mark that is longer than its own.
  var markLength: Int {
    mark == 0 ? 0 : mark < 0x80 ? 1 : mark < 0x800 ? 2 : mark < 0x10000 ? 3 : 4
  }
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

  /// UTF-8 bytes of a run of tokens, which holds at least one.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// Whether a token is a mark.
  func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens[token].mark == mark.value
  }
}
