/// What an "and" joins to the clause at hand, and what to one around it.
extension ClauseParser {
  /// "30 soldiers who were wounded and 20 medics": people that the relative clause has nothing like are
  /// joined to the noun that it stands for.
  ///
  /// - Returns: The clause of that noun; nil where what follows belongs to the clause at hand.
  func clauseOfSameNouns(_ conjunction: Int) -> Int? {
    guard isPeopleAhead(conjunction + 1) else { return nil }
    let clause = clauses[top]
    guard clause.kind == .relative || clause.kind == .participle, let head = clause.head,
      let antecedent = clause.antecedent, chunks[antecedent].kind == .people,
      open.contains(owner[antecedent]), owner[antecedent] != top,
      finder.preposition(of: antecedent, in: chunks.indices) == nil,
      finder.governor(of: antecedent)?.kind != .partCue || clauses[owner[antecedent]].head == nil
    else { return nil }
    let hasAlike = (head + 1..<max(head + 1, conjunction)).contains { place in
      switch chunks[place].kind {
      case .people, .part, .number, .ratio: true
      case .party, .organization, .person, .delegation, .stateSide, .groupSide:
        finder.preposition(of: place, in: chunks.indices) == nil
      default: false
      }
    }
    return hasAlike ? nil : owner[antecedent]
  }

  /// Whether people stand at a place, behind an article and the like.
  func isPeopleAhead(_ index: Int) -> Bool {
    let words: Set<Chunk.Kind> = [.other, .adverb, .nation, .state, .additional]
    guard
      let place = (index..<min(index + 4, chunks.count)).first(where: {
        !words.contains(chunks[$0].kind)
      })
    else { return false }
    return chunks[place].kind == .people
  }

  /// "said 30 were freed and that 20 would follow": a second complement beside the one that is open.
  func coordinatedComplement(_ index: Int) -> Int? {
    guard chunks[index].value == "that", index > 0, chunks[index - 1].kind == .conjunction,
      index + 1 < chunks.count, isNominal(index + 1) || chunks[index + 1].kind == .nation,
      ![.verb, .aux].contains(chunks[index + 1].kind)
    else { return nil }
    return open.last { clauses[$0].kind == .complement && clauses[$0].head != nil }
  }

  /// "30 soldiers, some of whom had been held": the words of a part that are a relative pronoun too, where
  /// no number tells the part.
  func isPartOfRelative(_ index: Int) -> Bool {
    guard chunks[index].value == "relative", segment > 0, segment < index,
      chunks[segment - 1].kind == .comma, index + 1 < chunks.count,
      (segment..<index).allSatisfy({ [.other, .adverb].contains(chunks[$0].kind) })
    else { return false }
    return [.aux, .adverb, .verb, .negation].contains(chunks[index + 1].kind)
  }

  /// "146 were exchanged, and eight people, all of them residents of Kursk, | were handed over": where people
  /// joined to the clause are the subject of a verb that stands behind an apposition.
  func apposedSubject(behind head: Int, before start: Int) -> Int? {
    guard start > 0, chunks[start - 1].kind == .comma,
      let conjunction = (head + 1..<max(head + 1, start)).last(where: { place in
        chunks[place].kind == .conjunction && chunks[place].value == "and"
      }), isPeopleAhead(conjunction + 1),
      let people = (conjunction + 1..<start).first(where: { chunks[$0].kind == .people }),
      chunks[people + 1].kind == .comma, people + 1 < start - 1
    else { return nil }
    return conjunction + 1
  }

  /// "was let go by Russia and the United States | freed": who stands between an "and" and a verb does what the verb
  /// says, where no other clause waits for it.
  func isActorBehindAnd(_ actor: Int) -> Bool {
    actor > 0 && actor == segment && ArgumentFinder.actorKinds.contains(chunks[actor].kind)
      && chunks[actor - 1].kind == .conjunction && chunks[actor - 1].value == "and"
      // "a truce mediated by Qatar, Egypt and the United States provides for"
      && !(finder.preposition(of: actor, in: chunks.indices) == "by"
        && actor > 3 && chunks[actor - 3].kind == .comma)
  }

  /// "released 250 prisoners and 1,718 people | detained in Gaza": a verb that has an object when it is finite, behind
  /// people who are joined to those of the clause.
  func isRecordOfJoined(_ verb: Int) -> Bool {
    guard records.contains(verb), let head = clauses[top].head, segment > head, segment > 0,
      chunks[segment - 1].kind == .conjunction, chunks[verb - 1].kind == .people,
      verb + 1 == chunks.count || [.preposition, .date, .stop].contains(chunks[verb + 1].kind)
    else { return false }
    return phrases[head]?.voice == .active
      && (head + 1..<segment - 1).contains { chunks[$0].kind == .people && owner[$0] == top }
  }
}
