internal import Records

/// The numbers of a sentence, and what each can be in a date.
extension MentionReader {
  mutating func addNumbers(_ sentence: Range<Int>) {
    if hasDigits { addNumericDates(sentence) }
    /// The token behind the last number: digits that no number holds are parts of something else.
    var behind = sentence.lowerBound
    numbers.numbers(in: sentence) { found in
      addGluedParts(behind..<found.range.lowerBound)
      behind = found.range.upperBound
      if found.isPlain || text.tokens[found.range.lowerBound].kind == .digits {
        addShortYear(found.range.lowerBound)
        if found.range.count == 1, let value = found.value?.integer {
          addDecade(found.range.lowerBound, value)
        }
      }
      let mention = Mention(
        kind: found.kind, span: text.span(found.range), value: found.value?.text, rule: "number")
      let isOrdinal = found.kind == .ordinal
      let own =
        isOrdinal ? rules.builtIn.ordinal : found.isWeak ? rules.builtIn.half : rules.builtIn.number
      add(own, found.range, mention)
      if let value = found.value?.integer { addCalendarParts(found, value) }
    }
    if hasDigits { addGluedParts(behind..<sentence.upperBound) }
  }

  private mutating func addNumericDates(_ sentence: Range<Int>) {
    numericDates.dates(in: sentence) { found in
      let mention = Mention(
        kind: .date, span: text.span(found.range), value: found.value, rule: "numeric-date")
      let unit = found.isMonth ? rules.builtIn.monthDate : rules.builtIn.dayDate
      add(rules.builtIn.date, found.range, mention)
      add(unit, found.range)
    }
  }

  /// What a number can be in a date: a day, a year, half of a year in words.
  private mutating func addCalendarParts(_ found: NumberReader.Found, _ value: Int) {
    let classes = rules.builtIn
    let isDigits = text.tokens[found.range.lowerBound].kind == .digits
    if found.kind == .ordinal {
      guard (1...31).contains(value) else { return }
      if isDigits || found.range.count > 1 { add(classes.ordinalDay, found.range) }
      add(classes.day, found.range)
    } else if found.isPlain {
      if (1...31).contains(value) { add(classes.day, found.range) }
      if (1900...2100).contains(value) { add(classes.year, found.range) }
    } else if !isDigits {
      if (2...31).contains(value) { add(classes.spokenDay, found.range) }
      if (21...31).contains(value) { add(classes.lateSpokenDay, found.range) }
      if (10...99).contains(value) { add(classes.halfYear, found.range) }
      if (1100...2100).contains(value) { add(classes.spokenYear, found.range) }
    }
  }

  /// "Feb13", "14april": digits that are no number, but a day or year beside a month's name.
  private mutating func addGluedParts(_ tokens: Range<Int>) {
    for index in tokens where text.tokens[index].kind == .digits {
      guard let value = value(ofToken: index) else { continue }
      let mention = Mention(
        kind: .number, span: text.span(index..<index + 1), value: String(value), rule: "number")
      if text.tokens[index].length <= 2, (1...31).contains(value) {
        add(rules.builtIn.day, index..<index + 1, mention)
      }
      if text.tokens[index].length == 4, (1900...2100).contains(value) {
        add(rules.builtIn.year, index..<index + 1, mention)
      }
      addShortYear(index)
      addDecade(index, value)
    }
  }

  /// "15" in "14th April 15".
  private mutating func addShortYear(_ index: Int) {
    guard text.tokens[index].length == 2, let value = value(ofToken: index) else { return }
    let year = value + (value < Self.firstShortYear ? 2000 : 1900)
    add(
      rules.builtIn.shortYear, index..<index + 1,
      Mention(
        kind: .number, span: text.span(index..<index + 1), value: String(year), rule: "number"))
  }

  /// "1970s", "70's".
  private mutating func addDecade(_ index: Int, _ value: Int) {
    let length = text.tokens[index].length
    guard value % 10 == 0, length == 2 || length == 4, index + 1 < text.tokens.count,
      !text.tokens[index + 1].followsSpace, isPlural(index + 1)
    else { return }
    let year = length == 4 ? value : value + (value < Self.firstShortDecade ? 2000 : 1900)
    add(
      length == 4 ? rules.builtIn.decade : rules.builtIn.shortDecade, index..<index + 2,
      Mention(
        kind: .dateRange, span: text.span(index..<index + 2), value: "\(year / 10)X",
        rule: "decade"))
  }

  /// The value of a token of up to four digits.
  private func value(ofToken index: Int) -> Int? {
    guard text.tokens[index].length <= 4 else { return nil }
    return text.bytes(index).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// "s" and "'s".
  private func isPlural(_ index: Int) -> Bool {
    text.tokens[index].length <= 4 && text.bytes(index).last.map { $0 | 0x20 } == UInt8(ascii: "s")
      && (text.tokens[index].kind == .mark || text.tokens[index].length == 1)
  }

  /// "51" is 1951, "50" is 2050; the press of our days speaks of few years beyond.
  private static let firstShortYear = 51
  /// "the 30s" are those of the last century.
  private static let firstShortDecade = 30
}
