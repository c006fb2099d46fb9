internal import Records

/// Which of a sentence's dates are those of a trigger.
extension FrameReader {
  /// Dates of the clause, the nearest first.
  ///
  /// Where there are none, those of the clauses that this one is a part of: the day of a statement is
  /// the last resort.
  func dates(trigger: Int, region: [Int]) -> [EventCandidate.Argument] {
    var own = region.filter {
      // "are back with us for Easter" tells no day.
      chunks[$0].kind == .date && !isDateOfOther($0, trigger)
        && (finder.preposition(of: $0, in: chunks.indices) != "for" || isDueFor($0))
    }
    own += dateBeforeWhen(trigger)
    if own.isEmpty { own = datesAroundRelative(trigger) }
    if let possessor = possessorDate(trigger) {
      return [finder.argument(.date, possessor, value: "when")]
    }
    let before = Set(dateBeforeWhen(trigger))
    let since = datesOfSinceClause(trigger) + (own.isEmpty ? datesBehindSince(trigger) : [])
    if !since.isEmpty { return since.map { finder.argument(.date, $0, value: "since") } }
    // "conducted a swap on May 14, bringing back 205 people"
    let clause = tree.clauses[tree.owner[trigger]]
    if own.isEmpty, clause.kind == .participle, clause.antecedent == nil,
      let parent = clause.parent,
      !tree.clauses[parent].isSay
    {
      own = tree.own(parent).filter {
        chunks[$0].kind == .date && border(of: $0) == nil && !isBeforeAgreedTalks($0, trigger)
          && !isDateOfOther($0, trigger)
      }
    }
    if own.isEmpty, let sharing = clause.sharing, !tree.clauses[sharing].isSay,
      !isOutcome(trigger, of: sharing)
    {
      // "both abducted on October 7, were handed over": the day of that
      let isRecord = tellsRecord(sharing)
      own = tree.own(sharing).filter {
        chunks[$0].kind == .date && border(of: $0) == nil && !isBeforeAgreedTalks($0, trigger)
          && !(isRecord && $0 > tree.clauses[sharing].head ?? $0)
      }
    }
    // "did not show up on Saturday to take delivery": the day on which it was due.
    if own.isEmpty, clause.kind == .infinitive, let parent = clause.parent,
      tree.clauses[parent].head.map({ chunks[$0].kind == .status }) ?? false
        || tree.own(parent).contains(where: { $0 < clause.start && chunks[$0].kind == .status })
    {
      own = tree.own(parent).filter { chunks[$0].kind == .date && border(of: $0) == nil }
    }
    // "Since 24 February 2022, Ukraine has brought back 3,956"
    if !own.isEmpty, before.isEmpty,
      own.allSatisfy({ $0 < trigger && finder.governor(of: $0)?.value == "since" })
    {
      return own.map { finder.argument(.date, $0, value: "since") }
    }
    if own.isEmpty { own = datesOfTwin(trigger) + datesBeforeReply(trigger) }
    if own.isEmpty { own = datesBehindParticiple(trigger) }
    if own.isEmpty { own = periodBehindRecord(trigger) }
    if own.isEmpty { own = periodBehindTwin(trigger) }
    if own.isEmpty { own = frontedPeriod(trigger) }
    if own.isEmpty { own = periodOfExchanges(trigger) }
    if own.isEmpty, let label = labelDate(), label < trigger { own = [label] }
    if !own.isEmpty {
      return own.sorted { distance($0, trigger) < distance($1, trigger) }.enumerated().map {
        finder.argument(.date, $1, value: before.contains($1) ? "when" : $0 == 0 ? nil : "also")
      }
    }
    let around = tree.ancestors(tree.owner[trigger])
    let said = tree.clauses.indices.filter { clause in
      guard tree.clauses[clause].isSay, let parent = tree.clauses[clause].parent else {
        return false
      }
      return parent == tree.owner[trigger] || around.contains(parent)
        || isBeside(parent, tree.owner[trigger])
    }
    return (around + said).filter { !isTriggered($0) }.flatMap(tree.own)
      .filter { chunks[$0].kind == .date && border(of: $0) == nil }
      .sorted().map { finder.argument(.date, $0, value: "sentence") }
  }

  /// Whether a clause goes on with another: "freed 45 soldiers and handed over two bodies, Kyiv said".
  private func isBeside(_ clause: Int, _ other: Int) -> Bool {
    tree.clauses[clause].kind == .main && tree.clauses[other].kind == .main && other < clause
      && !(tree.clauses[other].start..<tree.clauses[clause].start).contains {
        chunks[$0].kind == .stop
      }
  }

  /// "The first round was held on May 16 and resulted in the exchange of 1,000": the day of the talks is not that of
  /// what came of them.
  func isOutcome(_ trigger: Int, of clause: Int) -> Bool {
    guard chunks[trigger].kind == .trigger, nounRule(at: trigger)?.frame != .talks,
      let head = tree.clauses[clause].head
    else { return false }
    return tree.own(clause).contains { $0 < head && nounRule(at: $0)?.frame == .talks }
  }

  /// "since February": a date that opens a period.
  func isOpen(_ date: Int) -> Bool {
    chunks[date].mention.flatMap { mentions[$0].value }.flatMap { DateExpression($0) }?.isOpen
      ?? false
  }

  /// "Saturday's swap", "since last September's exchange": the day that a noun is called by.
  private func possessorDate(_ trigger: Int) -> Int? {
    guard chunks[trigger].kind == .trigger else { return nil }
    return (max(0, trigger - 4)..<trigger).last { index in
      chunks[index].kind == .date && finder.isPossessor(index)
        && !(index + 1..<trigger).contains { chunks[$0].kind == .comma || chunks[$0].kind == .verb }
    }
  }

  /// "Another stage, in which each side is to free 120, is due on April 14".
  private func datesAroundRelative(_ trigger: Int) -> [Int] {
    let clause = tree.clauses[tree.owner[trigger]]
    guard clause.kind == .adverbial || clause.kind == .relative, clause.antecedent == nil,
      chunks[clause.start].kind == .conjunction, let parent = clause.parent
    else { return [] }
    // "During 2024 they held 11 exchanges, in which 1,358 came home"
    let isOfSeveral = tree.own(parent).contains {
      $0 < clause.start && (nounRule(at: $0)?.isGeneric ?? false)
    }
    if isOfSeveral { return tree.own(parent).filter { chunks[$0].kind == .date } }
    guard
      let head = tree.clauses[parent].head,
      [.aux, .governor, .status].contains(chunks[head].kind), head > clause.start
    else { return [] }
    return tree.own(parent).filter { chunks[$0].kind == .date }
  }

  /// "since the office was set up in March 2022": the clause tells where a period begins.
  private func datesOfSinceClause(_ trigger: Int) -> [Int] {
    tree.clauses.indices.filter { clause in
      let told = tree.clauses[clause]
      // "the largest exchange since the invasion began in February" is not dated by that.
      // nor "390 each, the most since the invasion began"
      let isOfNoun =
        told.start > 0 && (triggers.contains(told.start - 1) || isSuperlative(told.start - 1))
      return told.kind == .adverbial && told.parent == tree.owner[trigger] && !isOfNoun
        && chunks[told.start].kind == .preposition && chunks[told.start].value == "since"
    }.flatMap(tree.own).filter { chunks[$0].kind == .date }
  }

  /// "have been released from captivity since February 24, 2022".
  private func datesBehindSince(_ trigger: Int) -> [Int] {
    guard chunks[trigger].kind == .verb else { return [] }
    return tree.own(tree.owner[trigger]).filter { date in
      guard date > trigger, chunks[date].kind == .date, let border = border(of: date) else {
        return false
      }
      return border > trigger && chunks[border].value == "since" && !isBehindOther(date, trigger)
    }
  }

  /// "sent 252 home on Friday, and in exchange Venezuela released ten": a reply has the day of what it answers.
  private func datesBeforeReply(_ trigger: Int) -> [Int] {
    let clause = tree.owner[trigger]
    guard tree.own(clause).contains(where: { chunks[$0].kind == .reply }),
      let before = tree.clauses.indices.last(where: { other in
        other < clause && tree.clauses[other].kind == tree.clauses[clause].kind
          && !tree.clauses[other].isSay
      })
    else { return [] }
    return tree.own(before).filter { chunks[$0].kind == .date && border(of: $0) == nil }
  }

  /// "received 30 soldiers captured at Mariupol on Friday": the day of the news closes the sentence, also behind words
  /// for what came long before.
  private func datesBehindParticiple(_ trigger: Int) -> [Int] {
    guard chunks[trigger].kind == .verb else { return [] }
    return tree.clauses.indices.filter { clause in
      let told = tree.clauses[clause]
      return told.kind == .participle && told.parent == tree.owner[trigger]
        && told.start > trigger && !hasOwnDay(clause)
    }
    .flatMap(tree.own).filter { chunks[$0].kind == .date && isNearDay($0) && !isDateOfBasis($0) }
  }

  /// Whether the verb of a clause evokes an event that has a day of its own.
  private func hasOwnDay(_ clause: Int) -> Bool {
    tree.clauses[clause].head.flatMap { triggers.contains($0) ? verbRule(at: $0) : nil }
      .map { $0.frame != .hold && $0.frame != .about } ?? false
  }

  /// "on Friday", "today", "yesterday": a day near that of publication.
  private func isNearDay(_ date: Int) -> Bool {
    switch chunks[date].mention.flatMap({ mentions[$0].value }).flatMap({ DateExpression($0) }) {
    case .weekday, .today, .unit(.day, _): true
    default: false
    }
  }

  /// "June 29: Ukraine secured the release of 144": the day that an entry of a list begins with.
  func labelDate() -> Int? {
    guard
      let first = chunks.indices.prefix(3).first(where: {
        chunks[$0].kind != .other || finder.isWord($0)
      }), chunks[first].kind == .date, first + 1 < chunks.count, chunks[first + 1].kind == .stop
    else { return nil }
    return first
  }

  /// "landed a day after they were swapped", "two days after the swap": the day that is told by how much later
  /// another thing was.
  private func dateBeforeAfter(_ trigger: Int) -> [Int] {
    let clause = tree.clauses[tree.owner[trigger]]
    // "a day after swapping 200": the preposition stands before the clause of a gerund.
    let start = clause.kind == .participle ? clause.start - 1 : clause.start
    let preposition = chunks[trigger].kind == .trigger ? finder.governorIndex(of: trigger) : start
    guard let preposition, preposition > 0, isDateBeforeAfter(preposition - 1),
      chunks[trigger].kind == .trigger || clause.kind == .adverbial || clause.kind == .participle
    else { return [] }
    return [preposition - 1]
  }

  /// "on June 25, when 90 came home".
  private func dateBeforeWhen(_ trigger: Int) -> [Int] {
    let told = dateBeforeAfter(trigger)
    if !told.isEmpty { return told }
    let clause = tree.clauses[tree.owner[trigger]]
    guard clause.kind == .adverbial || clause.kind == .relative,
      chunks[clause.start].kind == .conjunction, chunks[clause.start].value == "when"
    else { return [] }
    return (max(0, clause.start - 2)..<clause.start).filter { chunks[$0].kind == .date }
  }

  /// How many people a chunk counts.
  func count(of index: Int) -> Int? {
    chunks[index].mention.flatMap { mentions[$0].count }
  }

  /// "the first since August, when 22 were freed", "a day after 49 had come home": told only to date another.
  func isAside(_ trigger: Int) -> Bool {
    if !dateBeforeAfter(trigger).isEmpty { return true }
    // "the second such swap this year after Reed was exchanged for a Russian pilot in April"
    let clause = tree.clauses[tree.owner[trigger]]
    if clause.kind == .adverbial, chunks[clause.start].kind == .preposition,
      chunks[clause.start].value == "after", clause.parent.map(isTriggered) ?? false,
      tree.own(tree.owner[trigger]).contains(where: { chunks[$0].kind == .date })
    {
      return true
    }
    return dateBeforeWhen(trigger).contains { date in
      isOpen(date) || finder.governor(of: date)?.value == "since"
    }
  }
}
