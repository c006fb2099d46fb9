internal import Records

/// Numbers in words.
extension NumberReader {
  private func meaning(_ index: Int, _ limit: Int) -> NumberWords.Meaning? {
    index < limit ? words.meaning(text.tokens[index].lexeme) : nil
  }

  /// "two hundred and five", "nineteen hundred ninety-three", "a hundred", "twenty-first".
  func spokenGroup(at start: Int, before limit: Int) -> Piece? {
    guard let first = meaning(start, limit) else { return nil }
    if first.isArticle {
      guard let next = meaning(start + 1, limit) else { return nil }
      if let pair = next.pair, isPair(start + 1, limit) {
        return Piece(value: DecimalNumber(pair), end: start + 2)
      }
      guard next.scale != nil, !next.isPlural else { return nil }
      return hundreds(1, at: start + 1, before: limit)
    }
    if first.scale != nil, !first.isPlural { return hundreds(1, at: start, before: limit) }
    guard let low = belowHundred(at: start, before: limit) else { return nil }
    if low.isOrdinal { return low }
    if let power = powerOrdinal(behind: low, limit) { return power }
    if let point = decimals(behind: low, before: limit) { return point }
    if meaning(low.end, limit)?.scale == 100 || hyphenated(low.end, limit)?.scale == 100 {
      let hundred = meaning(low.end, limit)?.scale == 100 ? low.end : low.end + 1
      let piece = hundreds(low.value.mantissa, at: hundred, before: limit)
      return piece.flatMap { decimals(behind: $0, before: limit) } ?? piece
    }
    return low
  }

  /// "two hundredth", "four-thousandth".
  private func powerOrdinal(behind low: Piece, _ limit: Int) -> Piece? {
    let isHyphenated = hyphenated(low.end, limit)?.ordinal != nil
    let place = isHyphenated ? low.end + 1 : low.end
    guard let power = meaning(place, limit)?.ordinal, power >= 100,
      let value = low.value.multiplied(by: DecimalNumber(power))
    else { return nil }
    return Piece(value: value, end: place + 1, isOrdinal: true)
  }

  /// So many hundreds and what is below; other scales are the caller's.
  private func hundreds(_ count: Int, at index: Int, before limit: Int) -> Piece? {
    guard meaning(index, limit)?.scale == 100 else {
      return Piece(value: DecimalNumber(count), end: index)
    }
    var piece = Piece(value: DecimalNumber(count * 100), end: index + 1, scale: 100)
    var next = index + 1
    if meaning(next, limit)?.isJoiner ?? false, !opensRange(index, back: 3) { next += 1 }
    guard let low = next < limit ? belowHundred(at: next, before: limit) : nil else { return piece }
    // "two hundred and three hundred" are two numbers, "three hundred and two dozens" is a sum.
    let behind = meaning(low.end, limit)?.scale
    if behind == 100 || behind == 12 { return piece }
    piece.value = DecimalNumber(count * 100 + low.value.mantissa)
    piece.end = low.end
    piece.isOrdinal = low.isOrdinal
    piece.scale = 0
    return piece
  }

  /// "between one hundred and two hundred": this "and" joins two numbers, not one.
  private func opensRange(_ index: Int, back: Int) -> Bool {
    (max(0, index - back)..<index).contains {
      words.meaning(text.tokens[$0].lexeme)?.opensRange ?? false
    }
  }

  /// One to ninety-nine, or an ordinal of that size.
  private func belowHundred(at index: Int, before limit: Int) -> Piece? {
    guard let first = meaning(index, limit) else { return nil }
    if let ten = first.ten {
      var next = index + 1
      if next < limit, Self.hyphens.contains(text.tokens[next].mark),
        !text.tokens[next].followsSpace
      {
        next += 1
      }
      if let second = meaning(next, limit) {
        if let ordinal = second.ordinal, ordinal < 10 {
          return Piece(value: DecimalNumber(ten + ordinal), end: next + 1, isOrdinal: true)
        }
        if let unit = second.unit, (1...9).contains(unit) {
          return Piece(value: DecimalNumber(ten + unit), end: next + 1)
        }
      }
      return Piece(value: DecimalNumber(ten), end: index + 1)
    }
    if let ordinal = first.ordinal {
      return Piece(value: DecimalNumber(ordinal), end: index + 1, isOrdinal: true)
    }
    return first.unit.map { Piece(value: DecimalNumber($0), end: index + 1) }
  }

  static let hyphens: Set<UInt32> = [0x2D, 0x2010, 0x2011, 0x2013, 0x2014]

  /// What stands behind a hyphen.
  private func hyphenated(_ index: Int, _ limit: Int) -> NumberWords.Meaning? {
    guard index + 1 < limit, text.isMark(index, "-"), !text.tokens[index].followsSpace,
      !text.tokens[index + 1].followsSpace
    else { return nil }
    return meaning(index + 1, limit)
  }

  /// "a couple" counts two where "of" or nothing follows; else it may be a pair of spouses.
  private func isPair(_ index: Int, _ limit: Int) -> Bool {
    index + 1 >= limit || meaning(index + 1, limit)?.isOf ?? false
      || text.tokens[index + 1].kind == .mark
  }

  /// "two point seventy-one", "naught point five".
  func decimals(behind piece: Piece, before limit: Int) -> Piece? {
    guard meaning(piece.end, limit)?.isPoint ?? false, piece.value.exponent == 0 else { return nil }
    var digits: [UInt8] = []
    var position = piece.end + 1
    while position < limit {
      if text.tokens[position].kind == .digits {
        digits += text.bytes(position)
        position += 1
      } else if let low = belowHundred(at: position, before: limit), !low.isOrdinal {
        digits += Array(String(low.value.mantissa).utf8)
        position = low.end
      } else {
        break
      }
    }
    guard !digits.isEmpty,
      let value = DecimalNumber(whole: Array(String(piece.value.mantissa).utf8), fraction: digits)
    else { return nil }
    return Piece(value: value, end: position)
  }

  /// "half a million", "a quarter", "three fifths", "one-eighth", "two thirds of a million".
  func fraction(at start: Int, before limit: Int) -> Piece? {
    guard text.tokens[start].kind == .word, let first = meaning(start, limit) else { return nil }
    if first.isFractionAlone {
      guard let denominator = first.denominator,
        let part = DecimalNumber(1).divided(by: DecimalNumber(denominator))
      else { return nil }
      return scaleBehind(Piece(value: part, end: start + 1), before: limit)
    }
    guard let part = articledFraction(at: start, before: limit) ?? numbered(at: start, limit) else {
      return nil
    }
    return scaleBehind(part, before: limit) ?? part
  }

  /// "a half", "a fifth of".
  func articledFraction(at start: Int, before limit: Int) -> Piece? {
    guard let first = meaning(start, limit), first.isArticle,
      let second = meaning(start + 1, limit), let denominator = second.denominator,
      second.isFractionAlone || isPair(start + 1, limit),
      let value = DecimalNumber(1).divided(by: DecimalNumber(denominator))
    else { return nil }
    return Piece(value: value, end: start + 2)
  }

  /// "three fifths", "one-eighth"; "one fifth", but not "two fifth".
  private func numbered(at start: Int, _ limit: Int) -> Piece? {
    guard let low = belowHundred(at: start, before: limit), !low.isOrdinal else { return nil }
    let place = hyphenated(low.end, limit)?.denominator != nil ? low.end + 1 : low.end
    guard let word = meaning(place, limit), let denominator = word.denominator,
      low.value.mantissa == 1 || word.ordinal == nil,
      let value = low.value.divided(by: DecimalNumber(denominator))
    else { return nil }
    return Piece(value: value, end: place + 1)
  }

  /// "(half) a million", "(two thirds) of a million", "(quarter) million".
  private func scaleBehind(_ part: Piece, before limit: Int) -> Piece? {
    var position = part.end
    if meaning(position, limit)?.isOf ?? false { position += 1 }
    if meaning(position, limit)?.isArticle ?? false { position += 1 }
    guard let word = meaning(position, limit), let scale = word.scale, !word.isPlural,
      let value = part.value.multiplied(by: DecimalNumber(scale))
    else { return nil }
    return Piece(value: value.rounded, end: position + 1, scale: scale)
  }

  /// "one in twenty": a rate.
  func share(_ piece: Piece, at start: Int, before limit: Int) -> Piece? {
    guard piece.value.integer == 1, piece.end + 1 < limit,
      words.meaning(text.tokens[piece.end].lexeme)?.isRatio ?? false,
      let other = text.tokens[piece.end + 1].kind == .word
        ? spokenGroup(at: piece.end + 1, before: limit)
        : digitGroup(at: piece.end + 1, before: limit),
      !other.isOrdinal, let count = other.value.integer, (2...1000).contains(count),
      let value = piece.value.divided(by: other.value)
    else { return nil }
    return Piece(value: value, end: other.end)
  }
}
