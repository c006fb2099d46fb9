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
