internal import Records

/// Who the subject of a verb is: the nearest people or actors before it, over insertions, relative
/// clauses and shared subjects.
extension FrameReader {
  /// The subject: the nearest group of people or actors before the verb that is behind no preposition.
  func leftActors(before start: Int, in zone: Range<Int>) -> [Int] {
    if let shared = sharedSubject(start, zone) { return shared }
    var found: [Int] = []
    var index = start - 1
    while index >= zone.lowerBound {
      let kind = nodes[index].kind
      let isPeople =
        kind == .people || kind == .ratio || kind == .part
        || kind == .number && finder.isElliptic(index)
      let isActor = ArgumentFinder.actorKinds.contains(kind) && !finder.isPossessor(index)
      if isPeople || isActor {
        let preposition = finder.preposition(of: index, in: zone)
        if isPeople, finder.governor(of: index)?.kind == .partCue, !isBehindLeadingCue(index) {
          index -= 1
          continue
        }
        // "a day after 1,000 bodies were transferred": such a preposition governs the clause.
        if preposition == nil || isPeople && (preposition == "during" || preposition == "since") {
          if let last = found.last, nodes[last].kind != kind, !isCoordinated(index, last) { break }
          if kind == .people, index > zone.lowerBound, nodes[index - 1].kind == .part,
            !isCounted(index)
          {
            found.append(index - 1)
            break
          }
          found.append(index)
          if !isCoordinatedLeft(index, zone) { break }
        }
      }
      index -= 1
    }
    if !found.contains(where: isCounted) {
      let relative = antecedent(before: zone.lowerBound).filter(isCounted)
      let apposition = found.isEmpty ? [] : countedBeforeComma(found[0], in: zone)
      if let better = [relative, apposition].first(where: { !$0.isEmpty }) { found = better }
    }
    if found.isEmpty { found = antecedent(before: zone.lowerBound) }
    if found.isEmpty { found = beforeInsertion(start) }
    if found.isEmpty { found = beyondRelative(zone.lowerBound) }
    return found.reversed()
  }

  /// "got 1,000 bodies and handed over 19": the subject of the first verb is that of the second too.
  func sharedSubject(_ start: Int, _ zone: Range<Int>) -> [Int]? {
    guard start > 0, nodes[start - 1].kind == .conjunction, nodes[start - 1].value == "and",
      zone.lowerBound > 0, nodes[zone.lowerBound - 1].kind == .verb,
      let other = phrases[zone.lowerBound - 1]
    else { return nil }
    return leftActors(
      before: other.start, in: finder.zone(of: zone.lowerBound - 1, phraseStart: other.start))
  }

  func isCounted(_ argument: EventCandidate.Argument) -> Bool {
    argument.mention.map { mentions[$0].count != nil } ?? false
  }

  func isCounted(_ index: Int) -> Bool {
    nodes[index].mention.map { mentions[$0].count != nil } ?? false
  }

  /// "Sixty people, soldiers for the most part, were exchanged".
  func countedBeforeComma(_ index: Int, in zone: Range<Int>) -> [Int] {
    guard nodes[index].kind == .people else { return [] }
    for place in stride(from: index - 1, through: zone.lowerBound, by: -1) {
      if nodes[place].kind == .people, isCounted(place),
        (place..<index).contains(where: { nodes[$0].kind == .comma }),
        finder.preposition(of: place, in: zone) == nil
      {
        return [place]
      }
    }
    return []
  }

  /// "soldiers who were freed": what the relative pronoun stands for.
  func antecedent(before index: Int) -> [Int] {
    guard index > 0, nodes[index - 1].kind == .relative else { return [] }
    var place = index - 2
    while place >= 0, index - place <= 6 {
      if nodes[place].kind == .people || nodes[place].kind == .part { return [place] }
      if nodes[place].kind == .verb || nodes[place].kind == .stop { return [] }
      place -= 1
    }
    return []
  }

  /// "Eight residents, stranded since the troops crossed, went home": the subject stands before an
  /// insertion between commas.
  func beforeInsertion(_ start: Int) -> [Int] {
    guard start > 1, nodes[start - 1].kind == .comma else { return [] }
    for comma in stride(from: start - 2, to: 0, by: -1) where nodes[comma].kind == .comma {
      var place = comma - 1
      while place >= 0, comma - place <= 6 {
        let kind = nodes[place].kind
        if kind == .verb || kind == .stop || kind == .comma { break }
        if kind == .people || kind == .part || kind == .number,
          finder.preposition(of: place, in: 0..<nodes.count) == nil
        {
          return [place]
        }
        place -= 1
      }
    }
    return []
  }

  /// "Five commanders of the garrison that held the works were taken back": the subject stands before
  /// a relative clause.
  func beyondRelative(_ low: Int) -> [Int] {
    guard low > 0, nodes[low - 1].kind == .verb else { return [] }
    let relative = stride(from: low - 2, through: max(0, low - 9), by: -1).first {
      nodes[$0].kind == .relative
    }
    guard let relative else { return [] }
    return (max(0, relative - 7)..<relative).last { nodes[$0].kind == .people && isCounted($0) }.map
    { [$0] } ?? []
  }

  func isCoordinated(_ left: Int, _ right: Int) -> Bool {
    (left + 1..<right).contains { nodes[$0].kind == .conjunction }
  }

  func isCoordinatedLeft(_ index: Int, _ zone: Range<Int>) -> Bool {
    guard let before = finder.governor(of: index) else { return false }
    return before.kind == .conjunction
      || before.kind == .comma
        && (index + 1..<zone.upperBound).prefix(3).contains { nodes[$0].kind == .conjunction }
  }
}
