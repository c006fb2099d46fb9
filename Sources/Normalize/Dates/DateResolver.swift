internal import Records

/// Turns the date expressions of the extract stage into EDTF (ISO 8601-2), against the day of
/// publication, the dates told before and the tense of the sentence.
struct DateResolver {
  /// The article's day; nil where it is unknown, and then relative dates stay unknown too.
  let published: CalendarDay?

  /// What the verb says of a date that the words leave open.
  enum Tense: Hashable {
    case past, future, unknown

    init(_ tense: Mention.Tense?) {
      self = tense.map { $0 == .future ? .future : .past } ?? .unknown
    }
  }

  /// A resolved date.
  struct Resolved: Hashable {
    /// EDTF.
    var text: String
    /// Nil for ranges.
    var unit: DateExpression.Unit?
  }

  /// The EDTF value; nil where the words tell no calendar date.
  ///
  /// - Parameter anchor: The date that "a day earlier" counts from, in EDTF.
  func resolve(_ expression: String, anchor: String?, tense: Tense) -> Resolved? {
    guard let expression = DateExpression(expression) else { return nil }
    return resolve(expression, anchor: anchor, tense: tense)
  }

  /// The EDTF value of an expression that was read already.
  func resolve(_ expression: DateExpression, anchor: String?, tense: Tense) -> Resolved? {
    guard published != nil else { return withoutReference(expression) }
    let calculator = DateCalculator(
      today: published ?? CalendarDay(1, 1, 1), told: anchor.flatMap(Self.day), tense: tense)
    return calculator.span(expression).flatMap { span in
      isWithinYears(span) ? Resolved(text: span.text, unit: span.unit) : nil
    }
  }

  /// Whether a resolved date lies before the day of publication.
  func isPast(_ date: String) -> Bool {
    published.map { date < $0.text && date.count == 10 } ?? false
  }

  private func isWithinYears(_ span: DateSpan) -> Bool {
    [span.first, span.last].allSatisfy { $0.map { (1...9999).contains($0.year) } ?? true }
  }

  /// The day that an EDTF date tells, its last where it is a range; nil for months and years.
  private static func day(_ edtf: String) -> CalendarDay? {
    CalendarDay(edtf) ?? edtf.split(separator: "/").last.flatMap { CalendarDay(String($0)) }
  }

  /// What needs no day to count from: whole dates as they are, days of an unknown year with X.
  private func withoutReference(_ expression: DateExpression) -> Resolved? {
    switch expression {
    case .calendar(let text):
      guard !text.hasPrefix("XXXX-XX"), DateCalculator.isCalendarDate(text) else { return nil }
      if !text.hasPrefix("XXXX") {
        let calculator = DateCalculator(today: CalendarDay(1, 1, 1), told: nil, tense: .unknown)
        return calculator.span(expression).map { Resolved(text: $0.text, unit: $0.unit) }
      }
      return Resolved(text: text, unit: text.count == 10 ? .day : nil)
    case .part(_, let whole): return withoutReference(whole)
    case .range(let first, let last):
      guard let first = withoutReference(first), let last = withoutReference(last),
        first.text.hasPrefix("XXXX") != last.text.hasPrefix("XXXX")
          || DateCalculator.runsForward(first.text, last.text)
      else { return nil }
      return Resolved(text: "\(first.text)/\(last.text)", unit: nil)
    case .since(let date): return withoutReference(date).map { Resolved(text: "\($0.text)/..") }
    case .until(let date): return withoutReference(date).map { Resolved(text: "../\($0.text)") }
    default:
      // Dates that count from nothing but themselves: "the last Friday of May 2025".
      let years = [1000, 3000].map { year in
        DateCalculator(today: CalendarDay(year, 6, 15), told: nil, tense: .unknown).span(expression)
      }
      return years[0] == years[1] && expression.isSelfContained
        ? years[0].map { Resolved(text: $0.text, unit: $0.unit) } : nil
    }
  }
}

extension DateExpression {
  /// Whether it counts from no date outside itself.
  fileprivate var isSelfContained: Bool {
    switch self {
    case .told, .today, .unit, .coming, .past, .last, .next, .latest: false
    case .calendar, .weekday, .week, .easter, .orthodoxEaster: true
    case .shift(let date, _, _), .day(let date), .since(let date), .until(let date),
      .after(let date), .before(let date), .lasting(let date, _, _), .eve(let date),
      .part(_, let date), .nth(_, _, let date), .within(_, let date), .whole(_, let date):
      date.isSelfContained
    case .range(let first, let last): first.isSelfContained && last.isSelfContained
    }
  }
}
