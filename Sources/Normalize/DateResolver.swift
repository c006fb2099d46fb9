internal import Records

/// Turns the date expressions of the extract stage into EDTF (ISO 8601-2), against the day of
/// publication and the dates told before.
struct DateResolver {
  /// The article's day; nil where it is unknown, and then relative dates stay unknown too.
  let published: CalendarDay?

  /// The EDTF value; nil where the words tell no calendar date.
  ///
  /// - Parameters:
  ///   - anchor: The date that "a day earlier" counts from.
  ///   - isFuture: Whether the sentence speaks of what is to come.
  func resolve(_ expression: String, anchor: String?, isFuture: Bool) -> String? {
    value(expression, anchor: anchor, isFuture: isFuture).flatMap {
      Self.isCalendarDate($0) ? $0 : nil
    }
  }

  /// Whether every day of an EDTF value exists, years have four digits, and ranges do not run backwards.
  private static func isCalendarDate(_ value: String) -> Bool {
    let ends = value.split(separator: "/").map(String.init).filter { $0 != ".." }
    let areDates = ends.allSatisfy { end in
      let parts = end.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard (1...3).contains(parts.count), parts[0].count == 4 else { return false }
      if parts.count > 1, parts[1] != "XX", !(1...12).contains(Int(parts[1]) ?? 0) { return false }
      guard parts.count == 3, parts[1] != "XX", let month = Int(parts[1]), let day = Int(parts[2])
      else {
        return true
      }
      return (1...CalendarDay.length(ofMonth: month, Int(parts[0]) ?? 2000)).contains(day)
    }
    let isForward = ends.count < 2 || ends[0].hasPrefix("XXXX") || ends[0] <= ends[1]
    return areDates && isForward
  }

  /// The most units that relative dates may count.
  private static let greatestAmount = 4000

  private func value(_ expression: String, anchor: String?, isFuture: Bool) -> String? {
    if expression.contains("/") {
      let ends = expression.split(separator: "/").map(String.init)
      guard ends.count == 2,
        let first = end(ends[0], anchor, isFuture), let last = end(ends[1], anchor, isFuture)
      else { return nil }
      return "\(first)/\(last)"
    }
    if expression.hasPrefix("EVE:") {
      let day = resolve(String(expression.dropFirst(4)), anchor: anchor, isFuture: isFuture)
      return day.flatMap { CalendarDay($0)?.adding(days: -1).text }
    }
    if expression == "EASTER-ORTHODOX" { return easter(isFuture) }
    if expression.hasPrefix("L"), expression.hasSuffix("D"),
      let count = Int(expression.dropFirst().dropLast()), abs(count) <= Self.greatestAmount
    {
      return published.map { "\($0.adding(days: 1 - count).text)/\($0.text)" }
    }
    if expression.hasPrefix("A") { return anchored(String(expression.dropFirst()), anchor) }
    if let first = expression.first, "DWMY".contains(first) {
      return relative(expression, isFuture)
    }
    if expression.hasPrefix("XXXX") { return withYear(expression, anchor, isFuture) }
    return expression
  }

  /// Whether a resolved date lies before the day of publication.
  func isPast(_ date: String) -> Bool {
    published.map { date < $0.text && date.count == 10 } ?? false
  }

  private func end(_ text: String, _ anchor: String?, _ isFuture: Bool) -> String? {
    text == ".." ? text : resolve(text, anchor: anchor, isFuture: isFuture)
  }

  private func easter(_ isFuture: Bool) -> String? {
    guard let published else { return nil }
    let day = CalendarDay.orthodoxEaster(published.year)
    if !isFuture, day > published { return CalendarDay.orthodoxEaster(published.year - 1).text }
    return day.text
  }

  /// `W6`, or a unit and a signed number.
  private func relative(_ expression: String, _ isFuture: Bool) -> String? {
    guard let published else { return nil }
    let rest = expression.dropFirst()
    guard let amount = Int(rest), abs(amount) <= Self.greatestAmount else { return nil }
    switch expression.first {
    case "W" where (1...7).contains(amount) && !rest.hasPrefix("+"):
      let back = (published.weekday - amount + 7) % 7
      return published.adding(days: isFuture ? (7 - back) % 7 : -back).text
    case "D": return published.adding(days: amount).text
    // "Two weeks ago" is that day; "last week" is no day.
    case "W": return amount == -1 ? nil : published.adding(days: amount * 7).text
    case "M": return published.addingMonths(amount).monthText
    case "Y": return CalendarDay(published.year + amount, 1, 1).yearText
    default: return nil
    }
  }

  /// A unit and a signed number, counted from a date told before.
  private func anchored(_ expression: String, _ anchor: String?) -> String? {
    guard let anchor,
      let day = CalendarDay(anchor) ?? anchor.split(separator: "/").last.flatMap({
        CalendarDay(String($0))
      }) ?? published,
      let amount = Int(expression.dropFirst()), abs(amount) <= Self.greatestAmount
    else { return nil }
    switch expression.first {
    case "D": return day.adding(days: amount).text
    case "W": return day.adding(days: amount * 7).text
    case "M": return day.addingMonths(amount).monthText
    case "Y": return CalendarDay(day.year + amount, 1, 1).yearText
    default: return nil
    }
  }

  /// The year of publication, or the one before or after it where tense demands.
  private func withYear(_ expression: String, _ anchor: String?, _ isFuture: Bool) -> String? {
    guard let published else { return expression.hasPrefix("XXXX-XX") ? nil : expression }
    var rest = String(expression.dropFirst(5))
    if rest.hasPrefix("XX-") {
      let month = anchor.flatMap { CalendarDay($0) } ?? published
      let inMonth = "\(month.monthText)-\(rest.dropFirst(3))"
      // Without a month told, it is the latest such day.
      if !isFuture, inMonth > published.text {
        return "\(month.addingMonths(-1).monthText)-\(rest.dropFirst(3))"
      }
      rest = String(month.monthText.dropFirst(5)) + rest.dropFirst(2)
    }
    let now = rest.count > 2 ? published.text : published.monthText
    let candidate = "\(published.yearText)-\(rest)"
    if !isFuture, candidate > now {
      return "\(CalendarDay(published.year - 1, 1, 1).yearText)-\(rest)"
    }
    if isFuture, candidate < now, published.month > 9 {
      return "\(CalendarDay(published.year + 1, 1, 1).yearText)-\(rest)"
    }
    return candidate
  }
}
