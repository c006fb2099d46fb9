/// What words say of a date before it is known which day that is: "two weeks ago", "the first
/// Monday of March".
///
/// The extract stage writes expressions, since it reads words alone; normalize resolves them against
/// the day of publication, the dates told before and the tense. As text they read like the calls of
/// functions, and rule files write them so:
///
///     2025-05-24   XXXX-05-24   XXXX-XX-24   2025-05   XXXX-05   2025   197X   EDTF; X is not told
///     2016-33 … 36, 2016-40, 41, 2016-21 … 24     quarters, halves, seasons (spring is 21)
///     today                      the day of publication
///     told                       the date told last before this one
///     told-span                  the days of what was told last to go on for several
///     weekday(6)                 a Saturday
///     week(31)                   the ISO week of a year
///     easter, orthodox-easter    Easter Sunday of a year
///     unit(week,-1)              the calendar week before this one
///     shift(today,-2,week)       two weeks before today
///     day(x)                     the day with which x begins
///     in(x,y)                    the x that lies in y
///     whole(week,x)              the calendar week that holds x
///     nth(1,weekday(1),y)        the first Monday in y; counts from the end below zero
///     nth(3,week,y)              the third week of y
///     coming(x,1) past(x,1)      the next x after today, the last one before it
///     range(x,y)                 from x to y, both included
///     since(x) until(x) after(x) before(x)
///     lasting(x,3,day)           three days from x on
///     last(2,week) next(3,day)   so many whole units before or after the current one
///     latest(2,day)              so many units up to today, it included
///     eve(x)                     the day before x
///     part(early,x)              early, mid, late, start, end of x
public indirect enum DateExpression: Hashable, Sendable {
  /// A span of the calendar.
  public enum Unit: String, Sendable, CaseIterable {
    /// From midnight to midnight.
    case day
    /// Monday to Sunday (ISO 8601).
    case week
    /// Saturday and Sunday.
    case weekend
    /// A calendar month.
    case month
    /// Three months from January, April, July or October.
    case quarter
    /// Six months from January or July.
    case half
    /// A calendar year.
    case year
    /// Ten years from one that ends in 0.
    case decade
    /// A hundred years.
    case century
  }

  /// What `nth` counts.
  public enum Counted: Hashable, Sendable {
    /// Units of the calendar.
    case unit(Unit)
    /// What an expression names again and again: Mondays.
    case occurrence(DateExpression)
  }

  /// An EDTF date, `X` for what is not told.
  case calendar(String)
  /// The day of publication.
  case today
  /// The date told last before this one.
  case told
  /// The days of what the text told last to go on for several days.
  case toldSpan
  /// 1 for Monday to 7 for Sunday.
  case weekday(Int)
  /// An ISO week of any year.
  case week(Int)
  /// Western Easter Sunday of any year.
  case easter
  /// Orthodox Easter Sunday of any year.
  case orthodoxEaster
  /// The unit that lies so many from the current one.
  case unit(Unit, Int)
  /// So many units after the first day of another date; before it below zero.
  case shift(DateExpression, Int, Unit)
  /// The first day of another date.
  case day(DateExpression)
  /// The one that lies in the other.
  case within(DateExpression, DateExpression)
  /// The unit of the calendar that holds a date.
  case whole(Unit, DateExpression)
  /// The nth in another date; from its end below zero.
  case nth(Int, Counted, DateExpression)
  /// The nth after today.
  case coming(DateExpression, Int)
  /// The nth before today.
  case past(DateExpression, Int)
  /// From the one to the other, both included.
  case range(DateExpression, DateExpression)
  /// From the first day of a date on.
  case since(DateExpression)
  /// Up to the last day of a date.
  case until(DateExpression)
  /// From the day behind a date on.
  case after(DateExpression)
  /// Up to the day before a date.
  case before(DateExpression)
  /// So many units from the first day of a date on.
  case lasting(DateExpression, Int, Unit)
  /// So many whole units before the current one.
  case last(Int, Unit)
  /// So many whole units behind the current one.
  case next(Int, Unit)
  /// So many units up to today.
  case latest(Int, Unit)
  /// The day before a date.
  case eve(DateExpression)
  /// Early, mid, late in a date: its value is the whole, the word stays beside it.
  case part(String, DateExpression)

  /// Whether it has no beginning or no end.
  public var isOpen: Bool {
    switch self {
    case .since, .until, .after, .before: true
    case .part(_, let whole), .within(let whole, _): whole.isOpen
    default: false
    }
  }

  /// Whether it names a day by the calendar, the week or today; feasts do not.
  public var isDay: Bool {
    switch self {
    case .calendar(let text): text.utf8.count == 10
    case .weekday, .today, .unit(.day, _): true
    case .within(let day, _), .part(_, let day), .day(let day): day.isDay
    case .shift(let day, _, .day): day.isDay
    default: false
    }
  }

  /// Whether it is a day of what goes on for several: "on the second day".
  public var isDayOfSpan: Bool {
    if case .nth(_, .unit(.day), .toldSpan) = self { true } else { false }
  }

  /// Whether it is a bare day of the week.
  public var isWeekday: Bool {
    if case .weekday = self { true } else { false }
  }

  /// Whether it has an end alone: "as of 8 November".
  public var isUntil: Bool {
    if case .until = self { return true }
    return false
  }

  /// The word of `part`.
  public var modifier: String? {
    switch self {
    case .part(let modifier, _): modifier
    case .within(let inner, _): inner.modifier
    default: nil
    }
  }

  /// The words that `part` may have.
  public static let modifiers = ["early", "mid", "late", "start", "end"]

  /// The greatest number of units that an expression may count: more is no date of news.
  static let greatestAmount = 4000
}

extension DateExpression {
  /// Reads an expression's text; nil where it is none.
  public init?(_ text: String) {
    var parser = DateExpressionParser(text)
    guard let expression = parser.expression(), parser.isAtEnd else { return nil }
    self = expression
  }
}

extension DateExpression: CustomStringConvertible {
  /// The text that `init` reads.
  public var description: String {
    switch self {
    case .calendar(let text): text
    case .today: "today"
    case .told: "told"
    case .toldSpan: "told-span"
    case .weekday(let number): "weekday(\(number))"
    case .week(let number): "week(\(number))"
    case .easter: "easter"
    case .orthodoxEaster: "orthodox-easter"
    case .unit(let unit, let count): "unit(\(unit.rawValue),\(count))"
    case .shift(let from, let count, let unit): "shift(\(from),\(count),\(unit.rawValue))"
    case .day(let date): "day(\(date))"
    case .within(let inner, let outer): "in(\(inner),\(outer))"
    case .whole(let unit, let date): "whole(\(unit.rawValue),\(date))"
    case .nth(let count, .unit(let unit), let outer): "nth(\(count),\(unit.rawValue),\(outer))"
    case .nth(let count, .occurrence(let inner), let outer): "nth(\(count),\(inner),\(outer))"
    case .coming(let date, let count): "coming(\(date),\(count))"
    case .past(let date, let count): "past(\(date),\(count))"
    case .range(let first, let last): "range(\(first),\(last))"
    case .since(let date): "since(\(date))"
    case .until(let date): "until(\(date))"
    case .after(let date): "after(\(date))"
    case .before(let date): "before(\(date))"
    case .lasting(let date, let count, let unit): "lasting(\(date),\(count),\(unit.rawValue))"
    case .last(let count, let unit): "last(\(count),\(unit.rawValue))"
    case .next(let count, let unit): "next(\(count),\(unit.rawValue))"
    case .latest(let count, let unit): "latest(\(count),\(unit.rawValue))"
    case .eve(let date): "eve(\(date))"
    case .part(let modifier, let date): "part(\(modifier),\(date))"
    }
  }
}
