/// What stands before the subject of a clause, up to a comma.
extension ClauseParser {
  /// "Captured in Mariupol, the men spent two years": a participle before the subject.
  func isFronted(_ verb: Int) -> Bool {
    guard let phrase = phrases[verb], phrase.start == verb, clauses[top].head == nil,
      chunks[verb].form == .pastOrParticiple || chunks[verb].form == .participle,
      verb + 1 < chunks.count,
      [.preposition, .date, .adverb].contains(chunks[verb + 1].kind),
      !(clauses[top].start..<verb).contains(where: { owner[$0] == top && isNominal($0) })
    else { return false }
    return hasClauseBehindComma(verb)
  }

  /// "Of the 300 captives freed on Friday, 40 were civilians": people behind the preposition that the clause
  /// begins with are no subject of the verb.
  func isFrontedNoun(_ noun: Int, before verb: Int) -> Bool {
    guard chunks[noun].kind == .people || chunks[noun].kind == .number, clauses[top].head == nil,
      let place = finder.governorIndex(of: noun), place == segment,
      chunks[place].kind == .preposition
    else { return false }
    return hasClauseBehindComma(verb)
  }

  /// "Under a deal brokered by Qatar, 50 were freed": a participle of the noun that the sentence or its part opens with,
  /// behind a preposition.
  func isOfFrontedNoun(_ verb: Int) -> Bool {
    guard let phrase = phrases[verb], phrase.start == verb, clauses[top].head == nil,
      chunks[verb].form == .pastOrParticiple || chunks[verb].form == .participle,
      chunks[segment].kind == .preposition, verb > segment + 1, verb + 1 < chunks.count,
      chunks[verb - 1].kind == .other && finder.isWord(verb - 1)
        || chunks[verb - 1].kind == .trigger,
      [.preposition, .date, .adverb].contains(chunks[verb + 1].kind),
      (segment + 1..<verb).allSatisfy({
        [.other, .trigger, .adverb, .nation, .measure, .ordinal].contains(chunks[$0].kind)
      })
    else { return false }
    return hasClauseBehindComma(verb)
  }

  /// Whether a comma follows, and behind it a subject with its verb.
  private func hasClauseBehindComma(_ verb: Int) -> Bool {
    guard let comma = chunks.indices.first(where: { $0 > verb && chunks[$0].kind == .comma }),
      !(verb + 1..<comma).contains(where: { [.verb, .stop, .say].contains(chunks[$0].kind) }),
      let next = chunks.indices.first(where: {
        $0 > comma && [.verb, .aux, .say, .stop].contains(chunks[$0].kind)
      })
    else { return false }
    return chunks[next].kind != .stop && (comma + 1..<next).contains(where: isNominal)
  }
}
