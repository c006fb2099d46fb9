internal import Records

/// What a date of the calendar leaves untold, which EDTF writes with X.
extension DateExpression {
  /// Whether this is a date of any year: `XXXX-05-24`, `XXXX-05`, `XXXX-XX-24`.
  var lacksYear: Bool { calendarText.hasPrefix("XXXX") }

  /// Whether this is a day of any month: `XXXX-XX-24`.
  var lacksMonth: Bool { calendarText.hasPrefix("XXXX-XX") }

  /// The EDTF text; empty for what is no date of the calendar.
  private var calendarText: String {
    if case .calendar(let text) = self { text } else { "" }
  }
}
