internal import Records

/// Talks that are told by what they agreed.
extension FrameReader {
  /// "On June 2 in Istanbul the delegations agreed to hand over 6,000 bodies" tells of talks too.
  func talksThatAgreed(_ candidate: EventCandidate) -> [EventCandidate] {
    guard candidate.modality == .agreed,
      !chunks.indices.contains(where: { nounRule(at: $0)?.frame == .talks })
    else { return [] }
    let told = candidate.arguments(.place).isEmpty ? circumstancesOfDeal(candidate) : []
    guard !told.isEmpty || !candidate.arguments(.place).isEmpty else { return [] }
    var talks = candidate
    talks.rule = "agreed-at"
    talks.frame = .talks
    talks.modality = .completed
    talks.arguments = candidate.arguments.filter {
      [.place, .date, .mediator, .source].contains($0.role)
        && (told.isEmpty || $0.role != .date)
    }
    talks.arguments = Self.ordered(talks.arguments + told)
    return [talks]
  }

  /// "The sides agreed on Monday in Switzerland to free 887": where, and when, those agreed that the clause around tells of.
  private func circumstancesOfDeal(_ candidate: EventCandidate) -> [EventCandidate.Argument] {
    guard
      let verb = chunks.indices.last(where: {
        candidate.trigger.contains(finder.span(chunks[$0].range))
      }),
      let deal = tree.clauses[tree.owner[verb]].parent, let head = tree.clauses[deal].head,
      chunks[head].kind == .governor,
      chunks[head].value == EventCandidate.Modality.agreed.rawValue
    else { return [] }
    let own = tree.own(deal).filter { $0 > head && $0 < tree.clauses[tree.owner[verb]].start }
    let places = own.filter { place in
      (chunks[place].kind == .place || chunks[place].place != nil)
        && finder.preposition(of: place, in: chunks.indices) == "in"
    }
    guard !places.isEmpty else { return [] }
    return places.map { finder.argument(.place, $0, value: chunks[$0].place) }
      + own.filter { chunks[$0].kind == .date }.map { finder.argument(.date, $0) }
  }

  /// "The exchange, agreed in Istanbul on May 16, is to involve 1,000": the talks that a noun's participle tells.
  func talksBehind(_ candidate: EventCandidate, _ noun: Int) -> [EventCandidate] {
    guard candidate.frame == .swap || candidate.frame == .movement,
      !chunks.indices.contains(where: { nounRule(at: $0)?.frame == .talks })
    else { return [] }
    let told = whereAgreed(noun)
    guard !told.isEmpty else { return [] }
    var talks = candidate
    talks.rule = "agreed-at"
    talks.frame = .talks
    talks.modality = .completed
    talks.arguments = Self.ordered(
      told.map { finder.argument(chunks[$0].kind == .date ? .date : .place, $0) }
        + candidate.arguments(.source))
    return [talks]
  }

  /// The day and the place right behind what says that a noun was agreed: "agreed at talks in Istanbul on May 16".
  func whereAgreed(_ noun: Int) -> [Int] {
    guard
      let verb = chunks[(noun + 1)...].prefix(Self.reach).firstIndex(where: {
        $0.kind == .governor && $0.value == EventCandidate.Modality.agreed.rawValue
      }), !chunks[noun + 1..<verb].contains(where: { Self.actors.contains($0.kind) })
    else { return [] }
    let run = (verb + 1..<chunks.count).prefix { place in
      [.preposition, .date, .place, .ordinal, .nation, .trigger, .other].contains(
        chunks[place].kind)
        && chunks[place].value != "for"
    }
    let isPlaced = run.contains { place in
      chunks[place].kind == .place || nounRule(at: place)?.frame == .talks
    }
    return isPlaced ? run.filter { [.date, .place].contains(chunks[$0].kind) } : []
  }

  /// "under an accord concluded in Stockholm in December 2018", "It was signed on Sunday in Doha": the talks that made
  /// a deal, where the words tell the place.
  func dealsMade(_ candidates: [EventCandidate], _ sentence: Range<Int>) -> [EventCandidate] {
    guard let settled = rules.lexicon.classID("settled"),
      chunks.contains(where: { $0.kind == .place || $0.place != nil }),
      !candidates.contains(where: { $0.frame == .talks }),
      !chunks.indices.contains(where: { nounRule(at: $0)?.frame == .talks })
    else { return [] }
    for verb in chunks.indices
    where isWord(chunks[verb].range.upperBound - 1, settled) && isOfDeal(verb) {
      let run = (verb + 1..<chunks.count).prefix { place in
        [.preposition, .date, .place, .party, .nation, .ordinal, .other, .adverb].contains(
          chunks[place].kind)
      }
      let places = run.filter { place in
        (chunks[place].kind == .place || chunks[place].place != nil)
          && ["in", "at"].contains(finder.preposition(of: place, in: chunks.indices))
      }
      guard let first = places.first else { continue }
      let dates = run.filter { chunks[$0].kind == .date && !isOpen($0) }
      return [
        EventCandidate(
          rule: "agreed-at", frame: .talks, modality: .completed,
          trigger: finder.span(chunks[verb].range), sentence: finder.span(sentence),
          arguments: Self.ordered(
            [finder.argument(.place, first, value: chunks[first].place)]
              + dates.prefix(1).map { finder.argument(.date, $0) } + sources()))
      ]
    }
    return []
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

  /// Whether an argument is one of some chunks.
  func isAmong(_ places: [Int], _ argument: EventCandidate.Argument) -> Bool {
    places.contains { chunks[$0].mention != nil && chunks[$0].mention == argument.mention }
  }

  /// "1,000 will be exchanged each, the delegations agreed on Friday": who agreed is told behind what is to come.
  func isAgreedBehind(_ phrase: VerbPhrase) -> Bool {
    guard phrase.modality == .planned,
      let clause = tree.clauses.firstIndex(where: { $0.headStart == phrase.start })
    else { return false }
    return tree.clauses.indices.contains { later in
      guard later > clause, tree.clauses[later].kind == .main,
        let head = tree.clauses[later].head, chunks[head].kind == .governor,
        chunks[head].value == EventCandidate.Modality.agreed.rawValue,
        isBehindComma(tree.clauses[later].start)
      else { return false }
      return !tree.own(later).contains { chunks[$0].kind == .people && $0 > head }
    }
  }

  /// "…, Russia and Ukraine agreed": whether nothing but parties stands between a comma and the start of a clause.
  private func isBehindComma(_ start: Int) -> Bool {
    chunks[..<start].last { ![.party, .conjunction, .other].contains($0.kind) }?.kind == .comma
  }

  /// In chunks: from a noun to what says that it was agreed.
  private static let reach = 4
  private static let actors: Set<Chunk.Kind> = [.verb, .people, .delegation, .say]
}
