/// Recursive descent over the text of an expression, with a limit on its depth.
struct DateExpressionParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private static let greatestDepth = 12

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func expression() -> DateExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.greatestDepth else { return nil }
    let name = word()
    guard take("(") else {
      switch name {
      case "today": return .today
      case "told": return .told
      case "told-span": return .toldSpan
      case "easter": return .easter
      case "orthodox-easter": return .orthodoxEaster
      default: return Self.isCalendar(name) ? .calendar(name) : nil
      }
    }
    guard let result = call(name), take(")") else { return nil }
    return result
  }

  private mutating func call(_ name: String) -> DateExpression? {
    switch name {
    case "weekday": return number(1...7).map { .weekday($0) }
    case "week": return number(1...53).map { .week($0) }
    case "unit":
      guard let unit = unit(), take(","), let count = number() else { return nil }
      return .unit(unit, count)
    case "shift": return counted { .shift($0, $1, $2) }
    case "lasting": return counted { .lasting($0, $1, $2) }
    case "last", "next", "latest":
      guard let count = number(), count > 0, take(","), let unit = unit() else { return nil }
      return name == "last"
        ? .last(count, unit) : name == "next" ? .next(count, unit) : .latest(count, unit)
    case "whole":
      guard let unit = unit(), take(",") else { return nil }
      return expression().map { .whole(unit, $0) }
    case "in": return two { .within($0, $1) }
    case "range": return two { .range($0, $1) }
    case "nth": return nth()
    case "coming", "past":
      guard let date = expression(), take(","), let count = number(1...100) else { return nil }
      return name == "coming" ? .coming(date, count) : .past(date, count)
    case "part":
      let modifier = word()
      guard DateExpression.modifiers.contains(modifier), take(",") else { return nil }
      return expression().map { .part(modifier, $0) }
    case "day": return expression().map { .day($0) }
    case "since": return expression().map { .since($0) }
    case "until": return expression().map { .until($0) }
    case "after": return expression().map { .after($0) }
    case "before": return expression().map { .before($0) }
    case "eve": return expression().map { .eve($0) }
    default: return nil
    }
  }

  private mutating func nth() -> DateExpression? {
    guard let count = number(-366...366), count != 0, take(",") else { return nil }
    let start = position
    if let unit = unit(), take(",") {
      return expression().map { .nth(count, .unit(unit), $0) }
    }
    position = start
    guard let inner = expression(), take(","), let outer = expression() else { return nil }
    return .nth(count, .occurrence(inner), outer)
  }

  private mutating func counted(
    _ make: (DateExpression, Int, DateExpression.Unit) -> DateExpression
  ) -> DateExpression? {
    guard let date = expression(), take(","), let count = number(), take(","), let unit = unit()
    else { return nil }
    return make(date, count, unit)
  }

  private mutating func two(
    _ make: (DateExpression, DateExpression) -> DateExpression
  ) -> DateExpression? {
    guard let first = expression(), take(","), let second = expression() else { return nil }
    return make(first, second)
  }

  private mutating func unit() -> DateExpression.Unit? { DateExpression.Unit(rawValue: word()) }

  private mutating func number(_ range: ClosedRange<Int>? = nil) -> Int? {
    // "--2" is two in the other direction: a template negates what a rule counted.
    var text = Substring(word())
    if text.hasPrefix("--") { text = text.dropFirst(2) }
    let limit = DateExpression.greatestAmount
    guard let value = Int(text), (range ?? -limit...limit).contains(value) else { return nil }
    return value
  }

  /// Up to the next sign of the grammar.
  private mutating func word() -> String {
    let start = position
    while position < bytes.count, !"(),".utf8.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func take(_ sign: String) -> Bool {
    guard position < bytes.count, bytes[position] == sign.utf8.first else { return false }
    position += 1
    return true
  }

  /// Four places for the year, two for month and day, each digits or X.
  private static func isCalendar(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return false }
    return parts.enumerated().allSatisfy { index, part in
      (index == 0 || part.utf8.count == 2)
        && part.utf8.allSatisfy { $0 == UInt8(ascii: "X") || (0x30...0x39).contains($0) }
    }
  }
}
