internal import Records

/// People and sides that a verb takes together: members for their group, both sides at once, those aboard or joined behind.
extension FrameReader {
  /// "ELN guerrillas released a soldier": members without a number act for the group that is named before them.
  func groupOfMembers(_ people: Int) -> Int? {
    // "Colombian rebels of the ELN"
    if chunks[people].kind == .people, !isCounted(people), people + 2 < chunks.count,
      chunks[people + 1].value == "of", areRebels(people),
      let group = (people + 2...people + 3).first(where: {
        $0 < chunks.count && [.organization, .party].contains(chunks[$0].kind)
      })
    {
      return group
    }
    guard chunks[people].kind == .people, !isCounted(people), people > 0,
      chunks[people - 1].kind == .organization || chunks[people - 1].kind == .party,
      !finder.isPossessor(people - 1)
    else { return nil }
    return people - 1
  }

  /// "Colombian rebels": they fight the state that they are of, and do not act for it; groups have codes in small
  /// letters.
  func areRebels(_ people: Int) -> Bool {
    guard let nouns = rules.lexicon.classID("rebel-noun"),
      let party = chunks[people].mention.flatMap({ mentions[$0].party }),
      party.first?.isUppercase == true
    else { return false }
    return isWord(chunks[people].range.upperBound - 1, nouns)
  }

  /// "A plane with 44 Armenians landed", "Buses carrying 90 prisoners arrived": who is aboard.
  func peopleAboard(before verb: Int) -> Int? {
    if let people = toldAboard(before: verb) { return people }
    guard let vehicles = rules.lexicon.classID("vehicle"),
      let people = (max(0, verb - 4)..<verb).last(where: {
        chunks[$0].kind == .people && isCounted($0)
      }),
      let vehicle = (max(0, people - 4)..<people).last(where: { place in
        chunks[place].range.contains { isWord($0, vehicles) }
      })
    else { return nil }
    return isAboard(people, vehicle) ? people : nil
  }

  /// Whether nothing but "with" or "carrying" stands between a vehicle and people.
  private func isAboard(_ people: Int, _ vehicle: Int) -> Bool {
    chunks[vehicle + 1..<people].allSatisfy {
      [.preposition, .verb, .other, .adverb].contains($0.kind)
    }
  }

  /// "A plane carrying 44 Armenians who were captured in the war landed": who is aboard, with what is told of them.
  private func toldAboard(before verb: Int) -> Int? {
    guard let vehicles = rules.lexicon.classID("vehicle") else { return nil }
    let clause = tree.owner[verb]
    return tree.clauses.indices.lazy.compactMap { inner in
      let told = tree.clauses[inner]
      guard told.kind == .relative, tree.ancestors(inner).contains(clause),
        let people = told.antecedent, people < verb, chunks[people].kind == .people,
        isCounted(people),
        let vehicle = (max(0, people - 4)..<people).last(where: { place in
          tree.owner[place] == clause && chunks[place].range.contains { isWord($0, vehicles) }
        }), isAboard(people, vehicle)
      else { return nil }
      return people
    }.first
  }

  /// "200 Russian and Ukrainian soldiers": of two nations.
  func isOfBoth(_ people: Int) -> Bool {
    guard chunks[people].kind == .people, isCounted(people),
      let nations = rules.lexicon.classID("nation"), let and = rules.lexicon.classID("conjunction")
    else { return false }
    let range = chunks[people].range
    return range.dropFirst().dropLast().contains {
      isWord($0, and) && isWord($0 - 1, nations) && isWord($0 + 1, nations)
    }
  }

  /// "The warring parties agreed to free 887 detainees", "a deal that set 24 people free": nobody alone lets them go.
  func bothTogether(
    _ subject: [Int], _ rule: FrameRule, _ phrase: VerbPhrase, _ clause: Int
  ) -> [EventCandidate.Argument] {
    if rule.frame == .movement, let both = subject.first(where: isOfBoth) {
      return [finder.argument(.total, both, value: "both")]
    }
    guard rule.frame == .movement, rule.subject == .from, phrase.voice == .active else { return [] }
    if let sides = subject.first(where: { chunks[$0].kind == .delegation }),
      sides == 0 || chunks[sides - 1].kind != .nation && chunks[sides - 1].kind != .party
    {
      return [finder.argument(.total, sides, value: "sides")]
    }
    let start = tree.clauses[clause].start
    guard tree.clauses[clause].kind == .relative, start > 0, !subject.contains(where: isActor),
      let nouns = rules.lexicon.classID("deal-noun"),
      isWord(chunks[start - 1].range.upperBound - 1, nouns)
    else { return [] }
    return [finder.argument(.total, start, value: "sides")]
  }

  /// "Eight residents were let go together with 146 soldiers": people joined to the subject behind the verb.
  func companions(of verb: Int, _ clause: Int) -> [EventCandidate.Argument] {
    var found: [Int] = []
    for index in tree.own(clause) where index > verb {
      guard chunks[index].kind == .people || isDatedNumber(index), isCounted(index),
        chunks[index - 1].kind == .conjunction
      else { continue }
      // "as well as 31 Ukrainians and 15 Russians"
      let isNext = found.last.map { index - $0 <= 2 } ?? false
      let isFirst = !tree.own(clause).contains {
        $0 > verb && $0 < index && chunks[$0].kind == .people
      }
      if isFirst || isNext { found.append(index) }
    }
    if found.isEmpty, let behind = companionBehindComma(verb) { found = [behind] }
    return found.map { finder.argument(.people, $0) }
  }

  /// "announced that soldiers had been released, along with seven civilians": right behind the verb's comma, whatever
  /// clause that is given to.
  private func companionBehindComma(_ verb: Int) -> Int? {
    guard verb + 3 < chunks.count, chunks[verb + 1].kind == .comma,
      chunks[verb + 2].kind == .conjunction, chunks[verb + 2].range.count > 1,
      chunks[verb + 3].kind == .people, isCounted(verb + 3),
      verb + 4 >= chunks.count || ![.aux, .verb, .comma].contains(chunks[verb + 4].kind)
    else { return nil }
    return verb + 3
  }

  /// "403 bodies were returned from the Donetsk direction, 58 from Zaporizhzhia and 24 from Luhansk".
  func othersByOrigin(of verb: Int, _ clause: Int) -> [EventCandidate.Argument] {
    tree.own(clause).filter { index in
      index > verb && chunks[index].kind == .number && isCounted(index) && finder.isElliptic(index)
        && (chunks[index - 1].kind == .comma || chunks[index - 1].kind == .conjunction)
        && index + 1 < chunks.count && chunks[index + 1].kind == .preposition
        && chunks[index + 1].value == "from"
    }
    .map { finder.argument(.people, $0, value: inherited($0)) }
  }

  /// "200 soldiers freed by Russia and as many by Ukraine": what stands behind a participle with "by" is no object of it.
  func isDoneBy(_ verb: Int) -> Bool {
    guard let phrase = phrases[verb], phrase.start == verb, phrase.voice == .active,
      chunks[verb].form == .pastOrParticiple || chunks[verb].form == .participle,
      let next = chunks[(verb + 1)...].first(where: { $0.kind != .adverb && !isParticle($0) })
    else { return false }
    return next.kind == .preposition && next.value == "by"
  }

  /// "set free by": a word that belongs to the verb.
  private func isParticle(_ chunk: Chunk) -> Bool {
    chunk.range.count == 1
      && rules.frames.particles.contains(text.tokens[chunk.range.lowerBound].lexeme)
  }

  /// "swapped ten agents arrested in the United States for four men": who went the other way stands in the clause that
  /// tells of the first.
  func counterBehindParticiple(of objects: [Int], _ rule: FrameRule) -> [EventCandidate.Argument] {
    guard rule.frame == .swap, rule.prepositions["for"] == .counter else { return [] }
    return objects.flatMap(tree.modifiers).filter { clause in
      tree.clauses[clause].kind == .participle
        && !(tree.clauses[clause].head.map(triggers.contains) ?? false)
    }
    .flatMap(tree.own).filter { place in
      chunks[place].kind == .people && isCounted(place)
        && finder.governor(of: place)?.kind == .preposition
        && finder.preposition(of: place, in: chunks.indices) == "for"
    }
    .map { finder.argument(.counter, $0) }
  }

  /// "19 soldiers of the coalition, 16 Saudis and three Sudanese, were flown to Riyadh": the number that the subject
  /// breaks down.
  func summed(_ subject: [Int]) -> Int? {
    guard subject.count > 1, let first = subject.first, first > 1,
      chunks[first - 1].kind == .comma, subject.allSatisfy({ isCounted($0) })
    else { return nil }
    let sum = subject.compactMap { count(of: $0) }
      .reduce(0) { $0.addingReportingOverflow($1).partialValue }
    return (max(0, first - Self.wholeReach)..<first - 1).last { place in
      chunks[place].kind == .people && count(of: place) == sum
        && finder.preposition(of: place, in: chunks.indices) == nil
    }
  }

  /// In chunks: from a number to the list that breaks it down.
  private static let wholeReach = 7

  /// "It saw 230 Ukrainians and 248 Russians go home": those whom an "and" joins to the subject, behind the verb of the
  /// clause before.
  func joinedBefore(_ subject: [Int]) -> [Int] {
    guard let first = subject.first, subject.count == 1, first > 1, chunks[first].kind == .people,
      isCounted(first), chunks[first - 1].kind == .conjunction, chunks[first - 2].kind == .people,
      isCounted(first - 2), tree.owner[first - 2] != tree.owner[first],
      let verbs = rules.lexicon.classID("content-verb"),
      let head = tree.clauses[tree.owner[first - 2]].head, head < first - 2,
      chunks[head].range.contains(where: { isWord($0, verbs) })
    else { return subject }
    return [first - 2] + subject
  }

  /// "and more than 1,050 in October 2020": a number with a date behind it.
  func isDatedNumber(_ index: Int) -> Bool {
    chunks[index].kind == .number && finder.isElliptic(index)
      && chunks[(index + 1)...].prefix(2).contains { $0.kind == .date }
  }
}
