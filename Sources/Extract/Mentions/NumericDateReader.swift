/// Reads calendar days in digits alone: 2025-05-24, 24.5.2025, 24/05/2025.
///
/// Day comes before month unless only the other order is possible; the order is that of most of the
/// world, and of all countries whose press writes days with dots.
struct NumericDateReader {
  let text: TokenizedText

  struct Found: Hashable {
    var range: Range<Int>
    /// `YYYY-MM-DD`.
    var value: String
  }

  func dates(in sentence: Range<Int>) -> [Found] {
    sentence.compactMap { index in
      guard index + 5 <= sentence.upperBound,
        index == 0 || text.tokens[index].followsSpace || isMark(index - 1)
      else { return nil }
      return date(at: index).map { Found(range: index..<index + 5, value: $0) }
    }
  }

  private func date(at index: Int) -> String? {
    let parts = index..<index + 5
    guard text.tokens[index].kind == .digits, text.tokens[index + 2].kind == .digits,
      text.tokens[index + 4].kind == .digits,
      parts.dropFirst().allSatisfy({ !text.tokens[$0].followsSpace }),
      let mark = text.bytes(index + 1).first, ".-/".utf8.contains(mark),
      text.bytes(index + 3).elementsEqual([mark]),
      let first = number(index), let second = number(index + 2), let third = number(index + 4)
    else { return nil }
    if text.tokens[index].length == 4 { return Self.day(first, second, third) }
    guard text.tokens[index + 4].length == 4 else { return nil }
    return Self.day(third, second, first) ?? Self.day(third, first, second)
  }

  private func isMark(_ index: Int) -> Bool { text.tokens[index].kind == .mark }

  private func number(_ index: Int) -> Int? {
    Int(String(decoding: text.bytes(index), as: UTF8.self))
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
