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

  /// "agreed on Tuesday to free 2,900": with the day of the deal, which is not that of the release.
  func withDealDay(_ candidate: EventCandidate) -> EventCandidate {
    guard candidate.modality == .agreed, let deal = dealAround(candidate),
      let day = tree.own(deal.clause).first(where: {
        chunks[$0].kind == .date && abs($0 - deal.head) <= Self.dayReach && !isOpen($0)
      })
    else { return candidate }
    var told = candidate
    told.arguments = Self.ordered(
      told.arguments + [finder.argument(.reference, day, value: "deal-day")])
    return told
  }

  /// In chunks: "On Tuesday the two sides agreed".
  private static let dayReach = 5

  /// "The sides agreed on Monday in Switzerland to free 887": where, and when, those agreed that the clause around tells of.
  private func circumstancesOfDeal(_ candidate: EventCandidate) -> [EventCandidate.Argument] {
    guard let deal = dealAround(candidate) else { return [] }
    let own = tree.own(deal.clause).filter { $0 > deal.head && $0 < deal.end }
    let places = own.filter { place in
      venue(place) != nil && finder.preposition(of: place, in: chunks.indices) == "in"
    }
    guard !places.isEmpty else { return [] }
    return places.compactMap(venue)
      + own.filter { chunks[$0].kind == .date }.map { finder.argument(.date, $0) }
  }

  /// The clause that says that the sides agreed to what an infinitive tells, its verb, and where the infinitive begins.
  private func dealAround(
    _ candidate: EventCandidate
  ) -> (clause: Int, head: Int, end: Int)? {
    guard
      let verb = chunks.indices.last(where: {
        candidate.trigger.contains(finder.span(chunks[$0].range))
      }),
      let deal = tree.clauses[tree.owner[verb]].parent, let head = tree.clauses[deal].head,
      chunks[head].kind == .governor,
      chunks[head].value == EventCandidate.Modality.agreed.rawValue
    else { return nil }
    return (deal, head, tree.clauses[tree.owner[verb]].start)
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
      told.compactMap { chunks[$0].kind == .date ? finder.argument(.date, $0) : venue($0) }
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
