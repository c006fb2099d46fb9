/// Cuts text into words, runs of digits and single marks.
///
/// A word is a run of letters; an apostrophe between letters belongs to it, except in the ending
/// `'s`, which is a token of its own. Hyphens are marks, so "prisoner-of-war" is five tokens.
struct Tokenizer {
  let vocabulary: Vocabulary

  /// Text to tokens, without sentences.
  func tokenize(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var scratch: [UInt8] = []
    var position = 0
    var afterSpace = true
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 {
        afterSpace = true
        position += 1
        continue
      }
      let start = position
      let kind: Token.Kind
      var capitals = 0
      var letters = 0
      var startsUpper = false
      if (0x30...0x39).contains(byte) {
        kind = .digits
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
      } else {
        let (first, length) = LetterCase.decode(bytes[...], at: position)
        if LetterCase.isLetter(first) {
          kind = .word
          startsUpper = LetterCase.isUpper(first)
          position = Self.wordEnd(bytes, from: position, letters: &letters, capitals: &capitals)
        } else {
          kind = .mark
          position += length
          if first == 0x27 || first == 0x2019, Self.isPossessive(bytes, after: position) {
            position += 1
          }
        }
      }
      scratch.removeAll(keepingCapacity: true)
      LetterCase.appendLower(bytes[start..<position], to: &scratch)
      tokens.append(
        Token(
          start: Int32(start), end: Int32(position), lexeme: vocabulary.lexeme(scratch), kind: kind,
          isCapitalized: startsUpper, isUpper: letters >= 2 && capitals == letters,
          followsSpace: afterSpace))
      afterSpace = false
    }
    return tokens
  }

  private static func wordEnd(
    _ bytes: [UInt8], from start: Int, letters: inout Int, capitals: inout Int
  ) -> Int {
    var position = start
    while position < bytes.count {
      let (scalar, length) = LetterCase.decode(bytes[...], at: position)
      if LetterCase.isLetter(scalar) {
        letters += 1
        if LetterCase.isUpper(scalar) { capitals += 1 }
        position += length
      } else if scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC {
        guard position + length < bytes.count, !isPossessive(bytes, after: position + length),
          LetterCase.isLetter(LetterCase.decode(bytes[...], at: position + length).scalar)
        else { break }
        position += length
      } else {
        break
      }
    }
    return position
  }

  /// Whether an `s` follows that ends the word.
  private static func isPossessive(_ bytes: [UInt8], after position: Int) -> Bool {
    guard position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "s") else { return false }
    guard position + 1 < bytes.count else { return true }
    return !LetterCase.isLetter(LetterCase.decode(bytes[...], at: position + 1).scalar)
  }
}
