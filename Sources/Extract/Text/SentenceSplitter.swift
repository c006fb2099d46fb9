/// Cuts paragraphs into sentences.
///
/// A paragraph ends at a blank line. Inside it a sentence ends at `.`, `!`, `?` or `…`, closing quotes
/// included, when the next token is capitalized, a digit or an opening quote, and the word before
/// the dot is no abbreviation of the pack and no single letter.
struct SentenceSplitter {
  let abbreviations: Set<Int32>
  let lexicalMarks: LexicalMarks

  /// Tokens after which a sentence ends whatever stands there.
  ///
  /// News has none of 200; a hostile text without a stop would make every later step pay for its
  /// square.
  static let longest = 400

  func sentences(_ text: TokenizedText) -> [Sentence] {
    var sentences: [Sentence] = []
    let tokens = text.tokens
    var start = 0
    var paragraph = 0
    var index = 0
    while index < tokens.count {
      if index > start, Self.isParagraphBreak(text, before: index) {
        sentences.append(Sentence(tokens: start..<index, paragraph: paragraph))
        start = index
        paragraph += 1
      }
      if index - start >= Self.longest {
        sentences.append(Sentence(tokens: start..<index, paragraph: paragraph))
        start = index
      }
      var end = index + 1
      if isEnd(index, text) {
        while end < tokens.count, !tokens[end].followsSpace, isClosing(text, end) { end += 1 }
        if end < tokens.count, tokens[end].followsSpace, begins(text, end),
          !Self.isParagraphBreak(text, before: end)
        {
          sentences.append(Sentence(tokens: start..<end, paragraph: paragraph))
          start = end
        }
      }
      index = end
    }
    if start < tokens.count {
      sentences.append(Sentence(tokens: start..<tokens.count, paragraph: paragraph))
    }
    return sentences
  }

  private static func isParagraphBreak(_ text: TokenizedText, before index: Int) -> Bool {
    let gap = text.bytes[Int(text.tokens[index - 1].end)..<Int(text.tokens[index].start)]
    return gap.contains(0x0A)
  }

  private func isEnd(_ index: Int, _ text: TokenizedText) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .mark, index > 0 else { return false }
    let bytes = text.bytes(index)
    if bytes.elementsEqual("!".utf8) || bytes.elementsEqual("?".utf8)
      || bytes.elementsEqual("…".utf8)
    {
      return true
    }
    guard bytes.elementsEqual(".".utf8) else { return false }
    let before = text.tokens[index - 1]
    if token.followsSpace { return true }
    if before.kind == .word {
      if abbreviations.contains(before.lexeme), before.lexeme != 0 { return false }
      if before.length == 1, before.isCapitalized { return false }
    }
    return true
  }

  private func isClosing(_ text: TokenizedText, _ index: Int) -> Bool {
    lexicalMarks.closing.contains(Array(text.bytes(index)))
  }

  private func begins(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isCapitalized || token.kind == .digits
      || token.kind == .mark && lexicalMarks.opening.contains(Array(text.bytes(index)))
      || token.kind == .word
        && LetterCase.decode(text.bytes[...], at: Int(token.start)).scalar >= 0x590
  }
}

/// Marks that close or open a quotation or bracket.
struct LexicalMarks {
  let closing = Set(["\"", "'", "”", "’", "»", ")", "]", "“"].map { Array($0.utf8) })
  let opening = Set(
    ["\"", "'", "“", "‘", "«", "(", "[", "„", "–", "—", "-"].map { Array($0.utf8) })
}
