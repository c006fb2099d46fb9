/// Words of saying: who says it stands in a clause of its own, what is said in another.
extension ClauseParser {
  /// - Returns: The chunk to go on with.
  mutating func placeSay(_ say: Int) -> Int {
    var start = say
    while start > 0, [.aux, .adverb, .negation].contains(chunks[start - 1].kind) { start -= 1 }
    if isBehind(start) {
      // "30 were freed, Kyiv said": up to the next comma.
      let first = min(segment, start)
      push(Clause(kind: .main, parent: top, start: first, head: say, headStart: start, isSay: true))
      for chunk in first...say { owner[chunk] = top }
      return say + 1
    }
    if isParenthesis(start, say) {
      // "Kyiv, Zelensky said, had received 30": up to the next comma, behind which the clause goes on.
      push(
        Clause(kind: .main, parent: top, start: segment, head: say, headStart: start, isSay: true))
      for chunk in segment...say { owner[chunk] = top }
      return say + 1
    }
    if start == say, isInsertion(say) {
      // "The return of 30, announced on Friday, was": who says so stands in the way.
      push(
        Clause(kind: .participle, parent: top, start: say, head: say, headStart: say, isSay: true))
      owner[say] = top
      return say + 1
    }
    placeFinite(say, from: start)
    clauses[top].isSay = true
    let next = circumstancesEnd(say + 1)
    for chunk in say + 1..<max(say + 1, next) { owner[chunk] = top }
    push(Clause(kind: .complement, parent: top, start: next))
    segment = next
    return next
  }

  /// "denied reports that", "the claims that": a noun, and nobody says it here.
  func isReport(_ index: Int) -> Bool {
    guard index > 0, index + 1 < chunks.count, chunks[index + 1].value == "that" else {
      return false
    }
    return [.status, .governor].contains(chunks[index - 1].kind) || nounMarks.contains(index - 1)
      || chunks[index - 1].kind == .nation && clauses[top].head != nil
  }

  /// Whether a word of saying stands right behind a comma, and the clause gets its verb behind another.
  private func isInsertion(_ say: Int) -> Bool {
    guard say > 0, chunks[say - 1].kind == .comma, clauses[top].head == nil else { return false }
    return chunks[(say + 1)...].contains { $0.kind == .comma }
  }

  /// Whether who says it stands between the subject of a clause and its verb.
  private func isParenthesis(_ start: Int, _ say: Int) -> Bool {
    guard segment > 0, segment < start, chunks[segment - 1].kind == .comma,
      clauses[top].head == nil,
      (segment..<start).contains(where: isNominal),
      (clauses[top].start..<segment - 1).contains(where: { place in
        owner[place] == top && isNominal(place)
          && finder.preposition(of: place, in: chunks.indices) == nil
      }),
      let comma = (say + 1..<max(say + 1, chunks.count)).first(where: {
        [.comma, .verb, .say, .relative, .stop].contains(chunks[$0].kind)
      }), chunks[comma].kind == .comma,
      let next = (comma + 1..<max(comma + 1, chunks.count)).first(where: {
        ![.adverb, .negation].contains(chunks[$0].kind)
      })
    else { return false }
    switch chunks[next].kind {
    case .aux: return chunks[next].value != "to"
    case .verb: return phrases[next]?.isFinite == true && !isFronted(next)
    case .status, .governor: return true
    default: return false
    }
  }

  /// Whether what is said stands before: behind a comma, where the clause has its verb.
  private func isBehind(_ start: Int) -> Bool {
    guard segment > 0, chunks[segment - 1].kind == .comma, clauses[top].head != nil else {
      return false
    }
    return !(segment..<max(segment, start)).contains {
      chunks[$0].kind == .verb
        || chunks[$0].kind == .conjunction
          && !($0 > segment && isNominal($0 - 1) && isNominal($0 + 1))
    }
  }

  /// "said on Friday in a post on Telegram": when and where it was said stands before what was said.
  private func circumstancesEnd(_ index: Int) -> Int {
    var place = index
    while place < chunks.count {
      switch chunks[place].kind {
      case .date: place += 1
      case .preposition:
        var next = place + 1
        while next < chunks.count,
          [.other, .nation, .organization, .place, .person, .ordinal, .adverb].contains(
            chunks[next].kind), next - place <= 4
        {
          next += 1
        }
        if next == place + 1, next < chunks.count, chunks[next].kind != .date { return place }
        place = next
      default: return place
      }
    }
    return place
  }
}
