internal import Records

/// Whether a candidate counts a period, or one event.
extension DraftReader {
  /// A count over a period: an open or long one, a year, or words like "in total".
  func isTally(_ candidate: EventCandidate) -> Bool {
    let isCounted = candidate.arguments(.people).contains {
      $0.mention.flatMap { mentions[$0].count } != nil
    }
    guard isCounted, candidate.modality == .completed, candidate.arguments(.ordinal).isEmpty else {
      return false
    }
    let hasDay = candidate.arguments(.date).contains { argument in
      argument.value == nil && expression(argument).map(isDay) ?? false
        || argument.value == "when" && expression(argument).map(isDaysAway) ?? false
    }
    // "in stages under their 1,000-for-1,000 exchange" is one exchange.
    // and so are "a total of 207, released in exchange for 195, the first swap since January".
    // but "has given Kyiv 13,000 bodies this year against 162" counts both over the year.
    if !candidate.arguments(.counter).isEmpty {
      return candidate.frame == .movement
        && candidate.arguments(.people).contains {
          $0.mention.map { mentions[$0].category == .remains } ?? false
        }
        && candidate.arguments(.date).contains {
          $0.value == nil && expression($0) == .unit(.year, 0)
        }
    }
    // "Friday's handover was the 52nd since the invasion" is an event of Friday.
    if hasDay { return false }
    // "Since then there has been one release, in January of 153"
    let isDated = candidate.arguments(.date).contains { $0.value == nil }
    let periods = candidate.arguments(.period)
    // "A total of 82 were returned, the ministry told reporters on Saturday": of that day.
    let isOfDaySaid = candidate.arguments(.date).contains { argument in
      expression(argument).map(isDay) ?? false
    }
    let isWeak = isDated || isOfDaySaid
    if periods.contains(where: { period in
      switch period.value {
      // "has already returned four in October" counts those of October.
      case "sum": !isWeak && !candidate.arguments(.upToNow).isEmpty
      case "since": !isDated
      default: true
      }
    }) {
      return true
    }
    // "In the course of June Russia turned over a total of 6,060 bodies": in several handovers
    if periods.contains(where: { $0.value == "sum" }), candidate.frame == .movement,
      candidate.arguments(.people).contains(where: { argument in
        context.mention(argument).map { $0.category == .remains && $0.count ?? 0 > Self.manyBodies }
          ?? false
      })
    {
      return true
    }
    // "over three days in April 2023" is an event of that month.
    let hasMonth = candidate.arguments(.date).contains { argument in
      expression(argument).map { dates.resolve($0, anchor: nil, tense: .past)?.unit == .month }
        ?? false
    }
    if hasMonth { return false }
    return candidate.arguments(.date).contains { argument in
      guard argument.value != "sentence", let expression = expression(argument) else {
        return false
      }
      return Self.isPeriod(expression)
    }
  }

  /// No single handover was of more bodies.
  private static let manyBodies = 1_500

  /// "a day after each had freed a total of 390": no count over time.
  private func isDaysAway(_ expression: DateExpression) -> Bool {
    if case .shift(_, _, .day) = expression { true } else { false }
  }
}
