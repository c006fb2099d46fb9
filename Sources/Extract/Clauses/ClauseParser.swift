/// Cuts a sentence into clauses, from left to right.
///
/// A clause opens at a relative, a conjunction or a verb that the clause at hand cannot take; an embedded
/// one closes at a comma, or where the clause around it gets its verb: "five commanders of the garrison
/// that held the works | were taken back". Words alone decide, no parts of speech beyond the lexicon's.
struct ClauseParser {
  let chunks: [Chunk]
  let phrases: [Int: VerbPhrase]
  /// Verbs that head no clause: "go" in "let them go", "held" in "Russian-held".
  let inert: Set<Int>
  let finder: ArgumentFinder
  /// Triggers that predicate by themselves: "are back".
  let predicates: Set<Int>
  /// Words that begin a noun phrase: "the", "its".
  let nounMarks: Set<Int>
  /// Verbs of what captives have behind them: "detained", "sentenced".
  let records: Set<Int>

  var clauses: [Clause] = [Clause(kind: .main, start: 0)]
  var owner: [Int]
  /// The clauses that are open, the innermost last.
  var open = [0]
  /// Where the segment at hand began: behind a comma or conjunction.
  var segment = 0
  /// Where what stands between dashes or brackets ends, and the clauses that are open around it.
  var aside: (end: Int, open: [Int])?
  /// The comma met last.
  private var segmentEnd = 0

  init(
    chunks: [Chunk], phrases: [Int: VerbPhrase], inert: Set<Int>, finder: ArgumentFinder,
    predicates: Set<Int>, nounMarks: Set<Int>, records: Set<Int>
  ) {
    self.chunks = chunks
    self.phrases = phrases
    self.inert = inert
    self.finder = finder
    self.predicates = predicates
    self.nounMarks = nounMarks
    self.records = records
    owner = [Int](repeating: 0, count: chunks.count)
  }

  mutating func parse() -> ClauseTree {
    var index = 0
    while index < chunks.count { index = place(index) }
    return ClauseTree(clauses: clauses, owner: owner)
  }

  /// The innermost open clause.
  var top: Int { open[open.count - 1] }

  private mutating func place(_ index: Int) -> Int {
    owner[index] = top
    if index == aside?.end { return closeAside(index) }
    switch chunks[index].kind {
    case .stop: return placeStop(index)
    case .other where isOpeningBracket(index): openBracket(index)
    case .partCue where isPartOfRelative(index):
      push(Clause(kind: .relative, parent: top, start: segment))
      for chunk in segment...index { owner[chunk] = top }
    case .comma:
      segmentEnd = index
      if !isListComma(index), !isBeforeReturn(index) { closeEmbedded() }
      owner[index] = top
      segment = index + 1
    case .relative: placeRelative(index)
    case .conjunction:
      if chunks[index].value != "and", !isBeforeGerund(index) {
        closeEmbedded()
        push(Clause(kind: .adverbial, parent: top, start: index))
      } else if let around = clauseOfSameNouns(index) {
        while top != around { open.removeLast() }
      }
      owner[index] = top
      if !isDateList(index) { segment = index + 1 }
    case .preposition where isSubordinator(index):
      push(Clause(kind: .adverbial, parent: top, start: index))
      owner[index] = top
      segment = index + 1
    case .verb where !inert.contains(index): placeVerb(index)
    case .trigger where predicates.contains(index) && canPredicate(index):
      placeFinite(index, from: index)
    case .governor where isReducedGovernor(index):
      push(
        Clause(
          kind: .participle, parent: top, start: index, head: index, headStart: index,
          antecedent: antecedent(before: index)))
      owner[index] = top
    case .governor where isGovernorHead(index): placeFinite(index, from: phraseStart(index))
    case .status where isPredicate(index): placeFinite(index, from: phraseStart(index))
    case .aux where isCopula(index): placeFinite(index, from: phraseStart(index))
    case .say where isReport(index): break
    case .say where chunks[index].value != "source": return placeSay(index)
    case .say:
      // "according to medics at a hospital": up to the next comma.
      push(
        Clause(
          kind: .adverbial, parent: top, start: index, head: index, headStart: index, isSay: true))
      owner[index] = top
      segment = index + 1
    default: break
    }
    return index + 1
  }

  /// "had agreed on an exchange", "was due on Friday", but not "the agreement on" and "agreed to free".
  private func isGovernorHead(_ index: Int) -> Bool {
    guard index > 0, !isAheadOfVerb(index) else { return false }
    let before = chunks[index - 1].kind
    if before == .aux { return chunks[index - 1].value != "to" }
    // "Friday's planned exchange"
    if before == .adverb, index > 1, finder.isPossessor(index - 2), index + 1 < chunks.count,
      [.trigger, .people, .nation, .ratio].contains(chunks[index + 1].kind)
    {
      return false
    }
    return before == .adverb || before == .pronoun
      || isNominal(index - 1) && before != .other
  }

  /// "an exchange planned for Friday was called off": behind its noun, where the clause has its verb already or
  /// gets it further on.
  private func isReducedGovernor(_ index: Int) -> Bool {
    guard index > 0, index + 1 < chunks.count, !isAheadOfVerb(index),
      [.preposition, .date, .other, .adverb].contains(chunks[index + 1].kind),
      antecedent(before: index) != nil
    else { return false }
    switch chunks[index - 1].kind {
    case .people, .trigger, .number: break
    case .party, .organization, .person, .place:
      guard finder.preposition(of: index - 1, in: chunks.indices) != nil else { return false }
    default: return false
    }
    guard let head = clauses[top].head else { return getsVerb(after: index) }
    return segment <= head
  }

  private func isAheadOfVerb(_ index: Int) -> Bool {
    for place in index + 1..<max(index + 1, chunks.count) {
      switch chunks[place].kind {
      case .adverb, .additional, .aux, .negation: continue
      case .verb, .status: return true
      case .say: return !isReport(place)
      default: return false
      }
    }
    return false
  }

  /// "on 4th and 5th February".
  private func isDateList(_ index: Int) -> Bool {
    index > 0 && index + 1 < chunks.count && chunks[index - 1].kind == .date
      && chunks[index + 1].kind == .date
  }

  /// "was called off", "fell through", but not "the cancelled swap".
  private func isPredicate(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    // "The exchange that began on Friday continues": a clause waits for it.
    if [.date, .number].contains(chunks[index - 1].kind) {
      return clauses[top].head != nil && open.contains { clauses[$0].head == nil }
    }
    return [.aux, .adverb, .negation].contains(chunks[index - 1].kind) || isNominal(index - 1)
  }

  /// "The exchange was the 64th": an auxiliary that no verb follows is the verb itself.
  func isCopula(_ index: Int) -> Bool {
    guard ["be", "was"].contains(chunks[index].value) else { return false }
    for place in index + 1..<max(index + 1, chunks.count) {
      switch chunks[place].kind {
      case .adverb, .negation, .additional, .each: continue
      case .verb: return phrases[place]?.start ?? place > index
      case .trigger where predicates.contains(place): return false
      case .aux, .governor, .status, .say: return false
      default: return true
      }
    }
    return true
  }

  /// Where the auxiliaries before a chunk begin.
  private func phraseStart(_ index: Int) -> Int {
    var start = index
    while start > 0, [.aux, .adverb, .negation].contains(chunks[start - 1].kind) { start -= 1 }
    return start
  }

  /// "are spending Easter at home": where the clause has its verb, a predicate is a noun like others.
  private func canPredicate(_ index: Int) -> Bool {
    guard let head = clauses[top].head else { return true }
    return segment > head || open.contains { clauses[$0].head == nil } || clauses[top].isSay
  }

  /// "captured while fighting for Ukraine".
  func isBeforeGerund(_ index: Int) -> Bool {
    index + 1 < chunks.count && chunks[index + 1].kind == .verb && chunks[index + 1].form == .gerund
  }

  /// "bodies were transferred, in return for 19": what was given for it belongs to it.
  private func isBeforeReturn(_ index: Int) -> Bool {
    index + 1 < chunks.count && chunks[index + 1].kind == .preposition
      && chunks[index + 1].value == "for" && chunks[index + 1].range.count > 1
  }

  mutating func push(_ clause: Clause) {
    open.append(clauses.count)
    clauses.append(clause)
  }

  mutating func closeEmbedded() {
    if clauses[top].isSay, clauses[top].isEmbedded, !hasVerbAhead(segmentEnd) { return }
    while open.count > 1, clauses[top].isEmbedded, clauses[top].head != nil || isEmpty(top) {
      open.removeLast()
    }
  }

  /// "…, said Iryna Vereshchuk, a deputy head, on May 1.": nothing but who says it and when follows.
  private func hasVerbAhead(_ index: Int) -> Bool {
    chunks[index...].contains { [.verb, .say, .aux, .relative, .stop, .trigger].contains($0.kind) }
  }

  /// "While in Minsk, he said": no subject yet for a verb to come.
  private func isEmpty(_ clause: Int) -> Bool {
    !(clauses[clause].start + 1..<max(clauses[clause].start + 1, segmentEnd)).contains {
      owner[$0] == clause && isNominal($0)
        && finder.preposition(of: $0, in: chunks.indices) == nil
    }
  }

  /// "on May 16, June 2 and July 23", "soldiers, border guards and sailors".
  private func isListComma(_ index: Int) -> Bool {
    guard index > 0, index + 1 < chunks.count else { return false }
    let kind = chunks[index - 1].kind
    guard chunks[index + 1].kind == kind, kind != .other else { return false }
    return chunks[(index + 2)...].prefix(4).contains {
      $0.kind == .conjunction || $0.kind == .comma
    }
  }

  private mutating func placeRelative(_ index: Int) {
    // "at that meeting"
    if chunks[index].value == "that", index > 0, chunks[index - 1].kind == .preposition { return }
    segment = index + 1
    // The complement of a word of saying is open already.
    if clauses[top].kind == .complement, clauses[top].start == index, clauses[top].head == nil {
      return
    }
    if let complement = coordinatedComplement(index) {
      while top != complement { open.removeLast() }
      open.removeLast()
      push(Clause(kind: .complement, parent: clauses[complement].parent, start: index))
      owner[index] = top
      return
    }
    let before = index > 0 ? chunks[index - 1].kind : .other
    if before == .verb || before == .governor || before == .status {
      push(Clause(kind: .complement, parent: top, start: index))
    } else {
      let antecedent = antecedent(before: index)
      push(
        Clause(
          kind: .relative, parent: antecedent.map { owner[$0] } ?? top, start: index,
          antecedent: antecedent))
    }
    owner[index] = top
  }

  /// The noun that stands before a relative pronoun or a participle, over "some of", ", in" and the like.
  func antecedent(before index: Int) -> Int? {
    var place = index - 1
    var comma = false
    while place >= 0, index - place <= 8 {
      switch chunks[place].kind {
      case .people, .part, .trigger, .number, .ratio, .person, .organization, .delegation:
        return place
      // "a swap with Russia, which got back 25"
      case .party where chunks[index].value == "thing" && comma && place == index - 2:
        return place
      case .comma where !comma: comma = true
      case .verb, .stop, .say, .comma: return nil
      default: break
      }
      place -= 1
    }
    return nil
  }
}
