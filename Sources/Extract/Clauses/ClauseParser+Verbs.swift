/// Which clause a verb belongs to.
extension ClauseParser {
  mutating func placeVerb(_ verb: Int) {
    guard let phrase = phrases[verb] else { return }
    if isGovernorOfPeople(phrase.start) { return placeNonfinite(.infinitive, verb, phrase) }
    if isBehindNounOf(verb, phrase) { return placeNonfinite(.infinitive, verb, phrase) }
    if isDue(verb, phrase) { return placeNonfinite(.participle, verb, phrase) }
    if phrase.isInfinitive, chunks[phrase.start].kind != .governor {
      return placeNonfinite(.infinitive, verb, phrase)
    }
    if phrase.isGerund, !phrase.isFinite || isReduced(verb), chunks[phrase.start].kind != .governor
    {
      return placeNonfinite(.participle, verb, phrase)
    }
    if !phrase.isFinite || isReduced(verb) || isFronted(verb) || isOfFrontedNoun(verb) {
      return placeNonfinite(.participle, verb, phrase)
    }
    placeFinite(verb, from: phrase.start)
  }

  /// "A Russian proposal to exchange 500 was rejected": what governs the verb is the noun of a subject.
  private func isBehindNounOf(_ verb: Int, _ phrase: VerbPhrase) -> Bool {
    guard chunks[phrase.start].kind == .governor, phrase.start > 0, clauses[top].head == nil else {
      return false
    }
    let before = phrase.start - 1
    let isNoun =
      chunks[before].kind == .nation || nounMarks.contains(before)
      || before > 0 && chunks[before].kind == .adverb && finder.isPossessor(before - 1)
    return isNoun && getsVerb(after: verb)
  }

  /// "An exchange due to take place on Friday was put off": a governor behind its noun, without an auxiliary,
  /// where another verb follows.
  private func isDue(_ verb: Int, _ phrase: VerbPhrase) -> Bool {
    guard chunks[phrase.start].kind == .governor, phrase.start > 0, clauses[top].head == nil,
      [.people, .trigger].contains(chunks[phrase.start - 1].kind)
    else { return false }
    return getsVerb(after: verb)
  }

  private mutating func placeNonfinite(_ kind: Clause.Kind, _ verb: Int, _ phrase: VerbPhrase) {
    // "to free 30 and to return 20", "captured and held"
    if let twin = coordinated(phrase.start), clauses[twin].kind == kind {
      while open.count > 1, top != twin { open.removeLast() }
      let clause = Clause(
        kind: kind, parent: clauses[twin].parent, start: phrase.start, head: verb,
        headStart: phrase.start, antecedent: clauses[twin].antecedent, sharing: twin)
      open.removeLast()
      push(clause)
      return own(phrase.start, verb)
    }
    let before = phrase.start > 0 ? chunks[phrase.start - 1].kind : .other
    // "The last round, held in Istanbul on June 2, had helped"
    let isApposed =
      before == .comma && clauses[top].head == nil && phrase.start > 1
      && chunks[phrase.start - 2].kind == .trigger
    let isBehindNoun =
      before != .comma && before != .preposition && before != .verb || isApposed
    var antecedent = isBehindNoun ? antecedent(before: phrase.start) : nil
    // "The rebels and the government agreed on Friday to free 700": of no noun before the verb.
    if kind == .infinitive, let noun = antecedent, let head = clauses[top].head, noun < head {
      antecedent = nil
    }
    push(
      Clause(
        kind: kind, parent: top, start: phrase.start, head: verb, headStart: phrase.start,
        antecedent: antecedent))
    own(phrase.start, verb)
  }

  /// The innermost open clause with a verb, where an "and" or "or" stands right before a place.
  private func coordinated(_ start: Int) -> Int? {
    var place = start - 1
    while place >= 0, chunks[place].kind == .adverb { place -= 1 }
    guard place >= 0, chunks[place].kind == .conjunction, chunks[place].value == "and" else {
      return nil
    }
    return open.last { clauses[$0].head != nil }
  }

  mutating func placeFinite(_ verb: Int, from start: Int) {
    // "Of the 95 soldiers Russia freed, 40 were wounded"
    if start > 2, [.pronoun, .party, .organization].contains(chunks[start - 1].kind),
      isFrontedNoun(start - 2, before: verb)
    {
      push(Clause(kind: .relative, parent: top, start: start - 1, antecedent: start - 2))
      return attach(verb, start, to: top, from: start - 1)
    }
    guard let head = clauses[top].head else { return attach(verb, start, to: top) }
    if coordinated(start) != nil {
      // "were captured and have now been freed": a participle shares no finite verb.
      while open.count > 1,
        clauses[top].head == nil || clauses[top].kind == .participle
          || clauses[top].kind == .infinitive
      {
        if clauses[top].head == nil, open.count > 1 { break }
        open.removeLast()
      }
      if clauses[top].head == nil { return attach(verb, start, to: top) }
      return begin(verb, start, at: start, beside: top, sharing: top)
    }
    let hasBreak = segment > head
    let hasSubject = (max(segment, head + 1)..<max(segment, head + 1, start)).contains {
      isNominal($0) && finder.preposition(of: $0, in: chunks.indices) == nil
    }
    if let pending = open.lastIndex(where: { clauses[$0].head == nil }), !(hasBreak && hasSubject) {
      open.removeSubrange((pending + 1)...)
      return attach(verb, start, to: top)
    }
    if hasBreak, isActorBehindAnd(start - 1) {
      while open.count > 1, clauses[top].isEmbedded { open.removeLast() }
      return begin(verb, start, at: segment, beside: top, sharing: nil)
    }
    if hasBreak, hasSubject || chunks[segment...].prefix(3).contains(where: { $0.kind == .pronoun })
    {
      while open.count > 1, clauses[top].isEmbedded { open.removeLast() }
      if clauses[top].head == nil { return attach(verb, start, to: top) }
      return begin(verb, start, at: segment, beside: top, sharing: nil)
    }
    if hasBreak, let subject = apposedSubject(behind: head, before: start) {
      while open.count > 1, clauses[top].isEmbedded { open.removeLast() }
      return begin(verb, start, at: subject, beside: top, sharing: nil)
    }
    if hasBreak {
      // "On Friday 30 came home, were fed": no subject of its own.
      while open.count > 1, clauses[top].isEmbedded { open.removeLast() }
      if clauses[top].head == nil { return attach(verb, start, to: top) }
      return begin(verb, start, at: start, beside: top, sharing: top)
    }
    // "the 18 soldiers it had captured": a relative clause without its pronoun.
    if start > head + 2, [.pronoun, .party].contains(chunks[start - 1].kind),
      [.people, .trigger].contains(chunks[start - 2].kind)
    {
      push(Clause(kind: .relative, parent: top, start: start - 1, antecedent: start - 2))
      return attach(verb, start, to: top, from: start - 1)
    }
    push(Clause(kind: .complement, parent: top, start: head + 1))
    attach(verb, start, to: top, from: head + 1)
  }

  func isNominal(_ index: Int) -> Bool {
    switch chunks[index].kind {
    case .people, .part, .ratio, .number, .party, .organization, .person, .trigger, .place,
      .delegation, .stateSide, .groupSide, .equal:
      true
    case .pronoun: true
    case .other: finder.isWord(index)
    default: false
    }
  }

  private mutating func begin(
    _ verb: Int, _ start: Int, at first: Int, beside sibling: Int, sharing: Int?
  ) {
    let other = clauses[sibling]
    open.removeLast()
    push(
      Clause(
        kind: other.kind == .participle ? .main : other.kind, parent: other.parent, start: first,
        antecedent: sharing == nil ? nil : other.antecedent, sharing: sharing))
    attach(verb, start, to: top, from: first)
  }

  private mutating func attach(_ verb: Int, _ start: Int, to clause: Int, from first: Int? = nil) {
    clauses[clause].head = verb
    clauses[clause].headStart = start
    own(first ?? start, verb)
  }

  /// Gives a run of chunks to the innermost clause.
  private mutating func own(_ first: Int, _ last: Int) {
    guard first <= last else { return }
    for chunk in first...last where owner[chunk] >= 0 { owner[chunk] = top }
  }

  /// "a reporter seized near the capital": a participle behind its noun, which has no finite verb.
  ///
  /// So it is where the clause has its verb already, or gets it further on.
  func isReduced(_ verb: Int) -> Bool {
    guard let phrase = phrases[verb], phrase.start == verb, verb > 0,
      chunks[verb].form == .pastOrParticiple || chunks[verb].form == .participle
    else { return false }
    let before = chunks[verb - 1].kind
    let nouns: Set<Chunk.Kind> = [
      .people, .part, .person, .trigger, .number, .other, .comma, .party, .place, .organization,
      .date, .outside,
    ]
    guard nouns.contains(before) else { return false }
    let next = verb + 1 < chunks.count ? chunks[verb + 1].kind : .stop
    let hasObject = [.people, .number, .party, .organization, .person, .pronoun].contains(next)
    if verb + 1 < chunks.count, hasObject { return false }
    // "Four who were serving sentences in Azerbaijan crossed the bridge": the clause around waits for it.
    if [.party, .place, .date, .organization].contains(before), clauses[top].head != nil,
      open.dropLast().contains(where: { clauses[$0].head == nil })
    {
      return false
    }
    // "Forty prisoners who had spent years in captivity returned": so it does where no other verb follows.
    if [.trigger, .other].contains(before), clauses[top].kind == .relative,
      clauses[top].head != nil, open.dropLast().contains(where: { clauses[$0].head == nil }),
      !(next == .preposition && chunks[verb + 1].value == "by"), !getsVerb(after: verb)
    {
      return false
    }
    let isInClause = clauses[top].head != nil
    if before != .comma, isNounOfPhrase(verb - 1) || isFrontedNoun(verb - 1, before: verb) {
      return true
    }
    // "The men whom Russia released on Friday were flown": both clauses wait for a verb.
    if before != .comma, clauses[top].kind == .relative, !isInClause,
      open.dropLast().contains(where: { clauses[$0].head == nil })
    {
      return false
    }
    if before == .comma { return isInClause || getsVerb(after: verb) }
    if isInClause, segment <= clauses[top].head ?? 0 || isRecordOfJoined(verb) { return true }
    return getsVerb(after: verb)
  }

  /// "including a reporter seized", "in the exchange held": what stands behind a preposition is no subject.
  private func isNounOfPhrase(_ index: Int) -> Bool {
    var noun = index
    // "in a separate deal brokered by"
    while noun > segment, [.other, .outside].contains(chunks[noun].kind) { noun -= 1 }
    guard chunks[noun].kind != .comma, noun >= segment else { return false }
    if chunks[noun].kind == .partCue { return chunks[noun].value != "whole" }
    if chunks[noun].kind == .preposition { return Self.closed.contains(chunks[noun].value ?? "") }
    // "in exchange for two nephews of Maduro's wife held in the US"
    if chunks[noun].kind == .adverb, noun > segment + 1, finder.isPossessor(noun - 1) { noun -= 1 }
    guard let place = finder.governorIndex(of: noun) else { return false }
    let governor = chunks[place]
    if governor.kind == .preposition, governor.value == "of", place > segment + 1,
      chunks[place - 1].kind == .people
    {
      return isNounOfPhrase(place - 1)
    }
    // "Negotiators from Ukraine and Russia needed": a subject stands before the preposition.
    if governor.kind == .preposition, clauses[top].head == nil, place > segment,
      isNominal(place - 1),
      chunks[place - 1].kind != .other
    {
      return false
    }
    // "an exchange, with 106 Russians and 100 Ukrainians freed"
    if governor.kind == .conjunction, chunks[noun].kind == .people,
      finder.preposition(of: noun, in: chunks.indices) == "with"
    {
      return true
    }
    return governor.kind == .partCue && governor.value != "whole" || governor.kind == .say
      || governor.kind == .preposition && Self.closed.contains(governor.value ?? "")
  }

  /// Prepositions whose noun is never the subject of a verb behind it; "a group of" can be.
  private static let closed: Set<String> = ["from", "to", "by", "with", "for", "at", "near"]

  /// "with 150 people due to leave captivity": no auxiliary stands before.
  private func isGovernorOfPeople(_ start: Int) -> Bool {
    guard chunks[start].kind == .governor, start > 0, clauses[top].head != nil else { return false }
    return chunks[start - 1].kind == .people && segment <= start
      && finder.preposition(of: start - 1, in: chunks.indices) == "with"
  }

  /// Whether a finite verb follows that no subject of its own stands before.
  func getsVerb(after verb: Int) -> Bool {
    var commas = 0
    for place in verb + 1..<max(verb + 1, chunks.count) {
      switch chunks[place].kind {
      case .conjunction where isBeforeGerund(place): continue
      // "needed an hour to agree that 1,200 will be exchanged": what was agreed has its own subject.
      case .governor
      where place + 1 < chunks.count && isNominal(place + 1) && chunks[place + 1].kind != .other:
        return false
      case .conjunction where isPeopleAhead(place + 1):
        guard let next = chunks.indices.first(where: { $0 > place && chunks[$0].kind == .verb })
        else { return false }
        // "The soldiers freed by Russia and the officers freed by Kyiv came home"
        if isBareParticiple(next) { return getsVerb(after: next) }
        guard chunks[verb + 1].value == "by" else { return false }
      // "was announced": nobody says it here.
      case .say where chunks[place - 1].kind == .aux: return commas == 0
      case .stop, .relative, .say, .conjunction: return false
      case .comma:
        commas += 1
        if commas > 1 { return false }
      case .trigger where predicates.contains(place): return true
      // "The captives released on Friday are in good health"
      case .aux where isCopula(place):
        return commas == 0 || chunks[place - 1].kind == .comma
      case .status: return commas == 0
      case .verb where !inert.contains(place):
        guard let phrase = phrases[place], phrase.isFinite, phrase.start > verb else { continue }
        let isSure =
          phrase.start < place || chunks[place].form == .past || chunks[place].form == .present
        let before = chunks[phrase.start - 1].kind
        // "The round held in Abu Dhabi on 4 February ended": no subject stands right before.
        let isBehindPhrase =
          [.date, .place, .party].contains(before)
          && (before == .date
            || finder.preposition(of: phrase.start - 1, in: chunks.indices) != nil)
        guard isSure || isBehindPhrase else { return false }
        return commas == 0 || before == .comma
      default: break
      }
    }
    return false
  }

  /// "freed by Kyiv": no auxiliary before it and no object behind.
  private func isBareParticiple(_ verb: Int) -> Bool {
    phrases[verb]?.start == verb && verb + 1 < chunks.count
      && [.pastOrParticiple, .participle].contains(chunks[verb].form)
      && chunks[verb + 1].kind == .preposition
  }
}
