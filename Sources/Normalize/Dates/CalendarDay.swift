/// A day of the proleptic Gregorian calendar.
///
/// Day numbers follow H. Hinnant's "chrono-compatible low-level date algorithms".
struct CalendarDay: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// From `YYYY-MM-DD`; nil where the text is none or names no day.
  init?(_ text: String) {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    self.init(year, month, day)
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year)).contains(day)
    else {
      return nil
    }
  }

  /// Days since 1970-01-01.
  var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// From days since 1970-01-01.
  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

  /// The month so many months later, as its first day.
  func addingMonths(_ count: Int) -> CalendarDay {
    let total = year * 12 + month - 1 + count
    let years = total >= 0 ? total / 12 : (total - 11) / 12
    return CalendarDay(years, total - years * 12 + 1, 1)
  }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Western Easter Sunday (the anonymous Gregorian algorithm, as in Meeus, Astronomical Algorithms).
  static func westernEaster(_ year: Int) -> CalendarDay {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let f = (b + 8) / 25
    let h = (19 * a + b - b / 4 - (b - f + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let total = h + l - 7 * m + 114
    return CalendarDay(year, total / 31, total % 31 + 1)
  }

  /// Orthodox Easter Sunday (Meeus, Astronomical Algorithms, Julian method, plus 13 days; 1900-2099).
  static func orthodoxEaster(_ year: Int) -> CalendarDay {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let julian = CalendarDay(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1)
    return julian.adding(days: 13)
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `YYYY-MM-DD`.
  var text: String { "\(monthText)-\(Self.two(day))" }

  /// `YYYY-MM`.
  var monthText: String { "\(yearText)-\(Self.two(month))" }

  var yearText: String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
  }

  private static func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
}
