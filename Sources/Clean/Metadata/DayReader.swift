/// Reads calendar days in the forms that stand around articles: ISO 8601, compact, numeric, named
/// months in any of the pack's languages.
struct DayReader {
  private let months: [String: Int]
  private let fillers: Set<String>

  init(_ languages: [LanguageProfile]) {
    var months: [String: Int] = [:]
    for language in languages {
      for (index, names) in language.months.enumerated() {
        for name in names where months[name] == nil { months[name] = index + 1 }
      }
    }
    self.months = months
    fillers = languages.reduce(into: []) { $0.formUnion($1.dayFillers) }
  }

  /// The first day in a text as `YYYY-MM-DD`; nil where there is none.
  ///
  /// A numeric day is read as day, month, year unless only the other order is possible.
  func day(in text: String) -> String? {
    let parts = Self.parts(text)
    for index in parts.indices {
      if let day = named(parts[index...]) ?? numeric(parts[index...]) { return day }
    }
    return nil
  }

  private enum Part {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var rest = Substring(text.lowercased())
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        parts.append(.number(Int(digits) ?? 0, digits: digits.count))
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        parts.append(.word(String(word)))
      } else {
        rest.removeFirst()
        if !first.isWhitespace { parts.append(.mark(first)) }
      }
    }
    return parts
  }

  private func numeric(_ parts: ArraySlice<Part>) -> String? {
    let parts = Array(parts.prefix(5))
    if case .number(let value, digits: 8) = parts[0] {
      return Self.day(value / 10000, value / 100 % 100, value % 100)
    }
    guard parts.count == 5, case .number(let a, let width) = parts[0], case .mark(let m) = parts[1],
      case .number(let b, _) = parts[2], case .mark(let n) = parts[3],
      case .number(let c, let lastWidth) = parts[4], m == n, "-./".contains(m)
    else { return nil }
    if width == 4 { return Self.day(a, b, c) }
    guard (4...12).contains(lastWidth), width <= 2 else { return nil }
    let year = lastWidth == 4 ? c : c / Self.power(lastWidth - 4)
    return Self.day(year, b, a) ?? Self.day(year, a, b)
  }

  private func named(_ parts: ArraySlice<Part>) -> String? {
    let words = parts.prefix(7).filter { part in
      if case .mark = part { return false }
      if case .word(let word) = part { return !fillers.contains(word) }
      return true
    }
    guard words.count >= 3, case .number(let year, digits: 4) = words[2] else { return nil }
    switch (words[0], words[1]) {
    case (.number(let day, let width), .word(let name)) where width <= 2:
      return months[name].flatMap { Self.day(year, $0, day) }
    case (.word(let name), .number(let day, let width)) where width <= 2:
      return months[name].flatMap { Self.day(year, $0, day) }
    default: return nil
    }
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { value, _ in value * 10 }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
