/// Cuts text into words, runs of digits and single marks.
///
/// A word is a run of letters; an apostrophe between letters belongs to it, except in the ending
/// `'s`, which is a token of its own. Hyphens are marks, so "prisoner-of-war" is five tokens.
struct Tokenizer {
  let vocabulary: Vocabulary

  /// Cuts phrases of the pack, whose words are not known yet.
  static let withoutWords = Tokenizer(vocabulary: Vocabulary())

  /// Text to tokens, without sentences.
  func tokenize(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 4)
    var scratch: [UInt8] = []
    let span = bytes.span
    var position = 0
    var afterSpace = true
    while position < span.count {
      let byte = span[position]
      if byte <= 0x20 {
        afterSpace = true
        position += 1
        continue
      }
      var token =
        Self.isASCIILetter(byte)
        ? asciiWord(span, at: position)
        : Self.isDigit(byte) ? digits(span, at: position) : nil
      if token == nil {
        let space = Self.spaceLength(span, at: position)
        if space > 0 {
          afterSpace = true
          position += space
          continue
        }
        token = other(bytes, at: position, &scratch)
      }
      guard var token else { break }
      token.followsSpace = afterSpace
      tokens.append(token)
      position = Int(token.end)
      afterSpace = false
    }
    return tokens
  }

  @inline(__always)
  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The bytes of a space that is none of ASCII: no-break, thin, ideographic; 0 for anything else.
  @inline(__always)
  private static func spaceLength(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count else { return 0 }
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      return second == 0x80 && (third <= 0x8A || third == 0xAF) || second == 0x81 && third == 0x9F
        ? 3 : 0
    case 0xE3:
      return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// A word of ASCII letters alone, which is nearly every word of English; nil where it goes on with
  /// something else that may belong to it.
  @inline(__always)
  private func asciiWord(_ bytes: borrowing Span<UInt8>, at start: Int) -> Token? {
    var hash = Vocabulary.hashSeed
    var position = start
    let end = bytes.count
    // The bit by which small letters differ from capitals.
    var smallBits: UInt8 = 0
    var byte = bytes[position]
    repeat {
      smallBits |= byte
      hash = Vocabulary.hash(hash, byte | 0x20)
      position += 1
      byte = position < end ? bytes[position] : 0x20
    } while Self.isASCIILetter(byte)
    if byte >= 0x80 || byte == 0x27 { return nil }
    let length = position - start
    let lexeme = vocabulary.lexeme(hash: Vocabulary.finished(hash), length: length) {
      bytes[start + $0] | 0x20
    }
    return Token(
      start: Int32(start), end: Int32(position), lexeme: lexeme, mark: 0, kind: .word,
      isCapitalized: bytes[start] & 0x20 == 0, isUpper: length >= 2 && smallBits & 0x20 == 0,
      followsSpace: false)
  }

  private func digits(_ bytes: borrowing Span<UInt8>, at start: Int) -> Token? {
    var hash = Vocabulary.hashSeed
    var position = start
    while position < bytes.count, Self.isDigit(bytes[position]) {
      hash = Vocabulary.hash(hash, bytes[position])
      position += 1
    }
    let lexeme = vocabulary.lexeme(
      hash: Vocabulary.finished(hash), length: position - start
    ) { bytes[start + $0] }
    return Token(
      start: Int32(start), end: Int32(position), lexeme: lexeme, mark: 0, kind: .digits,
      isCapitalized: false, isUpper: false, followsSpace: false)
  }

  /// A word of any script, or a mark.
  private func other(_ bytes: [UInt8], at start: Int, _ scratch: inout [UInt8]) -> Token {
    let (first, length) = LetterCase.decode(bytes[...], at: start)
    var position = start + length
    var capitals = 0
    var letters = 0
    let isWord = LetterCase.isLetter(first)
    if isWord {
      position = Self.wordEnd(bytes, from: start, letters: &letters, capitals: &capitals)
    } else if first == 0x27 || first == 0x2019, Self.isPossessive(bytes, after: position) {
      position += 1
    }
    scratch.removeAll(keepingCapacity: true)
    LetterCase.appendLower(bytes[start..<position], to: &scratch)
    return Token(
      start: Int32(start), end: Int32(position), lexeme: vocabulary.lexeme(scratch),
      mark: isWord ? 0 : first, kind: isWord ? .word : .mark,
      isCapitalized: isWord && LetterCase.isUpper(first),
      isUpper: letters >= 2 && capitals == letters, followsSpace: false)
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
