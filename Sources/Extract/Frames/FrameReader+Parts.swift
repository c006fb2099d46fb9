internal import Records

/// People told as a part of others: "among them five officers".
extension FrameReader {
  /// "The ministry spoke of 150 prisoners on either side": without a trigger, "each" tells an exchange.
  func eachCandidates(_ others: [EventCandidate], _ sentence: Range<Int>) -> [EventCandidate] {
    guard let each = chunks.firstIndex(where: { $0.kind == .each }),
      !chunks.contains(where: { $0.kind == .habitual }),
      let people = (max(0, each - 3)..<each).last(where: { place in
        isCounted(place)
          && (chunks[place].kind == .people
            || chunks[place].kind == .number && finder.isElliptic(place))
      }),
      !others.contains(where: { $0.arguments.contains { $0.mention == chunks[people].mention } })
    else { return [] }
    var arguments = [finder.argument(.people, people), finder.argument(.each, each)]
    if others.isEmpty {
      arguments += chunks.indices.filter { chunks[$0].kind == .date }.prefix(1).map {
        finder.argument(.date, $0)
      }
    }
    return [
      EventCandidate(
        rule: "count-each", frame: .swap,
        modality: status(in: Array(chunks.indices)) ?? governed(people)
          ?? headGovernor(behind: people) ?? .completed,
        trigger: finder.span(chunks[people].range), sentence: finder.span(sentence),
        arguments: Self.ordered(arguments + sources()))
    ]
  }

  /// "a deal on 500 prisoners each": what stands right before the people says that they are yet to go.
  private func governed(_ people: Int) -> EventCandidate.Modality? {
    guard let governor = finder.governor(of: people), governor.kind == .governor else { return nil }
    return governor.value.flatMap(EventCandidate.Modality.init(rawValue:))
  }

  /// "Among them were five officers", "Two of the soldiers are officers": parts of a group that was
  /// told in another sentence.
  func partCandidates(_ others: [EventCandidate], _ sentence: Range<Int>)
    -> [EventCandidate]
  {
    let casualtyClauses = Set(
      chunks.indices.filter { index in
        chunks[index].kind == .casualty || isCasualtyVerb(index) || isAmongInjured(index)
          || chunks[index].kind == .people
            && chunks[index].mention.map {
              mentions[$0].category == .remains && mentions[$0].count == nil
            } ?? false
      }.map { tree.owner[$0] })
    let real = others.filter { $0.modality != .unreal }
    var taken = Set(real.flatMap(\.arguments).compactMap(\.mention))
    let whole = wholeOfParts(sentence)
    if let mention = whole?.arguments.first?.mention { taken.insert(mention) }
    return (whole.map { [$0] } ?? [])
      + chunks.indices.compactMap { index in
        guard isPart(index), !isPartOfUntold(index, taken),
          !casualtyClauses.contains(tree.owner[index]) || isDeadAmong(index),
          !isSpokenTo(index),
          !isSpeaker(index),
          let mention = chunks[index].mention, !taken.contains(mention),
          mentions[mention].count != nil
        else { return nil }
        return EventCandidate(
          rule: mentions[mention].rule, frame: .part, modality: .completed,
          trigger: finder.span(chunks[index].range), sentence: finder.span(sentence),
          arguments: Self.ordered(
            (isAnaphoric(index) ? [finder.argument(.reference, index, value: "them")] : [])
              + (isThere(index) ? [finder.argument(.reference, index, value: "there")] : [])
              + [finder.argument(.part, index, value: predicateCategory(index))]
              + (goal(of: index).map { [finder.argument(.to, $0)] } ?? [])
              + chunks.indices.filter { chunks[$0].kind == .date }.map {
                finder.argument(.date, $0)
              }))
      }
  }

  /// "of whom nine went to Lithuania and 114 to Ukraine": the party behind "to" that stands behind the part,
  /// before the next number.
  private func goal(of part: Int) -> Int? {
    for place in tree.own(tree.owner[part]) where place > part {
      if isCounted(place) { return nil }
      if chunks[place].kind == .party, finder.governor(of: place)?.value == "to" { return place }
    }
    return nil
  }

  /// "Among the released 230 Ukrainians were six civilians": the first number tells who came home.
  private func wholeOfParts(_ sentence: Range<Int>) -> EventCandidate? {
    guard let cue = chunks.first, cue.kind == .partCue, cue.value == "before-whole",
      chunks.count > 1,
      let people = (1..<min(3, chunks.count)).first(where: { chunks[$0].kind == .people }),
      isCounted(people), chunks[(people + 1)...].contains(where: { $0.kind == .aux })
    else { return nil }
    return EventCandidate(
      rule: "among-the-freed", frame: .movement, modality: .completed,
      trigger: finder.span(chunks[people].range), sentence: finder.span(sentence),
      arguments: [finder.argument(.people, people)])
  }

  /// "at least 34 of them are dead", "including the bodies of at least 34": the dead among those told before.
  private func isDeadAmong(_ index: Int) -> Bool {
    if chunks[index].kind == .people {
      return chunks[index].mention.map { mentions[$0].category == .remains } ?? false
        && isBehindPartCue(index)
    }
    guard chunks[index].kind == .part, let head = tree.clauses[tree.owner[index]].head else {
      return false
    }
    return chunks[head].kind == .aux && predicateCategory(index) == Category.remains.rawValue
  }

  /// "Researchers spoke to 41 of the Ukrainians": whom somebody else met or heard.
  private func isSpokenTo(_ index: Int) -> Bool {
    guard chunks[index].kind == .part, let governor = finder.governor(of: index),
      governor.kind == .preposition, ["to", "with"].contains(governor.value),
      !isTriggered(tree.owner[index])
    else { return false }
    return subject(of: tree.owner[index]) != [index]
  }

  /// "were among the injured".
  private func isAmongInjured(_ index: Int) -> Bool {
    chunks[index].kind == .state && index > 0 && chunks[index - 1].kind == .partCue
      && (index + 1 == chunks.count || chunks[index + 1].kind != .people)
  }

  /// "nine of them", "Two were captured": parts of what was told right before.
  private func isAnaphoric(_ index: Int) -> Bool {
    if chunks[index].kind == .number {
      // "Of these, 2,454 are military", but "Of the Ukrainians, 150 were serving"
      let isOfGroup = isBehindLeadingCue(index) && chunks.count > 1 && chunks[1].kind != .comma
      return !isOfGroup && (isStatedOfGroup(index) || isOfRecord(index))
    }
    guard chunks[index].kind == .part, let pronouns = rules.lexicon.classID("pronoun") else {
      return false
    }
    return isWord(chunks[index].range.upperBound - 1, pronouns)
  }

  func isCasualtyVerb(_ index: Int) -> Bool {
    guard chunks[index].kind == .verb, let verbs = rules.lexicon.classID("casualty-verb") else {
      return false
    }
    return isWord(chunks[index].range.upperBound - 1, verbs)
  }

  /// "an attack killed 26 people, including three children": the whole stands in the sentence, and is of
  /// no event.
  private func isPartOfUntold(_ index: Int, _ taken: Set<Int>) -> Bool {
    // "spoke to 174 former prisoners, five of them women"
    let isApposed = chunks[index].kind == .part && index > 1 && chunks[index - 1].kind == .comma
    let cue =
      isApposed
      ? index - 1
      : finder.governorIndex(of: index).flatMap { chunks[$0].kind == .partCue ? $0 : nil }
    guard let cue, cue > 0 else { return false }
    let whole = (max(0, cue - 5)..<cue).last { place in
      chunks[place].kind == .measure
        || cue - place <= 3 && (chunks[place].kind == .people || chunks[place].kind == .number)
    }
    guard let whole else { return false }
    if chunks[whole].kind == .measure { return true }
    // "The 183 included 18 inmates": told before.
    if chunks[whole].kind == .number, isDefinite(whole) { return false }
    guard isCounted(whole), let mention = chunks[whole].mention else { return false }
    return !taken.contains(mention)
  }

  /// "the 183": behind an article or the like.
  private func isDefinite(_ index: Int) -> Bool {
    guard let marks = rules.lexicon.classID("determiner"), index > 0 else { return false }
    return isWord(chunks[index].range.lowerBound - 1, marks)
  }

  /// "one of them said": who speaks is no part worth counting.
  private func isSpeaker(_ index: Int) -> Bool {
    let clause = tree.owner[index]
    return tree.clauses[clause].isSay && subject(of: clause).contains(index)
  }

  /// "when 90 soldiers came home and as many Russians left": a clause without a trigger tells the other way.
  func withEqual(_ candidates: [EventCandidate]) -> [EventCandidate] {
    guard let equal = chunks.indices.last(where: { chunks[$0].kind == .equal }),
      !candidates.contains(where: { isOf(tree.owner[equal], $0) }),
      let last = candidates.lastIndex(where: {
        ($0.frame == .movement || $0.frame == .swap) && !$0.arguments(.people).isEmpty
          && $0.trigger.start < finder.span(chunks[equal].range).start
      })
    else { return candidates }
    var result = candidates
    result[last].arguments = Self.ordered(
      result[last].arguments + [finder.argument(.equal, equal, value: category(behind: equal))])
    return result
  }

  /// Whether a candidate's trigger is the head of a clause or stands in it.
  private func isOf(_ clause: Int, _ candidate: EventCandidate) -> Bool {
    tree.own(clause).contains { candidate.trigger.contains(finder.span(chunks[$0].range)) }
  }

  /// "Two of the soldiers are officers", "nine of them officers", "3,574 of them military": what the
  /// part is said to be.
  func predicateCategory(_ part: Int) -> String? {
    if let told = toldCategory(part) { return told }
    guard chunks[part].kind == .part || chunks[part].kind == .number else { return nil }
    // "17 of the returnees had been convicted": that tells of none what they are.
    let isOfRecord =
      tellsRecord(tree.owner[part]) && subject(of: tree.owner[part]).contains(part)
    return isOfRecord ? Category.people.rawValue : nil
  }

  private func toldCategory(_ part: Int) -> String? {
    // "31 men who had defended Mariupol"
    if tree.modifiers(of: part).contains(where: { clause in
      tree.clauses[clause].head.map(isMilitaryVerb) ?? false
    }) {
      return Category.military.rawValue
    }
    guard chunks[part].kind == .part || chunks[part].kind == .number else { return nil }
    if isServiceBehindCue(part) || isServiceEntry(part) { return Category.military.rawValue }
    // "Two of" the soldiers: the whole is named first.
    var namesWhole =
      text.tokens[chunks[part].range.upperBound - 1].kind == .word
      && rules.lexicon.classID("of").map { isWord(chunks[part].range.upperBound - 1, $0) } ?? false
    let head = tree.clauses[tree.owner[part]].head ?? 0
    for place in tree.own(tree.owner[part]) where place > part && place - part <= 12 {
      if isMilitaryVerb(place) || isBeforeService(place) { return Category.military.rawValue }
      switch chunks[place].kind {
      case .people where namesWhole, .number where namesWhole: namesWhole = false
      case .people where !isCounted(place):
        return chunks[place].mention.flatMap { mentions[$0].category?.rawValue }
      case .state: return chunks[place].value
      case .aux, .adverb, .other, .relative, .nation, .status: continue
      // "Two of those returning to Ukraine are civilians"
      case .preposition where place < head, .party where place < head, .place where place < head:
        continue
      default: return nil
      }
    }
    return nil
  }

  /// "28 of them had defended Azovstal": who fights is military, as EVENTS.md has it.
  private func isMilitaryVerb(_ index: Int) -> Bool {
    guard let verbs = rules.lexicon.classID("military-verb") else { return false }
    return isPhrase(chunks[index].range.lowerBound, verbs)
  }

  /// "18 from the Armed Forces", "34 are from Azov": who serves there is military.
  func isBeforeService(_ preposition: Int) -> Bool {
    guard chunks[preposition].kind == .preposition, let services = rules.lexicon.classID("service")
    else { return false }
    let next = chunks[(preposition + 1)...].prefix(4).prefix {
      [.other, .adverb, .nation, .party, .organization, .place, .ordinal, .number, .stateSide]
        .contains($0.kind)
    }
    return next.contains { $0.range.contains { isPhrase($0, services) } }
  }
}
