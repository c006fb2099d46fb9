/// Words that are a preposition or the conjunction of a clause.
extension ClauseParser {
  /// "after 1,000 bodies were transferred": a preposition that governs a clause.
  func isSubordinator(_ index: Int) -> Bool {
    guard ["since", "after", "as"].contains(chunks[index].value) else { return false }
    // "describes as fallen soldiers", but ", as guns fell silent"
    // and "wept as three hostages were freed"
    if chunks[index].value == "as", index > 0, chunks[index - 1].kind != .comma,
      chunks[index - 1].kind == .verb
        || index + 1 < chunks.count && chunks[index + 1].kind != .people
    {
      return false
    }
    // "held since October 7 were turned over"
    if index + 1 < chunks.count, chunks[index + 1].kind == .date { return false }
    var place = index + 1
    while place < chunks.count, place - index <= 10 {
      if isBehindNoun(place, from: index + 1) { return false }
      switch chunks[place].kind {
      case .verb where !inert.contains(place):
        return phrases[place].map { $0.isFinite } ?? false && place > index + 1
          && !(chunks[place].form == .pastOrParticiple && getsVerb(after: place))
          && !isAwaited(place)
      case .trigger where predicates.contains(place): return true
      case .governor: return place > index + 1
      // "after it was postponed", "after being put off", but "after the cancelled swap"
      case .status where [.aux, .adverb].contains(chunks[place - 1].kind): return true
      case .comma, .stop, .relative, .say: return false
      case .conjunction:
        // "after Trump and Putin had spoken"
        guard chunks[place].value == "and", place > index + 1, place + 1 < chunks.count,
          isNominal(place - 1), isNominal(place + 1)
        else { return false }
        place += 1
      case .preposition where ["since", "after"].contains(chunks[place].value): return false
      default: place += 1
      }
    }
    return false
  }

  /// "Four men convicted after the wars returned home": the clause around waits for the only verb that follows.
  private func isAwaited(_ verb: Int) -> Bool {
    guard clauses[top].head != nil,
      clauses[top].kind == .participle || clauses[top].kind == .relative,
      open.dropLast().contains(where: { clauses[$0].head == nil && clauses[$0].kind == .main }),
      chunks[verb].form == .pastOrParticiple || chunks[verb].form == .past
        || phrases[verb]?.voice == .passive
    else { return false }
    let rest = chunks[(verb + 1)...].prefix { $0.kind != .comma && $0.kind != .stop }
    // "announced a day after they settled it, was meant": another verb is still to come.
    if rest.endIndex + 1 < chunks.count,
      [.verb, .aux, .status, .governor].contains(chunks[rest.endIndex + 1].kind)
    {
      return false
    }
    return !rest.contains { [.verb, .aux, .status, .governor].contains($0.kind) }
  }

  /// "After the swap | Kyiv received", "since the ceremony | the men have": a second noun phrase right behind
  /// the first is the subject of another clause.
  private func isBehindNoun(_ index: Int, from first: Int) -> Bool {
    guard index > first else { return false }
    let before = chunks[index - 1].kind
    if nounMarks.contains(index) {
      return [.trigger, .people, .place, .date, .measure].contains(before)
        || before == .other && finder.isWord(index - 1) && !nounMarks.contains(index - 1)
          && (first..<index - 1).contains(where: nounMarks.contains)
    }
    guard [.trigger, .date, .measure, .place].contains(before) else { return false }
    return [
      .party, .organization, .person, .people, .pronoun, .delegation, .stateSide, .groupSide,
    ].contains(
      chunks[index].kind)
  }
}
