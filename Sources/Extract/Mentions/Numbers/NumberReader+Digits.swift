internal import Records

/// Numbers in digits.
///
/// Digits are grouped by comma, dot, space or no-break space in threes ("1,000", "1.200", "1 000");
/// any other dot or comma between digits is a decimal mark.
extension NumberReader {
  func digitGroup(at index: Int, before limit: Int) -> Piece? {
    if text.tokens[index].kind == .mark { return fractionSign(at: index, before: limit) }
    // A digit that is glued to a letter is a name's part: T-72, Su25, SIZO-2.
    if index > 0, !text.tokens[index].followsSpace, isGlued(index) { return nil }
    var whole = Array(text.bytes(index))
    var end = index + 1
    // "0800", "007": no number begins with a zero that is not its last digit.
    if whole.count > 1, whole[0] == 0x30, !isOrdinal(end, before: limit) { return nil }
    if whole.count <= 3, whole.contains(where: { $0 != 0x30 }) {
      while let group = group(at: end, before: limit, mark: end == index + 1 ? nil : end - 2) {
        whole += text.bytes(group)
        end = group + 1
      }
    }
    let isGrouped = end > index + 1
    if let glued = gluedWord(at: end, before: limit) {
      if glued.isOrdinalSuffix {
        return DecimalNumber(whole: whole, fraction: []).map {
          Piece(value: $0, end: end + 1, isOrdinal: true, isDigits: true)
        }
      }
      if let suffix = glued.suffix {
        guard isMillion(end, index, hasFraction: false) else { return nil }
        return scaled(whole, [], by: suffix, end: end + 1)
      }
    } else if end < limit, text.tokens[end].kind == .word, !text.tokens[end].followsSpace {
      return nil
    }
    // "52-nd"
    if end + 1 < limit, text.isMark(end, "-"), !text.tokens[end].followsSpace,
      isOrdinal(end + 1, before: limit)
    {
      return DecimalNumber(whole: whole, fraction: []).map {
        Piece(value: $0, end: end + 2, isOrdinal: true, isDigits: true)
      }
    }
    if !isGrouped, let over = slashFraction(whole, at: end, before: limit) { return over }
    let fraction = decimalPlaces(at: end, before: limit, isGrouped: isGrouped)
    if fraction.end > end {
      end = fraction.end
      if let glued = gluedWord(at: end, before: limit), let suffix = glued.suffix,
        isMillion(end, index, hasFraction: true)
      {
        return scaled(whole, fraction.digits, by: suffix, end: end + 1)
      }
    }
    guard let value = DecimalNumber(whole: whole, fraction: fraction.digits) else { return nil }
    let piece = Piece(
      value: value, end: end, isPlain: !isGrouped && fraction.digits.isEmpty, isDigits: true)
    if piece.isPlain, let spoken = decimals(behind: piece, before: limit) { return spoken }
    return mixed(piece, before: limit)
  }

  /// "3½".
  private func mixed(_ piece: Piece, before limit: Int) -> Piece {
    guard piece.end < limit, !text.tokens[piece.end].followsSpace,
      let (over, under) = Self.vulgarFractions[text.tokens[piece.end].mark],
      let part = DecimalNumber(over).divided(by: DecimalNumber(under)),
      let sum = piece.value.adding(part)
    else { return piece }
    return Piece(value: sum, end: piece.end + 1, isDigits: true)
  }

  /// ".77" and "½".
  private func fractionSign(at index: Int, before limit: Int) -> Piece? {
    if let (over, under) = Self.vulgarFractions[text.tokens[index].mark] {
      return DecimalNumber(over).divided(by: DecimalNumber(under)).map {
        Piece(value: $0, end: index + 1, isDigits: true)
      }
    }
    guard text.isMark(index, "."), index + 1 < limit, text.tokens[index + 1].kind == .digits,
      !text.tokens[index + 1].followsSpace,
      index == 0 || text.tokens[index].followsSpace || text.tokens[index - 1].kind == .mark,
      gluedWord(at: index + 2, before: limit) == nil
    else { return nil }
    return DecimalNumber(whole: [], fraction: text.bytes(index + 1)).map {
      Piece(value: $0, end: index + 2, isDigits: true)
    }
  }

  private func scaled(_ whole: [UInt8], _ fraction: [UInt8], by scale: Int, end: Int) -> Piece? {
    DecimalNumber(whole: whole, fraction: fraction)?.multiplied(by: DecimalNumber(scale)).map {
      Piece(value: $0, end: end, scale: scale, isDigits: true)
    }
  }

  private func isOrdinal(_ index: Int, before limit: Int) -> Bool {
    gluedWord(at: index, before: limit)?.isOrdinalSuffix ?? false
  }

  /// What a word means that stands right behind digits.
  private func gluedWord(at index: Int, before limit: Int) -> NumberWords.Meaning? {
    guard index < limit, text.tokens[index].kind == .word, !text.tokens[index].followsSpace else {
      return nil
    }
    let meaning = words.meaning(text.tokens[index].lexeme)
    guard let meaning,
      meaning.isOrdinalSuffix || meaning.suffix != nil || meaning.isGluedUnit
    else { return nil }
    return meaning
  }

  /// "100m" are meters, "100M", "4.5m" and "$100m" are millions.
  private func isMillion(_ suffix: Int, _ start: Int, hasFraction: Bool) -> Bool {
    let token = text.tokens[suffix]
    guard token.length == 1, text.bytes(suffix).first == UInt8(ascii: "m") else { return true }
    return hasFraction
      || start > 0 && text.tokens[start - 1].kind == .mark && !text.tokens[start].followsSpace
        && Self.currencySigns.contains(text.tokens[start - 1].mark)
  }

  private static let currencySigns: Set<UInt32> = [
    0x24, 0xA3, 0xA5, 0x20AC, 0x20BD, 0x20B4, 0x20AA,
  ]

  private func isGlued(_ index: Int) -> Bool {
    let before = text.tokens[index - 1]
    if before.kind == .word { return true }
    return text.isMark(index - 1, "-") && !before.followsSpace && index > 1
      && text.tokens[index - 2].kind == .word && text.tokens[index - 2].isCapitalized
  }

  /// "1/5": a whole divided, where it can be no day of a month of a year.
  private func slashFraction(_ whole: [UInt8], at end: Int, before limit: Int) -> Piece? {
    guard end + 1 < limit, text.isMark(end, "/"), !text.tokens[end].followsSpace,
      text.tokens[end + 1].kind == .digits, !text.tokens[end + 1].followsSpace,
      end + 2 >= limit || !text.isMark(end + 2, "/"),
      let over = DecimalNumber(whole: whole, fraction: []),
      let under = DecimalNumber(whole: text.bytes(end + 1), fraction: []),
      over.mantissa < under.mantissa, under.mantissa <= 1000, let value = over.divided(by: under)
    else { return nil }
    return Piece(value: value, end: end + 2, isDigits: true)
  }

  /// The digits behind a decimal mark.
  private func decimalPlaces(
    at end: Int, before limit: Int, isGrouped: Bool
  ) -> (digits: [UInt8], end: Int) {
    guard end + 1 < limit, text.isMark(end, ".") || text.isMark(end, ","),
      text.tokens[end + 1].kind == .digits, !text.tokens[end].followsSpace,
      !text.tokens[end + 1].followsSpace
    else { return ([], end) }
    let mark = text.tokens[end].mark
    // Two dots are a date or a version, which other rules read; two commas are a list.
    if end + 3 < limit, text.tokens[end + 2].mark == mark, !text.tokens[end + 2].followsSpace,
      text.tokens[end + 3].kind == .digits, !text.tokens[end + 3].followsSpace
    {
      return ([], end)
    }
    // "22,24,26": the last of a list is no decimal place either.
    if mark == 0x2C, end >= 3, text.tokens[end - 2].mark == mark,
      text.tokens[end - 3].kind == .digits, !text.tokens[end - 1].followsSpace
    {
      return ([], end)
    }
    if isGrouped, text.tokens[end - 2].mark == mark, !text.tokens[end - 1].followsSpace {
      return ([], end)
    }
    return (Array(text.bytes(end + 1)), end + 2)
  }

  /// The place of the next group of three digits.
  ///
  /// - Parameter mark: The token that parted the groups before, which parts these too.
  private func group(at end: Int, before limit: Int, mark: Int?) -> Int? {
    func isGroup(_ index: Int) -> Bool {
      index < limit && text.tokens[index].kind == .digits && text.tokens[index].length == 3
        && !(index + 1 < limit && text.tokens[index + 1].kind == .word
          && !text.tokens[index + 1].followsSpace
          && gluedWord(at: index + 1, before: limit) == nil)
    }
    if isGroup(end), text.tokens[end].followsSpace, isOneSpace(before: end) {
      return end
    }
    guard end < limit, text.isMark(end, ",") || text.isMark(end, "."),
      !text.tokens[end].followsSpace, isGroup(end + 1), !text.tokens[end + 1].followsSpace
    else { return nil }
    if text.isMark(end, "."), mark == nil, style.dotIsDecimal { return nil }
    return end + 1
  }

  /// Whether one space of any kind and nothing else parts two tokens.
  private func isOneSpace(before index: Int) -> Bool {
    let gap = text.bytes[Int(text.tokens[index - 1].end)..<Int(text.tokens[index].start)]
    return gap.count == 1 && gap.first == 0x20
      || (2...3).contains(gap.count) && gap.first ?? 0 > 0x7F
  }
}
