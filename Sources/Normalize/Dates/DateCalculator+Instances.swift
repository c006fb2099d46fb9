internal import Records

/// Dates that come again: every year, every month, every week.
extension DateCalculator {
  /// Whether the words leave the year open.
  func isRecurring(_ expression: DateExpression) -> Bool {
    switch expression {
    case .calendar: expression.lacksYear
    case .weekday, .week, .easter, .orthodoxEaster: true
    case .within(let inner, let outer): isRecurring(outer) && isRecurring(inner)
    case .nth(_, _, let outer): isRecurring(outer)
    case .shift(let date, _, _), .day(let date), .eve(let date), .part(_, let date),
      .whole(_, let date):
      isRecurring(date)
    case .range(let first, let last): isRecurring(first) && isRecurring(last)
    default: false
    }
  }

  /// The instances around today, in order.
  func instances(_ expression: DateExpression) -> [DateSpan] {
    instances(expression, years: today.year - 2...today.year + 2)
  }

  /// The instances that begin in some years, in order.
  func instances(_ expression: DateExpression, years: ClosedRange<Int>) -> [DateSpan] {
    switch expression {
    case .calendar(let text):
      let parts = text.split(separator: "-").map(String.init)
      if !expression.lacksYear {
        return Int(parts[0]).map { Self.instances(of: Array(parts.dropFirst()), in: $0) } ?? []
      }
      return years.flatMap { Self.instances(of: Array(parts.dropFirst()), in: $0) }
    case .weekday(let number): return weekdays(number, years)
    case .week(let number):
      return years.map { year in
        // The week of January 4 is the first (ISO 8601).
        let first = DateSpan(.week, holding: CalendarDay(year, 1, 4)).first ?? today
        return DateSpan(.week, holding: first.adding(days: (number - 1) * 7))
      }
    case .easter: return years.map { DateSpan(day: CalendarDay.westernEaster($0)) }
    case .orthodoxEaster: return years.map { DateSpan(day: CalendarDay.orthodoxEaster($0)) }
    case .shift(let date, let count, let unit):
      return instances(date, years: years).compactMap { span in
        span.first.flatMap { Self.add(count, unit, to: $0) }.map { DateSpan(day: $0) }
      }
    case .eve(let date):
      return instances(date, years: years).compactMap { span in
        (span.first?.adding(days: -1)).map { DateSpan(day: $0) }
      }
    case .whole(let unit, let date):
      return instances(date, years: years).compactMap { span in
        span.first.map { DateSpan(unit, holding: $0) }
      }
    case .day(let date), .part(_, let date): return instances(date, years: years)
    case .within(let inner, let outer):
      let all = instances(inner, years: years)
      return instances(outer, years: years).flatMap { whole in all.filter(whole.holds) }
    case .nth(let count, let counted, let outer):
      return instances(outer, years: years).compactMap { nth(count, counted, in: $0) }
    default: return span(expression).map { [$0] } ?? []
    }
  }

  /// The months and days of one year that a masked date fits.
  static func instances(of parts: [String], in year: Int) -> [DateSpan] {
    guard let month = parts.first else {
      return [DateSpan(.year, holding: CalendarDay(year, 1, 1))]
    }
    if let number = Int(month), number > 12 {
      switch number {
      case 21...24: return [DateSpan(season: number, year)]
      case 33...36:
        return [DateSpan(.quarter, holding: CalendarDay(year, (number - 33) * 3 + 1, 1))]
      case 40...41: return [DateSpan(.half, holding: CalendarDay(year, (number - 40) * 6 + 1, 1))]
      default: return []
      }
    }
    let months = Int(month).map { $0...$0 } ?? 1...12
    guard parts.count > 1 else {
      return months.map { DateSpan(.month, holding: CalendarDay(year, $0, 1)) }
    }
    guard let day = Int(parts[1]), day > 0 else { return [] }
    return months.filter { $0 > 0 && day <= CalendarDay.length(ofMonth: $0, year) }
      .map { DateSpan(day: CalendarDay(year, $0, day)) }
  }

  private func weekdays(_ number: Int, _ years: ClosedRange<Int>) -> [DateSpan] {
    var day = CalendarDay(years.lowerBound, 1, 1)
    day = day.adding(days: (number - day.weekday + 7) % 7)
    var spans: [DateSpan] = []
    while day.year <= years.upperBound {
      spans.append(DateSpan(day: day))
      day = day.adding(days: 7)
    }
    return spans
  }

  /// The nth unit or occurrence that lies in a span; from the end below zero.
  func nth(_ count: Int, _ counted: DateExpression.Counted, in whole: DateSpan) -> DateSpan? {
    guard let first = whole.first, first.year > 0 else { return nil }
    // "the third Tuesday after Christmas"
    let last = whole.last ?? first.adding(days: 400)
    guard
      last.number - first.number <= Self.longestCounted
    else { return nil }
    var inside: [DateSpan] = []
    switch counted {
    case .unit(let unit):
      var day = first
      while day <= last {
        let span = DateSpan(unit, holding: day)
        // A week belongs to the month or year that holds its Thursday (ISO 8601).
        let middle = unit == .week ? span.first?.adding(days: 3) : span.first
        if let middle, whole.contains(middle) { inside.append(span) }
        day = (span.last ?? day).adding(days: 1)
      }
    case .occurrence(let expression):
      inside = instances(expression, years: first.year...last.year).filter(whole.holds)
    }
    let index = count > 0 ? count - 1 : inside.count + count
    return inside.indices.contains(index) ? inside[index] : nil
  }

  /// Nothing is counted in more than a century.
  private static let longestCounted = 36_600

  /// The one that the tense means: the latest that has begun, or the next that has not ended.
  ///
  /// Without a verb to tell, it is the latest, unless the next lies much nearer; what is counted out in
  /// a month ("the first Monday of March") is this year's.
  func pick(_ spans: [DateSpan], isNth: Bool = false) -> DateSpan? {
    let begun = spans.last { $0.first.map { $0 <= today } ?? false }
    let coming = spans.first { $0.last.map { $0 >= today } ?? false }
    switch tense {
    case .past: return begun ?? (spans.count == 1 ? nil : coming)
    case .future:
      // What was due some time ago is not due again next year.
      if let coming, let days = coming.first.map({ $0.number - today.number }),
        days > Self.farthest,
        let begun
      {
        return begun
      }
      return coming ?? begun
    case .unknown:
      if isNth { return spans.first { $0.first?.year == today.year } ?? begun }
      guard let last = begun?.last, let first = coming?.first else { return begun ?? coming }
      // "the end of January" in December is next month's where no verb tells.
      // A weekday is the latest (EVENTS.md); of what comes once a year the next may be meant.
      guard today.number - last.number > Self.farBehind else { return begun }
      let isNear = (first.number - today.number) * Self.nearness < today.number - last.number
      return isNear ? coming : begun
    }
  }

  /// In days.
  private static let farBehind = 45

  /// How many times nearer a date must lie ahead than behind to be meant without a verb to tell.
  private static let nearness = 5

  /// The longest in days that "on May 25" points ahead.
  private static let farthest = 240

  /// Whether a date's parts can be: a month from 1 to 12, a day that the month has.
  static func isCalendarDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-").map(String.init)
    guard let year = parts.first, year.utf8.count == 4 else { return false }
    guard parts.count > 1, let month = Int(parts[1]) else { return true }
    guard (1...12).contains(month) else {
      return parts.count == 2 && [21, 22, 23, 24, 33, 34, 35, 36, 40, 41].contains(month)
    }
    guard parts.count == 3, let day = Int(parts[2]) else { return true }
    return (1...CalendarDay.length(ofMonth: month, Int(year) ?? 2000)).contains(day)
  }
}
