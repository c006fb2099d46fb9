internal import Records

/// Where it happened.
extension FrameReader {
  /// Where it happened: "in Istanbul", "the Istanbul talks"; a capital counts only behind "in" or "at".
  func place(_ index: Int, _ trigger: Int) -> EventCandidate.Argument? {
    let chunk = chunks[index]
    if isCountryOfTalks(index, trigger) {
      return finder.argument(.place, index, value: chunk.country)
    }
    guard chunk.kind == .place || chunk.place != nil, !isWholeOfPlace(index), !isAsAgreed(index),
      !isWhereAgreed(index, trigger)
    else { return nil }
    if let phrase = settlement(before: index) {
      return isOthersPlace(phrase.first, trigger)
        ? nil : finder.argument(.place, index, value: chunk.place)
    }
    if index + 1 == trigger, chunks[trigger].kind == .trigger, chunk.kind == .place {
      return finder.argument(.place, index)
    }
    // "crossed the Hakari bridge"
    if chunk.kind == .place, verbRule(at: trigger)?.takesPlace == true, index > trigger,
      index - trigger <= 3,
      finder.governorIndex(of: index) == trigger
    {
      return finder.argument(.place, index)
    }
    guard let preposition = siteOf(index) ?? finder.preposition(of: index, in: chunks.indices),
      ["in", "at", "near"].contains(preposition), !isOthersPlace(index, trigger),
      !isOfCounter(index, trigger),
      // "arrived in Doha"
      verbRule(at: trigger)?.prepositions[preposition] != .to
    else { return nil }
    return finder.argument(.place, index, value: chunk.place)
  }

  /// "completed a swap of 200 on Sunday, a step agreed at a Paris summit": where it was settled, not where it went on.
  private func isWhereAgreed(_ index: Int, _ trigger: Int) -> Bool {
    guard index > trigger, nounRule(at: trigger)?.frame == .swap else { return false }
    return (trigger + 1..<index).contains { place in
      chunks[place].kind == .governor
        && chunks[place].value == EventCandidate.Modality.agreed.rawValue
    }
  }

  /// "in exchange for five detainees at Guantanamo Bay": where those were who went the other way.
  private func isOfCounter(_ index: Int, _ trigger: Int) -> Bool {
    guard index > trigger,
      let counter = (trigger + 1..<index).last(where: {
        chunks[$0].kind == .preposition && chunks[$0].value == "for" && chunks[$0].range.count > 1
      })
    else { return false }
    return !(counter..<index).contains {
      [.comma, .date, .conjunction, .verb].contains(chunks[$0].kind)
    }
  }

  /// "in the central Gaza **town** of Deir al-Balah", "in the city of Vienna": the noun that a place is the name of,
  /// where that stands behind "in", "at" or "near", and what follows that.
  private func settlement(before index: Int) -> (first: Int, noun: Int)? {
    // "in the Turkish capital, Ankara"
    guard index > 2,
      chunks[index - 1].kind == .preposition && chunks[index - 1].value == "of"
        || chunks[index - 1].kind == .comma,
      chunks[index - 2].kind == .other, let words = rules.lexicon.classID("settlement"),
      isWord(chunks[index - 2].range.lowerBound, words)
    else { return nil }
    let first = (max(0, index - 7)..<index - 2).last { chunks[$0].kind == .preposition }
    guard let first, ["in", "at", "near"].contains(chunks[first].value) else { return nil }
    return (first + 1, index - 2)
  }

  /// "at the airport of the Turkish capital": the preposition of a site, by the town that it is of.
  private func siteOf(_ index: Int) -> String? {
    guard let of = finder.governorIndex(of: index), of > 1, chunks[of].kind == .preposition,
      chunks[of].value == "of", let sites = rules.lexicon.classID("site-noun"),
      isWord(chunks[of].range.lowerBound - 1, sites)
    else { return nil }
    return (max(0, of - 3)..<of).last { chunks[$0].kind == .preposition }
      .flatMap { chunks[$0].value }
  }

  /// "in the central **Gaza** town of Deir al-Balah": where the place is.
  private func isWholeOfPlace(_ index: Int) -> Bool {
    (index + 1..<min(index + 6, chunks.count)).contains { place in
      settlement(before: place).map { $0.noun > index && $0.noun <= index + 2 } ?? false
    }
  }

  /// "a hospital in Kharkiv": a place belongs to the noun right before its preposition, and behind a
  /// verb to that.
  private func isOthersPlace(_ index: Int, _ trigger: Int) -> Bool {
    guard let governor = finder.governorIndex(of: index) else { return true }
    if governor > 0, chunks[governor - 1].kind == .people || chunks[governor - 1].kind == .number {
      // "released six soldiers in Arauca on Sunday": where they were let go, by what follows
      if let rule = verbRule(at: trigger), rule.frame == .movement, rule.subject == .from,
        chunks[index].kind == .place, index > trigger, phrases[trigger]?.voice == .active,
        index + 1 < chunks.count, isDayBehind(index)
      {
        return isBehindOther(index, trigger)
      }
      return isBehindPartCue(governor - 1)
        || chunks[trigger].kind == .trigger && governor - 1 > trigger + 2
    }
    // "most of them in the eastern Donetsk region"
    if governor > 0, chunks[governor - 1].kind == .pronoun { return true }
    if index > trigger { return isBehindOther(index, trigger) }
    let clause = tree.owner[index]
    // "115 conscripts captured in the Kursk region in the first swap": where they were captured
    if chunks[trigger].kind == .trigger, nounRule(at: trigger)?.frame != .talks, governor > 0,
      chunks[governor - 1].kind == .verb,
      !triggers.contains(governor - 1), !isHappening(clause)
    {
      return true
    }
    // "hostages still alive in Gaza were freed": who is there is told, not where they were freed.
    if chunks[trigger].kind == .verb, subject(of: clause).contains(where: { $0 < index }) {
      return true
    }
    // "was agreed in Istanbul, at the first talks": a deal is settled where the talks are.
    if nounRule(at: trigger)?.frame == .talks, let head = tree.clauses[clause].head,
      chunks[head].kind == .governor, index > head
    {
      return false
    }
    return chunks.indices.contains {
      $0 < index && tree.owner[$0] == clause && triggers.contains($0) && chunks[$0].kind == .trigger
    }
  }

  /// Whether the people whom a chunk counts are dead; nil where it counts nobody.
  func isOfRemains(_ chunk: Chunk) -> Bool? {
    guard chunk.kind == .people, let people = chunk.mention.map({ mentions[$0] }),
      people.count != nil
    else { return nil }
    return people.category == .remains
  }

  /// Whether a chunk, in a sentence or a cell, names mediation or who mediates.
  func isMediation(_ chunk: Chunk) -> Bool {
    chunk.kind == .trigger
      && chunk.value.flatMap { Int($0) }.map {
        rules.frames.rules[$0].frame == .mediation
      } ?? false
  }

  /// Whether a day stands right behind a place.
  private func isDayBehind(_ place: Int) -> Bool {
    chunks[(place + 1)...].prefix(2).contains { $0.kind == .date }
      && [.date, .preposition].contains(chunks[place + 1].kind)
  }
}
