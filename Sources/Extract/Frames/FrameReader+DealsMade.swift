internal import Records

/// Deals, and where and when they were made: that tells of the talks that made them.
extension FrameReader {
  /// The candidates, with the talks that a sentence tells by their deal, where its words tell the place: "under an
  /// accord concluded in Stockholm in December 2018", "It was signed on Sunday in Doha".
  ///
  /// Where the talks are named without a place too, they are those: "was concluded in Muscat, after two weeks of
  /// negotiations".
  func withDealMade(_ candidates: [EventCandidate], _ sentence: Range<Int>) -> [EventCandidate] {
    let named = candidates.indices.filter { candidates[$0].frame == .talks }
    guard let verb = dealVerb() ?? pledge() ?? signature()?.noun ?? signature()?.verb,
      let made = dealMade(verb, sentence) ?? signature().flatMap({ dealMade($0.verb, sentence) })
    else { return candidates }
    guard let talks = named.first else {
      let isNamed = chunks.indices.contains { nounRule(at: $0)?.frame == .talks && $0 != verb }
      return isNamed ? candidates : candidates + [made]
    }
    guard named.count == 1, candidates[talks].arguments(.place).isEmpty,
      !candidates[talks].arguments(.date).contains(where: { $0.value == nil })
    else { return candidates }
    var result = candidates
    result[talks].modality = .completed
    result[talks].arguments.removeAll { $0.role == .date }
    result[talks].arguments = Self.ordered(result[talks].arguments + made.arguments)
    return result
  }

  /// The verb that says that a deal was made: "reached", "signed".
  private func dealVerb() -> Int? {
    guard let settled = rules.lexicon.classID("settled") else { return nil }
    return chunks.indices.first {
      isWord(chunks[$0].range.upperBound - 1, settled) && isOfDeal($0)
    }
  }

  /// "Both sides pledged in Stockholm to free everyone": what the sides agreed to, also where it counts nobody.
  private func pledge() -> Int? {
    tree.clauses.indices.first { clause in
      guard let head = tree.clauses[clause].head, chunks[head].kind == .governor,
        chunks[head].value == EventCandidate.Modality.agreed.rawValue
      else { return false }
      let sides = subject(of: clause).filter { isActor($0) || chunks[$0].kind == .delegation }
      return !sides.isEmpty
        && tree.clauses.indices.contains { other in
          tree.clauses[other].parent == clause && tree.clauses[other].kind == .infinitive
            && isTriggered(other)
        }
    }.flatMap { tree.clauses[$0].head }
  }

  /// "The two sides signed an agreement in Amman on Sunday": the noun of what they settled.
  private func signature() -> (verb: Int, noun: Int)? {
    let nouns = ["basis-noun", "signed-noun"].compactMap(rules.lexicon.classID)
    guard let settled = rules.lexicon.classID("settled"),
      // "signed an accord in Barbados" may be on anything.
      chunks.indices.contains(where: {
        chunks[$0].kind == .people || nounRule(at: $0)?.frame == .swap
      })
    else { return nil }
    return chunks.indices.lazy.compactMap { noun in
      guard
        chunks[noun].range.contains(where: { token in nouns.contains { isWord(token, $0) } }),
        let verb = (max(0, noun - Self.articleReach)..<noun).last(where: { place in
          [.verb, .governor].contains(chunks[place].kind)
            && isWord(chunks[place].range.upperBound - 1, settled)
        }), hasSides(tree.owner[noun]) || hasSides(tree.owner[verb])
      else { return nil }
      return (verb, noun)
    }.first
  }

  /// Whether some sides, or who talks for them, are the subject of a clause.
  private func hasSides(_ clause: Int) -> Bool {
    let told = subject(of: clause) + tree.own(clause).filter { $0 < tree.clauses[clause].head ?? 0 }
    return told.contains { isActor($0) || chunks[$0].kind == .delegation }
  }

  /// In chunks: from a verb to its object, "signed a long-awaited agreement".
  private static let articleReach = 4

  /// What a deal that was made tells of its talks: "struck in Switzerland last month".
  private func dealMade(_ verb: Int, _ sentence: Range<Int>) -> EventCandidate? {
    // "an agreement on the exchange of 900 prisoners, signed in Amman"
    let isNoun = [.other, .governor].contains(chunks[verb].kind) && pledge() != verb
    let run = (verb + 1..<chunks.count).prefix { place in
      [.preposition, .date, .place, .party, .nation, .ordinal, .other, .adverb].contains(
        chunks[place].kind) || isNoun && [.trigger, .people].contains(chunks[place].kind)
    }
    let venues = run.filter { place in
      ["in", "at"].contains(finder.preposition(of: place, in: chunks.indices))
        && !(isNoun && chunks[place].country != nil)
    }.compactMap(venue)
    guard let first = venues.first else { return nil }
    let dates = run.filter { chunks[$0].kind == .date && !isOpen($0) }
    return EventCandidate(
      rule: "agreed-at", frame: .talks, modality: .completed,
      trigger: finder.span(chunks[verb].range), sentence: finder.span(sentence),
      arguments: Self.ordered(
        [first, finder.argument(.reference, verb, value: "deal")]
          + dates.prefix(1).map { finder.argument(.date, $0) } + sources()))
  }

  /// Whether what was settled is a deal: its noun stands before the verb, or a pronoun for it.
  private func isOfDeal(_ verb: Int) -> Bool {
    guard let nouns = rules.lexicon.classID("basis-noun") else { return false }
    var start = verb
    while start > 0, [.aux, .adverb, .relative, .comma].contains(chunks[start - 1].kind) {
      start -= 1
    }
    guard start > 0 else { return false }
    let isPassive = chunks[start..<verb].contains { $0.kind == .aux }
    if isPassive, chunks[start - 1].kind == .pronoun, start == 1 { return true }
    let isRelative = chunks[start..<verb].contains { $0.kind == .relative }
    let reach = isRelative || isPassive ? Self.dealReach : 1
    return (max(0, start - reach)..<start).contains { place in
      chunks[place].range.contains { isWord($0, nouns) }
        && !(place + 1..<start).contains { [.verb, .stop].contains(chunks[$0].kind) }
    }
  }

  /// In chunks: "a larger accord on about 2,900 detainees, which was concluded".
  private static let dealReach = 14

  /// A place where sides can meet: one by name, or a state.
  func venue(_ index: Int) -> EventCandidate.Argument? {
    let chunk = chunks[index]
    guard chunk.kind == .place || chunk.place != nil || chunk.country != nil else { return nil }
    return finder.argument(.place, index, value: chunk.place ?? chunk.country)
  }

  /// "talks in Switzerland in March", "met last month in Oman": a state that talks were held in, and none that they
  /// were about; without a day, "the meeting in Turkey" is a label.
  func isCountryOfTalks(_ index: Int, _ trigger: Int) -> Bool {
    guard chunks[index].country != nil, index > trigger, !finder.isPossessor(index),
      (nounRule(at: trigger) ?? verbRule(at: trigger))?.frame == .talks,
      chunks[index - 1].kind == .preposition, chunks[index - 1].value == "in",
      // "the seventh swap since they met in Turkey last month"
      chunks[tree.clauses[tree.owner[trigger]].start].value != "since",
      tree.own(tree.owner[trigger]).contains(where: { chunks[$0].kind == .date })
    else { return false }
    return (trigger + 1..<index - 1).allSatisfy {
      [.date, .preposition, .adverb, .aux, .verb].contains(chunks[$0].kind)
    }
  }
}
