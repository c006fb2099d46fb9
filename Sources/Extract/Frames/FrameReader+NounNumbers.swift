internal import Records

/// Numbers around a noun that evokes a frame: the ratio of a swap, how many of each, which swap it was.
extension FrameReader {
  /// "103-for-103": the people of one direction and of the other.
  func ratio(in range: Range<Int>) -> [EventCandidate.Argument] {
    let places = range.filter { chunks[$0].kind == .ratio }
    guard places.count >= 2 else { return [] }
    return [finder.argument(.people, places[0]), finder.argument(.counter, places[1])]
  }

  /// The arguments with the number that "each" holds for.
  ///
  /// In "an exchange of wounded prisoners, 110 from each side" only "each" gives the number a place; in
  /// "300 captives changed hands, 150 in each direction" it takes the place of the total.
  func withEachCount(
    _ arguments: [EventCandidate.Argument], _ rule: FrameRule, after trigger: Int
  ) -> [EventCandidate.Argument] {
    guard rule.frame == .swap || rule.frame == .movement else { return arguments }
    for index in trigger + 1..<max(trigger + 1, chunks.count) {
      if triggers.contains(index) || index == tree.clauses[tree.owner[index]].head,
        tree.owner[index] != tree.owner[trigger] || triggers.contains(index)
      {
        return arguments
      }
      guard chunks[index].kind == .each, index > 0, swapCalled(index) == nil else { continue }
      for place in stride(from: index - 1, through: max(trigger, index - 3), by: -1)
      where isCounted(place) && (chunks[place].kind == .people || finder.isElliptic(place)) {
        if arguments.contains(where: { $0.mention == chunks[place].mention }),
          !isHalfOfOther(place, arguments)
        {
          return arguments
        }
        let rest = arguments.filter { argument in
          argument.role != .people || argument.mention.flatMap { mentions[$0].count } == nil
        }
        return rest + [
          finder.argument(.people, place, value: inherited(place)), finder.argument(.each, index),
        ]
      }
    }
    return arguments
  }

  /// "exchanging 410 captives, 205 from each side": one number is that of both sides.
  private func isHalfOfOther(_ number: Int, _ arguments: [EventCandidate.Argument]) -> Bool {
    let half = chunks[number].mention.flatMap { mentions[$0].count }
    guard let half, !arguments.contains(where: { $0.role == .each }) else { return false }
    return arguments.contains {
      $0.role == .people && $0.mention.flatMap { mentions[$0].count } == 2 * half
    }
  }

  /// "the 50th exchange", with at most two words between.
  func ordinal(before index: Int) -> Int? {
    for place in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      if chunks[place].kind == .ordinal {
        // "the fourth exchange this year and the 61st since the invasion"
        if isQualified(index) { break }
        return place
      }
      if chunks[place].kind != .other && chunks[place].kind != .nation
        && chunks[place].kind != .people
      {
        break
      }
    }
    // "the exchange was the 64th"
    for place in index + 1..<max(index + 1, min(index + 18, chunks.count))
    where tree.owner[place] == tree.owner[index]
      || tree.clauses[tree.owner[place]].kind != .insertion
    {
      if chunks[place].kind == .ordinal, !isQualified(place) { return place }
      if chunks[place].kind == .trigger || chunks[place].kind == .verb
        || chunks[place].kind == .stop
      {
        break
      }
    }
    return nil
  }

  /// "the tenth of 2024", "the second this year", "the 16th in which it mediated": no running number of
  /// the war.
  func isQualified(_ index: Int) -> Bool {
    // "was its 11th mediation"
    if index + 1 < chunks.count, nounRule(at: index + 1)?.frame == .mediation { return true }
    if index + 1 < chunks.count, chunks[index + 1].kind == .pronoun { return true }
    if index + 1 < chunks.count, chunks[index + 1].kind == .conjunction,
      chunks[index + 1].value == "when"
    {
      return true
    }
    return chunks[(index + 1)...].prefix(2).contains { chunk in
      // "the 70th exchange on Thursday", but "the tenth this year"
      chunk.kind == .date
        && chunk.mention.flatMap { mentions[$0].value.flatMap { DateExpression($0) } }
          .map { !$0.isOpen && !$0.isDay } ?? false
    }
  }
}
