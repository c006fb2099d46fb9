internal import Records

/// What makes a count a part of another: its words, the words around it, or the clause it stands in.
extension FrameReader {
  /// Whether a count tells a part, whatever its whole.
  func isPart(_ index: Int) -> Bool {
    if chunks[index].kind == .part { return !isDoing(index) }
    guard isCounted(index), !isWhole(index) else { return false }
    if isOfRecord(index) || isNamedAmong(index) || isServiceBehindCue(index)
      || isServiceEntry(index) || isPlaceEntry(index) || isThere(index)
    {
      return true
    }
    guard isCountOfPeople(index) || isBeforeRecord(index) else { return false }
    return isBehindLeadingCue(index) || isPredicatedPart(index) || isBehindPartCue(index)
      || isBeforeTrailingCue(index) || isJoinedToPart(index) || isStatedOfGroup(index)
      || isRemainder(index)
  }

  /// "Among the 110 were 32 inmates": the number behind the cue is that of all.
  private func isWhole(_ index: Int) -> Bool {
    index > 0 && chunks[index].kind == .number && chunks[index - 1].kind == .partCue
      && chunks[index - 1].value == "before-whole" && index + 1 < chunks.count
      && chunks[index + 1].kind == .aux
  }

  /// The candidate where "seven civilians among those who had come home" are parts of those who moved.
  func withParts(_ candidate: EventCandidate) -> EventCandidate {
    guard candidate.frame == .movement else { return candidate }
    var result = candidate
    for (place, argument) in candidate.arguments.enumerated() where argument.role == .people {
      guard let index = chunks.firstIndex(where: { $0.mention == argument.mention }),
        isBeforeTrailingCue(index) || isPredicatedPart(index) || chunks[index].kind == .part,
        !tree.own(tree.owner[index]).contains(where: {
          candidate.trigger.contains(finder.span(chunks[$0].range))
        }) || isBeforeTrailingCue(index) && isSmaller(index, than: candidate.arguments[..<place])
      else { continue }
      result.arguments[place].role = .part
    }
    result.arguments = Self.ordered(result.arguments)
    return result
  }

  /// "released six hostages, two soldiers among them": fewer than some people told before.
  private func isSmaller(
    _ index: Int, than others: ArraySlice<EventCandidate.Argument>
  ) -> Bool {
    guard let count = chunks[index].mention.flatMap({ mentions[$0].count }) else { return false }
    return others.contains { argument in
      argument.role == .people && argument.mention.flatMap { mentions[$0].count } ?? 0 > count
    }
  }

  /// The candidate without people that are told as a part: "including 87 from the army, 43 from the navy".
  func withoutRepeatedParts(_ candidate: EventCandidate) -> EventCandidate {
    let parts = Set(
      chunks.indices.filter { chunks[$0].kind == .number && isOfService($0) }
        .compactMap { chunks[$0].mention }
    ).intersection(candidate.arguments(.part).compactMap(\.mention))
    guard !parts.isEmpty else { return candidate }
    var result = candidate
    result.arguments.removeAll {
      $0.role == .people && $0.mention.map(parts.contains) ?? false
    }
    return result
  }

  /// "87 soldiers from the army, 43 from the National Guard": a part told by where it serves.
  func isOfService(_ index: Int) -> Bool {
    isCountOfPeople(index) && index + 1 < chunks.count && isBeforeService(index + 1)
      && isJoinedToPart(index)
  }

  func isCountOfPeople(_ index: Int) -> Bool {
    chunks[index].kind == .people || chunks[index].kind == .number && finder.isElliptic(index)
  }

  /// "Three medics and a dozen fighters are in the group".
  func isPredicatedPart(_ index: Int) -> Bool {
    let clause = tree.owner[index]
    guard let head = tree.clauses[clause].head, chunks[head].kind == .aux, isCounted(index),
      chunks[index].kind == .people || chunks[index].kind == .number && finder.isElliptic(index)
    else { return false }
    return subject(of: clause).contains(index)
      && tree.own(clause).contains { $0 > head && chunks[$0].kind == .partCue }
  }

  /// "Of the Ukrainians, 150 were serving in the army and seven were civilians".
  func isBehindLeadingCue(_ index: Int) -> Bool {
    guard let first = chunks.first, first.kind == .partCue || isPartitive(first),
      // "Of these cases, 53 are from Pokrovsk"
      // but "Among the returning Ukrainians were 80 men"
      chunks.count < 2 || chunks[1].kind != .other || !finder.isWord(1)
        || chunks.count > 2 && chunks[2].kind == .people && !isCounted(2)
    else { return false }
    return index > (first.kind == .partCue ? 0 : 1)
      && (chunks[index].kind == .number && finder.isElliptic(index)
        || chunks[index].kind == .people)
      && isCounted(index)
  }

  /// "Of the 95 Ukrainians who came home, 20 are officers".
  private func isPartitive(_ first: Chunk) -> Bool {
    guard let of = rules.lexicon.classID("of"), isWord(first.range.lowerBound, of),
      chunks.count > 2
    else { return false }
    return chunks[1].kind == .people || chunks[1].kind == .number
  }

  /// "of whom the Mission has individually documented 1,104": the first number of a clause of "of whom".
  private func isInCueClause(_ index: Int) -> Bool {
    guard
      let cue = chunks[..<index].lastIndex(where: { $0.kind == .partCue && $0.value == "relative" }
      ),
      index - cue <= Self.cueReach, isCountOfPeople(index)
    else { return false }
    return !chunks[cue + 1..<index].contains { chunk in
      [.comma, .stop, .people, .number].contains(chunk.kind)
    } && chunks[cue + 1..<index].contains { [.verb, .aux].contains($0.kind) }
  }

  /// In chunks.
  private static let cueReach = 8

  /// "among them five officers"; but "a batch comprising 150 people" is all of them.
  func isBehindPartCue(_ index: Int) -> Bool {
    if isInCueClause(index) { return true }
    guard let governor = finder.governorIndex(of: index) else { return false }
    // "among whom were two civilians"
    let isInverted =
      chunks[governor].kind == .aux && governor > 0 && chunks[governor - 1].kind == .partCue
      && (governor == 1 || chunks[governor - 2].kind == .comma)
    let cue = isInverted ? chunks[governor - 1] : chunks[governor]
    return cue.kind == .partCue && cue.value != "whole"
  }

  /// "among them eight former leaders of the region": a number of some that no list knows, right behind the cue.
  func isNamedAmong(_ index: Int) -> Bool {
    guard chunks[index].kind == .number, isCounted(index), index > 0,
      chunks[index - 1].kind == .partCue, chunks[index - 1].value == "part",
      index + 1 < chunks.count, text.tokens[chunks[index].range.lowerBound - 1].kind == .word,
      chunks[index + 1].kind == .delegation
        || chunks[index + 1].kind == .other && finder.isWord(index + 1)
    else { return false }
    let things = ["vehicle", "measure-unit", "stage-noun"].compactMap(rules.lexicon.classID)
    return !chunks[index + 1..<min(index + 3, chunks.count)].contains { chunk in
      chunk.range.contains { token in things.contains { isWord(token, $0) } }
    }
  }

  /// "Of the number released, 87 represent the Armed Forces, 43 the National Guard": numbers behind a leading cue, with
  /// where they serve.
  func isServiceBehindCue(_ index: Int) -> Bool {
    guard chunks[index].kind == .number, isCounted(index),
      chunks.first?.kind == .partCue, index + 1 < chunks.count,
      let services = rules.lexicon.classID("service")
    else { return false }
    return chunks[(index + 1)...].prefix(3).prefix { chunk in
      [.other, .organization, .nation, .party].contains(chunk.kind)
    }.contains { $0.range.contains { isPhrase($0, services) } }
  }

  /// "There were 12 children in it": who was there, in a sentence that moves nobody.
  func isThere(_ index: Int) -> Bool {
    guard chunks[index].kind == .people, isCounted(index),
      let words = rules.lexicon.classID("existential"),
      let head = tree.clauses[tree.owner[index]].head, chunks[head].kind == .aux, head < index,
      !tree.own(tree.owner[index]).contains(where: { triggers.contains($0) })
    else { return false }
    return tree.own(tree.owner[index]).contains { place in
      place < index && chunks[place].range.contains { isWord($0, words) }
    }
  }

  /// "3,574 of them military and 763 civilian": a number joined to a part is a part.
  func isJoinedToPart(_ index: Int) -> Bool {
    guard isCounted(index), isCountOfPeople(index) || isBeforeRecord(index), index >= 2 else {
      return false
    }
    guard chunks[index - 1].kind == .conjunction || chunks[index - 1].kind == .comma else {
      return false
    }
    // "664 came from Donetsk, 135 from Zaporizhzhia and 52 from morgues"
    let isByOrigin = index + 1 < chunks.count && chunks[index + 1].kind == .preposition
    let before = max(0, index - (isByOrigin ? 10 : 6))..<index - 1
    let isBehindPart =
      before.contains {
        chunks[$0].kind == .part || isStatedOfGroup($0)
          || isCountOfPeople($0) && isBehindPartCue($0)
          || isByOrigin && chunks[$0].kind == .number && isJoinedToPart($0)
      } || isListed(index)
    return isBehindPart
      && (chunks[index].kind == .people || !isTriggered(tree.owner[index])
        || isByOrigin && isBeforeService(index + 1))
      || isListedWithPart(index)
  }

  /// "Four civilians are among the freed, along with 19 fighters, 14 others and 10 soldiers".
  private func isListedWithPart(_ index: Int) -> Bool {
    guard chunks[index].kind == .people, !isTriggered(tree.owner[index]) else { return false }
    return chunks[..<index].indices.contains { isPredicatedPart($0) }
  }

  /// "Another 35 soldiers were captured at the front, and the remaining eight went missing": more of a group
  /// that parts were told of, and nothing that moves them.
  private func isRemainder(_ index: Int) -> Bool {
    guard let words = rules.lexicon.classID("remainder"),
      let head = tree.clauses[tree.owner[index]].head, head > index, !triggers.contains(head),
      !tree.clauses[tree.owner[index]].isSay, subject(of: tree.owner[index]).contains(index)
    else { return false }
    let first = chunks[index].range.lowerBound
    return chunks[index].range.contains { isWord($0, words) }
      || first > 0 && isWord(first - 1, words)
  }

  /// "five officers among them", "there were seven civilians among those who had come home".
  func isBeforeTrailingCue(_ index: Int) -> Bool {
    guard isCounted(index), isCountOfPeople(index), index + 1 < chunks.count else { return false }
    // "120 civilians from each country among the 390 freed"
    let behind = chunks[index + 1].kind == .each ? index + 2 : index + 1
    guard behind < chunks.count, chunks[behind].kind == .partCue else { return false }
    let cue = chunks[behind]
    if cue.value == "before-whole" {
      // "one civilian among the Ukrainians"
      return behind + 1 < chunks.count
        && (isCounted(behind + 1) || chunks[behind + 1].kind == .people)
    }
    guard behind == index + 1, cue.value == "part" || cue.value == "before-those" else {
      return false
    }
    guard index + 2 < chunks.count else { return true }
    return [.comma, .stop, .relative, .verb, .conjunction, .aux].contains(chunks[index + 2].kind)
      || isMark(index + 2)
  }

  private func isMark(_ index: Int) -> Bool {
    chunks[index].kind == .other && text.tokens[chunks[index].range.lowerBound].kind == .mark
  }

  /// "Eighteen had been serving life terms", "34 of them are from Azov, and 48 had been sentenced": a bare
  /// number whose clause tells what they are, not where they go.
  func isStatedOfGroup(_ index: Int) -> Bool {
    guard chunks[index].kind == .number,
      chunks[0].kind != .partCue || isBehindLeadingCue(index)
    else { return false }
    let clause = tree.owner[index]
    let told = tree.clauses[clause]
    guard told.kind == .main || told.kind == .complement, let head = told.head, !told.isSay,
      !triggers.contains(head), subject(of: clause) == [index],
      !tree.own(clause).contains(where: { $0 < index && isCounted($0) }),
      isState(head) || isBehindOtherPart(index)
    else { return false }
    return !tree.own(clause).contains {
      chunks[$0].kind == .casualty || chunks[$0].kind == .measure
    }
  }

  /// "are from Azov", "had been serving life terms", "hold foreign passports": no deed of a day.
  private func isState(_ head: Int) -> Bool {
    if chunks[head].kind == .aux {
      // "are from Azov", "are officers"; but "Four is wonderful".
      return tree.own(tree.owner[head]).contains { $0 > head && chunks[$0].kind != .other }
    }
    if let start = phrases[head]?.start,
      chunks[start..<head].contains(where: { $0.kind == .aux && $0.value == "had" })
    {
      return true
    }
    guard let states = rules.lexicon.classID("state-verb") else { return false }
    return (0..<2).contains { back in
      head >= back && chunks[head - back].range.contains { isWord($0, states) }
    }
  }

  /// "some 300 of them stood in the square": what they did tells nothing of the group.
  private func isDoing(_ index: Int) -> Bool {
    let clause = tree.owner[index]
    guard let head = tree.clauses[clause].head, head > index, chunks[head].kind == .verb,
      !triggers.contains(head),
      chunks[head].form == .past || chunks[head].form == .pastOrParticiple,
      phrases[head]?.voice == .active, phrases[head]?.start == head, !isState(head),
      predicateCategory(index) == nil
    else { return false }
    return subject(of: clause).contains(index)
  }

  private func isBehindOtherPart(_ index: Int) -> Bool {
    chunks[..<index].contains { $0.kind == .part }
      || chunks.indices.contains { place in
        place < index && chunks[place].kind == .number && isStatedOfGroup(place)
      }
  }
}
