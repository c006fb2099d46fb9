internal import Records

/// Numbers of a day that no verb moves: "The next day's figure was 307", "On September 18 the figures were 1,000 and 24".
extension FrameReader {
  /// The numbers that a figure of a day was, one of each way where there are two; the discourse knows the ways.
  func figures(
    _ candidates: [EventCandidate], _ sentence: Range<Int>
  ) -> [EventCandidate] {
    guard let nouns = rules.lexicon.classID("figure-noun") else { return [] }
    let taken = Set(candidates.flatMap(\.arguments).compactMap(\.mention))
    var isFigure = false
    return tree.clauses.indices.compactMap { clause in
      let own = tree.own(clause)
      guard let head = tree.clauses[clause].head, chunks[head].kind == .aux else { return nil }
      let isNamed = own.contains { place in
        place < head && chunks[place].range.contains { isWord($0, nouns) } && !isOfThings(place)
      }
      // "and on the 25th it was 303"
      let goesOn =
        isFigure && own.contains { $0 < head && chunks[$0].kind == .pronoun }
      isFigure = isNamed || goesOn
      guard isFigure, let first = own.first(where: { $0 > head }), isCountOfPeople(first),
        isCounted(first), chunks[first].mention.map({ !taken.contains($0) }) ?? false,
        let date = own.first(where: { chunks[$0].kind == .date && isDay($0) })
      else { return nil }
      let second =
        first + 2 < chunks.count && chunks[first + 1].kind == .conjunction
          && isCountOfPeople(first + 2) && isCounted(first + 2) && tree.owner[first + 2] == clause
        ? first + 2 : nil
      return EventCandidate(
        rule: "figure", frame: .swap, modality: .completed,
        trigger: finder.span(chunks[first].range), sentence: finder.span(sentence),
        arguments: Self.ordered(
          [
            finder.argument(.people, first, value: inherited(first)),
            finder.argument(.date, date),
            finder.argument(.reference, date, value: "stage-day"),
          ] + (second.map { [finder.argument(.counter, $0, value: inherited($0))] } ?? [])))
    }
  }

  private func isDay(_ date: Int) -> Bool {
    guard
      let told = chunks[date].mention.flatMap({ mentions[$0].value })
        .flatMap({ DateExpression($0) })
    else { return false }
    if case .shift(_, _, .day) = told { return true }
    return told.isDay
  }
}
