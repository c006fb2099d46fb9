internal import Records

/// Reads numbers and ordinals, in digits and in words.
///
/// Digits are grouped by comma, dot, space or no-break space in threes ("1,000", "1.200", "1 000");
/// a dot or comma before one or two digits, or four and more, is a decimal mark.
struct NumberReader {
  let words: NumberWords
  let text: TokenizedText

  struct Found: Hashable {
    var range: Range<Int>
    var kind: Mention.Kind
    /// Decimal digits.
    var value: String
    /// Four digits without a group or fraction: it may be a year.
    var isPlain: Bool
  }

  /// The numbers of a sentence in text order; they do not overlap.
  func numbers(in sentence: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let number = number(at: index, before: sentence.upperBound) {
        found.append(number)
        index = number.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func number(at index: Int, before limit: Int) -> Found? {
    let token = text.tokens[index]
    if token.kind == .digits { return digits(at: index, before: limit) }
    guard token.lexeme != 0 else { return nil }
    return spoken(at: index, before: limit)
  }

  private func digits(at index: Int, before limit: Int) -> Found? {
    // A digit that is glued to a letter is a name's part: T-72, Su25, SIZO-2.
    if index > 0, !text.tokens[index].followsSpace, isGlued(index) { return nil }
    var value = String(decoding: text.bytes(index), as: UTF8.self)
    var end = index + 1
    if value.count <= 3 {
      while let group = group(at: end, before: limit) {
        value += String(decoding: text.bytes(group), as: UTF8.self)
        end = group + 1
      }
    }
    let isGrouped = end > index + 1
    if end < limit, text.tokens[end].kind == .word, !text.tokens[end].followsSpace {
      guard words.ordinalSuffixes.contains(text.tokens[end].lexeme) else { return nil }
      return Found(range: index..<end + 1, kind: .ordinal, value: value, isPlain: false)
    }
    var fraction = ""
    if !isGrouped, end + 1 < limit, isMark(end, ".") || isMark(end, ","),
      text.tokens[end + 1].kind == .digits, !text.tokens[end].followsSpace,
      !text.tokens[end + 1].followsSpace
    {
      // Two dots are a date or a version, which other rules read.
      if end + 2 < limit, isMark(end + 2, "."), !text.tokens[end + 2].followsSpace,
        end + 3 < limit, text.tokens[end + 3].kind == .digits, !text.tokens[end + 3].followsSpace
      {
        return Found(range: index..<end, kind: .number, value: value, isPlain: false)
      }
      fraction = String(decoding: text.bytes(end + 1), as: UTF8.self)
      end += 2
    }
    if end < limit, let scale = words.scales[text.tokens[end].lexeme], scale >= 12 {
      return Found(
        range: index..<end + 1, kind: .number, value: Self.scaled(value, fraction, by: scale),
        isPlain: false)
    }
    let isPlain = !isGrouped && fraction.isEmpty
    return Found(
      range: index..<end, kind: .number,
      value: fraction.isEmpty ? Self.plain(value) : "\(value).\(fraction)",
      isPlain: isPlain)
  }

  private func isGlued(_ index: Int) -> Bool {
    let before = text.tokens[index - 1]
    if before.kind == .word { return true }
    return isMark(index - 1, "-") && !before.followsSpace && index > 1
      && text.tokens[index - 2].kind == .word && text.tokens[index - 2].isCapitalized
      && text.tokens[index - 2].length <= 5
  }

  /// The place of the next group of three digits.
  private func group(at end: Int, before limit: Int) -> Int? {
    func isGroup(_ index: Int) -> Bool {
      index < limit && text.tokens[index].kind == .digits && text.tokens[index].length == 3
        && !(index + 1 < limit && text.tokens[index + 1].kind == .word
          && !text.tokens[index + 1].followsSpace)
    }
    if isGroup(end), text.tokens[end].followsSpace,
      text.tokens[end].start - text.tokens[end - 1].end == 1,
      text.bytes[Int(text.tokens[end - 1].end)] == 0x20
    {
      return end
    }
    if end < limit, isMark(end, ",") || isMark(end, "."), !text.tokens[end].followsSpace,
      isGroup(end + 1), !text.tokens[end + 1].followsSpace
    {
      return end + 1
    }
    return nil
  }

  /// "a hundred and three", "two hundred and five", "twenty-five", "three dozen", "fifty-sixth".
  private func spoken(at index: Int, before limit: Int) -> Found? {
    var total = 0
    var current = 0
    var position = index
    var end = index
    var previous = 0
    if words.articles.contains(text.tokens[position].lexeme) {
      guard position + 1 < limit, words.scales[text.tokens[position + 1].lexeme] != nil else {
        return nil
      }
      current = 1
      position += 1
    }
    while position < limit {
      let lexeme = text.tokens[position].lexeme
      if let ordinal = words.ordinals[lexeme], lexeme != 0 {
        // "twenty-first" ends a number; "hundred" and "first" alone do too.
        if previous != 0, ordinal >= previous, end > index { break }
        return Found(
          range: index..<position + 1, kind: .ordinal, value: String(total + current + ordinal),
          isPlain: false)
      }
      if let unit = words.units[lexeme], lexeme != 0,
        previous == 0 || previous >= 20 && unit < 10 || previous >= 100
      {
        current += unit
        previous = max(unit, 1)
      } else if let ten = words.tens[lexeme], lexeme != 0, previous == 0 || previous >= 100 {
        current += ten
        previous = ten
      } else if let scale = words.scales[lexeme], lexeme != 0, end > index || position > index {
        guard Double(max(current, 1)) * Double(scale) < Self.greatest else { break }
        if scale >= 1000 {
          total += max(current, 1) * scale
          current = 0
        } else {
          current = max(current, 1) * scale
        }
        previous = scale
      } else if let scale = words.scales[lexeme], lexeme != 0, position == index, scale >= 100 {
        // "thousand for thousand": the scale alone counts one of itself.
        current = scale
        previous = scale
      } else {
        break
      }
      position += 1
      end = position
      // A joiner or hyphen counts only where a number goes on behind it.
      if position + 1 < limit, goesOn(from: position, previous) { position += 1 }
    }
    guard end > index else { return nil }
    return Found(range: index..<end, kind: .number, value: String(total + current), isPlain: false)
  }

  private func goesOn(from position: Int, _ previous: Int) -> Bool {
    let next = text.tokens[position + 1].lexeme
    guard next != 0 else { return false }
    let isUnit = words.units[next] != nil || words.ordinals[next].map { $0 < 100 } ?? false
    if isMark(position, "-"), !text.tokens[position].followsSpace,
      !text.tokens[position + 1].followsSpace
    {
      return previous >= 20 && previous < 100 && isUnit
    }
    return words.joiners.contains(text.tokens[position].lexeme) && previous >= 100
      && (isUnit || words.tens[next] != nil)
  }

  private func isMark(_ index: Int, _ mark: String) -> Bool {
    text.tokens[index].kind == .mark && text.bytes(index).elementsEqual(mark.utf8)
  }

  private static func plain(_ digits: String) -> String {
    let bare = digits.drop { $0 == "0" }
    return bare.isEmpty ? "0" : String(bare)
  }

  /// Numbers of news end long before this; what is above is no number that a text could mean.
  private static let greatest = 1e15

  private static func scaled(_ whole: String, _ fraction: String, by scale: Int) -> String {
    guard let number = Double(fraction.isEmpty ? whole : "\(whole).\(fraction)") else {
      return whole
    }
    let product = number * Double(scale)
    guard product < greatest else { return whole }
    return product == product.rounded() ? String(Int(product)) : String(product)
  }
}
