internal import Records

/// Periods that a sentence counts over, told around a trigger.
extension FrameReader {
  /// "53 exchanges have been held since the war began, and 3,210 people have been returned": over the same time.
  func periodOfExchanges(_ trigger: Int) -> [Int] {
    let clause = tree.clauses[tree.owner[trigger]]
    guard clause.kind == .main, let phrase = phrases[trigger], isPerfect(phrase), clause.start > 0,
      chunks[clause.start - 1].kind == .conjunction
    else { return [] }
    let before = chunks.indices.prefix(clause.start)
    guard before.contains(where: { nounRule(at: $0)?.isGeneric ?? false }) else { return [] }
    return before.filter { chunks[$0].kind == .date && isOpen($0) }
  }

  /// "Since the start of the year ten exchanges have taken place, and 2,080 people have returned": the period
  /// that a sentence begins with is that of all it tells.
  func frontedPeriod(_ trigger: Int) -> [Int] {
    let clause = tree.owner[trigger]
    let told = tree.clauses[clause]
    guard told.kind == .main, told.start > 0, chunks[told.start - 1].kind == .conjunction,
      chunks[told.start - 1].value == "and", tree.clauses[0].kind == .main, clause > 0,
      let head = tree.clauses[0].headStart
    else { return [] }
    return tree.own(0).prefix { $0 < head && !isCountOfPeople($0) && !isActor($0) }
      .filter { chunks[$0].kind == .date && (isOpen($0) || isThisYear($0)) }
  }

  /// "since the beginning of the year", which EVENTS.md takes for the year.
  private func isThisYear(_ date: Int) -> Bool {
    chunks[date].mention.flatMap { mentions[$0].value }.flatMap { DateExpression($0) }
      == .unit(.year, 0)
  }

  /// "has released more than 300 people convicted of extremism since July 2024": with the perfect tense a period is
  /// that of the count, also behind what tells who the people are.
  func periodBehindRecord(_ trigger: Int) -> [Int] {
    // "has pardoned and released"
    let first = tree.clauses[tree.owner[trigger]].sharing.flatMap { tree.clauses[$0].head }
    guard [trigger, first].compactMap({ $0 }).contains(where: isPerfect) else { return [] }
    return tree.clauses.indices.filter { number in
      let clause = tree.clauses[number]
      return clause.kind == .participle && clause.parent == tree.owner[trigger]
        && tellsRecord(number)
        && clause.antecedent.map { $0 > trigger } ?? false && !isTriggered(number)
    }
    // "prisoners jailed since July 2024" have been there since then.
    .flatMap { number in
      tree.own(number).filter { $0 > (tree.clauses[number].head ?? $0) + 1 }
    }
    .filter { chunks[$0].kind == .date && isOpen($0) }
  }

  /// "has released".
  private func isPerfect(_ verb: Int) -> Bool {
    guard let phrase = phrases[verb], phrase.start < verb else { return false }
    return chunks[phrase.start..<verb].contains { $0.kind == .aux && $0.value == "have" }
  }

  /// "More than 300 have been pardoned and let out since July 2024": the period of both verbs.
  func periodBehindTwin(_ trigger: Int) -> [Int] {
    tree.clauses.indices.filter { tree.clauses[$0].sharing == tree.owner[trigger] }
      .flatMap(tree.own).filter { chunks[$0].kind == .date && isOpen($0) }
  }

  /// "A total of 107 were released in the exchange": all who came home in it, no count over time.
  func isOfOneSwap(_ total: Int) -> Bool {
    tree.own(tree.owner[total]).contains { noun in
      guard noun > total, chunks[noun].kind == .trigger, triggers.contains(noun),
        let rule = nounRule(at: noun), rule.frame == .swap, !rule.isGeneric, noun > 1
      else { return false }
      return finder.nounMarks.contains(noun - 1) && chunks[noun - 2].kind == .preposition
    }
  }

  /// "205 Ukrainians and 205 Russians, a total of 410": the sum of what stands before, no count over time.
  func isSumOfTold(_ total: Int) -> Bool {
    guard total + 1 < chunks.count, let sum = count(of: total + 1) else { return false }
    let told = tree.own(tree.owner[total]).filter { $0 < total && isCountOfPeople($0) }
      .compactMap(count(of:))
    return !told.isEmpty && [1, 2].contains { told.reduce(0, +) * $0 == sum }
  }
}
