internal import Records

/// Evaluates date expressions against a day.
struct DateCalculator {
  let today: CalendarDay
  /// The date told before; nil where none was.
  let told: CalendarDay?
  let tense: DateResolver.Tense

  /// The days of an expression; nil where it names none.
  func span(_ expression: DateExpression) -> DateSpan? {
    switch expression {
    case .today: return DateSpan(day: today)
    case .told: return told.map { DateSpan(day: $0) }
    case .toldSpan: return nil
    case .unit(.weekend, 0):
      // On a Monday "the weekend" is the last, unless the verb looks ahead.
      let coming = DateSpan(.weekend, holding: today)
      let isAhead = coming.first.map { $0 > today } ?? false
      return isAhead && tense != .future ? moved(.weekend, holding: today, by: -1) : coming
    case .unit(let unit, let count): return moved(unit, holding: today, by: count)
    case .shift(let date, let count, let unit): return shifted(date, count, unit)
    case .day(let date): return (span(date)?.point).map { DateSpan(day: $0) }
    case .within(let inner, let outer): return span(inner, in: outer)
    case .whole(let unit, let date):
      if isRecurring(date) { return pick(instances(expression), isNth: true) }
      return (span(date)?.first).map { DateSpan(unit, holding: $0) }
    case .nth(let count, let counted, let outer):
      if isRecurring(outer) { return pick(instances(expression), isNth: true) }
      return span(outer).flatMap { nth(count, counted, in: $0) }
    case .coming(let date, let count):
      let later = instances(date).filter { $0.first.map { $0 > today } ?? false }
      return count <= later.count ? later[count - 1] : nil
    case .past(let date, let count):
      let earlier = instances(date).filter { $0.last.map { $0 < today } ?? false }
      return count <= earlier.count ? earlier[earlier.count - count] : nil
    case .range(let first, let last): return range(first, last)
    case .since(let date): return span(date).flatMap { DateSpan(from: $0, to: nil) }
    case .until(let date): return deadline(date).flatMap { DateSpan(from: nil, to: $0) }
    case .after(let date):
      return (span(date)?.last?.adding(days: 1)).flatMap {
        DateSpan(from: DateSpan(day: $0), to: nil)
      }
    case .before(let date):
      return (deadline(date)?.first?.adding(days: -1)).flatMap {
        DateSpan(from: nil, to: DateSpan(day: $0))
      }
    case .lasting(let date, let count, let unit):
      guard let start = span(date)?.first,
        let end = Self.add(count, unit, to: start)?.adding(days: -1)
      else { return nil }
      return DateSpan(from: DateSpan(day: start), to: DateSpan(day: end))
    case .last(let count, let unit):
      return units(unit, from: -count, through: -1)
    case .next(let count, let unit): return units(unit, from: 1, through: count)
    case .latest(let count, let unit): return units(unit, from: 1 - count, through: 0)
    case .eve(let date):
      return (span(date)?.first?.adding(days: -1)).map { DateSpan(day: $0) }
    case .part(_, let whole): return span(whole)
    case .calendar(let text) where !expression.lacksYear: return calendarSpan(text)
    case .week: return pick(instances(expression), isNth: true)
    case .calendar where expression.lacksMonth && tense == .unknown:
      return instances(expression).first { ($0.last ?? today) >= today }
    case .calendar, .weekday, .easter, .orthodoxEaster: return pick(instances(expression))
    }
  }

  /// The date up to which something lasts: one that is near lies ahead, whatever the verb says.
  private func deadline(_ date: DateExpression) -> DateSpan? {
    guard isRecurring(date) else { return span(date) }
    let next = instances(date).first { ($0.last ?? today) >= today }
    if let next, let first = next.first, first.number - today.number <= Self.nearDeadline {
      return next
    }
    return span(date)
  }

  /// In days.
  private static let nearDeadline = 45

  /// A whole date, a month, a year, a decade, a quarter, a season.
  private func calendarSpan(_ text: String) -> DateSpan? {
    guard Self.isCalendarDate(text) else { return nil }
    let parts = text.split(separator: "-").map(String.init)
    if parts.count == 1 {
      if parts[0].hasSuffix("XX") {
        return Int(parts[0].dropLast(2)).map {
          DateSpan(.century, holding: CalendarDay($0 * 100, 1, 1))
        }
      }
      if parts[0].hasSuffix("X") {
        return Int(parts[0].dropLast()).map {
          DateSpan(.decade, holding: CalendarDay($0 * 10, 1, 1))
        }
      }
    }
    return Int(parts[0]).flatMap { Self.instances(of: Array(parts.dropFirst()), in: $0).first }
  }

  private func moved(_ unit: DateExpression.Unit, holding day: CalendarDay, by count: Int)
    -> DateSpan?
  {
    let start = DateSpan(unit, holding: day).first ?? day
    return Self.add(count, unit, to: start).map { DateSpan(unit, holding: $0) }
  }

  private func units(_ unit: DateExpression.Unit, from low: Int, through high: Int) -> DateSpan? {
    guard let start = moved(unit, holding: today, by: low),
      let end = moved(unit, holding: today, by: high)
    else { return nil }
    if low == high { return start }
    if unit == .decade, let first = start.first, let last = end.last {
      return DateSpan(
        from: DateSpan(.year, holding: first), to: DateSpan(.year, holding: last))
    }
    return DateSpan(from: start, to: end)
  }

  /// "Two weeks ago" is a day, "two months ago" a month; what counts on keeps the day.
  private func shifted(_ date: DateExpression, _ count: Int, _ unit: DateExpression.Unit)
    -> DateSpan?
  {
    guard let start = span(date)?.point, let day = Self.add(count, unit, to: start) else {
      return nil
    }
    var span = DateSpan(day: day)
    let isVague = date == .today || date == .told
    if isVague, ![.day, .week, .weekend].contains(unit) {
      span = DateSpan(unit, holding: day)
      span.point = day
    }
    return span
  }

  /// A day so many units later; the last day of the month where the month is shorter.
  static func add(_ count: Int, _ unit: DateExpression.Unit, to day: CalendarDay) -> CalendarDay? {
    let months: Int
    switch unit {
    case .day: return day.adding(days: count)
    case .week, .weekend: return day.adding(days: count * 7)
    case .month: months = count
    case .quarter: months = count * 3
    case .half: months = count * 6
    case .year: months = count * 12
    case .decade: months = count * 120
    case .century: months = count * 1200
    }
    guard (1...9999).contains(day.year + months / 12) else { return nil }
    let month = day.addingMonths(months)
    return CalendarDay(
      month.year, month.month,
      min(day.day, CalendarDay.length(ofMonth: month.month, month.year)))
  }

  /// The inner date that lies in the outer one: "Tuesday of next week", "from 4 to 22 this month".
  private func span(_ inner: DateExpression, in outer: DateExpression) -> DateSpan? {
    switch inner {
    case .range(let first, let last):
      return span(.range(.within(first, outer), .within(last, outer)))
    case .part(_, let whole): return span(whole, in: outer)
    case .eve(let date):
      return (span(date, in: outer)?.first?.adding(days: -1)).map { DateSpan(day: $0) }
    default: break
    }
    if isRecurring(outer) {
      return pick(instances(.within(inner, outer)))
    }
    guard let whole = window(of: outer), let year = whole.first?.year else { return nil }
    // "one of the largest swaps this year on Tuesday": no year has but one Tuesday.
    if case .weekday = inner, whole.unit == .year { return span(inner) }
    let inside = instances(inner, years: year - 1...(whole.last?.year ?? year) + 1)
    if whole.unit == .day, let day = whole.first {
      // "in three days on Friday"
      return inside.min {
        abs(($0.first?.number ?? 0) - day.number) < abs(($1.first?.number ?? 0) - day.number)
      }
    }
    return inside.first(where: whole.holds)
  }

  /// The unit that a date was counted in: "two weeks from today" is the week around that day.
  private func window(of expression: DateExpression) -> DateSpan? {
    guard case .shift(_, _, let unit) = expression, let point = span(expression)?.point else {
      return span(expression)
    }
    return DateSpan(unit, holding: point)
  }

  private func range(_ first: DateExpression, _ last: DateExpression) -> DateSpan? {
    guard isRecurring(first) || isRecurring(last) else {
      guard let start = span(first), let end = span(last) else { return nil }
      return DateSpan(from: start, to: end)
    }
    if isRecurring(last), !isRecurring(first) {
      // "from next Friday to October 1": the first such day behind it.
      guard let start = span(first), let day = start.first else { return nil }
      let later = instances(last, years: day.year...day.year + 1)
      return later.first { ($0.last ?? day) >= day }.flatMap { DateSpan(from: start, to: $0) }
    }
    if last.lacksMonth, let start = span(first), let day = start.first {
      // "from April 27 to the third": of the next month.
      return instances(last, years: day.year...day.year + 1).first { ($0.first ?? day) > day }
        .flatMap { DateSpan(from: start, to: $0) }
    }
    guard let end = span(last), let day = end.last else { return nil }
    let earlier = instances(first, years: day.year - 1...day.year)
    return earlier.last { ($0.first ?? day) <= day }.flatMap { DateSpan(from: $0, to: end) }
  }
}
