internal import Records

/// Turns one candidate into the draft of an event: kind, date, transfers, parts.
struct DraftReader {
  /// What "a day earlier" and "that day" count from: the day of the event spoken of last.
  struct Anchor {
    /// EDTF.
    var date: String?
    /// Where that event was told last, in bytes.
    var end = 0
  }

  let context: ArticleContext
  private var mentions: [Mention] { context.mentions }
  private var dates: DateResolver { context.dates }

  init(_ context: ArticleContext) { self.context = context }

  /// The drafts of a candidate: one, or one for each of several dates of talks, for the living and the dead.
  func drafts(_ candidate: EventCandidate, anchor: Anchor) -> [EventDraft] {
    livingAndDead(candidate).flatMap { told($0, anchor: anchor) }
  }

  private func told(_ candidate: EventCandidate, anchor: Anchor) -> [EventDraft] {
    guard let draft = draft(candidate, anchor: anchor) else { return [] }
    let own = Self.listed(candidate)
    // "carried out over two days, on March 5 and 6"
    let told = candidate.arguments(.date).filter { $0.value != "sentence" }.sorted {
      $0.span < $1.span
    }
    if draft.isMovement, told.count == 2,
      told[1].span.start - told[0].span.end <= Self.listGap, let range = consecutive(told, anchor)
    {
      var whole = draft
      whole.date = range
      return [whole]
    }
    // "Exchanges took place on June 9, 10, 12 and 14": one event each.
    let isUncounted = draft.kind == .exchange && draft.isSwapWord && draft.counts.isEmpty
    guard draft.kind == .talks || isUncounted, own.count > 1 else { return [draft] }
    if let range = consecutive(own, anchor) {
      var single = draft
      single.date = range
      return [single]
    }
    let singles: [EventDraft] = own.compactMap { argument in
      guard let expression = expression(argument), !expression.isOpen,
        let date = date(expression, anchor.date, .past),
        draft.kind == .talks || date.utf8.count == 10
      else { return nil }
      var single = draft
      single.date = date
      single.forget(["date", "type", "status"])
      single.note(candidate.trigger, "type", candidate.rule)
      single.note(argument.span, "date", candidate.rule)
      return single
    }
    return draft.kind == .talks || singles.count == own.count ? singles : [draft]
  }

  /// The dates behind the trigger that stand in one list: "on May 16, June 2 and July 23".
  private static func listed(_ candidate: EventCandidate) -> [EventCandidate.Argument] {
    let behind = candidate.arguments(.date).filter {
      $0.value != "sentence" && $0.span.start > candidate.trigger.end
    }.sorted { $0.span < $1.span }
    var list: [EventCandidate.Argument] = []
    for date in behind {
      if let last = list.last, date.span.start - last.span.end > listGap { break }
      list.append(date)
    }
    return list
  }

  /// The longest that stands between two dates of a list, in bytes: ", and on the ".
  private static let listGap = 12

  /// "on February 17 and 18" is one meeting of two days.
  private func consecutive(_ arguments: [EventCandidate.Argument], _ anchor: Anchor) -> String? {
    let days = arguments.compactMap { argument in
      expression(argument).flatMap { date($0, anchor.date, .past) }.flatMap { CalendarDay($0) }
    }.sorted()
    guard days.count == 2, days.count == arguments.count, days[1].number == days[0].number + 1
    else { return nil }
    return "\(days[0].text)/\(days[1].text)"
  }

  private func draft(_ told: EventCandidate, anchor: Anchor) -> EventDraft? {
    var candidate = told
    // "continues to hold": who is held is held.
    if candidate.frame == .hold, candidate.modality != .unreal { candidate.modality = .completed }
    if candidate.frame == .talks, ![.planned, .suspended, .unreal].contains(candidate.modality) {
      candidate.modality = .completed
    }
    guard candidate.modality != .unreal, let kind = kind(candidate) else { return nil }
    var draft = EventDraft(kind: kind, candidate)
    draft.note(candidate.trigger, "type", candidate.rule)
    draft.note(candidate.trigger, "status", candidate.rule)
    readDate(candidate, anchor, &draft)
    readTransfers(candidate, &draft)
    draft.isElsewhere = isElsewhere(draft)
    if candidate.frame == .movement, draft.kind == .exchange, draft.isElsewhere {
      draft.kind = .release
    }
    readParts(candidate, &draft)
    draft.splitBySides(context.conflict)
    readRest(candidate, &draft)
    if candidate.frame == .part { draft.forget(["type", "status"]) }
    // "139 of them had been in captivity" tells of those who came home.
    draft.isPartOnly =
      candidate.frame == .part
      || draft.kind == .held && draft.counts.isEmpty && !draft.parts.isEmpty
    return draft
  }

  /// "It took place on Friday": the day and place of what was told before.
  func reference(_ candidate: EventCandidate, anchor: Anchor) -> EventDraft? {
    guard candidate.modality != .unreal else { return nil }
    var draft = EventDraft(kind: .exchange, candidate)
    readDate(candidate, anchor, &draft)
    readRest(candidate, &draft)
    draft.goal = candidate.arguments(.to).first.flatMap(context.party)
    if let goal = candidate.arguments(.to).first {
      draft.note(goal.span, "transfers", candidate.rule)
    }
    return draft
  }

  private func kind(_ candidate: EventCandidate) -> Event.Kind? {
    let people = (candidate.arguments(.people) + candidate.arguments(.part)).compactMap {
      $0.mention.map { mentions[$0] }
    }
    let isRemains =
      people.contains { $0.category == .remains }
      || candidate.arguments(.people).contains { $0.value == Category.remains.rawValue }
    switch candidate.frame {
    case .swap:
      if isTally(candidate) { return .tally }
      return isRemains ? .remains : .exchange
    case .movement:
      if isTally(candidate) { return .tally }
      if isRemains { return .remains }
      let isOutside = !candidate.arguments(.outside).isEmpty
      let isChildren = !people.isEmpty && people.allSatisfy { $0.category == .child }
      // Soldiers come home by swaps, others in many ways.
      let isMilitary = people.contains { $0.category == .military || $0.category == .wounded }
      let isSwap =
        context.conflict?.returnsAreSwaps ?? false && !isChildren
        && (context.isAboutSwap || isMilitary && context.mentionsSwap)
      return isSwap && !isOutside ? .exchange : .release
    case .hold: return .held
    case .talks: return context.isAboutCaptives ? .talks : nil
    case .tally: return .tally
    case .part: return .exchange
    case .mediation, .about: return nil
    }
  }

  /// "Belarus freed five Ukrainians": a swap has the two sides of its conflict at its ends.
  private func isElsewhere(_ draft: EventDraft) -> Bool {
    guard let conflict = context.conflict else { return false }
    return draft.transfers.contains { transfer in
      [transfer.from, transfer.to].contains { $0 != nil && !conflict.contains($0) }
    }
  }

  /// A count over a period: an open or long one, a year, or words like "in total".
  private func isTally(_ candidate: EventCandidate) -> Bool {
    let isCounted = candidate.arguments(.people).contains {
      $0.mention.flatMap { mentions[$0].count } != nil
    }
    guard isCounted, candidate.modality == .completed, candidate.arguments(.ordinal).isEmpty else {
      return false
    }
    let hasDay = candidate.arguments(.date).contains { argument in
      argument.value == nil
        && expression(argument).map(isDay) ?? false
    }
    // "in stages under their 1,000-for-1,000 exchange" is one exchange.
    // and so are "a total of 207, released in exchange for 195, the first swap since January".
    if !candidate.arguments(.counter).isEmpty { return false }
    // "Friday's handover was the 52nd since the invasion" is an event of Friday.
    if hasDay { return false }
    if !candidate.arguments(.period).isEmpty { return true }
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

  /// "a total of 206 regained their freedom on Monday" is an event of that day.
  private func isDay(_ expression: DateExpression) -> Bool {
    if let date = dates.resolve(expression, anchor: nil, tense: .past) { return date.unit == .day }
    switch expression {
    case .weekday, .today, .unit(.day, _): return true
    case .calendar(let text): return text.count == 10
    default: return false
    }
  }

  /// What a count over time covers: "since the invasion", "in just two days", "in 2024", "this year".
  private static func isPeriod(_ expression: DateExpression) -> Bool {
    switch expression {
    case .latest, .last, .unit(.year, ...0): true
    case .calendar(let text): text.count == 4
    default: expression.isOpen
    }
  }

  private func expression(_ argument: EventCandidate.Argument) -> DateExpression? {
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
    if argument.value == "since", let told { return .since(told) }
    return told
  }

  /// A date as events tell it: "last week" and "earlier this week" are no day and no month.
  private func date(
    _ expression: DateExpression, _ anchor: String?, _ tense: DateResolver.Tense
  ) -> String? {
    // "on the eve of Easter": the feast may be to come where its eve is not.
    if case .eve = expression, tense == .past, let published = dates.published,
      let coming = dates.resolve(expression, anchor: anchor, tense: .future),
      let day = CalendarDay(coming.text), (0...7).contains(published.number - day.number)
    {
      return coming.text
    }
    guard let date = dates.resolve(expression, anchor: anchor, tense: tense),
      date.unit != .week, date.unit != .weekend
    else { return nil }
    return date.text
  }

  /// What was called off was due near the day of publication, before it or after.
  private func nearest(
    _ expression: DateExpression, _ anchor: String?, _ tense: DateResolver.Tense,
    _ modality: EventCandidate.Modality
  ) -> String? {
    let told = date(expression, anchor, tense)
    guard modality == .suspended, let published = dates.published,
      let past = told.flatMap({ CalendarDay($0) }),
      let future = date(expression, anchor, .future), let coming = CalendarDay(future),
      abs(coming.number - published.number) < abs(past.number - published.number)
    else { return told }
    return future
  }

  /// The date that an expression counts from.
  private func told(
    _ argument: EventCandidate.Argument, _ expression: DateExpression, _ anchor: Anchor
  ) -> String? {
    switch expression {
    case .told:
      context.dayTold(before: argument.span, behind: anchor.end) ?? anchor.date
    case .within(_, .whole(.year, .told)):
      // "in November of that year": any day of the year that was told last.
      context.yearTold(before: argument.span).map { "\($0)-07-01" } ?? anchor.date
    default: anchor.date
    }
  }

  private func readDate(_ candidate: EventCandidate, _ anchor: Anchor, _ draft: inout EventDraft) {
    let isToCome = [.planned, .agreed, .proposed, .rejected].contains(candidate.modality)
    for argument in dateArguments(candidate) {
      guard let expression = expression(argument) else { continue }
      // "agreed on Monday" tells the day of the deal, which is past; feasts are those to come.
      let isDeal = candidate.modality != .planned && expression.isWeekday
      let tense = isToCome && !isDeal ? DateResolver.Tense.future : .past
      // A period belongs to tallies only, and a day of a statement is none of theirs.
      let isOpen = expression.isOpen && !(draft.kind == .held && expression.isUntil)
      if isOpen != (draft.kind == .tally), isOpen || argument.value == "sentence" { continue }
      // The day on which somebody spoke of talks is not theirs.
      if draft.kind == .talks, argument.value == "sentence" { continue }
      if draft.kind == .held, argument.value == nil, isOpen { continue }
      if isOtherWar(argument) { continue }
      let told = told(argument, expression, anchor)
      guard var date = nearest(expression, told, tense, candidate.modality) else {
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
        [.agreed, .proposed, .rejected].contains(candidate.modality) && dates.isPast(date)
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
        draft.dateIsOwn = argument.value != "sentence"
        draft.note(argument.span, "date", candidate.rule)
      }
    }
  }

  /// "since the war began" tells the day of the conflict whose rule it is, and of no other.
  private func isOtherWar(_ argument: EventCandidate.Argument) -> Bool {
    guard let conflict = context.conflict, let began = context.rules.began.first,
      let mention = context.mention(argument), mention.value?.contains(began) == true
    else { return false }
    return conflict.began != began
      && !context.text[argument.span.start..<argument.span.end].contains {
        (0x30...0x39).contains($0)
      }
  }

  /// "this autumn", "in 2024" date no single transfer.
  private static func isDayOrMonth(_ date: String) -> Bool {
    date.split(separator: "/").allSatisfy { end in
      end.count == 10 || end.count == 7 && Int(end.suffix(2)).map { $0 <= 12 } ?? false
    }
  }

  /// "earlier this year", "in the past two years".
  private static func isRelativeYear(_ expression: DateExpression) -> Bool {
    switch expression {
    case .unit(.year, _), .last, .latest: true
    case .part(_, let whole): isRelativeYear(whole)
    case .within(let part, let whole): isRelativeYear(part) || isRelativeYear(whole)
    default: false
    }
  }

  /// Whether a place can be where an event went on: captivity has none, and the capital of a side is
  /// where people leave or arrive, or the government itself.
  private func isWhere(
    _ argument: EventCandidate.Argument, _ kind: Event.Kind, _ candidate: EventCandidate
  ) -> Bool {
    switch kind {
    case .held, .tally: return false
    case .talks:
      // "the Gaza truce talks" are not held there.
      guard let mention = argument.mention.map({ mentions[$0] }), mention.kind == .place,
        argument.span.end < candidate.trigger.start,
        context.conflict?.contains(mention.party) == true
      else { return true }
      return false
    case .exchange, .release, .remains:
      guard let mention = argument.mention.map({ mentions[$0] }), mention.kind == .party else {
        return true
      }
      return context.conflict?.contains(mention.value) != true
    }
  }

  /// Dates behind the trigger first: what stands before it may belong to something else.
  private func dateArguments(_ candidate: EventCandidate) -> [EventCandidate.Argument] {
    let dates = candidate.arguments(.date)
    let all = dates.filter { $0.value == nil } + dates.filter { $0.value != nil }
    guard candidate.frame == .talks else { return all }
    return all.filter { $0.span.start > candidate.trigger.end }
      + all.filter { $0.span.start <= candidate.trigger.end }
  }

  private func readTransfers(
    _ candidate: EventCandidate, _ draft: inout EventDraft
  ) {
    guard draft.kind != .talks else { return }
    let reader = TransferReader(context: context)
    let people = candidate.arguments(.people)
    draft.isBareCount =
      !people.isEmpty
      && people.allSatisfy { $0.value == nil && context.mention($0)?.category == nil }
    for found in reader.transfers(candidate) {
      if draft.kind == .held, found.transfer.count == nil { continue }
      draft.transfers.append(found.transfer)
      draft.isAssumed = draft.isAssumed || found.isAssumed
      draft.areCaptives =
        draft.areCaptives || people.compactMap(context.mention).contains(where: context.areCaptives)
        || context.tellsOfCaptives(candidate.sentence)
      draft.note(found.span, "transfers", candidate.rule)
    }
    if !draft.counts.isEmpty, !draft.isEqual {
      // "10 Americans for Alex Saab": one way without a number stands beside the other.
      let counted = Set(
        draft.transfers.filter { $0.count != nil }.map { Conflict.Way(from: $0.from, to: $0.to) })
      draft.transfers.removeAll { transfer in
        transfer.count == nil
          && (candidate.arguments(.counter).isEmpty || transfer.to == nil
            || counted.contains(Conflict.Way(from: transfer.from, to: transfer.to)))
      }
    }
    if draft.kind == .exchange, draft.transfers.isEmpty, candidate.frame == .swap,
      let conflict = context.conflict
    {
      draft.transfers = conflict.ways.map {
        Event.Transfer(from: $0.from, to: $0.to, count: nil, bound: nil, category: .people)
      }
    }
  }

  private func readParts(_ candidate: EventCandidate, _ draft: inout EventDraft) {
    guard draft.kind != .talks else { return }
    for argument in candidate.arguments(.part) {
      guard let mention = argument.mention.map({ mentions[$0] }), let count = mention.count else {
        continue
      }
      // "One of them had a broken arm" tells of one, and counts nobody.
      if count == 1, argument.value == nil, mention.category ?? .people == .people { continue }
      if argument.value == nil, mention.category == nil { draft.bareParts.insert(count) }
      let part = Event.Part(
        category: draft.kind == .remains
          ? .remains
          : argument.value.flatMap(Category.init(rawValue:)) ?? mention.category ?? .people,
        label: mention.label, count: count,
        bound: mention.bound ?? .exact,
        to: goal(of: candidate) ?? draft.transfers.first?.to ?? home(of: mention))
      draft.parts.append(part)
      if draft.goesBothWays, isOfEach(argument, candidate),
        let back = draft.transfers.first(where: { $0.to != part.to })?.to
      {
        var other = part
        other.to = back
        draft.parts.append(other)
      }
      draft.note(argument.span, "including", candidate.rule)
    }
    draft.isAnaphoric = candidate.arguments(.reference).contains { $0.value == "them" }
    draft.isPartOfWhole = draft.counts.isEmpty && !draft.parts.isEmpty
  }

  /// "390 prisoners each, with 270 soldiers and 120 civilians on either side": parts of what goes each way.
  private func isOfEach(
    _ part: EventCandidate.Argument, _ candidate: EventCandidate
  ) -> Bool {
    let last = candidate.arguments(.part).map(\.span.end).max() ?? part.span.end
    return candidate.arguments(.each).contains { each in
      each.span.start >= last && each.span.start - last <= Self.listGap
    }
  }

  /// Where people of a side of the conflict go; three Poles let go by Belarus may go anywhere.
  private func home(of people: Mention) -> String? {
    people.party.flatMap { context.conflict?.contains($0) != false ? $0 : nil }
  }

  /// "of whom nine went to Lithuania": where a part goes.
  private func goal(of candidate: EventCandidate) -> String? {
    candidate.frame == .part ? candidate.arguments(.to).first.flatMap(context.party) : nil
  }

  /// "The UAE succeeded in exchanging 410 Russian and Ukrainian captives": who alone swaps the people of two others
  /// helped them.
  private func lonelySide(
    _ candidate: EventCandidate, _ draft: EventDraft
  ) -> EventCandidate.Argument? {
    guard candidate.frame == .swap, draft.goesBothWays, !draft.counts.isEmpty,
      let conflict = context.conflict,
      let side = candidate.arguments(.side).first, candidate.arguments(.side).count == 1,
      let party = context.party(side), !conflict.contains(party),
      draft.transfers.allSatisfy({ conflict.contains($0.from) && conflict.contains($0.to) })
    else { return nil }
    return side
  }

  private func readRest(_ candidate: EventCandidate, _ draft: inout EventDraft) {
    // The words that give people their direction, or count them for both.
    for role in [EventCandidate.Role.from, .to, .agent, .side, .each, .equal, .total] {
      for argument in candidate.arguments(role)
      where !draft.transfers.isEmpty || draft.isEqual || role == .equal {
        draft.note(argument.span, "transfers", candidate.rule)
      }
    }
    draft.isAdditional = !candidate.arguments(.additional).isEmpty
    draft.isEqual = !candidate.arguments(.equal).isEmpty
    draft.equalCategory = candidate.arguments(.equal).first?.value.flatMap(Category.init(rawValue:))
    draft.isSwapWord = candidate.frame == .swap
    draft.isForSome =
      candidate.frame == .swap && !draft.parts.isEmpty
      && !candidate.arguments(.counter).isEmpty
      && !candidate.arguments(.people).contains { context.count($0) != nil }
    draft.isPassiveMove =
      candidate.frame == .movement && !candidate.arguments(.to).isEmpty
      && candidate.arguments(.from).isEmpty && candidate.arguments(.agent).isEmpty
    draft.isWhole = candidate.arguments(.reference).contains { $0.value == "whole" }
    draft.isLasting = candidate.arguments(.reference).contains { $0.value == "lasting" }
    draft.isDeal = candidate.arguments(.reference).contains { $0.value == "deal" }
    draft.isPrevious = candidate.arguments(.reference).contains { $0.value == "previous" }
    draft.isAside = candidate.arguments(.reference).contains { $0.value == "aside" }
    draft.isOutside = !candidate.arguments(.outside).isEmpty
    if let argument = candidate.arguments(.ordinal).first,
      let ordinal = argument.mention.flatMap({ mentions[$0].count }), ordinal >= 10
    {
      draft.ordinal = ordinal
      draft.note(argument.span, "ordinal", candidate.rule)
    }
    // "agreed in Istanbul" tells where the talks were.
    let isDeal = draft.isMovement && [.agreed, .proposed, .rejected].contains(candidate.modality)
    if let argument = candidate.arguments(.place).first, !isDeal,
      isWhere(argument, draft.kind, candidate),
      let place = argument.value ?? argument.mention.flatMap({ mentions[$0].value })
    {
      draft.place = place
      draft.note(argument.span, "place", candidate.rule)
    }
    if let helper = lonelySide(candidate, draft), let party = context.party(helper) {
      draft.mediators.insert(party)
      draft.note(helper.span, "mediators", candidate.rule)
    }
    for argument in candidate.arguments(.mediator) {
      if let party = context.party(argument), context.conflict?.contains(party) != true {
        draft.mediators.insert(party)
        draft.note(argument.span, "mediators", candidate.rule)
      }
    }
    for argument in candidate.arguments(.source) {
      guard let mention = argument.mention.map({ mentions[$0] }) else { continue }
      let isPerson = mention.kind == .person
      let source = Event.Source(
        name: isPerson ? mention.value : nil, role: mention.role,
        organization: isPerson ? nil : mention.value, channel: nil, wikidata: mention.wikidata)
      if !draft.sources.contains(source) {
        draft.sources.append(source)
        draft.note(argument.span, "sources", candidate.rule)
      }
    }
  }
}
