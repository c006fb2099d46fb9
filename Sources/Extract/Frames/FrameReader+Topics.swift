internal import Records

/// Nouns that only tell what is talked about.
extension FrameReader {
  /// "talks on prisoner exchanges", "met to discuss a swap" tell of talks.
  func isTopicOfTalks(_ index: Int, _ rule: FrameRule) -> Bool {
    // "The exchange had been discussed by phone on July 11"
    if rule.frame == .swap || rule.frame == .movement,
      let head = tree.clauses[tree.owner[index]].head, head > index,
      (head...min(head + 1, chunks.count - 1)).contains(where: { place in
        nounRule(at: place).map { $0.frame == .talks && $0.isPredicate } ?? false
      })
    {
      return true
    }
    if rule.frame == .swap || rule.frame == .movement,
      isInPurposeOfTalks(index) || isBehindTalks(index)
    {
      return true
    }
    if rule.frame == .talks, isOnEve(index) { return true }
    // "Putin said at a meeting"
    if rule.frame == .talks, tree.clauses[tree.owner[index]].isSay,
      let governor = finder.governor(of: index), governor.kind == .preposition,
      governor.value == "at" || governor.value == "during"
    {
      return true
    }
    guard rule.frame == .swap, let before = finder.governor(of: index), before.kind == .preposition,
      before.value == "on" || before.value == "during", let place = chunks.firstIndex(of: before),
      place > 0,
      chunks[place - 1].kind == .trigger, let number = chunks[place - 1].value.flatMap({ Int($0) })
    else { return false }
    return rules.frames.rules[number].frame == .talks
  }

  /// "It came on the eve of the meeting in Alaska": talks that are yet to come.
  private func isOnEve(_ index: Int) -> Bool {
    guard let words = rules.lexicon.classID("eve-noun"), let of = finder.governorIndex(of: index),
      of > 0, chunks[of].kind == .preposition
    else { return false }
    return isWord(chunks[of].range.lowerBound - 1, words)
  }

  /// "the consultations on exchanges that were held in Doha": the nouns between talks and what stands for them.
  func topics(ofTalks trigger: Int) -> [Int] {
    guard nounRule(at: trigger)?.frame == .talks else { return [] }
    return tree.own(tree.owner[trigger]).filter { noun in
      noun > trigger && noun - trigger <= 3
        && (nounRule(at: noun).map { isTopicOfTalks(noun, $0) } ?? false)
    }
  }

  /// "held talks in Istanbul on unblocking the exchange".
  func isBehindTalks(_ index: Int) -> Bool {
    guard let preposition = finder.governorIndex(of: index),
      chunks[preposition].kind == .preposition,
      ["on", "during"].contains(chunks[preposition].value)
    else { return false }
    return tree.own(tree.owner[index]).contains {
      $0 < preposition && triggers.contains($0)
        && (nounRule(at: $0) ?? verbRule(at: $0))?.frame == .talks
    }
  }

  /// Whether a noun stands in an infinitive or participle, without a frame of its own, of a clause that
  /// tells of talks.
  func isInPurposeOfTalks(_ index: Int) -> Bool {
    let clause = tree.clauses[tree.owner[index]]
    guard clause.kind == .participle || clause.kind == .infinitive, let parent = clause.parent,
      !(clause.head.map(triggers.contains) ?? false)
    else { return false }
    return tree.own(parent).contains { place in
      triggers.contains(place)
        && (nounRule(at: place) ?? verbRule(at: place))?.frame == .talks
    }
  }

  /// "The swap was negotiated by Trump and Putin on March 18": the day is that of the talks.
  func isNegotiated(_ index: Int) -> Bool {
    tree.clauses[tree.owner[index]].head.map {
      triggers.contains($0) && verbRule(at: $0)?.frame == .talks
    } ?? false
  }

  /// "Putin told Trump about the exchange on Tuesday": the day is not that of what was spoken of.
  func isTopic(_ index: Int) -> Bool {
    guard let topics = rules.lexicon.classID("topic"), let place = finder.governorIndex(of: index)
    else { return false }
    return isWord(chunks[place].range.lowerBound, topics)
  }
}
