internal import Records

/// Which day a candidate tells, and whether its words are a period.
extension DateExpression {
  /// "on the eve of Easter", "on Holy Saturday": a day that is told by how long before a feast it is.
  fileprivate var isBeforeFeast: Bool {
    switch self {
    case .eve: true
    case .shift(.easter, ..<0, .day), .shift(.orthodoxEaster, ..<0, .day): true
    default: false
    }
  }
}

extension DraftReader {
  /// "a total of 206 regained their freedom on Monday" is an event of that day.
  func isDay(_ expression: DateExpression) -> Bool {
    if let date = dates.resolve(expression, anchor: nil, tense: .past) { return date.unit == .day }
    switch expression {
    case .weekday, .today, .unit(.day, _): return true
    case .calendar(let text): return text.count == 10
    default: return false
    }
  }

  /// What a count over time covers: "since the invasion", "in just two days", "in 2024", "this year".
  static func isPeriod(_ expression: DateExpression) -> Bool {
    switch expression {
    case .latest, .last, .unit(.year, ...0): true
    case .calendar(let text): text.count == 4
    default: expression.isOpen
    }
  }

  func expression(_ argument: EventCandidate.Argument) -> DateExpression? {
    var value = argument.mention.flatMap { mentions[$0].value }
    // The Easter of a conflict's parties.
    if let easter = context.conflict?.easter, let text = value, text.contains("easter"),
      !text.contains(easter)
    {
      value = text.replacing("easter", with: easter)
    }
    let told = value.flatMap { DateExpression($0) }
    if told == .whole(.year, .told) {
      return context.yearTold(before: argument.span).map { .calendar($0) }
    }
    // "since September 2022, when 215 were traded"
    if argument.value == "when", case .since(let day) = told { return day }
    // "from August 7 to January 3, when 230 were swapped"
    if argument.value == "when", case .range(let start, let end) = told,
      let first = dates.resolve(start, anchor: nil, tense: .past).flatMap({ CalendarDay($0.text) }),
      let last = dates.resolve(end, anchor: nil, tense: .past).flatMap({ CalendarDay($0.text) }),
      last.number - first.number > Self.longestSwap
    {
      return end
    }
    if argument.value == "since", let told { return .since(told) }
    return told
  }

  /// "on the second day": the day of what was told last to go on for several; nil where nothing was.
  private static func dayOfSpan(_ expression: DateExpression, _ anchor: Anchor) -> DateExpression? {
    // "in the evening": the day that the text is at
    if expression == .day(.toldSpan) {
      return anchor.date.flatMap { $0.utf8.count == 10 ? .calendar($0) : nil }
    }
    guard expression.isDayOfSpan, case .nth(let number, let unit, _) = expression else {
      return expression
    }
    let ends = anchor.days?.split(separator: "/").map { DateExpression.calendar(String($0)) }
    guard let ends, ends.count == 2 else { return nil }
    return .nth(number, unit, .range(ends[0], ends[1]))
  }

  /// In days: no single exchange goes on for longer.
  private static let longestSwap = 14

  /// A date as events tell it: "last week" and "earlier this week" are no day and no month.
  func date(
    _ expression: DateExpression, _ anchor: String?, _ tense: DateResolver.Tense
  ) -> String? {
    // "on the eve of Easter", "on Holy Saturday": the feast may be to come where the day before it is not.
    if expression.isBeforeFeast, tense == .past, let published = dates.published,
      let coming = dates.resolve(expression, anchor: anchor, tense: .future),
      let day = CalendarDay(coming.text), (0...7).contains(published.number - day.number)
    {
      return coming.text
    }
    if tense == .past, isFeastToCome(expression) { return nil }
    // "visited in September. At that time 52 were let go"
    if expression == .told, let anchor, anchor.utf8.count == 7 { return anchor }
    if expression.lacksMonth, let day = dayOfMonthTold(expression, anchor) { return day }
    guard let date = dates.resolve(expression, anchor: anchor, tense: tense),
      date.unit != .week, date.unit != .weekend
    else { return nil }
    return date.text
  }

  /// "freed hundreds as a truce was declared to mark Easter", days before it: no day of what has happened.
  private func isFeastToCome(_ expression: DateExpression) -> Bool {
    guard expression == .easter || expression == .orthodoxEaster, let published = dates.published,
      let feast = dates.resolve(expression, anchor: nil, tense: .future),
      let day = CalendarDay(feast.text)
    else { return false }
    return (1...7).contains(day.number - published.number)
  }

  /// "390 on 23 May, 307 the next day, and 303 on the 25th": in the month told before, soon behind its day.
  private func dayOfMonthTold(_ expression: DateExpression, _ anchor: String?) -> String? {
    guard let told = anchor.flatMap({ CalendarDay($0) }), case .calendar(let text) = expression,
      let number = Int(text.suffix(2)), number > told.day, number - told.day <= Self.longestSwap
    else { return nil }
    let day = CalendarDay(told.year, told.month, number)
    return CalendarDay(day.text) == nil ? nil : day.text
  }

  /// What was called off was due near the day of publication, before it or after.
  func nearest(
    _ expression: DateExpression, _ anchor: String?, _ tense: DateResolver.Tense,
    _ candidate: EventCandidate
  ) -> String? {
    let told = date(expression, anchor, tense)
    let isPastPlan = candidate.arguments(.reference).contains { $0.value == "past-plan" }
    if isPastPlan, let published = dates.published, let coming = told.flatMap({ CalendarDay($0) }),
      let text = date(expression, anchor, .past), let past = CalendarDay(text),
      published.number - past.number < coming.number - published.number
    {
      return text
    }
    guard candidate.modality == .suspended, let published = dates.published,
      let past = told.flatMap({ CalendarDay($0) }),
      let future = date(expression, anchor, .future), let coming = CalendarDay(future),
      abs(coming.number - published.number) < abs(past.number - published.number)
    else { return told }
    return future
  }

  /// The date that an expression counts from.
  func told(
    _ argument: EventCandidate.Argument, _ expression: DateExpression, _ anchor: Anchor
  ) -> String? {
    switch expression {
    case .told:
      context.dayTold(before: argument.span, behind: anchor.end) ?? anchor.date
    // "390 on 23 May and 303 on the 25th": of the month told right before
    case .calendar where expression.lacksMonth:
      context.dayTold(before: argument.span, behind: 0) ?? anchor.date
    case .within(_, .whole(.year, .told)):
      // "in November of that year": any day of the year that was told last.
      context.yearTold(before: argument.span).map { "\($0)-07-01" } ?? anchor.date
    default: anchor.date
    }
  }

  /// "Since then 566 have been freed": from the day told before, where the words are not told as a date.
  private func readSinceThen(
    _ candidate: EventCandidate, _ anchor: Anchor, _ draft: inout EventDraft
  ) {
    guard draft.kind == .tally, draft.date == nil,
      let words = candidate.arguments(.period).first(where: { $0.value == "since" }),
      let period = context.periodTold(before: words.span) ?? anchor.date.map({ "\($0)/.." })
    else { return }
    draft.date = period
    draft.dateIsOwn = true
    draft.note(words.span, "date", candidate.rule)
  }

  func readDate(_ candidate: EventCandidate, _ anchor: Anchor, _ draft: inout EventDraft) {
    let isToCome = [.planned, .agreed, .proposed, .rejected].contains(candidate.modality)
    for argument in dateArguments(candidate) {
      guard let words = expression(argument) else { continue }
      guard let expression = Self.dayOfSpan(words, anchor) else {
        if draft.date == nil { draft.unknownDate = draft.unknownDate ?? words.description }
        continue
      }
      // "agreed on Monday" tells the day of the deal, which is past; feasts are those to come.
      let isDeal = candidate.modality != .planned && expression.isWeekday
      let tense = isToCome && !isDeal ? DateResolver.Tense.future : .past
      // A period belongs to tallies only, and a day of a statement is none of theirs.
      let isOpen = expression.isOpen && !(draft.kind == .held && expression.isUntil)
      if isOpen != (draft.kind == .tally), isOpen || argument.value == "sentence" { continue }
      // "the fifth exchange this year, bringing the number of those returned to 4,757": not of this year.
      if candidate.frame == .tally, !isOpen, argument.span.end <= candidate.trigger.start {
        continue
      }
      // The day on which somebody spoke of talks is not theirs.
      if draft.kind == .talks, argument.value == "sentence" { continue }
      if draft.kind == .held, argument.value == nil, isOpen { continue }
      if isOtherWar(argument) { continue }
      let told = told(argument, expression, anchor)
      guard var date = nearest(expression, told, tense, candidate) else {
        if argument.value != "sentence", draft.date == nil {
          draft.unknownDate = draft.unknownDate ?? expression.description
        }
        continue
      }
      // "The first exchange of 2024" is not dated by that; a deal is not dated by the day it was made.
      if draft.kind == .held, date.hasPrefix("../") { date = String(date.dropFirst(3)) }
      let isVague =
        draft.isMovement && !Self.isDayOrMonth(date)
        || draft.kind == .talks && Self.isRelativeYear(expression)
      let isDayOfDeal =
        [.agreed, .proposed, .rejected].contains(candidate.modality)
        && (dates.isPast(date) || isDeal && draft.counts.isEmpty && date == dates.published?.text)
      let isRemote =
        argument.value == "sentence" && candidate.modality != .completed
        && candidate.modality != .ongoing
      // "was agreed in September": a deal is not due on the day of the talks.
      if candidate.modality == .agreed, draft.counts.isEmpty, candidate.arguments(.people).isEmpty,
        draft.isMovement
      {
        continue
      }
      let isBeforeDeal =
        [.agreed, .proposed, .rejected].contains(candidate.modality)
        && argument.span.end <= candidate.trigger.start
      if isVague || isDayOfDeal || isRemote || isBeforeDeal { continue }
      if draft.date == nil || draft.kind == .tally && isOpen && draft.date?.contains("..") == false
      {
        draft.date = date
        draft.isOnWeekday = expression.isWeekday || expression == .unit(.day, 1)
        draft.dateIsOwn = argument.value != "sentence"
        draft.note(argument.span, "date", candidate.rule)
      }
    }
    readWarTold(candidate, &draft)
    readSectionDate(candidate, anchor, &draft)
    readSinceThen(candidate, anchor, &draft)
  }

  /// "Two days of talks ended on Thursday": Wednesday and Thursday.
  func readLength(_ candidate: EventCandidate, _ draft: inout EventDraft) {
    let isEnd = candidate.arguments(.reference).contains { $0.value == "ended" }
    guard draft.kind == .talks || draft.isSwapWord && isEnd, draft.modality == .completed,
      let days = draft.days, let day = draft.date.flatMap({ CalendarDay($0) })
    else { return }
    let other = day.adding(days: isEnd ? 1 - days : days - 1)
    draft.date = isEnd ? "\(other.text)/\(day.text)" : "\(day.text)/\(other.text)"
  }

  /// "was the 52nd since the war began, and took to 3,210 the number of those brought back": counted since then too.
  private func readWarTold(_ candidate: EventCandidate, _ draft: inout EventDraft) {
    guard draft.kind == .tally, draft.date == nil, let conflict = context.conflict,
      let began = conflict.began,
      let war = mentions.first(where: { mention in
        candidate.sentence.contains(mention.span) && mention.span.end <= candidate.trigger.start
          && mention.value.flatMap { DateExpression($0) } == .since(.calendar(began))
      })
    else { return }
    draft.date = "\(began)/.."
    draft.dateIsOwn = true
    draft.note(war.span, "date", war.rule)
  }

  /// The day of the section, where the words tell none of their own: "January 31", then "one week later 207 came home".
  private func readSectionDate(
    _ candidate: EventCandidate, _ anchor: Anchor, _ draft: inout EventDraft
  ) {
    guard draft.date == nil || !draft.dateIsOwn, draft.unknownDate == nil,
      draft.isMovement || draft.kind == .talks, draft.modality == .completed,
      let head = context.sections.head(at: candidate.trigger.start),
      let expression = head.value.flatMap({ DateExpression($0) }), expression.isDay,
      let day = date(expression, nil, .past), day.utf8.count == 10
    else { return }
    draft.date = day
    draft.dateIsOwn = true
    draft.note(head.span, "date", head.rule)
  }

  /// "agreed on Tuesday to free 2,900".
  func dealDay(_ candidate: EventCandidate, _ anchor: Anchor) -> EventDraft.Day? {
    guard let told = candidate.arguments(.reference).first(where: { $0.value == "deal-day" }),
      let expression = expression(told), let date = date(expression, anchor.date, .past),
      date.utf8.count == 10
    else { return nil }
    return EventDraft.Day(text: date, span: told.span)
  }

  /// "since the war began" tells the day of the conflict whose rule it is, and of no other.
  func isOtherWar(_ argument: EventCandidate.Argument) -> Bool {
    guard let conflict = context.conflict, let began = context.rules.began.first,
      let mention = context.mention(argument), mention.value?.contains(began) == true
    else { return false }
    return conflict.began != began
      && !context.text[argument.span.start..<argument.span.end].contains {
        (0x30...0x39).contains($0)
      }
  }

  /// "this autumn", "in 2024" date no single transfer.
  static func isDayOrMonth(_ date: String) -> Bool {
    date.split(separator: "/").allSatisfy { end in
      end.count == 10 || end.count == 7 && Int(end.suffix(2)).map { $0 <= 12 } ?? false
    }
  }

  /// "earlier this year", "in the past two years".
  static func isRelativeYear(_ expression: DateExpression) -> Bool {
    switch expression {
    case .unit(.year, _), .last, .latest: true
    case .part(_, let whole): isRelativeYear(whole)
    case .within(let part, let whole): isRelativeYear(part) || isRelativeYear(whole)
    default: false
    }
  }

  /// Dates behind the trigger first: what stands before it may belong to something else.
  func dateArguments(_ candidate: EventCandidate) -> [EventCandidate.Argument] {
    let dates = candidate.arguments(.date)
    let all = dates.filter { $0.value == nil } + dates.filter { $0.value != nil }
    guard candidate.frame == .talks else { return all }
    return all.filter { $0.span.start > candidate.trigger.end }
      + all.filter { $0.span.start <= candidate.trigger.end }
  }
}
