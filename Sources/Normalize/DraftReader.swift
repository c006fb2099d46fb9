internal import Records

/// Turns one candidate into the draft of an event: kind, date, transfers, parts.
struct DraftReader {
  /// What "a day earlier" and "that day" count from: the day of the event spoken of last.
  struct Anchor {
    /// EDTF.
    var date: String?
    /// Where that event was told last, in bytes.
    var end = 0
    /// The days of what was told last to go on for several, EDTF: those that "the second day" counts.
    var days: String?
  }

  let context: ArticleContext
  var mentions: [Mention] { context.mentions }
  var dates: DateResolver { context.dates }

  init(_ context: ArticleContext) { self.context = context }

  /// The drafts of a candidate: one, or one for each of several dates of talks, for the living and the dead.
  func drafts(_ candidate: EventCandidate, anchor: Anchor) -> [EventDraft] {
    livingAndDead(candidate).flatMap { told($0, anchor: anchor) }
  }

  private func told(_ candidate: EventCandidate, anchor: Anchor) -> [EventDraft] {
    guard let draft = draft(candidate, anchor: anchor) else { return [] }
    if let split = withoutStrangers(draft, candidate) { return split }
    let own = Self.listed(candidate)
    // "carried out over two days, on March 5 and 6"
    let told = candidate.arguments(.date).filter { argument in
      // "Last month, … on March 5 and 6"
      argument.value != "sentence" && expression(argument).map(isDay) ?? false
    }.sorted { $0.span < $1.span }
    if draft.isMovement, told.count == 2,
      told[1].span.start - told[0].span.end <= Self.listGap, let range = consecutive(told, anchor)
    {
      var whole = draft
      whole.date = range
      return [whole]
    }
    // "Exchanges took place on June 9, 10, 12 and 14": one event each.
    let isUncounted =
      draft.isRecalled || draft.kind == .exchange && draft.isSwapWord && draft.counts.isEmpty
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
  static let listGap = 12

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
    var candidate = asSwap(withOwnPeople(told, anchor))
    // "continues to hold": who is held is held.
    if candidate.frame == .hold, candidate.modality != .unreal { candidate.modality = .completed }
    if candidate.frame == .talks, ![.planned, .suspended, .unreal].contains(candidate.modality) {
      candidate.modality = .completed
    }
    guard candidate.modality != .unreal, let kind = kind(candidate) else { return nil }
    // "Seventy-five people, including four civilians." tells nothing but under a day.
    if candidate.arguments(.reference).contains(where: { $0.value == "entry" }),
      context.sections.head(at: candidate.trigger.start) == nil
    {
      return nil
    }
    var draft = EventDraft(kind: kind, candidate)
    draft.note(candidate.trigger, "type", candidate.rule)
    draft.note(candidate.trigger, "status", candidate.rule)
    readDate(candidate, anchor, &draft)
    readDayOfLists(candidate, &draft)
    draft.dealDay = dealDay(candidate, anchor)
    readTransfers(candidate, &draft)
    if isIntoCaptivity(candidate) { return nil }
    draft.isElsewhere = isElsewhere(draft)
    if candidate.frame == .movement, draft.kind == .exchange, draft.isElsewhere {
      draft.kind = .release
    }
    readParts(candidate, &draft)
    readRest(candidate, &draft)
    draft.splitBySides(context.conflict)
    readLength(candidate, &draft)
    if candidate.frame == .part { draft.forget(["type", "status"]) }
    // "139 of them had been in captivity" tells of those who came home.
    draft.isPartOnly =
      candidate.frame == .part
      || draft.kind == .held && draft.counts.isEmpty && !draft.parts.isEmpty
    return draft
  }

  /// "In May 2017, 82 of those girls were exchanged": some of a group told before, who went on a day of their own.
  private func withOwnPeople(_ told: EventCandidate, _ anchor: Anchor) -> EventCandidate {
    guard [.swap, .movement].contains(told.frame), told.modality == .completed,
      !told.arguments(.part).isEmpty,
      !told.arguments(.people).contains(where: { context.count($0) != nil }),
      let day = told.arguments(.date).first(where: { $0.value == nil }),
      let expression = expression(day), !expression.isOpen,
      let date = date(expression, anchor.date, .past), Self.isDayOrMonth(date),
      anchor.date.map({ !Discourse.agree($0, date) })
        ?? (!told.arguments(.counter).isEmpty || anchor.end == 0)
    else { return told }
    var result = told
    for index in result.arguments.indices where result.arguments[index].role == .part {
      result.arguments[index].role = .people
    }
    return result
  }

  /// "It took place on Friday": the day and place of what was told before.
  func reference(_ candidate: EventCandidate, anchor: Anchor) -> EventDraft? {
    guard candidate.modality != .unreal else { return nil }
    var draft = EventDraft(kind: .exchange, candidate)
    readDate(candidate, anchor, &draft)
    readRest(candidate, &draft)
    draft.isToldStatus = candidate.arguments(.reference).contains { $0.value == "status" }
    draft.goal = candidate.arguments(.to).first.flatMap(context.party)
    if let goal = candidate.arguments(.to).first {
      draft.note(goal.span, "transfers", candidate.rule)
    }
    return draft
  }

  func kind(_ candidate: EventCandidate) -> Event.Kind? {
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
        && (context.isAboutSwap
          || (isMilitary || isCrowd(people)) && context.mentionsSwap)
      let isToAndFro = candidate.arguments(.reference).contains { $0.value == "to-and-fro" }
      return (isSwap || isToAndFro && context.mentionsSwap) && !isOutside ? .exchange : .release
    case .hold:
      // Most lists name those whom a side asks for.
      let isList = candidate.arguments(.reference).contains { $0.value == "list" }
      return !isList || context.conflict?.listsHeld == true ? .held : nil
    case .talks:
      // Talks that are yet to come, and deals, are on captives only where the text says so beside them.
      let isDeal = candidate.arguments(.reference).contains { $0.value == "deal" }
      let reach = candidate.modality == .completed && !isDeal ? 2 : 0
      return context.isAboutCaptives
        && context.isNearCaptives(candidate.sentence, paragraphs: reach) ? .talks : nil
    case .tally: return .tally
    case .part: return .exchange
    case .mediation, .about: return nil
    }
  }

  /// "Twenty Ukrainian children were taken to Russia": nobody's people come home to the state that holds them; an armed
  /// group may sit in a town of that state.
  private func isIntoCaptivity(_ candidate: EventCandidate) -> Bool {
    guard candidate.frame == .movement, let conflict = context.conflict, conflict.onlyGroup == nil,
      candidate.arguments(.from).isEmpty, candidate.arguments(.agent).isEmpty,
      let goal = candidate.arguments(.to).first.flatMap(context.party)
    else { return false }
    let people = candidate.arguments(.people).compactMap { $0.mention.map { mentions[$0] } }
    let isTaking = candidate.arguments(.reference).contains { $0.value == "taking" }
    return !people.isEmpty
      && people.allSatisfy { mention in
        // "more than 19,000 children who were taken to Russia": nobody's, and not the first side's captor's
        mention.party.map { conflict.holder(of: $0) == goal }
          ?? (isTaking && mention.category == .child
            && conflict.first.flatMap(conflict.holder) == goal)
      }
  }

  /// People of all sorts, more than anybody lets go outside a swap.
  private func isCrowd(_ people: [Mention]) -> Bool {
    people.contains { mention in
      mention.category ?? .people == .people && mention.count ?? 0 >= Self.crowd
    }
  }

  private static let crowd = 40

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
      // "freed 113 prisoners in Sanaa", where one side lets people go
      let isFreed =
        kind == .release && candidate.frame == .movement && argument.value != nil
        && argument.span.start > candidate.trigger.end && !candidate.arguments(.from).isEmpty
      // "were freed in Sanaa"
      let isLetGo =
        kind == .release && candidate.frame == .movement && argument.value != nil
        && argument.span.start > candidate.trigger.end && candidate.arguments(.to).isEmpty
        && context.conflict?.onlyGroup != nil
      return isFreed || isLetGo || context.conflict?.contains(mention.value) != true
    }
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
    draft.isCountered = !candidate.arguments(.counter).isEmpty
    draft.isReply = candidate.arguments(.reply).contains { argument in
      argument.value != "beside" || !draft.isAssumed
    }
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
    draft.isList = candidate.arguments(.reference).contains { $0.value == "list" }
    draft.isOfOldDeal = isOfOldDeal(candidate)
    draft.isDeal = candidate.arguments(.reference).contains { $0.value == "deal" }
    draft.isPrevious = candidate.arguments(.reference).contains { $0.value == "previous" }
    draft.days =
      candidate.arguments(.reference).compactMap { argument in
        argument.value.flatMap { $0.hasPrefix("days-") ? Int($0.dropFirst(5)) : nil }
      }.first
    draft.isEachSide = !candidate.arguments(.each).isEmpty
    draft.isPerfect = !candidate.arguments(.upToNow).isEmpty
    draft.isPluperfect = candidate.arguments(.upToNow).contains { $0.value == "had" }
    draft.isOutcome = candidate.arguments(.reference).contains { $0.value == "outcome" }
    draft.isRecalled = candidate.arguments(.reference).contains { $0.value == "recalled" }
    draft.isAside = candidate.arguments(.reference).contains { $0.value == "aside" }
    draft.isStageDay = candidate.arguments(.reference).contains { $0.value == "stage-day" }
    draft.isOutside = !candidate.arguments(.outside).isEmpty
    draft.isHomecoming =
      candidate.frame == .movement && candidate.modality == .ongoing
      && candidate.arguments(.agent).isEmpty
      && candidate.arguments(.people).contains { $0.span.end <= candidate.trigger.start }
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
