/// Cuts paragraphs into sentences.
///
/// A paragraph ends at a blank line. Inside it a sentence ends at `.`, `!`, `?` or `…`, closing quotes
/// included, when the next token is capitalized, a digit or an opening quote, and the word before
/// the dot is no abbreviation of the pack and no single letter.
struct SentenceSplitter {
  let abbreviations: Set<Int32>
  /// The names of months; before them a day with a dot ends no sentence.
  let months: Set<Int32>

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
    guard text.tokens[index].followsSpace else { return false }
    var position = Int(text.tokens[index - 1].end)
    let end = Int(text.tokens[index].start)
    while position < end, text.bytes[position] != 0x0A { position += 1 }
    return position < end
  }

  private func isEnd(_ index: Int, _ text: TokenizedText) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .mark, index > 0 else { return false }
    switch token.mark {
    case 0x21, 0x3F, 0x2026: return true
    case 0x2E: break
    default: return false
    }
    let before = text.tokens[index - 1]
    if token.followsSpace { return true }
    if before.kind == .digits, before.length <= 2, index + 1 < text.tokens.count,
      months.contains(text.tokens[index + 1].lexeme)
    {
      return false
    }
    if before.kind == .word {
      if abbreviations.contains(before.lexeme), before.lexeme != 0 { return false }
      if before.length == 1, before.isCapitalized { return false }
    }
    return true
  }

  private func isClosing(_ text: TokenizedText, _ index: Int) -> Bool {
    text.tokens[index].length == text.tokens[index].markLength
      && Self.closing.contains(text.tokens[index].mark)
  }

  private func begins(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isCapitalized || token.kind == .digits
      || token.kind == .mark && Self.opening.contains(token.mark)
      || token.kind == .word
        && LetterCase.decode(text.bytes[...], at: Int(token.start)).scalar >= 0x590
  }

  /// Marks that close a quotation or bracket.
  private static let closing = marks("\"'”’»)]“")
  /// Marks that open one, or a turn of speech.
  private static let opening = marks("\"'“‘«([„–—-")

  private static func marks(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
