internal import Records

/// Who the subject of a verb is: the people or actors before it in its clause, what its pronoun or
/// participle stands for, or whom it shares with another verb.
extension FrameReader {
  /// The subject of a clause, in text order.
  func subject(of clause: Int) -> [Int] {
    let told = tree.clauses[clause]
    let found = ownSubject(of: clause)
    if let whole = summed(found) { return [whole] }
    if found.contains(where: isCounted) { return joinedBefore(found) }
    if told.kind == .relative || told.kind == .participle, let antecedent = told.antecedent {
      let group = group(endingAt: antecedent)
      // "soldiers whom Russia had passed to Hungary": the relative is the object.
      if found.isEmpty || group.contains(where: isCounted) && !found.contains(where: isActor) {
        return group
      }
    }
    if found.isEmpty, let meant = pronounSubject(of: clause) { return meant }
    // "1,800 civilians have been confirmed as being held"
    if found.isEmpty, told.kind == .complement, chunks[told.start].value == "as",
      let parent = told.parent, tree.clauses[parent].isSay
    {
      return ownSubject(of: parent)
    }
    if found.isEmpty, let sharing = told.sharing { return subject(of: sharing) }
    if found.isEmpty, told.kind == .participle || told.kind == .infinitive, let parent = told.parent
    {
      if let antecedent = told.antecedent { return group(endingAt: antecedent) }
      if let object = objectControl(of: clause, parent) { return group(endingAt: object) }
      return subject(of: parent)
    }
    return found
  }

  /// "Ukrainian authorities said 230 people came home": the party of who says it.
  func speaker(of clause: Int) -> [EventCandidate.Argument] {
    // and "230 people came home, Zelensky said"
    let said =
      tree.ancestors(clause).first { tree.clauses[$0].isSay }
      ?? tree.clauses.indices.first { place in
        place > clause && tree.clauses[place].parent == clause && tree.clauses[place].isSay
          && tree.clauses[place].kind == .main
      }
    guard let said else { return [] }
    let before = tree.own(said).filter { $0 < tree.clauses[said].head ?? 0 }
    let party = before.last { index in
      switch chunks[index].kind {
      case .party, .nation: true
      case .organization, .person:
        chunks[index].mention.map { mentions[$0].party != nil } ?? false
      default: false
      }
    }
    return party.map { [finder.argument(.speaker, $0)] } ?? []
  }

  /// "allowed two prisoners to return to Britain": the object of the verb before does it.
  private func objectControl(of clause: Int, _ parent: Int) -> Int? {
    guard tree.clauses[clause].kind == .infinitive, let head = tree.clauses[parent].head,
      chunks[head].kind == .verb, !triggers.contains(head)
    else { return nil }
    return tree.own(parent).last { place in
      place > head && place < tree.clauses[clause].start && chunks[place].kind == .people
        && finder.preposition(of: place, in: chunks.indices) == nil
    }
  }

  /// "Moscow said it had given", "Five Americans landed a day after they were swapped": a pronoun stands for
  /// the subject of the clause around its own.
  private func pronounSubject(of clause: Int) -> [Int]? {
    let told = tree.clauses[clause]
    guard told.kind == .complement || told.kind == .adverbial, let parent = told.parent,
      let start = told.headStart,
      let pronoun = tree.own(clause).last(where: { $0 < start && chunks[$0].kind == .pronoun }),
      !isBehindPreposition(pronoun, in: clause)
    else { return nil }
    let meant = subject(of: parent)
    let isSaid = tree.clauses[parent].isSay
    return meant.allSatisfy(isActor) == isSaid && !meant.isEmpty ? meant : nil
  }

  func isActor(_ index: Int) -> Bool { ArgumentFinder.actorKinds.contains(chunks[index].kind) }

  /// The nearest group of people or actors before the verb that is behind no preposition.
  private func ownSubject(of clause: Int) -> [Int] {
    let start = tree.clauses[clause].headStart ?? chunks.count
    let own = tree.own(clause).filter { $0 < start }
    var found: [Int] = []
    for index in own.reversed() {
      let kind = chunks[index].kind
      let isPeople =
        kind == .people || kind == .ratio || kind == .part
        || kind == .number && finder.isElliptic(index)
      guard isPeople || isActor(index) && !finder.isPossessor(index) else { continue }
      if isPeople, isBehindPartCue(index), !isBehindLeadingCue(index) { continue }
      if isPeople, isBesidePart(index) { continue }
      // "A list of 1,000 missing persons was passed"
      if isPeople, tree.clauses[clause].kind == .main, finder.governor(of: index)?.kind == .plain {
        continue
      }
      if isNamedPart(index, own) || isInBrackets(index) || isBesideNamed(index) { continue }
      guard !isBehindPreposition(index, in: clause) else { continue }
      if let last = found.last, chunks[last].kind != kind, !isCoordinated(index, last) { break }
      if kind == .people, index > 0, chunks[index - 1].kind == .part, !isCounted(index) {
        // "22 soldiers, two of them officers, were released"
        found.append(countedBeforeComma(index - 1, own) ?? index - 1)
        break
      }
      if kind == .part, let whole = countedBeforeComma(index, own) {
        found.append(whole)
        break
      }
      found.append(index)
      if !isCoordinatedLeft(index) { break }
    }
    if let first = found.last, !found.contains(where: isCounted),
      // "Two volunteers, Christopher Parry and Andrew Bagshaw, were handed over": who they are
      chunks[first].kind == .people
        || chunks[first].kind == .person && first > 0 && chunks[first - 1].kind == .comma,
      let counted = countedBeforeComma(first, own)
    {
      return [counted]
    }
    return found.reversed()
  }

  /// "a constable of the Border Security Force (BSF)": a short name repeats what stands before it.
  private func isInBrackets(_ index: Int) -> Bool {
    guard index > 0, index + 1 < chunks.count else { return false }
    return text.bytes(chunks[index - 1].range.lowerBound).elementsEqual("(".utf8)
      && text.bytes(chunks[index + 1].range.lowerBound).elementsEqual(")".utf8)
  }

  /// "Siarhei Tsikhanouski and 13 others": a number beside somebody who is named is not of all.
  func isBesideNamed(_ number: Int) -> Bool {
    number > 1 && chunks[number].kind == .number && chunks[number - 1].kind == .conjunction
      && chunks[number - 2].kind == .person
  }

  /// "three prisoners, among them Peter Brown and a journalist, were freed": who is named of those before the cue.
  private func isNamedPart(_ index: Int, _ own: [Int]) -> Bool {
    // "four men, among them Washington Post reporter Jason Rezaian, were exchanged"
    guard [.person, .people, .organization, .party].contains(chunks[index].kind),
      !isCounted(index)
    else { return false }
    // "The other nine, Ales Bialiatski among them, were driven"
    if index > 0, chunks[index - 1].kind == .comma, index + 1 < chunks.count,
      chunks[index + 1].kind == .partCue, own.contains(where: { $0 < index && isCounted($0) })
    {
      return true
    }
    let named: Set<Chunk.Kind> = [
      .other, .nation, .person, .people, .organization, .party, .conjunction, .comma,
    ]
    let cue = own.last { $0 < index && !named.contains(chunks[$0].kind) }
    guard let cue, chunks[cue].kind == .partCue, chunks[cue].value != "whole" else { return false }
    return own.contains { $0 < cue && isCountOfPeople($0) && isCounted($0) }
  }

  /// "a day after 1,000 bodies were transferred": the conjunction of a clause governs no noun.
  private func isBehindPreposition(_ index: Int, in clause: Int) -> Bool {
    guard let preposition = finder.preposition(of: index, in: chunks.indices) else { return false }
    let start = tree.clauses[clause].start
    // "for 30 Russians, | and eight residents, all of them ill, were handed over"
    if let governor = finder.governorIndex(of: index), governor < start,
      chunks[governor].kind == .conjunction
    {
      return false
    }
    if tree.clauses[clause].kind == .adverbial, let governor = finder.governorIndex(of: index),
      governor == start
    {
      return false
    }
    return preposition != "as" || finder.governorIndex(of: index) != start
  }

  /// A chunk with those coordinated to it on the left.
  private func group(endingAt index: Int) -> [Int] {
    guard chunks[index].kind != .trigger else { return [] }
    var found = [index]
    if chunks[index].kind == .people, index > 0, chunks[index - 1].kind == .part, !isCounted(index)
    {
      return [index - 1]
    }
    if !isCounted(index), chunks[index].kind == .people {
      let own = tree.own(tree.owner[index]).filter { $0 < index }
      // "Five commanders of the garrison that held the works"
      if finder.preposition(of: index, in: chunks.indices) == "of",
        let head = own.last(where: { chunks[$0].kind == .people && isCounted($0) }),
        index - head <= 5
      {
        return [head]
      }
      if let counted = countedBeforeComma(index, own) { return [counted] }
    }
    while let last = found.last, isCoordinatedLeft(last),
      let next = stride(from: last - 1, through: max(0, last - 4), by: -1).first(where: {
        chunks[$0].kind == .people || chunks[$0].kind == .number && finder.isElliptic($0)
      })
    {
      found.append(next)
    }
    return found.reversed()
  }

  /// "Sixty people, soldiers for the most part, were exchanged".
  private func countedBeforeComma(_ index: Int, _ own: [Int]) -> Int? {
    own.last { place in
      place < index && chunks[place].kind == .people && isCounted(place)
        && (place..<index).contains { chunks[$0].kind == .comma || chunks[$0].kind == .stop }
        && finder.preposition(of: place, in: chunks.indices) == nil
    }
  }

  func isCounted(_ argument: EventCandidate.Argument) -> Bool {
    argument.mention.map { mentions[$0].count != nil } ?? false
  }

  func isCounted(_ index: Int) -> Bool {
    chunks[index].mention.map { mentions[$0].count != nil } ?? false
  }

  private func isCoordinated(_ left: Int, _ right: Int) -> Bool {
    (left + 1..<right).contains { chunks[$0].kind == .conjunction }
  }

  private func isCoordinatedLeft(_ index: Int) -> Bool {
    guard let before = finder.governor(of: index) else { return false }
    // "Ukraine, Russia swap prisoners"
    let isHeadline =
      chunks[index].kind == .party && index == 2 && chunks[1].kind == .comma
      && chunks[0].kind == .party
    return before.kind == .conjunction || isHeadline || isListedLeft(index)
      || before.kind == .comma
        && chunks[(index + 1)...].prefix(3).contains { $0.kind == .conjunction }
  }

  /// "4,300 Ukrainians, 3,574 of them military and 763 civilians, are held": joined to a part between two commas.
  private func isBesidePart(_ index: Int) -> Bool {
    guard index > 2, index + 1 < chunks.count, chunks[index + 1].kind == .comma,
      chunks[index - 1].kind == .conjunction, chunks[index - 2].kind != .comma
    else { return false }
    return chunks[max(0, index - 5)..<index - 1].contains { $0.kind == .part }
  }

  /// "Six Lithuanians, two Latvians, two Poles and a Briton": counted people between others, up to an "and".
  private func isListedLeft(_ index: Int) -> Bool {
    guard index > 1, chunks[index].kind == .people, isCounted(index),
      chunks[index - 1].kind == .comma, chunks[index - 2].kind == .people, isCounted(index - 2)
    else { return false }
    let rest = chunks[(index + 1)...].prefix {
      [.comma, .people, .other, .nation].contains($0.kind)
    }
    return rest.endIndex < chunks.count && chunks[rest.endIndex].kind == .conjunction
  }

  /// "Moscow gave Kyiv 1,000 bodies and got 19 of its own back": whose the people are who are somebody's own, where
  /// the subject before them says it; by mention.
  func owners(of mentions: Set<Int>) -> [(mention: Int, party: String)] {
    chunks.indices.compactMap { index in
      guard let mention = chunks[index].mention, mentions.contains(mention) else { return nil }
      let clause = tree.owner[index]
      guard let head = tree.clauses[clause].head, head < index, !tree.clauses[clause].isSay else {
        return nil
      }
      let parties = subject(of: clause).compactMap { place in
        chunks[place].mention.flatMap { self.mentions[$0].belongsTo }
      }
      return Set(parties).count == 1 ? (mention, parties[0]) : nil
    }
  }
}
