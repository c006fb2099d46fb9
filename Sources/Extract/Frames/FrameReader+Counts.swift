internal import Records

/// Counts over a time, and those that come on top of others.
extension FrameReader {
  /// "1,994 prisoners had now been exchanged": so many up to now.
  func byNow(_ phrase: VerbPhrase, _ verb: Int) -> [EventCandidate.Argument] {
    guard let now = rules.lexicon.classID("by-now"),
      chunks[phrase.start].kind == .aux, ["have", "had"].contains(chunks[phrase.start].value)
    else { return [] }
    return (phrase.start..<verb).filter { place in
      chunks[place].range.contains { isWord($0, now) }
    }.map { finder.argument(.period, $0) }
  }

  /// "has turned over", "have been exchanged": done at some time up to now.
  func isPerfect(_ phrase: VerbPhrase) -> Bool {
    // "has delivered 6,060 and been given 78"
    let twin = tree.clauses.first { $0.headStart == phrase.start }?.sharing
      .flatMap { tree.clauses[$0].head }.flatMap { phrases[$0] }
    let isJoined =
      ["be", nil].contains(chunks[phrase.start].value) || chunks[phrase.start].kind == .verb
    if let twin, isJoined, isPerfect(twin) { return true }
    return chunks[phrase.start].kind == .aux
      && ["have", "had"].contains(chunks[phrase.start].value)
  }

  /// "Two had been exchanged earlier": before what else is told.
  func isPluperfect(_ phrase: VerbPhrase) -> Bool {
    chunks[phrase.start].kind == .aux && chunks[phrase.start].value == "had"
  }

  /// "Another 31 wounded Ukrainians were exchanged": on top of those told before.
  func further(_ arguments: [EventCandidate.Argument]) -> [EventCandidate.Argument] {
    guard let words = rules.lexicon.classID("further") else { return [] }
    return chunks.filter { chunk in
      chunk.mention != nil && isPhrase(chunk.range.lowerBound, words)
        && arguments.contains { $0.role == .people && $0.mention == chunk.mention }
    }.map { finder.argument(.additional, $0) }
  }

  /// "In total, Russia handed over 6,060 and received 78": of both over the same time.
  func sharedPeriod(_ clause: Int) -> [EventCandidate.Argument] {
    guard let sharing = tree.clauses[clause].sharing else { return [] }
    return tree.own(sharing).filter { chunks[$0].kind == .total }.map {
      finder.argument(.period, $0)
    }
  }

  /// "put the number of people recovered at more than 7,000": the count stands behind the clause.
  func totalCount(_ arguments: [EventCandidate.Argument], after index: Int)
    -> [EventCandidate.Argument]
  {
    guard arguments.contains(where: { $0.role == .period }),
      !arguments.contains(where: {
        $0.role == .people && $0.mention.flatMap { mentions[$0].count } != nil
      })
    else { return [] }
    for place in chunks.indices where chunks[place].kind == .number || chunks[place].kind == .people
    {
      guard let before = finder.governor(of: place),
        place > index || before.value == "at" || isBeforeTotal(place),
        before.kind == .preposition && ["at", "to", "of"].contains(before.value)
          || before.kind == .aux || isTotalVerb(before),
        chunks[place].mention.flatMap({ mentions[$0].count }) != nil,
        chunks[place].kind == .people || finder.isElliptic(place)
      else { continue }
      // "the number of bodies returned has risen to 300"
      let isOfDead = arguments.contains { argument in
        argument.role == .people
          && argument.mention.map { mentions[$0].category == .remains } ?? false
      }
      return [
        finder.argument(.people, place, value: isOfDead ? Category.remains.rawValue : nil)
      ]
    }
    return []
  }

  /// "has reached 1,994", "exceeded 3,000": a verb behind which a total stands.
  func isTotalVerb(_ chunk: Chunk) -> Bool {
    guard chunk.kind == .verb, let verbs = rules.lexicon.classID("total-verb") else { return false }
    return isWord(chunk.range.lowerBound, verbs)
  }

  /// "brought to 3,213 the number of Ukrainians who have returned".
  func isBeforeTotal(_ index: Int) -> Bool {
    index + 1 < chunks.count && chunks[index + 1].kind == .total
  }
}
