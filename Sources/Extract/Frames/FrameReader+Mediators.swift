internal import Records

/// Who helped: the parties that a word of mediation stands beside.
extension FrameReader {
  /// "with the Emirates as the go-between", "Emirati mediators": the parties nearest on the left.
  func mediators(before index: Int, in region: [Int]) -> [EventCandidate.Argument] {
    var found = ownMediator(index)
    if !found.isEmpty { return found }
    if let thanked = thankedFor(index) { return thanked }
    // "the Emirates, which acted as mediator"
    var clause = tree.clauses[tree.owner[index]]
    while clause.kind == .participle || clause.kind == .infinitive, let parent = clause.parent {
      clause = tree.clauses[parent]
    }
    let start = clause.kind == .relative ? max(0, clause.start - 5) : clause.start
    for place in stride(from: index - 1, through: max(start, index - 12), by: -1) {
      let kind = chunks[place].kind
      if kind == .party || kind == .nation || kind == .organization {
        found.append(finder.argument(.mediator, place))
      } else if !found.isEmpty, ![.conjunction, .comma, .other, .adverb].contains(kind) {
        break
      }
    }
    return found.isEmpty ? saidToMediate(index) : found
  }

  /// "announced by the mediators Qatar, Egypt and the United States": who they are, right behind the noun.
  func mediatorsNamed(behind index: Int) -> [EventCandidate.Argument] {
    let actors: Set<Chunk.Kind> = [.party, .organization]
    guard index + 1 < chunks.count, actors.contains(chunks[index + 1].kind) else { return [] }
    let run = (index + 1..<chunks.count).prefix { place in
      actors.contains(chunks[place].kind) || [.comma, .conjunction].contains(chunks[place].kind)
    }
    // "mediator Qatar, Hamas said": a comma alone joins no list.
    let last = run.last { chunks[$0].kind == .conjunction }
    return (last == nil ? Array(run.prefix(1)) : Array(run)).filter {
      actors.contains(chunks[$0].kind) && !finder.isPossessor($0)
    }.map { finder.argument(.mediator, $0) }
  }

  /// "The Emirates and Saudi Arabia said they led mediation efforts": whom the pronoun stands for.
  func saidToMediate(_ index: Int) -> [EventCandidate.Argument] {
    let clause = tree.owner[index]
    guard tree.clauses[clause].kind == .complement,
      tree.own(clause).contains(where: { place in
        // "Oman said that its diplomats had led the mediation"
        place < index && (chunks[place].kind == .pronoun || isOwner(place))
      })
    else { return [] }
    let told = subject(of: clause)
    let meant =
      told.contains(where: isActor) ? told : tree.clauses[clause].parent.map(subject) ?? []
    return meant.filter {
      chunks[$0].kind == .party || chunks[$0].kind == .organization
    }
    .map { finder.argument(.mediator, $0) }
  }

  /// "its diplomats", "their leaders".
  private func isOwner(_ index: Int) -> Bool {
    guard let own = rules.lexicon.classID("own") else { return false }
    return isWord(chunks[index].range.lowerBound, own)
  }

  /// "thanked the Red Cross for facilitating": a gerund behind "for" that others than the subject do.
  func isPurposeOfParties(_ phrase: VerbPhrase) -> Bool {
    thankedFor(phrase.start).map { !$0.isEmpty } ?? false
  }

  /// "thanked the Red Cross for facilitating the repatriation": those before the gerund, not who thanks them; nil where
  /// no gerund of purpose stands there.
  private func thankedFor(_ start: Int) -> [EventCandidate.Argument]? {
    guard start > 1, start < chunks.count, phrases[start]?.isGerund == true,
      chunks[start - 1].kind == .preposition, chunks[start - 1].value == "for",
      let parent = tree.clauses[tree.owner[start]].parent, let head = tree.clauses[parent].head,
      head < start
    else { return nil }
    return (head + 1..<start).filter {
      [.party, .organization].contains(chunks[$0].kind) && tree.owner[$0] == parent
    }.map { finder.argument(.mediator, $0) }
  }

  /// "The Emirates announced the success of its mediation": who says it mediated.
  func ownMediator(_ index: Int) -> [EventCandidate.Argument] {
    guard let own = rules.lexicon.classID("own"), index > 0,
      chunks[max(0, index - 2)..<index].contains(where: { chunk in
        chunk.range.contains { isWord($0, own) }
      })
    else { return [] }
    return speaker(of: tree.owner[index]).map { argument in
      var argument = argument
      argument.role = .mediator
      return argument
    }
  }

  /// "facilitated communication" is not about an exchange; "mediated the swap" and "mediated" are.
  func isOurMediation(_ index: Int) -> Bool {
    guard phrases[index]?.voice == .active, chunks[index].form != .participle else { return true }
    // "a trade arranged by the Emirates"
    let clause = tree.clauses[tree.owner[index]]
    if clause.kind == .participle, chunks[index].form != .gerund { return true }
    // "Qatar had mediated for more than a year"
    if index + 1 < chunks.count, chunks[index + 1].kind == .preposition,
      ["for", "since", "during"].contains(chunks[index + 1].value)
    {
      return true
    }
    guard
      let next = chunks[(index + 1)...].prefix(4).first(where: { chunk in
        chunk.kind == .trigger || chunk.kind == .people
          || chunk.kind == .other && text.tokens[chunk.range.lowerBound].kind == .word
            && ![1, 2, 3].contains(text.tokens[chunk.range.lowerBound].length)
      })
    else { return true }
    if let deal = rules.lexicon.classID("the-deal"),
      (index + 1..<min(index + 4, chunks.count)).contains(where: {
        isPhrase(chunks[$0].range.lowerBound, deal)
      })
    {
      return true
    }
    return next.kind != .other
      || (index + 1..<min(index + 7, chunks.count)).contains {
        chunks[$0].kind == .trigger || isDeal($0)
      }
  }

  /// "mediated part of the deal".
  private func isDeal(_ index: Int) -> Bool {
    guard let nouns = rules.lexicon.classID("deal-noun") else { return false }
    return chunks[index].range.contains { isWord($0, nouns) }
  }

  /// "US-brokered", "UN-mediated".
  func hyphenated(before index: Int) -> [EventCandidate.Argument] {
    guard index >= 2, chunks[index - 1].kind == .other,
      text.bytes(chunks[index - 1].range.lowerBound).elementsEqual("-".utf8),
      [.party, .nation, .organization].contains(chunks[index - 2].kind)
    else { return [] }
    return [finder.argument(.mediator, index - 2)]
  }

  /// "with Qatar and Egypt mediating": those right before a gerund that nobody else is the subject of.
  func mediating(before index: Int) -> [EventCandidate.Argument] {
    guard chunks[index].form == .gerund,
      let with = (max(0, index - Self.mediatingReach)..<index).last(where: {
        chunks[$0].kind == .preposition
      }), chunks[with].value == "with"
    else { return [] }
    let run = with + 1..<index
    let parties = run.filter { [.party, .organization].contains(chunks[$0].kind) }
    let isList = run.allSatisfy {
      [.party, .organization, .conjunction, .comma, .adverb].contains(chunks[$0].kind)
    }
    return isList ? parties.map { finder.argument(.mediator, $0) } : []
  }

  /// In chunks: "with Qatar, Egypt and the United States mediating".
  private static let mediatingReach = 7
}
