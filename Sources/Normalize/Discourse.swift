internal import Records

/// Decides which drafts speak of one event: later mentions add slots and never make a second event.
struct Discourse {
  var events: [EventDraft] = []
  let conflict: Conflict?
  /// The event that was spoken of last, for "the swap" and "a day earlier".
  var current: Int?

  /// The event that the text left for one told in passing, and comes back to in its next paragraph.
  private var asideFrom: Int?

  let published: String?

  /// Who was told last to hold people of whom, without a number, and where.
  var holding: (transfer: Event.Transfer, sentence: TextSpan)?

  /// What was told and made no event.
  private(set) var rejections: [Rejection] = []
  /// What was told as agreed without numbers.
  private var agreed: Set<Event.Kind> = []
  /// The day on which the article's sides agreed to something, by the first words that tell it.
  private(set) var dealDay: EventDraft.Day?
  /// Whether the article tells of a stage of an exchange of which more is to come.
  var isStaged = false
  /// Whether the article speaks of swaps.
  let isAboutSwap: Bool

  /// The day that the opening names; nil where it names none.
  let lead: String?

  /// Whether words tell of people who are held by somebody.
  let isAboutCaptives: Bool

  init(
    _ conflict: Conflict?, published: String?, isAboutSwap: Bool, isAboutCaptives: Bool,
    lead: String?
  ) {
    self.lead = lead
    self.isAboutCaptives = isAboutCaptives
    self.conflict = conflict
    self.isAboutSwap = isAboutSwap
    self.published = published
  }

  /// What relative dates count from: the day of the event spoken of last, else the first one told.
  func anchor(or lead: String?) -> DraftReader.Anchor {
    let recent = current.map { events[$0] }
    let days = [recent?.date, events.first { $0.date?.utf8.count ?? 0 > 7 }?.date, lead]
    let date = days.lazy.compactMap { $0 }.first { $0.utf8.count > 7 } ?? recent?.date
    let several = events.last { $0.isMovement && $0.date?.contains("/") == true }?.date ?? lead
    return DraftReader.Anchor(
      date: date, end: recent?.lastSentence.end ?? 0,
      days: several?.contains("/") == true ? several : nil)
  }

  mutating func add(_ told: EventDraft) {
    var draft = told
    leaveAside(draft.sentence, draft.trigger)
    // "agreed to exchange more prisoners", then "1,000 would be exchanged by each side".
    dealDay = dealDay ?? draft.dealDay
    if draft.modality == .agreed, draft.counts.isEmpty { agreed.insert(draft.kind) }
    if draft.modality == .planned, !draft.dateIsOwn, agreed.contains(draft.kind) {
      draft.modality = .agreed
    }
    // "The Russians received 37 of theirs": right behind bodies these are bodies too.
    if draft.isBareCount, draft.isMovement, let current, events[current].kind == .remains,
      draft.sentence.start - events[current].lastSentence.end <= Self.nextParagraph
    {
      draft.kind = .remains
      for index in draft.transfers.indices { draft.transfers[index].category = .remains }
    }
    // "246 were returned, and 31 wounded transferred in exchange for 15 wounded": told in one breath as one exchange.
    if let current, draft.sentence == events[current].lastSentence,
      isOfWounded(draft, beside: events[current])
    {
      draft.isAdditional = true
    }
    // "In April 2023, 973 were freed in a similar swap": of both sides, where nobody's side is told.
    // "Under the deal, 887 people in all are to be freed": so does the number of a whole deal.
    if draft.isAssumed, draft.kind == .exchange && draft.isBareCount || isWholeDeal(draft),
      draft.transfers.count == 1,
      !draft.isReply, !draft.isEqual, conflict?.returnsAreSwaps == false
    {
      draft.transfers[0].from = nil
      draft.transfers[0].to = nil
      draft.isAssumed = false
    }
    // "Five children were returned. Since the invasion 1,300 have been brought back."
    if draft.kind == .tally, draft.isBareCount, let current,
      events[current].transfers.allSatisfy({ $0.category == .child })
    {
      for index in draft.transfers.indices { draft.transfers[index].category = .child }
    }
    if draft.isStageDay { takeWays(&draft) }
    if draft.isMore { takeWayOfLast(&draft) }
    if draft.kind == .held { completeHeld(&draft) }
    if draft.isList { draft.date = draft.date ?? lead }
    if draft.isRecalled {
      guard let kind = recalledKind() else { return reject(draft, .vague) }
      draft.kind = kind
    }
    if draft.isPartOnly {
      guard let index = whole(of: draft), !draft.isThere || isSome(draft, of: events[index]) else {
        return reject(draft, .noWhole)
      }
      if isAllAgain(draft, events[index]) { return reject(draft, .known) }
      return merge(draft, into: index)
    }
    if draft.isPartOfWhole, splitTally(draft) { return }
    if addSwapInside(draft) || addMovedPart(draft) { return }
    if let current, isPartAgain(draft, of: events[current]) {
      draft.transfers = []
      return merge(draft, into: current)
    }
    if isOutdatedPlan(draft) { return reject(draft, .outdated) }
    if isNumberOfExchange(draft) { draft.kind = .exchange }
    if isSumOfCurrent(draft), let current { draft.kind = events[current].kind }
    if isCountUpToNow(draft) { becomeCountUpToNow(&draft) }
    if let tally = joinsTally(draft) {
      draft.kind = .tally
      return merge(draft, into: tally)
    }
    if draft.kind == .tally { takeWay(&draft) }
    if draft.kind == .tally { adoptHeadline(of: draft) }
    if draft.isMovement, draft.date != nil { adoptTally(for: draft) }
    if let index = current { turn(&draft, against: events[index]) }
    if let index = current,
      isAnswer(draft, to: events[index]) || isAnswerOfThird(draft, to: events[index])
    {
      leaveGiverOpen(&draft, answering: events[index])
      events[index].transfers += draft.transfers
      events[index].kind = .exchange
      draft.transfers = []
      merge(draft, into: index)
      return joinHeadline(to: index)
    }
    if let index = match(draft) ?? sumMatch(draft) {
      merge(breakdown(draft, of: index), into: index)
      if draft.isMovement { current = index }
      return
    }
    if let reason = lack(draft) { return reject(draft, reason) }
    // "two rounds of talks in Istanbul. The first, on May 16, …"
    if draft.kind == .talks, draft.place == nil,
      let before = events.last(where: {
        $0.kind == .talks && $0.place != nil
          && draft.sentence.start - $0.lastSentence.end < Self.partReach
      })
    {
      draft.place = before.place
      for evidence in before.evidence where evidence.slots.contains("place") {
        draft.note(evidence.span, "place", evidence.rule)
      }
    }
    // "the last 130 pupils are free; a first group of 100 was released on 7 December"
    if draft.isAssumed, draft.kind == .release, draft.transfers.count == 1,
      let known = events.first(where: { areAlike($0, draft) })?.transfers.first
    {
      draft.transfers[0].category = known.category
    }
    let isPart = draft.isMovement && draft.parts.contains { $0.count == draft.counts.first }
    let isNear =
      current.map { draft.sentence.start - events[$0].lastSentence.end < Self.partReach } ?? false
    let isOthers = current.map { isSwapOfOthers(draft, events[$0]) && isNear } ?? false
    if draft.date == nil, draft.isMovement,
      draft.isOutside || draft.isReply && isNear || isOthers || draft.isAdditional && isNear
        || isPart,
      draft.modality == .completed, let current
    {
      draft.inheritDate(of: events[current])
    }
    let isInside = current.map { isSwapInside(draft, events[$0]) } ?? false
    if isInside, draft.date == nil, let current { draft.inheritDate(of: events[current]) }
    events.append(draft)
    if draft.isMovement, !isInside {
      asideFrom = draft.isAside || isBackground(draft) ? current : nil
      current = events.count - 1
    }
  }

  private func becomeCountUpToNow(_ draft: inout EventDraft) {
    draft.kind = .tally
    draft.date = nil
    if draft.isSwapWord, !draft.goesBothWays {
      draft.transfers[0].from = nil
      draft.transfers[0].to = nil
    }
  }

  /// What "the previous one" is one of: what was told last, else a swap where the article is about swaps.
  private func recalledKind() -> Event.Kind? {
    if let known = current ?? events.firstIndex(where: \.isMovement) { return events[known].kind }
    return isAboutSwap && !events.contains { $0.kind == .talks } ? .exchange : nil
  }

  /// Whether a number is that of a deal of which exchanges were told.
  private func isWholeDeal(_ draft: EventDraft) -> Bool {
    draft.isDeal && draft.kind == .release
      && draft.transfers.allSatisfy { $0.category == .people }
      && events.contains { $0.isMovement && $0.kind != .remains && $0.goesBothWays }
  }

  /// "Russia freed 16 people of several states and got eight in return": from no one state either.
  private func leaveGiverOpen(_ draft: inout EventDraft, answering event: EventDraft) {
    let open = Set(event.transfers.filter { $0.to == nil }.compactMap(\.from))
    for index in draft.transfers.indices {
      let transfer = draft.transfers[index]
      guard let goal = transfer.to, open.contains(goal),
        transfer.from == conflict?.holder(of: goal), conflict?.holdsItsOwn == false
      else { continue }
      draft.transfers[index].from = nil
    }
  }

  /// Whether a draft goes back before the event that the text is at.
  private func isBackground(_ draft: EventDraft) -> Bool {
    guard let current, current == events.firstIndex(where: \.isMovement),
      let left = draft.date, let right = events[current].date, left.utf8.count == 10,
      right.utf8.count == 10
    else { return false }
    return left < right && draft.modality == .completed
  }

  /// "It was the 49th exchange, and the first since May 6, when 205 came home": what stands before the aside, or
  /// in another paragraph, is of the event before.
  private mutating func leaveAside(_ sentence: TextSpan, _ trigger: TextSpan) {
    guard let main = asideFrom, let aside = current else { return }
    let told = events[aside].lastSentence
    guard
      sentence == told && trigger < events[aside].trigger
        || sentence.start - told.end >= Self.nextParagraph
    else { return }
    current = main
    asideFrom = nil
  }

  /// A third party's help belongs to the event of its sentence, else to the one spoken of last.
  mutating func addMediation(_ candidate: EventCandidate, _ parties: [(String, TextSpan)]) {
    leaveAside(candidate.sentence, candidate.trigger)
    let here = events.lastIndex {
      $0.sentence == candidate.sentence
        || $0.evidence.contains { candidate.sentence.contains($0.span) }
    }
    // "The deal was mediated by X" right behind it belongs to the event spoken of last; a bare "The mediator
    // was X" elsewhere to the one that the article is about.
    let before = current.flatMap { current in
      candidate.sentence.start - events[current].lastSentence.end <= 2 ? current : nil
    }
    guard let index = here ?? before ?? events.indices.first(where: { events[$0].isMovement })
    else { return }
    for (party, span) in parties where conflict?.contains(party) != true {
      events[index].mediators.insert(party)
      events[index].note(span, "mediators", candidate.rule)
    }
  }

  /// "It took place on Friday in Istanbul" belongs to the event spoken of last.
  mutating func addReference(_ draft: EventDraft) {
    leaveAside(draft.sentence, draft.trigger)
    let dated = events.lastIndex {
      $0.isMovement && draft.date != nil && draft.dateIsOwn && $0.date == draft.date
    }
    guard let current = dated ?? current,
      dated != nil || draft.sentence.start - events[current].lastSentence.end < Self.partReach
    else {
      return
    }
    if changesStatus(draft, of: events[current]) {
      events[current].modality = draft.modality
      turnBackWeekday(of: current)
    }
    if !events[current].dateIsOwn, let date = draft.date, draft.dateIsOwn {
      events[current].date = date
      events[current].dateIsOwn = true
    }
    if let goal = draft.goal, !addGoal(goal, to: current) { return }
    events[current].place = events[current].place ?? draft.place
    if events[current].kind == .exchange {
      events[current].ordinal = events[current].ordinal ?? draft.ordinal
    }
    for evidence in draft.evidence {
      for slot in evidence.slots { events[current].note(evidence.span, slot, evidence.rule) }
    }
  }

  /// "It was called off": what was planned before.
  private func changesStatus(_ draft: EventDraft, of event: EventDraft) -> Bool {
    let open: Set<EventCandidate.Modality> = [.planned, .agreed, .proposed, .ongoing]
    return draft.isToldStatus && open.contains(event.modality)
  }

  /// Tells where people went whose giver alone was told; false where they went elsewhere.
  private mutating func addGoal(_ goal: String, to index: Int) -> Bool {
    let open = events[index].transfers.indices.filter { place in
      let transfer = events[index].transfers[place]
      return transfer.to == nil && transfer.from != nil && transfer.from != goal
    }
    for place in open { events[index].transfers[place].to = goal }
    return !open.isEmpty
  }

  mutating func reject(_ draft: EventDraft, _ reason: Rejection.Reason) {
    rejections.append(Rejection(trigger: draft.trigger, reason: reason))
  }
}

extension Category {
  /// Whether two categories can be of the same people.
  func fits(_ other: Category) -> Bool {
    self == other || self == .people || other == .people
      || [self, other].allSatisfy { $0 == .military || $0 == .wounded }
  }
}
