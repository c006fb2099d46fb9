/// The days that an EDTF date covers, both ends included.
///
/// `2025-05` is all of May, `2022-02-24/..` has no end, `2025-21` is spring (ISO 8601-2, 4.8). Days are
/// texts of ten characters, which sort as days do.
public struct DayRange: Hashable, Sendable {
  /// `YYYY-MM-DD`.
  public let first: String
  /// `YYYY-MM-DD`.
  public let last: String

  /// Behind all days.
  static let never = "9999-12-31"

  /// Nil where the year or the days are not told, as in `XXXX-12-03`.
  public init?(edtf: String) {
    let ends = edtf.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch ends.count {
    case 1:
      guard let range = Self.days(ends[0]) else { return nil }
      self = range
    case 2:
      let start = ends[0] == ".." ? Self(first: "0000-01-01", last: "") : Self.days(ends[0])
      let end = ends[1] == ".." ? Self(first: "", last: Self.never) : Self.days(ends[1])
      guard let start, let end, start.first <= end.last else { return nil }
      self.init(first: start.first, last: end.last, isPeriod: true)
    default: return nil
    }
  }

  private init(first: String, last: String, isPeriod: Bool = false) {
    self.first = first
    self.last = last
    self.isPeriod = isPeriod
  }

  /// Whether it is told as from one date to another, not as one date that is known to the month or year.
  public let isPeriod: Bool

  /// Whether it is one day.
  public var isDay: Bool { first == last }

  /// Whether it covers all days of another.
  public func covers(_ other: DayRange) -> Bool { first <= other.first && other.last <= last }

  private static func days(_ text: String) -> DayRange? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = parts.map(\.utf8.count)
    guard widths == [4] || widths == [4, 2] || widths == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    let year = numbers[0]
    switch numbers.count {
    case 1: return Self(first: day(year, 1, 1), last: day(year, 12, 31))
    case 2:
      guard let months = months(numbers[1]) else { return nil }
      let end = months.upperBound
      // Winter begins in December and ends in the next year.
      let lastYear = end > 12 ? year + 1 : year
      let lastMonth = (end - 1) % 12 + 1
      return Self(
        first: day(year, months.lowerBound, 1),
        last: day(lastYear, lastMonth, length(ofMonth: lastMonth, in: lastYear)))
    case 3:
      guard (1...12).contains(numbers[1]),
        (1...length(ofMonth: numbers[1], in: year)).contains(numbers[2])
      else { return nil }
      let day = day(year, numbers[1], numbers[2])
      return Self(first: day, last: day)
    default: return nil
    }
  }

  /// The months of EDTF's second number: a month, season, quarter or half of a year.
  private static func months(_ code: Int) -> ClosedRange<Int>? {
    switch code {
    case 1...12: code...code
    case 21...24: (code - 21) * 3 + 3...(code - 21) * 3 + 5
    case 33...36: (code - 33) * 3 + 1...(code - 33) * 3 + 3
    case 40, 41: (code - 40) * 6 + 1...(code - 40) * 6 + 6
    default: nil
    }
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
