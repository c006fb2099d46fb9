internal import Records

/// What was planned, and whether it went ahead.
extension FrameReader {
  /// "planned for Friday", "that the sides had agreed for Friday": a governor that tells the day.
  func isPlan(_ clause: Int) -> Bool {
    guard let head = tree.clauses[clause].head, chunks[head].kind == .governor else { return false }
    return chunks[head].value == EventCandidate.Modality.planned.rawValue
      || tree.own(clause).contains { chunks[$0].kind == .date && isDueFor($0) }
  }

  /// "planned for Friday".
  func isDueFor(_ date: Int) -> Bool {
    guard let preposition = finder.governorIndex(of: date), preposition > 0 else { return false }
    return [.governor, .status].contains(chunks[preposition - 1].kind)
  }

  /// "The swap … went ahead": the verb of a noun's clause only says that it happened.
  func isToldToHappen(_ trigger: Int) -> Bool {
    tree.clauses[tree.owner[trigger]].head.map { head in
      verbRules(at: head).contains { $0.frame == .about }
    } ?? false
  }

  /// "The swap agreed in Istanbul is the largest": what a participle tells of it, unless a verb says that it
  /// went ahead.
  func modifierGovernor(of index: Int, _ region: [Int]) -> EventCandidate.Modality? {
    if isToldToHappen(index) { return nil }
    let people = region.filter { chunks[$0].kind == .people && $0 > index }
    return ([index] + people).flatMap(tree.modifiers)
      // "a swap which was to take place by August 17"
      .flatMap { [tree.clauses[$0].head, tree.clauses[$0].headStart].compactMap { $0 } }
      .map { chunks[$0] }
      .first { $0.kind == .governor }?.value.flatMap(EventCandidate.Modality.init(rawValue:))
  }

  /// "When Russia frees 30, Ukraine will free 20": a present beside what is to come.
  func isToCome(_ phrase: VerbPhrase) -> Bool {
    guard
      let clause = tree.clauses.first(where: { $0.headStart == phrase.start }),
      clause.kind == .adverbial, let head = clause.head, let parent = clause.parent,
      let around = tree.clauses[parent].head, phrases[around]?.modality == .planned
    else { return false }
    return [.present, .base].contains(chunks[head].form)
      || (phrase.start..<head).contains { chunks[$0].kind == .aux && chunks[$0].value == "have" }
  }

  /// "were to be swapped on Wednesday", "had been due to": told of a plan when its day may be over.
  func isPastPlan(_ phrase: VerbPhrase) -> Bool {
    guard phrase.modality == .planned, let past = rules.lexicon.classID("past-plan") else {
      return false
    }
    // "had been due to": the auxiliaries stand before the governor.
    let first = chunks[..<phrase.start].lastIndex { $0.kind != .aux }.map { $0 + 1 } ?? 0
    return (first...phrase.start).contains { isWord(chunks[$0].range.lowerBound, past) }
  }

  /// "a deal that should see 1,000 captives freed": a participle below a verb of what is to come.
  func isToBeSeen(_ phrase: VerbPhrase) -> Bool {
    guard
      let clause = tree.clauses.first(where: { $0.headStart == phrase.start }),
      clause.kind == .complement, chunks[phrase.start].kind == .verb,
      chunks[phrase.start].form == .pastOrParticiple, phrase.voice == .passive,
      let parent = clause.parent, let around = tree.clauses[parent].head,
      chunks[around].kind == .verb, !tree.clauses[parent].isSay
    else { return false }
    // "is due to see 1,000 released"
    if phrases[around]?.modality == .planned { return true }
    return tree.own(parent).contains { index in
      index < around && chunks[index].kind == .aux
        && ["will", "modal"].contains(chunks[index].value)
    }
  }

  /// "The exchange began on Friday and is still under way": what a second verb says of the same subject.
  func sharedStatus(_ index: Int) -> EventCandidate.Modality? {
    let clause = tree.owner[index]
    guard let start = tree.clauses[clause].headStart, index < start,
      finder.preposition(of: index, in: chunks.indices) == nil
    else { return nil }
    return tree.clauses.indices.filter {
      tree.clauses[$0].sharing == clause || isContrast($0, clause)
    }
    .compactMap { status(in: tree.own($0)) }.last
  }

  /// "was due on Friday but was delayed": a clause without a subject of its own.
  private func isContrast(_ clause: Int, _ other: Int) -> Bool {
    let told = tree.clauses[clause]
    guard told.kind == .adverbial, told.parent == other, let head = told.headStart,
      chunks[told.start].kind == .conjunction, chunks[told.start].value == "clause"
    else { return false }
    return head == told.start + 1
  }

  /// "The swap, which had been postponed, took place on Friday": where it happened, only what is said behind
  /// that counts.
  func statusNow(of index: Int, _ region: [Int]) -> EventCandidate.Modality? {
    let clause = tree.clauses[tree.owner[index]]
    if let head = clause.head, head > index, isToldToHappen(index),
      phrases[head]?.modality == .completed
    {
      return status(in: region.filter { $0 > head }) ?? laterStatus(head) ?? sharedStatus(index)
    }
    return status(in: region) ?? laterStatus(index) ?? sharedStatus(index)
  }

  /// "received a list of names for an exchange of 1,000": what is made ready for has yet to come.
  func isPreparedFor(_ index: Int) -> Bool {
    guard let preparations = rules.lexicon.classID("preparation"),
      let preposition = finder.governorIndex(of: index), chunks[preposition].value == "for"
    else { return false }
    return tree.own(tree.owner[index]).contains { place in
      place < preposition && preposition - place <= 6
        && chunks[place].range.contains { isWord($0, preparations) }
    }
  }
}
