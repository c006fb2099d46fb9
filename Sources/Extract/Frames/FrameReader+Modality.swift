internal import Records

/// Whether what a trigger says has happened, is to come, was called off or is only imagined.
extension FrameReader {
  func modality(
    _ rule: FrameRule, _ phrase: VerbPhrase, _ region: [Int]
  ) -> EventCandidate.Modality {
    if let modality = rule.modality { return modality }
    if let first = phrase.joinedTo, let twin = phrases[first], rule.frame != .hold {
      return modality(rule, twin, self.region(of: first))
    }
    if isHabitual(phrase.start) || isImagined(phrase.start) || namesNobody(phrase)
      || isOtherRelease(region)
    {
      return .unreal
    }
    // "captives who had been held by Russia" are not any more.
    if rule.frame == .talks, isOfLater(phrase) { return .unreal }
    if rule.frame == .hold, phrase.isOver, !isStateOfDay(phrase.start, region),
      tree.clauses.first(where: { $0.headStart == phrase.start })?.kind != .participle
    {
      return .unreal
    }
    if phrase.modality == .completed, let status = status(in: beforeRemark(phrase, region)) {
      return status
    }
    if isBare(phrase), plannedBefore(phrase.start) { return .planned }
    // "proposed that Moscow return 339 children"
    if isBare(phrase), let governor = remoteGovernor(before: phrase.start) { return governor }
    if phrase.modality == .completed, isToCome(phrase) || isToBeSeen(phrase) { return .planned }
    if isAgreedBehind(phrase) { return .agreed }
    // "had agreed to bring exchanges back and to free 1,200"
    // and "agreed a mechanism for swapping prisoners"
    if phrase.isInfinitive || isPurpose(phrase), let governor = governor(of: phrase) {
      return governor
    }
    // "offered to hand over 40, but Kiev rejected the offer"
    if phrase.modality == .proposed,
      chunks[phrase.start...].contains(where: {
        $0.kind == .status && $0.value == EventCandidate.Modality.rejected.rawValue
      }) || isRejected(before: phrase.start)
    {
      return .rejected
    }
    if phrase.modality == .planned, isOfAgreedSwap(phrase) { return .agreed }
    if phrase.modality == .planned, let governor = remoteGovernor(before: phrase.start) {
      return governor
    }
    return phrase.modality
  }

  /// "As of January 1, India held 391", "462 were in Indian custody, while 266 were held by Pakistan": a state of
  /// things, told for a day or beside another one.
  private func isStateOfDay(_ start: Int, _ region: [Int]) -> Bool {
    let isDated = region.contains { index in
      chunks[index].mention.flatMap { mentions[$0].value }.flatMap { DateExpression($0) }?.isUntil
        ?? false
    }
    guard !isDated, let clause = tree.clauses.first(where: { $0.headStart == start }),
      clause.kind == .adverbial, chunks[clause.start].kind == .conjunction,
      let parent = clause.parent
    else { return isDated }
    return tree.own(parent).contains {
      triggers.contains($0) && nounRule(at: $0)?.frame == .hold && !isOver(parent)
    }
  }

  /// "have been released on parole": no captives of a war.
  private func isOtherRelease(_ region: [Int]) -> Bool {
    guard let other = rules.lexicon.classID("other-release") else { return false }
    return region.contains { chunks[$0].range.contains { isPhrase($0, other) } }
  }

  /// What a clause says up to a remark: "released 110 prisoners, delayed by several hours" tells of a release.
  private func beforeRemark(_ phrase: VerbPhrase, _ region: [Int]) -> [Int] {
    guard phrase.voice == .active, chunks[phrase.start].kind == .verb,
      let comma = region.first(where: { place in
        place > phrase.start && chunks[place].kind == .comma && place + 1 < chunks.count
          && chunks[place + 1].kind == .status
          && region.contains { $0 > phrase.start && $0 < place && chunks[$0].kind == .people }
      })
    else { return region }
    return region.filter { $0 < comma }
  }

  /// "exchanged 84 on Thursday, a day before the presidents were due to meet": what is to come tells the day of what
  /// was, and is no talks on it.
  private func isOfLater(_ phrase: VerbPhrase) -> Bool {
    guard phrase.modality == .planned,
      let clause = tree.clauses.first(where: { $0.headStart == phrase.start })
    else { return false }
    return clause.kind == .adverbial && chunks[clause.start].kind == .preposition
  }

  /// "for swapping prisoners": a gerund that tells what something is for.
  private func isPurpose(_ phrase: VerbPhrase) -> Bool {
    phrase.isGerund && phrase.start > 0 && chunks[phrase.start - 1].kind == .preposition
      && chunks[phrase.start - 1].value == "for"
  }

  /// "agreed on swaps that are to bring back 1,200": a clause that stands for what was agreed.
  private func isOfAgreedSwap(_ phrase: VerbPhrase) -> Bool {
    guard let clause = tree.clauses.first(where: { $0.headStart == phrase.start }),
      clause.kind == .relative, let noun = clause.antecedent, nounRule(at: noun)?.frame == .swap,
      let before = finder.governor(of: noun)
    else { return false }
    return before.kind == .governor && before.value == EventCandidate.Modality.agreed.rawValue
  }

  /// "agreements had been reached to free 1,200".
  private func isDealReached(_ clause: Int) -> Bool {
    guard let head = tree.clauses[clause].head, let settled = rules.lexicon.classID("settled"),
      let nouns = rules.lexicon.classID("basis-noun"),
      isWord(chunks[head].range.upperBound - 1, settled)
    else { return false }
    return tree.own(clause).contains { place in
      place < head && chunks[place].range.contains { isWord($0, nouns) }
    }
  }

  /// What the clause says that an infinitive belongs to.
  private func governor(of phrase: VerbPhrase) -> EventCandidate.Modality? {
    guard let clause = tree.clauses.first(where: { $0.headStart == phrase.start }),
      let parent = clause.parent, let start = tree.clauses[parent].headStart
    else { return nil }
    if isDealReached(parent) { return .agreed }
    guard chunks[start].kind == .governor else { return nil }
    return chunks[start].value.flatMap(EventCandidate.Modality.init(rawValue:))
  }

  /// "hopes to see 500 captives return": a base form without an auxiliary of its own.
  func isBare(_ phrase: VerbPhrase) -> Bool {
    phrase.modality == .completed && chunks[phrase.start].kind == .verb
      && chunks[phrase.start].form == .base
  }

  func plannedBefore(_ start: Int) -> Bool {
    // "to resume exchanges and bring home 1,200": a noun between them is of the first verb.
    let isJoined = start > 0 && chunks[start - 1].kind == .conjunction
    for place in stride(from: start - 1, through: 0, by: -1) {
      let isNoun = isJoined && chunks[place].kind == .trigger
      if triggers.contains(place) && !isNoun || chunks[place].kind == .stop { return false }
      if chunks[place].kind == .governor {
        return chunks[place].value == EventCandidate.Modality.planned.rawValue
      }
    }
    return false
  }

  /// "agreed that 1,200 will be exchanged", "turned down a suggestion that 1,000 be freed".
  func remoteGovernor(before start: Int) -> EventCandidate.Modality? {
    var found: EventCandidate.Modality?
    for place in stride(from: start - 1, through: 0, by: -1) {
      if triggers.contains(place) || chunks[place].kind == .stop { break }
      guard chunks[place].kind == .governor || chunks[place].kind == .status,
        let modality = chunks[place].value.flatMap(EventCandidate.Modality.init(rawValue:)),
        [.agreed, .proposed, .rejected, .suspended].contains(modality)
      else { continue }
      found = modality
    }
    return found
  }

  /// "If Russia frees 30", "denied that 30 had been freed": said in a condition, or in a clause that another
  /// makes unreal.
  func isImagined(_ index: Int) -> Bool {
    asserting(tree.owner[index]).contains { number in
      let clause = tree.clauses[number]
      if isInverted(number) { return true }
      if clause.kind == .adverbial, chunks[clause.start].kind == .conjunction,
        chunks[clause.start].value == "condition"
      {
        return true
      }
      let isSaid =
        clause.kind == .complement || clause.kind == .relative && clause.antecedent == nil
      guard isSaid, let head = clause.parent.flatMap({ tree.clauses[$0].head }) else {
        return false
      }
      // "rejected reports that 300 had been exchanged", but "rejected the idea that 300 be exchanged"
      if chunks[head].value == EventCandidate.Modality.rejected.rawValue {
        return clause.head.flatMap { phrases[$0] }?.modality == .completed
      }
      return chunks[head].kind == .governor
        && chunks[head].value == EventCandidate.Modality.unreal.rawValue
    }
  }

  /// A clause and those around it, up to one that stands for a noun: "whether the 30 freed on Friday were
  /// wounded" leaves no doubt that they were freed.
  private func asserting(_ clause: Int) -> [Int] {
    var found: [Int] = []
    for number in [clause] + tree.ancestors(clause) {
      found.append(number)
      let told = tree.clauses[number]
      if told.antecedent != nil, told.kind == .relative || told.kind == .participle { break }
    }
    return found
  }

  /// "Should Russia free 30, …", "Did Russia free 30?": an auxiliary before the subject.
  private func isInverted(_ clause: Int) -> Bool {
    guard let head = tree.clauses[clause].headStart, tree.clauses[clause].kind == .main,
      let first = tree.own(clause).first(where: { chunks[$0].kind != .stop }), first < head,
      chunks[first].kind == .aux, chunks[first].value != "to"
    else { return false }
    let between = tree.own(clause).filter { $0 > first && $0 < head }
    return !between.contains { chunks[$0].kind == .comma }
      && between.contains {
        isActor($0) || chunks[$0].kind == .people || chunks[$0].kind == .trigger
      }
  }

  /// "rejected a proposal to exchange 500": what is said of the offer.
  private func isRejected(before start: Int) -> Bool {
    for place in stride(from: start - 1, through: 0, by: -1) {
      if triggers.contains(place) || [.stop, .comma, .conjunction].contains(chunks[place].kind) {
        return false
      }
      if [.status, .governor].contains(chunks[place].kind) {
        return chunks[place].value == EventCandidate.Modality.rejected.rawValue
      }
    }
    return false
  }

  /// "No prisoners were exchanged", "exchanged no prisoners".
  private func namesNobody(_ phrase: VerbPhrase) -> Bool {
    guard
      let clause = tree.clauses.indices.first(where: { tree.clauses[$0].headStart == phrase.start })
    else { return false }
    return tree.own(clause).contains { index in
      chunks[index].kind == .negation && index + 1 < chunks.count
        && (chunks[index + 1].kind == .people || chunks[index + 1].kind == .trigger)
    }
  }

  /// "had spent two years behind bars": what holds no more.
  func isOver(_ clause: Int) -> Bool {
    guard let head = tree.clauses[clause].head, let start = tree.clauses[clause].headStart else {
      return false
    }
    return chunks[start...head].contains { $0.kind == .aux && $0.value == "had" }
  }
}
