internal import Records

/// Reads the frames of a sentence: for each trigger its rule, modality and arguments.
///
/// The work is split by what is looked at: verbs, their subjects, nouns, parts, circumstances, modality.
struct FrameReader {
  let rules: LanguageRules
  let text: TokenizedText
  let chunks: [Chunk]
  private(set) var mentions: [Mention]
  let phrases: [Int: VerbPhrase]
  let finder: ArgumentFinder
  let tree: ClauseTree
  /// The chunks that evoke a frame.
  let triggers: Set<Int>
  /// Verbs that are only particles of a trigger: "go" in "let them go".
  let particles: [Int: Int]

  /// Reads the clauses, and tells the sheet whose "its own" people are.
  init(
    _ rules: LanguageRules, _ text: TokenizedText, _ chunks: [Chunk], _ sheet: inout MentionSheet
  ) {
    let found = Triggers(chunks, rules, text)
    self.rules = rules
    self.text = text
    self.chunks = found.chunks
    mentions = sheet.mentions
    phrases = found.phrases
    triggers = found.ofFrames
    particles = found.particles
    finder = ArgumentFinder(
      chunks: found.chunks, text: text, nounMarks: found.nounMarks,
      captivity: found.captivity, particles: rules.frames.particles)
    var parser = ClauseParser(
      chunks: found.chunks, phrases: found.phrases, inert: found.inert,
      finder: finder, predicates: found.predicates,
      nounMarks: found.nounMarks, records: found.records)
    tree = parser.parse()
    for (mention, party) in owners(of: sheet.owned) { sheet.setParty(party, of: mention) }
    mentions = sheet.mentions
  }

  /// A chunk as an argument.
  func argument(_ role: EventCandidate.Role, _ chunk: Chunk) -> EventCandidate.Argument {
    EventCandidate.Argument(role: role, mention: chunk.mention, span: finder.span(chunk.range))
  }

  /// The bytes of a run of tokens.
  func span(_ tokens: Range<Int>) -> TextSpan { finder.span(tokens) }

  /// The candidates of the sentence in text order.
  func candidates(_ sentence: Range<Int>) -> [EventCandidate] {
    var candidates: [EventCandidate] = []
    for index in chunks.indices where triggers.contains(index) {
      switch chunks[index].kind {
      case .verb:
        candidates += verbCandidates(index, sentence)
      case .trigger:
        guard let rule = nounRule(at: index) else { continue }
        var candidate = withBreakdown(nounCandidate(rule, index, sentence))
        if isTopicOfTalks(index, rule) || rule.frame == .swap && isOutside(index) {
          candidate.frame = .about
        }
        let gapped = rule.isGeneric ? [] : gapped(candidate)
        if !gapped.isEmpty {
          candidates += gapped
          continue
        }
        let isComplete = isComplete(candidate, rule)
        // "exchanges" at large still tell what the article is about.
        let isPlan = candidate.modality != .completed && candidate.arguments(.people).isEmpty
        if rule.isGeneric, !isComplete || isPlan { candidate.frame = .about }
        if isComplete || rule.isGeneric {
          candidates += [candidate] + talksBehind(candidate, index)
        }
      default: break
      }
    }
    let moved = Set(
      candidates.filter { $0.frame == .movement || $0.frame == .swap }
        .flatMap { $0.arguments(.people) + $0.arguments(.counter) }.compactMap(\.mention))
    // "Three men held in Gaza were turned over": who goes free is not held any more.
    candidates.removeAll { candidate in
      candidate.frame == .hold
        && candidate.arguments(.people).contains { $0.mention.map(moved.contains) ?? false }
    }
    candidates = withTwinVerbs(
      withOnwardMoves(withoutSpareFormulas(withoutTwiceHeld(candidates))))
    candidates += listed(candidates, sentence)
    candidates = withNextDays(withStageDays(withEqual(candidates), sentence))
    candidates = withDealMade(withoutThings(candidates), sentence)
    candidates += discussions(beside: candidates, sentence)
    candidates += eachCandidates(candidates, sentence) + runningNumbers(sentence)
    candidates += statusReferences(sentence) + verblessEntry(candidates, sentence)
    candidates += datedEntries(candidates, sentence) + figures(candidates, sentence)
    candidates += captivesThatAre(candidates, sentence)
    candidates = withDayOfLists(
      withLastDays(withSwapsRetold(withOtherEnds(withoutAsides(candidates)))))
    return withDays(withDeals(candidates, sentence)) + partCandidates(candidates, sentence)
  }

  /// "3,000 letters were exchanged, the largest such exchange since spring": swaps of things are none of people.
  private func withoutThings(_ candidates: [EventCandidate]) -> [EventCandidate] {
    guard candidates.contains(where: { $0.frame == .swap }),
      chunks.contains(where: { $0.kind == .measure })
    else { return candidates }
    let swapsThings = tree.clauses.indices.contains { clause in
      guard let verb = tree.clauses[clause].head, triggers.contains(verb),
        verbRules(at: verb).contains(where: { $0.frame == .swap }),
        !candidates.contains(where: { $0.trigger.contains(finder.span(chunks[verb].range)) })
      else { return false }
      return tree.own(clause).contains {
        chunks[$0].kind == .measure && abs($0 - verb) <= Self.thingReach
      }
    }
    guard swapsThings else { return candidates }
    return candidates.filter { candidate in
      candidate.frame != .swap || candidate.arguments(.people).contains(where: isCounted)
    }
  }

  /// In chunks: from a verb to the things that it swaps.
  private static let thingReach = 6

  /// "under a 6,000-for-6,000 formula" tells an exchange only where no verb has the numbers.
  private func withoutSpareFormulas(_ candidates: [EventCandidate]) -> [EventCandidate] {
    let ratios = Set(chunks.filter { $0.kind == .ratio }.compactMap(\.mention))
    return candidates.filter { candidate in
      guard candidate.frame == .swap,
        candidate.arguments(.counter).contains(where: { $0.mention.map(ratios.contains) ?? false })
      else { return true }
      let mentions = Set(candidate.arguments(.people).compactMap(\.mention))
      return !candidates.contains { other in
        other.frame == .movement
          && other.arguments(.people).contains { $0.mention.map(mentions.contains) ?? false }
      }
    }
  }

  /// "released 10 foreigners, who were flown to Saudi Arabia": one move, told by two verbs.
  private func withOnwardMoves(_ candidates: [EventCandidate]) -> [EventCandidate] {
    var result = candidates
    for (later, onward) in candidates.enumerated().reversed()
    where onward.frame == .movement && onward.modality == .completed
      && !onward.arguments(.to).isEmpty && onward.arguments(.from).isEmpty
      && onward.arguments(.agent).isEmpty && onward.arguments(.people).count == 1
    {
      if isHowTheyCame(onward, candidates[..<later]) {
        result.remove(at: later)
        continue
      }
      guard
        let first = candidates[..<later].lastIndex(where: { candidate in
          isCounter(onward, of: candidate)
            || candidate.frame == .movement && candidate.modality == .completed
              && candidate.arguments(.to).isEmpty && !candidate.arguments(.from).isEmpty
              && candidate.arguments(.people).map(\.mention)
                == onward.arguments(.people).map(\.mention)
        })
      else { continue }
      if isCounter(onward, of: result[first]) {
        result.remove(at: later)
        continue
      }
      let added = onward.arguments.filter { [.to, .date].contains($0.role) && $0.value == nil }
      let hasDate = result[first].arguments.contains { $0.role == .date && $0.value == nil }
      result[first].arguments = Self.ordered(
        result[first].arguments + added.filter { $0.role == .to || !hasDate })
      result.remove(at: later)
    }
    return result
  }

  /// "has returned to Russia 46 residents, including 12 children, who were taken to Ukraine": how some of those who
  /// moved had come to where they were.
  private func isHowTheyCame(
    _ onward: EventCandidate, _ before: ArraySlice<EventCandidate>
  ) -> Bool {
    let people = onward.arguments(.people).compactMap(\.mention)
    return before.contains { candidate in
      candidate.frame == .movement && !candidate.arguments(.to).isEmpty
        && candidate.trigger != onward.trigger
        && candidate.arguments.contains { argument in
          [.people, .part].contains(argument.role)
            && argument.mention.map(people.contains) ?? false
        }
    }
  }

  /// "swapped for five detainees, who were flown to Qatar": the same people on their way.
  private func isCounter(_ onward: EventCandidate, of candidate: EventCandidate) -> Bool {
    let people = onward.arguments(.people).compactMap(\.mention)
    return !people.isEmpty && people == candidate.arguments(.counter).compactMap(\.mention)
  }

  /// What the first rule of a verb reads that finds all it needs, and what shares the verb.
  private func verbCandidates(_ index: Int, _ sentence: Range<Int>) -> [EventCandidate] {
    for rule in verbRules(at: index) {
      let candidate = withoutWholes(
        withoutRepeatedParts(withParts(withBreakdown(verbCandidate(rule, index, sentence)))))
      let gapped = gapped(candidate)
      if !gapped.isEmpty { return gapped }
      // "were met by cheering crowds" is no meeting.
      if rule.frame == .talks, phrases[index]?.voice == .passive, rule.object == nil { continue }
      if isComplete(candidate, rule), rule.frame != .mediation || isOurMediation(index) {
        return withGappedAgent(withDealDay(withoutGap(candidate, index)), index)
          + talksThatAgreed(candidate)
          + gappedActor(candidate, rule, index) + gappedDestination(candidate, index)
          + gappedHold(candidate, index)
      }
      if let onward = goalOfFreed(candidate, rule, index) { return [onward] }
    }
    return []
  }

  func nounRule(at index: Int) -> FrameRule? {
    chunks[index].kind == .trigger
      ? chunks[index].value.flatMap { Int($0) }.map { rules.frames.rules[$0] } : nil
  }

  /// A return without people is no event of ours.
  func isComplete(_ candidate: EventCandidate, _ rule: FrameRule) -> Bool {
    if rule.isGeneric {
      return candidate.arguments.contains {
        [.people, .each, .ordinal].contains($0.role) || $0.role == .date && $0.value == nil
      }
    }
    if candidate.arguments(.reference).contains(where: { $0.value == "recalled" }) { return true }
    if rule.continues,
      !candidate.arguments(.reference).contains(where: { $0.value == "stage-day" })
    {
      return false
    }
    if !rule.needs.allSatisfy({ role in candidate.arguments.contains { $0.role == role } }) {
      return false
    }
    if rule.goesToOwnCountry, !goToOwnCountry(candidate) { return false }
    if !rule.peopleClasses.isEmpty, !hasPeople(of: rule.peopleClasses, candidate) { return false }
    return !rule.needsPeople
      || candidate.arguments.contains {
        [.people, .part, .equal, .counter, .ordinal].contains($0.role)
      }
  }

  /// "sent 252 Venezuelans to Caracas": by the party of the people and that of where they go.
  private func goToOwnCountry(_ candidate: EventCandidate) -> Bool {
    let goals = candidate.arguments(.to).compactMap {
      $0.mention.flatMap { mentions[$0].belongsTo }
    }
    return candidate.arguments(.people).contains { argument in
      argument.mention.flatMap { mentions[$0].party }.map(goals.contains) ?? false
    }
  }

  /// Whether some of the people are called by a word of the classes.
  private func hasPeople(of classes: [ClassID], _ candidate: EventCandidate) -> Bool {
    candidate.arguments(.people).contains { argument in
      chunks.contains { chunk in
        // "Nine went to Lithuania": of those told before.
        chunk.mention == argument.mention && chunk.kind == .number && candidate.frame == .movement
          && !candidate.arguments(.to).isEmpty
          || chunk.mention == argument.mention
            && chunk.range.contains { token in classes.contains { isWord(token, $0) } }
      }
    }
  }

  static func ordered(_ arguments: [EventCandidate.Argument]) -> [EventCandidate.Argument] {
    var seen: Set<EventCandidate.Argument> = []
    return arguments.filter { seen.insert($0).inserted }
      .sorted { ($0.span, $0.role.rawValue) < ($1.span, $1.role.rawValue) }
  }
}
