internal import Records

/// Days that an expression stands for, with the unit in which they were told.
struct DateSpan: Hashable {
  /// Nil where it has no beginning.
  var first: CalendarDay?
  /// Nil where it has no end.
  var last: CalendarDay?
  /// Nil for spans that are no unit of the calendar.
  var unit: DateExpression.Unit?
  /// The day that "two months ago" lands on, for what counts on from there.
  var point: CalendarDay?
  /// EDTF.
  var text: String

  init(day: CalendarDay) {
    (first, last, unit, point, text) = (day, day, .day, day, day.text)
  }

  /// The unit of the calendar that holds a day.
  init(_ unit: DateExpression.Unit, holding day: CalendarDay) {
    let start: CalendarDay
    let end: CalendarDay
    switch unit {
    case .day: (start, end) = (day, day)
    case .week:
      start = day.adding(days: 1 - day.weekday)
      end = start.adding(days: 6)
    case .weekend:
      start = day.adding(days: 6 - day.weekday)
      end = start.adding(days: 1)
    case .month: (start, end) = Self.months(day.year, day.month, 1)
    case .quarter: (start, end) = Self.months(day.year, (day.month - 1) / 3 * 3 + 1, 3)
    case .half: (start, end) = Self.months(day.year, day.month <= 6 ? 1 : 7, 6)
    case .year: (start, end) = Self.months(day.year, 1, 12)
    case .decade: (start, end) = Self.months(day.year / 10 * 10, 1, 120)
    case .century: (start, end) = Self.months(day.year / 100 * 100, 1, 1200)
    }
    (first, last, self.unit, point) = (start, end, unit, start)
    text =
      switch unit {
      case .day: start.text
      case .month: start.monthText
      case .year: start.yearText
      case .decade: String(start.yearText.dropLast()) + "X"
      case .century: String(start.yearText.dropLast(2)) + "XX"
      case .quarter, .half: "\(start.monthText)/\(end.monthText)"
      case .week, .weekend: "\(start.text)/\(end.text)"
      }
  }

  /// From one date to another; nil where it would run backwards.
  init?(from start: DateSpan?, to end: DateSpan?) {
    if let a = start?.first, let b = end?.last, a > b { return nil }
    func side(_ span: DateSpan?, _ day: CalendarDay?) -> String {
      guard let span else { return ".." }
      return span.text.contains("/") ? day?.text ?? ".." : span.text
    }
    (first, last, unit, point) = (start?.first, end?.last, nil, start?.first)
    text = "\(side(start, start?.first))/\(side(end, end?.last))"
  }

  /// Months from the first day of one to the last day of another.
  private static func months(_ year: Int, _ month: Int, _ count: Int) -> (CalendarDay, CalendarDay)
  {
    let start = CalendarDay(year, month, 1)
    return (start, start.addingMonths(count).adding(days: -1))
  }

  /// The season that begins in a year: 21 spring (March to May) to 24 winter (December to February).
  init(season: Int, _ year: Int) {
    let (start, end) = Self.months(year, (season - 20) * 3, 3)
    (first, last, unit, point) = (start, end, nil, start)
    text = "\(start.yearText)-\(season)"
  }

  func contains(_ day: CalendarDay) -> Bool {
    (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }

  /// Whether the other begins in this one.
  func holds(_ other: DateSpan) -> Bool { other.first.map(contains) ?? false }
}
