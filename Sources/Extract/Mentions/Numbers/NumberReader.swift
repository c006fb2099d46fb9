internal import Records

/// Reads numbers and ordinals, in digits, in words and in both ("4 thousand 3 hundred and 21").
///
/// What words mean is the pack's (`NumberWords`); the grammar is that of languages that count by
/// hundreds, thousands and powers of them, units last.
struct NumberReader {
  let words: NumberWords
  let text: TokenizedText
  let style: NumeralStyle

  init(words: NumberWords, text: TokenizedText) {
    self.words = words
    self.text = text
    style = NumeralStyle(text)
  }

  struct Found: Hashable {
    var range: Range<Int>
    var kind: Mention.Kind
    /// Nil for "hundreds" and "dozens".
    var value: DecimalNumber?
    /// Digits without a group, fraction or scale: it may be a day or a year.
    var isPlain = false
    /// "half" alone, a number only beside a word that bounds it.
    var isWeak = false
  }

  /// A piece of a number: its value and the token behind it.
  struct Piece {
    var value: DecimalNumber
    var end: Int
    var isPlain = false
    var isOrdinal = false
    /// The power that the piece itself ends with, below which a next piece must stay.
    var scale = 0
    var isDigits = false
  }

  /// The numbers of a sentence in text order; they do not overlap.
  func numbers(in sentence: Range<Int>, _ body: (Found) -> Void) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = text.tokens[index]
      guard canBegin(token, index) else {
        index += 1
        continue
      }
      if let end = phoneNumber(at: index, before: sentence.upperBound) {
        index = end
      } else if let number = number(at: index, sentence) {
        body(number)
        index = number.range.upperBound
      } else {
        index += 1
      }
    }
  }

  @inline(__always)
  private func canBegin(_ token: Token, _ index: Int) -> Bool {
    switch token.kind {
    case .digits: true
    case .word:
      token.lexeme != 0
        && words.beginsNumber(
          token.lexeme, next: index + 1 < text.tokens.count ? text.tokens[index + 1].lexeme : 0)
    // "(" and "+" begin telephone numbers.
    case .mark: token.mark == 0x28 || token.mark == 0x2B || beginsNumber(token)
    }
  }

  private func number(at index: Int, _ sentence: Range<Int>) -> Found? {
    let limit = sentence.upperBound
    let token = text.tokens[index]
    if token.kind == .mark, !beginsNumber(token) { return nil }
    let isNegative = isMinus(index, sentence)
    let start = isNegative ? index + 1 : index
    guard start < limit else { return nil }
    if isPluralScale(start) {
      // "hundreds of thousands"
      let isDouble =
        start + 2 < limit && words.meaning(text.tokens[start + 1].lexeme)?.isOf ?? false
        && isPluralScale(start + 2)
      return Found(range: index..<start + (isDouble ? 3 : 1), kind: .number, value: nil)
    }
    guard let piece = fraction(at: start, before: limit) ?? magnitude(at: start, sentence) else {
      return weakHalf(at: start)
    }
    if piece.isOrdinal {
      return Found(range: start..<piece.end, kind: .ordinal, value: piece.value)
    }
    let whole =
      share(piece, at: start, before: limit) ?? withScaleOfRange(piece, before: limit) ?? piece
    return Found(
      range: index..<whole.end, kind: .number,
      value: isNegative ? whole.value.negated : whole.value,
      isPlain: whole.isPlain && !isNegative)
  }

  private func isPluralScale(_ index: Int) -> Bool {
    words.meaning(text.tokens[index].lexeme)?.isPlural ?? false
  }

  /// "25 to 30 thousand": the low end counts thousands too.
  private func withScaleOfRange(_ low: Piece, before limit: Int) -> Piece? {
    guard low.scale <= 1, low.end + 1 < limit, low.value.double < 1000 else { return nil }
    let joiner = text.tokens[low.end]
    guard
      words.meaning(joiner.lexeme)?.joinsRange ?? false
        || Self.hyphens.contains(joiner.mark) && !text.tokens[low.end + 1].isCapitalized,
      let high = scaledPiece(at: low.end + 1, before: limit, below: Int.max), high.scale >= 1000,
      low.value.double * Double(high.scale) < high.value.double,
      let value = low.value.multiplied(by: DecimalNumber(high.scale))
    else { return nil }
    return Piece(value: value, end: low.end, scale: high.scale)
  }

  /// Marks with which a number can begin: a sign, a decimal point, a fraction of one character.
  private func beginsNumber(_ token: Token) -> Bool {
    token.mark == 0x2D || token.mark == 0x2212 || token.mark == 0x2E
      || token.mark > 0xBB && token.mark < 0x2160 && Self.vulgarFractions[token.mark] != nil
  }

  /// A sign that is glued to digits and nothing else, or a word that makes what follows negative.
  private func isMinus(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let token = text.tokens[index]
    guard index + 1 < sentence.upperBound else { return false }
    let next = text.tokens[index + 1]
    if token.kind == .word {
      guard words.meaning(token.lexeme)?.isMinus ?? false else { return false }
      return next.kind == .digits || words.meaning(next.lexeme)?.unit != nil
        || words.meaning(next.lexeme)?.ten != nil
    }
    guard token.mark == 0x2D || token.mark == 0x2212, !next.followsSpace,
      next.kind == .digits || next.mark == 0x2E
    else { return false }
    if index == sentence.lowerBound { return true }
    // "2014 -2018" is a range.
    return text.isMark(index - 1, "(")
      || token.followsSpace && text.tokens[index - 1].kind != .digits
  }

  /// "half" behind nothing that divides: kept for "more than half".
  private func weakHalf(at index: Int) -> Found? {
    guard let meaning = words.meaning(text.tokens[index].lexeme), meaning.isFractionAlone,
      let denominator = meaning.denominator,
      let value = DecimalNumber(1).divided(by: DecimalNumber(denominator))
    else { return nil }
    let isOf =
      index + 1 < text.tokens.count
      && words.meaning(text.tokens[index + 1].lexeme)?.isOf ?? false
    return Found(range: index..<index + 1, kind: .number, value: value, isWeak: !isOf)
  }

  /// A sum of pieces that grow smaller: three million, two hundred thousand, five.
  private func magnitude(at start: Int, _ sentence: Range<Int>) -> Piece? {
    let limit = sentence.upperBound
    guard var total = scaledPiece(at: start, before: limit, below: Int.max) else { return nil }
    let mayJoin =
      start == sentence.lowerBound
      || !(words.meaning(text.tokens[start - 1].lexeme)?.opensRange ?? false)
    while !total.isOrdinal, total.scale > 1, total.end < limit {
      var next = total.end
      var isJoined = false
      if words.meaning(text.tokens[next].lexeme)?.isJoiner ?? false {
        guard mayJoin else { break }
        if let half = articledFraction(at: next + 1, before: limit) {
          // "3 million and a half"
          guard let part = half.value.multiplied(by: DecimalNumber(total.scale)),
            let sum = total.value.adding(part)
          else { break }
          total = Piece(value: sum, end: half.end)
          break
        }
        next += 1
        isJoined = true
      }
      guard next < limit, let piece = scaledPiece(at: next, before: limit, below: total.scale),
        !piece.isDigits || isJoined || piece.scale > 1, piece.value.mantissa > 0,
        let sum = total.value.adding(piece.value)
      else { break }
      total = Piece(value: sum, end: piece.end, isOrdinal: piece.isOrdinal, scale: piece.scale)
    }
    return total
  }

  /// A group with the scales behind it: "two hundred thousand", "1.2 million", "five and a half million".
  private func scaledPiece(at start: Int, before limit: Int, below bound: Int) -> Piece? {
    guard var piece = group(at: start, before: limit) else { return nil }
    if piece.isOrdinal { return piece.value.mantissa < bound ? piece : nil }
    if piece.end < limit, words.meaning(text.tokens[piece.end].lexeme)?.isJoiner ?? false,
      let half = articledFraction(at: piece.end + 1, before: limit), piece.scale < 100,
      let sum = piece.value.adding(half.value)
    {
      piece = Piece(value: sum, end: half.end, isDigits: piece.isDigits)
    }
    while piece.end < limit, let scale = words.meaning(text.tokens[piece.end].lexeme)?.scale {
      let power = max(piece.scale, 1)
      guard power <= Self.greatestScale / scale,
        let product = piece.value.multiplied(by: DecimalNumber(scale))
      else { break }
      piece = Piece(
        value: product, end: piece.end + 1, scale: power * scale, isDigits: piece.isDigits)
    }
    guard piece.scale < bound, bound == Int.max || piece.value.double < Double(bound) else {
      return nil
    }
    return piece
  }

  private static let greatestScale = 1_000_000_000_000_000

  private func group(at start: Int, before limit: Int) -> Piece? {
    text.tokens[start].kind == .word
      ? spokenGroup(at: start, before: limit) : digitGroup(at: start, before: limit)
  }

  /// "½", "⅚".
  static let vulgarFractions: [UInt32: (Int, Int)] = [
    0xBC: (1, 4), 0xBD: (1, 2), 0xBE: (3, 4), 0x2150: (1, 7), 0x2151: (1, 9), 0x2152: (1, 10),
    0x2153: (1, 3), 0x2154: (2, 3), 0x2155: (1, 5), 0x2156: (2, 5), 0x2157: (3, 5),
    0x2158: (4, 5), 0x2159: (1, 6), 0x215A: (5, 6), 0x215B: (1, 8), 0x215C: (3, 8),
    0x215D: (5, 8), 0x215E: (7, 8),
  ]
}
