/// Reads calendar dates in digits alone: 2025-05-24, 24.5.2025, 5/24/25, 2014-10, 22/04.
///
/// Where day and month could change places, other dates of the text decide, then the habit of the
/// language (`NumberWords.monthFirst`).
struct NumericDateReader {
  private let text: TokenizedText
  private let monthFirst: Set<UInt32>
  /// What the other dates of the text show; nil where they show nothing or both.
  private var order: Order?

  private enum Order { case dayFirst, monthFirst }

  struct Found: Hashable {
    var range: Range<Int>
    /// EDTF, the year masked where it is not told.
    var value: String
    var isMonth = false
  }

  init(text: TokenizedText, monthFirst: Set<UInt32>) {
    self.text = text
    self.monthFirst = monthFirst
    var orders: Set<Order> = []
    for index in text.tokens.indices where text.tokens[index].kind == .digits {
      guard let (first, second, third) = triple(at: index), text.tokens[index].length <= 2,
        third > 0
      else { continue }
      if first > 12, second <= 12 { orders.insert(.dayFirst) }
      if second > 12, first <= 12 { orders.insert(.monthFirst) }
    }
    order = orders.count == 1 ? orders.first : nil
  }

  func dates(in sentence: Range<Int>, _ body: (Found) -> Void) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard text.tokens[index].kind == .digits, text.tokens[index].length <= 4,
        index == 0 || text.tokens[index].followsSpace || isOpening(index - 1),
        let found = full(index, sentence.upperBound) ?? partial(index, sentence.upperBound)
      else {
        index += 1
        continue
      }
      body(found)
      index = found.range.upperBound
    }
  }

  /// Three numbers parted by the same mark.
  private func full(_ index: Int, _ limit: Int) -> Found? {
    guard index + 5 <= limit, let (first, second, third) = triple(at: index),
      !goesOn(index + 5, limit)
    else { return nil }
    let value: String?
    if text.tokens[index].length == 4 {
      value = Self.day(first, second, third)
    } else {
      let year = text.tokens[index + 4].length
      guard year == 4 || year == 2 else { return nil }
      let full = year == 4 ? third : third + (third < 51 ? 2000 : 1900)
      value =
        isMonthFirst(text.tokens[index + 1].mark)
        ? Self.day(full, first, second) ?? Self.day(full, second, first)
        : Self.day(full, second, first) ?? Self.day(full, first, second)
    }
    return value.map { Found(range: index..<index + 5, value: $0) }
  }

  /// A month and a year, or a day and a month where only one of the two can be the month.
  private func partial(_ index: Int, _ limit: Int) -> Found? {
    guard index + 3 <= limit, let (first, second) = pair(at: index), !goesOn(index + 3, limit)
    else { return nil }
    let mark = text.tokens[index + 1].mark
    let range = index..<index + 3
    if text.tokens[index].length == 4, text.tokens[index + 2].length <= 2, mark != 0x2E,
      (1900...2100).contains(first), (1...12).contains(second)
    {
      return Found(range: range, value: "\(first)-\(Self.two(second))", isMonth: true)
    }
    if text.tokens[index + 2].length == 4, mark != 0x2E, (1900...2100).contains(second),
      (1...12).contains(first)
    {
      return Found(range: range, value: "\(second)-\(Self.two(first))", isMonth: true)
    }
    // Of "24/7", "3/4" and scores nothing shows that they are dates.
    guard mark == 0x2F, (1...31).contains(first), (1...31).contains(second),
      text.tokens[index + 2].length == 2, (first > 12) != (second > 12)
    else { return nil }
    let (month, day) = first > 12 ? (second, first) : (first, second)
    return Found(range: range, value: "XXXX-\(Self.two(month))-\(Self.two(day))")
  }

  private func isMonthFirst(_ mark: UInt32) -> Bool {
    order.map { $0 == .monthFirst } ?? monthFirst.contains(mark)
  }

  /// Whether digits or letters are glued to what was read, which then is something else.
  private func goesOn(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit, !text.tokens[index].followsSpace else { return false }
    let token = text.tokens[index]
    if token.kind != .mark { return true }
    return Self.marks.contains(token.mark) && index + 1 < limit
      && text.tokens[index + 1].kind == .digits && !text.tokens[index + 1].followsSpace
  }

  private func triple(at index: Int) -> (Int, Int, Int)? {
    guard let (first, second) = pair(at: index), index + 5 <= text.tokens.count,
      text.tokens[index + 3].mark == text.tokens[index + 1].mark,
      !text.tokens[index + 3].followsSpace, let third = number(index + 4)
    else { return nil }
    return (first, second, third)
  }

  private func pair(at index: Int) -> (Int, Int)? {
    guard index + 3 <= text.tokens.count, Self.marks.contains(text.tokens[index + 1].mark),
      !text.tokens[index + 1].followsSpace, text.tokens[index].kind == .digits,
      let first = number(index, mayFollowSpace: true), let second = number(index + 2)
    else { return nil }
    return (first, second)
  }

  private static let marks: Set<UInt32> = [0x2D, 0x2E, 0x2F]

  private func isOpening(_ index: Int) -> Bool {
    text.tokens[index].kind == .mark && !Self.marks.contains(text.tokens[index].mark)
      || text.tokens[index].mark == 0x2D && text.tokens[index].followsSpace
  }

  private func number(_ index: Int, mayFollowSpace: Bool = false) -> Int? {
    guard text.tokens[index].kind == .digits, text.tokens[index].length <= 4,
      mayFollowSpace || !text.tokens[index].followsSpace
    else { return nil }
    return text.bytes(index).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
}
