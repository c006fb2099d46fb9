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
    let told = anchor.flatMap(Self.day)
    guard let published else { return withoutReference(expression, told) }
    let calculator = DateCalculator(today: published, told: told, tense: tense)
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

  /// What needs no day to count from: whole dates as they are, days of an unknown year with X, and
  /// what counts from a date of the text.
  private func withoutReference(_ expression: DateExpression, _ told: CalendarDay?) -> Resolved? {
    // Two days far apart: what depends on neither is told by the words alone.
    let spans = [1000, 3000].map { year in
      DateCalculator(today: CalendarDay(year, 6, 15), told: told, tense: .unknown).span(expression)
    }
    if let span = spans[0], span == spans[1] { return Resolved(text: span.text, unit: span.unit) }
    switch expression {
    case .calendar(let text):
      guard expression.lacksYear, !expression.lacksMonth, DateCalculator.isCalendarDate(text)
      else { return nil }
      let isMonth = text.count == 7 && Int(text.suffix(2)).map { $0 <= 12 } ?? false
      return Resolved(text: text, unit: text.count == 10 ? .day : isMonth ? .month : nil)
    case .part(_, let whole): return withoutReference(whole, told)
    case .range(let first, let last):
      guard let first = withoutReference(first, told), let last = withoutReference(last, told)
      else { return nil }
      return Resolved(text: "\(first.text)/\(last.text)", unit: nil)
    case .since(let date):
      return withoutReference(date, told).map { Resolved(text: "\($0.text)/..") }
    case .until(let date):
      return withoutReference(date, told).map { Resolved(text: "../\($0.text)") }
    default: return nil
    }
  }
}
