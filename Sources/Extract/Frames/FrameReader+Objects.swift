internal import Records

/// Who stands behind a verb, and what words beside the people tell of them.
extension FrameReader {
  /// The objects: people behind the verb and behind no preposition, coordinated ones included; of a
  /// relative clause with a subject of its own what its pronoun stands for.
  func objectPeople(of verb: Int, _ clause: Int) -> [Int] {
    var found: [Int] = []
    for index in tree.own(clause) where index > verb {
      let kind = chunks[index].kind
      if kind == .verb && triggers.contains(index) || kind == .say { break }
      if kind == .comma, found.isEmpty { break }
      if kind == .aux { break }
      // "95 Ukrainians released by Russia include 20 officers and 3 women"
      if kind == .partCue, chunks[index].value != "whole", found.isEmpty { break }
      // "received 1,200 and the Houthis 1,700": what follows is another's.
      if !found.isEmpty, gapSubject(index) != nil { break }
      // "let 125 of them go", but "13 of them Israeli women"
      if kind == .part, found.isEmpty { found.append(index) }
      if index > 0, chunks[index - 1].kind == .part { continue }
      guard kind == .people || kind == .number && finder.isElliptic(index) else { continue }
      // "to walk free in the 1,000-a-side swap"
      if index + 1 < chunks.count, swapCalled(index + 1) != nil { continue }
      let governor = finder.governor(of: index)?.kind
      // "exchanged lists of 1,000 captives"; but "gave the names of 391 civilians" whom they hold
      if governor == .partCue || governor == .plain && !isListing(verb) { continue }
      // "16 prisoners, among them a Croat and a Slovak"
      if !isCounted(index), isBesidePart(index) { continue }
      // "16 people, three of them Americans and five Germans"
      let isPassive = phrases[verb]?.voice == .passive
      if !found.isEmpty || kind == .number && isPassive, isJoinedToPart(index) { continue }
      if isBesideNamed(index) || isBehindDatedNoun(index, verb) { continue }
      if finder.preposition(of: index, in: chunks.indices) == nil { found.append(index) }
    }
    let told = tree.clauses[clause]
    let hasPronoun =
      found.isEmpty && phrases[verb]?.voice == .active
      && tree.own(clause).contains {
        $0 > verb && $0 - verb <= 2 && chunks[$0].kind == .pronoun
      }
    // "returned home after Azerbaijan handed them over"
    if hasPronoun, told.kind == .adverbial || told.kind == .participle, let parent = told.parent {
      let meant = subject(of: parent).filter(isCounted)
      if !meant.isEmpty { return meant }
    }
    // "freed five Ukrainians and handed them over to Kyiv"
    if hasPronoun, let sharing = told.sharing, let head = tree.clauses[sharing].head {
      let meant = objectPeople(of: head, sharing).filter(isCounted)
      if !meant.isEmpty { return meant }
    }
    if found.isEmpty, phrases[verb]?.voice == .active, let person = person(behind: verb, clause) {
      return [person]
    }
    if found.isEmpty, let meant = objectOfSaid(clause) { return [meant] }
    if found.isEmpty, told.kind == .relative, phrases[verb]?.voice == .active,
      let antecedent = told.antecedent,
      chunks[antecedent].kind == .people
        // "was among 1,212 that Russia returned"
        || chunks[antecedent].kind == .number && isCounted(antecedent)
          && finder.isElliptic(antecedent),
      // "the list of 339 children that Ukraine gave to Russia", but "the names of three whom it will free"
      finder.governor(of: antecedent)?.kind != .plain || chunks[told.start].value != "that",
      tree.own(clause).contains(where: {
        $0 >= told.start && $0 < told.headStart ?? 0
          && (isActor($0) || chunks[$0].kind == .pronoun)
      })
    {
      return [antecedent]
    }
    return found
  }

  /// Whether an "and" or comma joins some people to those behind the words for a part.
  private func isBesidePart(_ index: Int) -> Bool {
    guard index > 1, [.conjunction, .comma].contains(chunks[index - 1].kind),
      chunks[index - 2].kind == .people
    else { return false }
    return finder.governor(of: index - 2)?.kind == .partCue || isBesidePart(index - 2)
  }

  /// "shared the names of 391 prisoners": whether a verb tells whom a side holds by their list.
  func isListing(_ verb: Int) -> Bool {
    verbRules(at: verb).contains { $0.frame == .hold && $0.prepositions["of"] == .people }
  }

  /// "shared the names of 391 prisoners in its custody": told once, by the verb.
  func withoutTwiceHeld(_ candidates: [EventCandidate]) -> [EventCandidate] {
    func isList(_ candidate: EventCandidate) -> Bool {
      candidate.arguments(.reference).contains { $0.value == "list" }
    }
    let named = Set(
      candidates.filter(isList).flatMap { $0.arguments(.people) }.compactMap(\.mention))
    // "submitted a list of 700 whom it says Kinshasa is holding": another than who gave the list
    let held = candidates.filter { candidate in
      candidate.frame == .hold && !isList(candidate)
        && candidate.arguments(.from).contains { holder in
          candidates.contains { isList($0) && !$0.arguments(.from).contains(holder) }
        }
    }
    let elsewhere = Set(held.flatMap { $0.arguments(.people) }.compactMap(\.mention))
    return candidates.filter { candidate in
      let isElsewhere = candidate.arguments(.people).contains { argument in
        argument.mention.map(elsewhere.contains) ?? false
      }
      if isElsewhere, candidate.frame == .hold { return !isList(candidate) }
      return candidate.frame != .hold || isList(candidate)
        || !candidate.arguments(.people).contains { $0.mention.map(named.contains) ?? false }
    }
  }

  /// "exchanged 303, following the release of 307 on Saturday, and 390 on Friday": a number that goes on what a noun
  /// tells, by a day of its own.
  private func isBehindDatedNoun(_ number: Int, _ verb: Int) -> Bool {
    isDatedNumber(number)
      && (verb + 1..<number).contains { chunks[$0].kind == .trigger && triggers.contains($0) }
  }

  /// "freed the schoolteacher Marc Fogel": a person named behind the verb, before any preposition or comma.
  private func person(behind verb: Int, _ clause: Int) -> Int? {
    let object = tree.own(clause).first {
      $0 > verb
        && [.person, .preposition, .comma, .conjunction, .party, .organization, .verb].contains(
          chunks[$0].kind)
        && !isAdjective($0) && !isService($0)
    }
    guard let object, object - verb <= 8, chunks[object].kind == .person,
      !finder.isPossessor(object)
    else { return nil }
    return object
  }

  /// Whether a state stands as an adjective before what somebody is, as in "former US Marine Trevor Reed".
  private func isAdjective(_ index: Int) -> Bool {
    index + 2 < chunks.count && chunks[index].kind == .party && !finder.isPossessor(index)
      && chunks[index + 1].kind == .other && finder.isWord(index + 1)
      && chunks[index + 2].kind == .person
  }

  /// Whether an organization stands, perhaps with its short name, before what somebody of it is: "returned Border
  /// Security Force (BSF) constable Purnam Shaw".
  private func isService(_ index: Int) -> Bool {
    guard chunks[index].kind == .organization, !finder.isPossessor(index) else { return false }
    let next = chunks[(index + 1)...].prefix(6)
    guard let person = next.firstIndex(where: { $0.kind == .person }) else { return false }
    return person > index + 1
      && next[..<person].allSatisfy { $0.kind == .other || $0.kind == .organization }
  }

  /// What a number without a noun counts: what the last counted noun before it named.
  func inherited(_ index: Int) -> String? {
    // "120 civilians were among the 390 who returned": the whole is not as its parts are.
    guard chunks[index].kind == .number, finder.governor(of: index)?.kind != .partCue else {
      return nil
    }
    let before = chunks[..<index].indices.filter { chunks[$0].kind == .people }
    // "transferred 6,060 bodies of officers and soldiers, and received 78"
    // "all wounded prisoners and those under 25 - at least 1,000": of more than one kind.
    let meant =
      before.last(where: isCounted)
      ?? before.last.flatMap { chunks[$0 + 1].kind == .conjunction ? nil : $0 }
    return meant.flatMap { chunks[$0].mention }.flatMap { mentions[$0].category?.rawValue }
  }

  /// "eight people, residents of the Kursk region", "eight people, all of them civilians": who they all are.
  func apposedCategory(_ people: Int) -> String? {
    guard people + 2 < chunks.count, isCounted(people),
      chunks[people + 1].kind == .comma || chunks[people + 1].kind == .stop
    else { return nil }
    var place = people + 2
    if let all = rules.lexicon.classID("all-of"), isWord(chunks[place].range.lowerBound, all) {
      place += 3
    }
    guard place < chunks.count, chunks[place].kind == .people, !isCounted(place) else { return nil }
    let next = place + 1 < chunks.count ? chunks[place + 1] : nil
    guard next == nil || next?.kind == .comma || next?.kind == .stop || next?.value == "of" else {
      return nil
    }
    return chunks[place].mention.flatMap { mentions[$0].category?.rawValue }
  }

  /// "19 of its own": people of the subject.
  func isOwn(_ people: Int) -> Bool {
    guard let own = rules.lexicon.classID("own") else { return false }
    return chunks[people].range.contains { isWord($0, own) }
  }
}
