internal import Records

/// Who goes where, and what parts of them the words count.
extension DraftReader {
  func readTransfers(
    _ candidate: EventCandidate, _ draft: inout EventDraft
  ) {
    guard draft.kind != .talks else { return }
    let reader = TransferReader(context: context)
    let people = candidate.arguments(.people)
    draft.isBareCount =
      !people.isEmpty
      && people.allSatisfy { $0.value == nil && context.mention($0)?.category == nil }
    draft.isMore =
      draft.isBareCount
      && people.contains { argument in
        let words = context.words(argument.span)
        return words.contains(where: context.rules.more.contains)
          && context.mention(argument)?.bound ?? .exact == .exact
      }
    draft.isNumberAlone =
      draft.isBareCount
      && people.compactMap(context.mention).allSatisfy { $0.party == nil && $0.kind != .person }
    for found in reader.transfers(candidate) {
      if draft.kind == .held, found.transfer.count == nil {
        if !found.isAssumed { draft.holding = found.transfer }
        continue
      }
      draft.transfers.append(found.transfer)
      draft.isAssumed = draft.isAssumed || found.isAssumed
      draft.areCaptives =
        draft.areCaptives || people.compactMap(context.mention).contains(where: context.areCaptives)
        || context.tellsOfCaptives(candidate.sentence)
      draft.note(found.span, "transfers", candidate.rule)
    }
    draft.isOfNamed =
      candidate.frame == .movement && !people.isEmpty
      && people.allSatisfy {
        context.mention($0)?.kind == .person && $0.span.end <= candidate.trigger.start
      }
    draft.isOfOne =
      draft.isMovement && people.count == 1
      && people.allSatisfy { context.mention($0)?.kind == .person }
    // "Another 100 children were released", in an article about abducted pupils
    if draft.isAssumed, !draft.areCaptives, !draft.counts.isEmpty {
      draft.areCaptives = context.isAboutAbductions
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

  /// "Hamas freed three Israelis and five Thais": those of the swap, and those of a state that is no side of it, who
  /// were let go beside it; nil where all are of one sort.
  func withoutStrangers(_ draft: EventDraft, _ candidate: EventCandidate) -> [EventDraft]? {
    guard let conflict = context.conflict, !conflict.holdsItsOwn, draft.isMovement,
      draft.kind != .remains, candidate.frame == .movement, candidate.arguments(.counter).isEmpty,
      context.isAboutSwap
    else { return nil }
    let strangers = draft.transfers.filter { !($0.to.map(conflict.contains) ?? true) }
    let sides = draft.transfers.filter { $0.to.map(conflict.contains) ?? true }
    guard !strangers.isEmpty, !sides.isEmpty,
      Set(draft.transfers.map(\.from)).count == 1
    else { return nil }
    var (main, beside) = (draft, draft)
    main.transfers = sides
    main.isElsewhere = false
    main.kind = kind(candidate) ?? draft.kind
    beside.transfers = strangers
    beside.parts = []
    beside.isElsewhere = true
    beside.kind = .release
    return [main, beside]
  }

  func readParts(_ candidate: EventCandidate, _ draft: inout EventDraft) {
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
    draft.isThere = candidate.arguments(.reference).contains { $0.value == "there" }
    draft.isAnaphoric = candidate.arguments(.reference).contains { $0.value == "them" }
    draft.isPartOfWhole = draft.counts.isEmpty && !draft.parts.isEmpty
  }

  /// "390 prisoners each, with 270 soldiers and 120 civilians on either side": parts of what goes each way.
  func isOfEach(
    _ part: EventCandidate.Argument, _ candidate: EventCandidate
  ) -> Bool {
    let last = candidate.arguments(.part).map(\.span.end).max() ?? part.span.end
    // "each country let go 390 people, 270 of them soldiers"
    if let whole = candidate.arguments(.people).first(where: { context.count($0) != nil }),
      whole.span.end <= part.span.start,
      candidate.arguments(.each).contains(where: { $0.span.end <= candidate.trigger.start })
    {
      return true
    }
    return candidate.arguments(.each).contains { each in
      each.span.start >= last && each.span.start - last <= Self.listGap
    }
  }

  /// Where people of a side of the conflict go; three Poles let go by Belarus may go anywhere.
  func home(of people: Mention) -> String? {
    people.party.flatMap { context.conflict?.contains($0) != false ? $0 : nil }
  }

  /// "of whom nine went to Lithuania": where a part goes.
  func goal(of candidate: EventCandidate) -> String? {
    candidate.frame == .part ? candidate.arguments(.to).first.flatMap(context.party) : nil
  }

  /// "The UAE succeeded in exchanging 410 Russian and Ukrainian captives": who alone swaps the people of two others
  /// helped them.
  func lonelySide(
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
}
