internal import Records

/// Reads the frames of a sentence: for each trigger its rule, modality and arguments.
struct FrameReader {
  let rules: LanguageRules
  let text: TokenizedText
  let nodes: [ClauseNode]
  let mentions: [Mention]
  private let phrases: [Int: VerbPhrase]
  private let finder: ArgumentFinder

  init(_ rules: LanguageRules, _ text: TokenizedText, _ nodes: [ClauseNode], _ mentions: [Mention])
  {
    self.rules = rules
    self.text = text
    let nodes = Self.withoutForeignNouns(nodes, rules, text)
    self.nodes = nodes
    self.mentions = mentions
    let reader = VerbPhraseReader(nodes: nodes)
    var phrases: [Int: VerbPhrase] = [:]
    for index in nodes.indices where nodes[index].kind == .verb {
      phrases[index] = reader.phrase(at: index)
      if Self.isHyphenated(index, nodes, text) { phrases[index]?.isFinite = false }
    }
    self.phrases = phrases
    var triggers = Set(nodes.indices.filter { nodes[$0].kind == .trigger })
    for index in phrases.keys where rules.frames.verbs[nodes[index].value ?? ""] != nil {
      if Self.hasRule(at: index, nodes, text, rules), !Self.isLight(index, nodes, phrases),
        !Self.isHyphenated(index, nodes, text) || Self.isMediation(index, nodes, rules)
      {
        triggers.insert(index)
      }
    }
    var particles: [Int: Int] = [:]
    for index in triggers where nodes[index].kind == .verb {
      if let particle = Self.verbParticle(of: index, nodes, text, rules) {
        particles[particle] = index
      }
    }
    finder = ArgumentFinder(
      nodes: nodes, phrases: phrases, text: text, triggers: triggers.subtracting(particles.keys),
      particles: particles)
  }

  /// "go" of "let them go", where the particle of a trigger is a verb itself.
  private static func verbParticle(
    of index: Int, _ nodes: [ClauseNode], _ text: TokenizedText, _ rules: LanguageRules
  ) -> Int? {
    for trigger in rules.frames.verbs[nodes[index].value ?? ""] ?? []
    where !trigger.particles.isEmpty {
      for place in index + 1..<max(index + 1, min(index + 12, nodes.count))
      where nodes[place].kind == .verb {
        return nodes[place].range.contains { trigger.particles.contains(text.tokens[$0].lexeme) }
          ? place : nil
      }
    }
    return nil
  }

  /// "Russian-held territory"
  private static func isHyphenated(_ index: Int, _ nodes: [ClauseNode], _ text: TokenizedText)
    -> Bool
  {
    let token = nodes[index].range.lowerBound
    return token > 0 && !text.tokens[token].followsSpace
      && text.bytes(token - 1).elementsEqual("-".utf8)
  }

  private static func isMediation(_ index: Int, _ nodes: [ClauseNode], _ rules: LanguageRules)
    -> Bool
  {
    rules.frames.verbs[nodes[index].value ?? ""]?.contains {
      rules.frames.rules[$0.rule].frame == .mediation
    } ?? false
  }

  /// Nouns that evoke a frame only behind a preposition ("in captivity") are words like others elsewhere.
  private static func withoutForeignNouns(
    _ nodes: [ClauseNode], _ rules: LanguageRules, _ text: TokenizedText
  ) -> [ClauseNode] {
    let finder = ArgumentFinder(nodes: nodes, phrases: [:], text: text, triggers: [])
    return nodes.indices.map { index in
      var node = nodes[index]
      if node.kind == .trigger, let number = node.value.flatMap({ Int($0) }) {
        let after = rules.frames.rules[number].after
        if !after.isEmpty, !after.contains(finder.governor(of: index)?.value ?? "") {
          node.kind = .other
        }
      }
      return node
    }
  }

  /// "The first round, held on May 16": the verb only says that the noun happened.
  private static func isLight(_ verb: Int, _ nodes: [ClauseNode], _ phrases: [Int: VerbPhrase])
    -> Bool
  {
    guard nodes[verb].value == "hold" else { return false }
    var place = (phrases[verb]?.start ?? verb) - 1
    while place >= 0, verb - place <= 6 {
      switch nodes[place].kind {
      case .trigger: return true
      case .comma, .aux, .adverb, .relative, .other: place -= 1
      default: return false
      }
    }
    return false
  }

  private static func hasRule(
    at index: Int, _ nodes: [ClauseNode], _ text: TokenizedText, _ rules: LanguageRules
  ) -> Bool {
    rules.frames.verbs[nodes[index].value ?? ""]?.contains { trigger in
      trigger.particles.isEmpty || hasParticle(trigger.particles, after: index, nodes, text)
    } ?? false
  }

  /// A node as an argument.
  func argument(_ role: EventCandidate.Role, _ node: ClauseNode) -> EventCandidate.Argument {
    EventCandidate.Argument(role: role, mention: node.mention, span: finder.span(node.range))
  }

  /// The bytes of a run of tokens.
  func span(_ tokens: Range<Int>) -> TextSpan { finder.span(tokens) }

  /// The candidates of the sentence in text order.
  func candidates(_ sentence: Range<Int>) -> [EventCandidate] {
    var candidates: [EventCandidate] = []
    for index in nodes.indices {
      switch nodes[index].kind {
      case .verb:
        guard finder.triggers.contains(index), let rule = verbRule(at: index) else { continue }
        let candidate = verbCandidate(rule, index, sentence)
        let gapped = gapped(candidate)
        if !gapped.isEmpty {
          candidates += gapped
          continue
        }
        if Self.isComplete(candidate, rule), rule.frame != .mediation || isOurMediation(index) {
          candidates.append(candidate)
        }
      case .trigger:
        guard let number = nodes[index].value.flatMap({ Int($0) }) else { continue }
        let rule = rules.frames.rules[number]
        var candidate = nounCandidate(rule, index, sentence)
        let isComplete = Self.isComplete(candidate, rule)
        // "exchanges" at large still tell what the article is about.
        if rule.isGeneric, !isComplete { candidate.modality = .unreal }
        if isComplete || rule.isGeneric { candidates.append(candidate) }
      default: break
      }
    }
    if candidates.isEmpty { candidates += eachCandidates(sentence) }
    return candidates + partCandidates(candidates, sentence)
  }

  /// "The ministry spoke of 150 prisoners on either side": without a trigger, "each" tells an exchange.
  private func eachCandidates(_ sentence: Range<Int>) -> [EventCandidate] {
    guard let each = nodes.firstIndex(where: { $0.kind == .each }),
      !nodes.contains(where: { $0.kind == .habitual }),
      let people = (max(0, each - 3)..<each).last(where: {
        nodes[$0].kind == .people && isCounted($0)
      })
    else { return [] }
    var arguments = [finder.argument(.people, people), finder.argument(.each, each)]
    arguments += nodes.indices.filter { nodes[$0].kind == .date }.prefix(1).map {
      finder.argument(.date, $0)
    }
    return [
      EventCandidate(
        rule: "count-each", frame: .swap, modality: .completed,
        trigger: finder.span(nodes[people].range),
        sentence: finder.span(sentence), arguments: Self.ordered(arguments + sources()))
    ]
  }

  /// "Among them were five officers", "Two of the soldiers are officers": parts of a group that was
  /// told in another sentence.
  private func partCandidates(_ others: [EventCandidate], _ sentence: Range<Int>)
    -> [EventCandidate]
  {
    let isCasualty = nodes.contains { node in
      node.kind == .casualty
        || node.kind == .people
          && node.mention.map { mentions[$0].category == .remains && mentions[$0].count == nil }
            ?? false
    }
    if isCasualty { return [] }
    let taken = Set(others.flatMap(\.arguments).compactMap(\.mention))
    return nodes.indices.compactMap { index in
      let isPart =
        nodes[index].kind == .part || isBehindLeadingCue(index)
        || nodes[index].kind == .people
          && (finder.governor(of: index)?.kind == .partCue || isJoinedToPart(index))
      guard isPart, let mention = nodes[index].mention, !taken.contains(mention),
        mentions[mention].count != nil
      else { return nil }
      return EventCandidate(
        rule: mentions[mention].rule, frame: .part, modality: .completed,
        trigger: finder.span(nodes[index].range), sentence: finder.span(sentence),
        arguments: [finder.argument(.part, index, value: predicateCategory(index))])
    }
  }

  /// A return without people is no event of ours.
  private static func isComplete(_ candidate: EventCandidate, _ rule: FrameRule) -> Bool {
    if rule.isGeneric {
      return candidate.arguments.contains {
        [.people, .each, .ordinal].contains($0.role) || $0.role == .date && $0.value == nil
      }
    }
    return !rule.needsPeople
      || candidate.arguments.contains {
        [.people, .part, .equal, .counter, .ordinal].contains($0.role)
      }
  }

  /// "let 390 people go on Friday, then 307 on Saturday": each number with the date behind it is an
  /// event; empty where there are not several of both.
  private func gapped(_ candidate: EventCandidate) -> [EventCandidate] {
    let people = candidate.arguments(.people).filter {
      $0.mention.flatMap { mentions[$0].count } != nil
    }
    let dates = candidate.arguments(.date).filter { $0.value != "sentence" }
    guard people.count >= 2, dates.count == people.count else { return [] }
    let pairs = zip(people, dates.sorted { $0.span < $1.span })
    let next = people.dropFirst().map(\.span.start) + [Int.max]
    guard
      zip(pairs, next).allSatisfy({ pair, limit in
        pair.0.span.end <= pair.1.span.start && pair.1.span.end <= limit
      })
    else { return [] }
    let shared = candidate.arguments.filter { $0.role != .people && $0.role != .date }
    return pairs.map { person, date in
      var single = candidate
      var date = date
      date.value = nil
      single.arguments = Self.ordered(shared + [person, date])
      return single
    }
  }

  /// "facilitated communication" is not about an exchange; "mediated the swap" and "mediated" are.
  private func isOurMediation(_ index: Int) -> Bool {
    guard phrases[index]?.voice == .active, nodes[index].form != .participle else { return true }
    guard
      let next = nodes[(index + 1)...].prefix(4).first(where: { node in
        node.kind == .trigger || node.kind == .people
          || node.kind == .other && text.tokens[node.range.lowerBound].kind == .word
            && ![1, 2, 3].contains(text.tokens[node.range.lowerBound].length)
      })
    else { return true }
    return next.kind != .other
      || (index + 1..<min(index + 7, nodes.count)).contains { nodes[$0].kind == .trigger }
  }

  /// The rule of a verb, particles considered.
  private func verbRule(at index: Int) -> FrameRule? {
    guard let base = nodes[index].value, let triggers = rules.frames.verbs[base] else { return nil }
    for trigger in triggers {
      if trigger.particles.isEmpty || Self.hasParticle(trigger.particles, after: index, nodes, text)
      {
        return rules.frames.rules[trigger.rule]
      }
    }
    return nil
  }

  /// A particle stands behind the verb or its object: "brought 307 soldiers home".
  private static func hasParticle(
    _ particles: Set<Int32>, after verb: Int, _ nodes: [ClauseNode], _ text: TokenizedText
  ) -> Bool {
    for index in (verb + 1)..<min(verb + 12, nodes.count) {
      if nodes[index].range.contains(where: { particles.contains(text.tokens[$0].lexeme) }) {
        return true
      }
      if nodes[index].kind == .stop || nodes[index].kind == .verb { return false }
    }
    return false
  }

  // MARK: Verbs

  private func verbCandidate(_ rule: FrameRule, _ index: Int, _ sentence: Range<Int>)
    -> EventCandidate
  {
    var phrase = phrases[index] ?? VerbPhrase(start: index)
    let zone = finder.zone(of: index, phraseStart: phrase.start)
    let left = leftActors(before: phrase.start, in: zone)
    let objects = objectPeople(after: index, in: zone)
    var arguments: [EventCandidate.Argument] = []
    // "civilians released on Friday": a participle behind people, with no object of its own.
    let isReduced =
      nodes[index].form == .pastOrParticiple && phrase.voice == .active && objects.isEmpty
      && phrase.start == index && rule.intransitive == nil
      && !(index > 0 && nodes[index - 1].kind == .relative)
      && left.contains { ArgumentFinder.peopleKinds.contains(nodes[$0].kind) }
    if isReduced { phrase.voice = .passive }
    let role: EventCandidate.Role? =
      phrase.voice == .passive
      ? rule.object : objects.isEmpty ? rule.intransitive ?? rule.subject : rule.subject
    for actor in left {
      let isPeople = ArgumentFinder.peopleKinds.contains(nodes[actor].kind)
      if nodes[actor].kind == .part, rule.frame == .hold {
        arguments.append(finder.argument(.part, actor, value: predicateCategory(actor)))
      } else if isPeople || nodes[actor].kind == .part, role == .people {
        arguments.append(finder.argument(.people, actor, value: inherited(actor)))
      } else if !isPeople, let role, role != .people {
        arguments.append(finder.argument(role, actor))
      } else if !isPeople, phrase.voice == .active, let subject = rule.subject {
        arguments.append(finder.argument(subject, actor))
      } else if isPeople, role == .side {
        arguments.append(finder.argument(.people, actor))
      }
    }
    if rule.frame == .swap, !arguments.contains(where: { $0.role == .people }) {
      arguments += ratio(in: nodes.indices)
    }
    arguments += eachCount(arguments, rule, after: index)
    if phrase.voice == .active, let object = rule.object {
      for place in objects {
        arguments.append(finder.argument(object, place, value: inherited(place)))
      }
    }
    let taken = Set(left + objects)
    arguments += prepositional(rule, trigger: index, zone: zone, taken: taken)
    arguments += circumstances(trigger: index, zone: zone, sentence: sentence)
    arguments += totalCount(arguments, after: index)
    if rule.subject == .mediator { arguments += hyphenated(before: index) }
    return EventCandidate(
      rule: rule.name, frame: rule.frame, modality: modality(rule, phrase, zone),
      trigger: finder.span(phrase.start..<index + 1, nodes),
      sentence: finder.span(sentence), arguments: Self.ordered(arguments))
  }

  /// "put the number of people recovered at more than 7,000": the count stands behind the clause.
  private func totalCount(_ arguments: [EventCandidate.Argument], after index: Int)
    -> [EventCandidate.Argument]
  {
    guard arguments.contains(where: { $0.role == .period }),
      !arguments.contains(where: {
        $0.role == .people && $0.mention.flatMap { mentions[$0].count } != nil
      })
    else { return [] }
    for place in nodes.indices where nodes[place].kind == .number || nodes[place].kind == .people {
      guard let before = finder.governor(of: place), place > index || before.value == "at",
        before.kind == .preposition && ["at", "to", "of"].contains(before.value)
          || before.kind == .aux,
        nodes[place].mention.flatMap({ mentions[$0].count }) != nil,
        nodes[place].kind == .people || finder.isElliptic(place)
      else { continue }
      return [finder.argument(.people, place)]
    }
    return []
  }

  /// "US-brokered"
  private func hyphenated(before index: Int) -> [EventCandidate.Argument] {
    guard index >= 2, nodes[index - 1].kind == .other,
      text.bytes(nodes[index - 1].range.lowerBound).elementsEqual("-".utf8),
      nodes[index - 2].kind == .party || nodes[index - 2].kind == .nation
    else { return [] }
    return [finder.argument(.mediator, index - 2)]
  }

  /// "with the Emirates as the go-between", "Emirati mediators": the parties nearest on the left.
  private func mediators(before index: Int, in zone: Range<Int>) -> [EventCandidate.Argument] {
    var found: [EventCandidate.Argument] = []
    var place = index - 1
    // "the Emirates, which acted as mediator"
    let start =
      zone.lowerBound > 0 && nodes[zone.lowerBound - 1].kind == .relative
      ? max(0, zone.lowerBound - 5) : zone.lowerBound
    while place >= start, index - place <= 12 {
      let kind = nodes[place].kind
      if kind == .party || kind == .nation || kind == .organization {
        found.append(finder.argument(.mediator, place))
      } else if !found.isEmpty, kind != .conjunction, kind != .comma, kind != .other {
        break
      }
      place -= 1
    }
    return found
  }

  /// The subject: the nearest group of people or actors before the verb that is behind no preposition.
  private func leftActors(before start: Int, in zone: Range<Int>) -> [Int] {
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
  private func sharedSubject(_ start: Int, _ zone: Range<Int>) -> [Int]? {
    guard start > 0, nodes[start - 1].kind == .conjunction, nodes[start - 1].value == "and",
      zone.lowerBound > 0, nodes[zone.lowerBound - 1].kind == .verb,
      let other = phrases[zone.lowerBound - 1]
    else { return nil }
    return leftActors(
      before: other.start, in: finder.zone(of: zone.lowerBound - 1, phraseStart: other.start))
  }

  private func isCounted(_ index: Int) -> Bool {
    nodes[index].mention.map { mentions[$0].count != nil } ?? false
  }

  /// "Sixty people, soldiers for the most part, were exchanged"
  private func countedBeforeComma(_ index: Int, in zone: Range<Int>) -> [Int] {
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
  private func antecedent(before index: Int) -> [Int] {
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
  private func beforeInsertion(_ start: Int) -> [Int] {
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
  private func beyondRelative(_ low: Int) -> [Int] {
    guard low > 0, nodes[low - 1].kind == .verb else { return [] }
    let relative = stride(from: low - 2, through: max(0, low - 9), by: -1).first {
      nodes[$0].kind == .relative
    }
    guard let relative else { return [] }
    return (max(0, relative - 7)..<relative).last { nodes[$0].kind == .people && isCounted($0) }.map
    { [$0] } ?? []
  }

  private func isCoordinated(_ left: Int, _ right: Int) -> Bool {
    (left + 1..<right).contains { nodes[$0].kind == .conjunction }
  }

  private func isCoordinatedLeft(_ index: Int, _ zone: Range<Int>) -> Bool {
    guard let before = finder.governor(of: index) else { return false }
    return before.kind == .conjunction
      || before.kind == .comma
        && (index + 1..<zone.upperBound).prefix(3).contains { nodes[$0].kind == .conjunction }
  }

  /// The objects: people behind the verb and behind no preposition, coordinated ones included.
  private func objectPeople(after verb: Int, in zone: Range<Int>) -> [Int] {
    var found: [Int] = []
    for index in (verb + 1)..<max(verb + 1, zone.upperBound) {
      let kind = nodes[index].kind
      if kind == .verb && finder.triggers.contains(index) || kind == .say { break }
      if kind == .comma, found.isEmpty { break }
      if kind == .stop { break }
      guard kind == .people || kind == .number && finder.isElliptic(index) else { continue }
      let governor = finder.governor(of: index)?.kind
      if governor == .partCue || governor == .total { continue }
      if finder.preposition(of: index, in: zone) == nil { found.append(index) }
    }
    return found
  }

  /// What a number without a noun counts: what the last counted noun before it named.
  private func inherited(_ index: Int) -> String? {
    guard nodes[index].kind == .number else { return nil }
    return nodes[..<index].last { $0.kind == .people }?.mention.flatMap {
      mentions[$0].category?.rawValue
    }
  }

  // MARK: Nouns

  private func nounCandidate(_ rule: FrameRule, _ index: Int, _ sentence: Range<Int>)
    -> EventCandidate
  {
    let zone = finder.zone(of: index, phraseStart: index)
    var arguments: [EventCandidate.Argument] = []
    if let before = finder.governor(of: index), before.kind == .ratio,
      let place = nodes.firstIndex(of: before)
    {
      arguments += ratio(in: max(0, place - 5)..<place + 1)
    }
    if let role = rule.intransitive {
      var actors = leftActors(before: index, in: zone)
      if !actors.contains(where: isCounted) {
        let near = (max(0, index - 5)..<index).last { nodes[$0].kind == .people && isCounted($0) }
        if let near { actors = [near] }
      }
      for place in actors
      where nodes[place].kind == .people || nodes[place].kind == .part
        || nodes[place].kind == .number
      {
        let isPart = nodes[place].kind == .part && rule.frame == .hold
        arguments.append(finder.argument(isPart ? .part : role, place))
      }
      if let before = finder.governor(of: index), let subject = rule.subject, index > 0,
        nodes[index - 1].kind == .nation, before.kind == .preposition
      {
        arguments.append(finder.argument(subject, index - 1))
      }
    }
    arguments += prepositional(rule, trigger: index, zone: zone, taken: [])
    arguments += eachCount(arguments, rule, after: index)
    if rule.subject == .mediator, !arguments.contains(where: { $0.role == .mediator }) {
      arguments += mediators(before: index, in: zone)
    }
    arguments += circumstances(trigger: index, zone: zone, sentence: sentence)
    if let ordinal = ordinal(before: index) { arguments.append(finder.argument(.ordinal, ordinal)) }
    return EventCandidate(
      rule: rule.name, frame: rule.frame, modality: nounModality(rule, index, zone),
      trigger: finder.span(nodes[index].range), sentence: finder.span(sentence),
      arguments: Self.ordered(arguments))
  }

  /// "103-for-103": the people of one direction and of the other.
  private func ratio(in range: Range<Int>) -> [EventCandidate.Argument] {
    let places = range.filter { nodes[$0].kind == .ratio }
    guard places.count >= 2 else { return [] }
    return [finder.argument(.people, places[0]), finder.argument(.counter, places[1])]
  }

  /// "an exchange of wounded prisoners, 110 from each side": a number that only "each" gives a place.
  private func eachCount(
    _ arguments: [EventCandidate.Argument], _ rule: FrameRule, after trigger: Int
  ) -> [EventCandidate.Argument] {
    let isCounted = arguments.contains {
      ($0.role == .people || $0.role == .part) && $0.mention.flatMap { mentions[$0].count } != nil
    }
    guard rule.frame == .swap || rule.frame == .movement, !isCounted else { return [] }
    for index in trigger + 1..<max(trigger + 1, nodes.count) {
      if finder.triggers.contains(index) { return [] }
      guard nodes[index].kind == .each, index > 0 else { continue }
      for place in stride(from: index - 1, through: max(trigger, index - 3), by: -1)
      where nodes[place].kind == .number && finder.isElliptic(place) || nodes[place].kind == .people
      {
        return [finder.argument(.people, place), finder.argument(.each, index)]
      }
    }
    return []
  }

  /// "the 50th exchange", with at most two words between.
  private func ordinal(before index: Int) -> Int? {
    for place in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      if nodes[place].kind == .ordinal { return isQualified(index) ? nil : place }
      if nodes[place].kind != .other && nodes[place].kind != .nation && nodes[place].kind != .people
      {
        break
      }
    }
    // "the exchange was the 64th"
    for place in index + 1..<max(index + 1, min(index + 12, nodes.count)) {
      if nodes[place].kind == .ordinal, !isQualified(place) { return place }
      if nodes[place].kind == .trigger || nodes[place].kind == .verb || nodes[place].kind == .stop {
        break
      }
    }
    return nil
  }

  /// "the tenth of 2024", "the second this year": no running number of the war.
  private func isQualified(_ index: Int) -> Bool {
    nodes[(index + 1)...].prefix(2).contains { node in
      node.kind == .date
        && node.mention.map { mentions[$0].value?.contains("..") == false } ?? false
    }
  }

  // MARK: Both

  private func prepositional(
    _ rule: FrameRule, trigger: Int, zone: Range<Int>, taken: Set<Int>
  ) -> [EventCandidate.Argument] {
    var arguments: [EventCandidate.Argument] = []
    for index in zone where !taken.contains(index) {
      guard let preposition = finder.preposition(of: index, in: zone),
        let role = rule.prepositions[preposition], !isOthers(index, trigger, zone)
      else { continue }
      switch (role, nodes[index].kind) {
      case (.people, .people), (.people, .ratio), (.counter, .people), (.counter, .ratio):
        if index > trigger || role == .counter { arguments.append(finder.argument(role, index)) }
      case (.people, .number), (.counter, .number):
        if index > trigger, finder.isElliptic(index) {
          arguments.append(finder.argument(role, index, value: inherited(index)))
        }
      case (.from, .party) where finder.isPossessor(index): break
      case (.from, .party), (.from, .nation), (.to, .party), (.side, .party), (.agent, .party),
        (.side, .organization), (.mediator, .party), (.mediator, .organization),
        (.mediator, .nation),
        (.from, .organization), (.agent, .organization), (.to, .organization):
        arguments.append(finder.argument(role, index))
      case (.from, .people), (.to, .people):
        break
      default: break
      }
    }
    return arguments
  }

  /// A phrase belongs to the trigger before it; behind a comma it belongs to none, lists aside.
  private func isOthers(_ index: Int, _ trigger: Int, _ zone: Range<Int>) -> Bool {
    if finder.belongsToOther(index, than: trigger) { return true }
    if index < trigger {
      return (zone.lowerBound..<index).contains { finder.triggers.contains($0) }
    }
    let isActor = nodes[index].kind == .party || nodes[index].kind == .nation
    let commas = (trigger..<index).filter { nodes[$0].kind == .comma }
    return isActor
      && commas.contains { comma in comma == 0 || nodes[comma - 1].kind != nodes[index].kind }
  }

  /// Dates, places and words that stand anywhere in the clause.
  private func circumstances(
    trigger: Int, zone: Range<Int>, sentence: Range<Int>
  ) -> [EventCandidate.Argument] {
    var arguments: [EventCandidate.Argument] = []
    for index in zone {
      switch nodes[index].kind {
      case .place:
        if !finder.belongsToOther(index, than: trigger),
          let preposition = finder.preposition(of: index, in: zone),
          ["in", "at", "near"].contains(preposition)
        {
          arguments.append(finder.argument(.place, index))
        } else if index + 1 == trigger, nodes[trigger].kind == .trigger {
          arguments.append(finder.argument(.place, index))
        }
      case .each, .equal, .outside, .bothTotal:
        guard !finder.belongsToOther(index, than: trigger) else { continue }
        let roles: [ClauseNode.Kind: EventCandidate.Role] = [
          .each: .each, .equal: .equal, .outside: .outside,
        ]
        arguments.append(finder.argument(roles[nodes[index].kind] ?? .total, index))
      case .additional: arguments.append(finder.argument(.additional, index))
      case .total: arguments.append(finder.argument(.period, index))
      case .part: arguments.append(finder.argument(.part, index, value: predicateCategory(index)))
      case .people where finder.governor(of: index)?.kind == .partCue || isJoinedToPart(index):
        arguments.append(finder.argument(.part, index))
      default: break
      }
    }
    return arguments + sources() + dates(trigger: trigger, zone: zone)
  }

  /// Dates of the clause that no other trigger is nearer to. Where there are none, those of the
  /// sentence that stand in no trigger's reach: the day of a statement is the last resort.
  private func dates(trigger: Int, zone: Range<Int>) -> [EventCandidate.Argument] {
    let all = nodes.indices.filter { nodes[$0].kind == .date }
    let isNoun = nodes[trigger].kind == .trigger
    let own = all.filter { index in
      guard let owner = finder.owner(ofDate: index) else { return false }
      return owner == trigger
        || isNoun && zone.contains(index) && isPredicate(owner, of: trigger)
    }.sorted { distance($0, trigger) < distance($1, trigger) }
    if !own.isEmpty {
      return own.enumerated().map { rank, index in
        finder.argument(.date, index, value: rank == 0 ? nil : "also")
      }
    }
    return all.filter { !isInSinceClause($0) }.filter { index in
      finder.owner(ofDate: index).map { !finder.triggers.contains($0) } ?? true
    }
    .map { finder.argument(.date, $0, value: "sentence") }
  }

  /// "the 64th since Putin sent his tanks in February 2022"
  private func isInSinceClause(_ index: Int) -> Bool {
    for place in stride(from: index - 1, through: 0, by: -1) {
      if nodes[place].kind == .comma || nodes[place].kind == .stop { return false }
      if nodes[place].kind == .preposition, nodes[place].value == "since" { return true }
    }
    return false
  }

  /// "the exchange took place", but not "the exchange was the 64th since the war began".
  private func isPredicate(_ verb: Int, of trigger: Int) -> Bool {
    verb > trigger && !finder.triggers.contains(verb)
      && !(trigger + 1..<verb).contains {
        nodes[$0].kind == .preposition
          && (nodes[$0].value == "since" || nodes[$0].value == "during")
      }
  }

  /// In nodes; a comma between them counts for several.
  private func distance(_ index: Int, _ trigger: Int) -> Int {
    let between = min(index, trigger)..<max(index, trigger)
    return between.count + 6 * between.count { nodes[$0].kind == .comma }
  }

  /// "Of the Ukrainians, 150 were serving in the army and seven were civilians"
  private func isBehindLeadingCue(_ index: Int) -> Bool {
    guard let first = nodes.first(where: { $0.kind != .other }), first.kind == .partCue,
      nodes[0].range == first.range
    else { return false }
    return index > 0
      && (nodes[index].kind == .number && finder.isElliptic(index) || nodes[index].kind == .people)
      && isCounted(index)
  }

  /// "Two of the soldiers are officers", "nine of them officers", "3,574 of them military": what the
  /// part is said to be.
  private func predicateCategory(_ part: Int) -> String? {
    guard nodes[part].kind == .part || nodes[part].kind == .number else { return nil }
    var place = part + 1
    let end = min(part + 7, nodes.count)
    // "Two of" the soldiers: the whole is named first.
    let names = nodes[part].range.upperBound
    if place < end, nodes[place].kind == .people, text.tokens[names - 1].kind == .word,
      rules.lexicon.classID("of").map({ id in
        text.tokens.indices.contains(names - 1) && isWord(names - 1, id)
      }) ?? false
    {
      place += 1
    }
    while place < end {
      switch nodes[place].kind {
      case .people where !isCounted(place):
        return nodes[place].mention.flatMap { mentions[$0].category?.rawValue }
      case .state: return nodes[place].value
      case .aux, .adverb, .other, .relative: place += 1
      default: return nil
      }
    }
    return nil
  }

  private func isWord(_ token: Int, _ lexicalClass: ClassID) -> Bool {
    var isFound = false
    rules.lexicon.matches(text, at: token, before: token + 1) { entry, _ in
      isFound = isFound || rules.lexicon.entries[entry].lexicalClass == lexicalClass
    }
    return isFound
  }

  /// "3,574 of them military and 763 civilian": a number joined to a part is a part.
  private func isJoinedToPart(_ index: Int) -> Bool {
    guard nodes[index].kind == .people, isCounted(index), index >= 2 else { return false }
    guard nodes[index - 1].kind == .conjunction || nodes[index - 1].kind == .comma else {
      return false
    }
    return nodes[max(0, index - 6)..<index - 1].contains { $0.kind == .part }
  }

  /// Who says it: the nearest person or organization beside a word of saying.
  private func sources() -> [EventCandidate.Argument] {
    var found: [EventCandidate.Argument] = []
    for index in nodes.indices where nodes[index].kind == .say {
      let near = stride(from: 1, through: 5, by: 1).flatMap { [index - $0, index + $0] }
      for place in near where nodes.indices.contains(place) {
        if nodes[place].kind == .person || nodes[place].kind == .organization {
          found.append(finder.argument(.source, place))
          break
        }
      }
    }
    return found
  }

  private func modality(
    _ rule: FrameRule, _ phrase: VerbPhrase, _ zone: Range<Int>
  ) -> EventCandidate.Modality {
    if let modality = rule.modality { return modality }
    if zone.contains(where: { nodes[$0].kind == .habitual }) { return .unreal }
    if phrase.modality == .completed, let status = status(in: zone) { return status }
    if isBare(phrase), plannedBefore(phrase.start) { return .planned }
    if phrase.modality == .planned, let governor = remoteGovernor(before: phrase.start) {
      return governor
    }
    return phrase.modality
  }

  /// "hopes to see 500 captives return": a base form without an auxiliary of its own.
  private func isBare(_ phrase: VerbPhrase) -> Bool {
    phrase.modality == .completed && nodes[phrase.start].kind == .verb
      && nodes[phrase.start].form == .base
  }

  private func plannedBefore(_ start: Int) -> Bool {
    for place in stride(from: start - 1, through: 0, by: -1) {
      if finder.triggers.contains(place) || nodes[place].kind == .stop { return false }
      if nodes[place].kind == .governor {
        return nodes[place].value == EventCandidate.Modality.planned.rawValue
      }
    }
    return false
  }

  /// "agreed that 1,200 will be exchanged", "turned down a suggestion that 1,000 be freed"
  private func remoteGovernor(before start: Int) -> EventCandidate.Modality? {
    var found: EventCandidate.Modality?
    for place in stride(from: start - 1, through: 0, by: -1) {
      if finder.triggers.contains(place) || nodes[place].kind == .stop { break }
      guard nodes[place].kind == .governor || nodes[place].kind == .status,
        let modality = nodes[place].value.flatMap(EventCandidate.Modality.init(rawValue:)),
        [.agreed, .proposed, .rejected, .suspended].contains(modality)
      else { continue }
      found = modality
    }
    return found
  }

  private func nounModality(
    _ rule: FrameRule, _ index: Int, _ zone: Range<Int>
  ) -> EventCandidate.Modality {
    if let modality = rule.modality { return modality }
    if zone.contains(where: { nodes[$0].kind == .habitual }) { return .unreal }
    if let status = status(in: zone) ?? laterStatus(index) { return status }
    for place in stride(from: index - 1, through: max(zone.lowerBound, index - 6), by: -1)
    where nodes[place].kind == .governor {
      return nodes[place].value.flatMap(EventCandidate.Modality.init(rawValue:)) ?? .completed
    }
    for place in zone where nodes[place].kind == .aux {
      if nodes[place].value == "will" || nodes[place].value == "modal" { return .planned }
    }
    for place in zone where nodes[place].kind == .negation { return .unreal }
    return .completed
  }

  /// "The homecoming of 23 people who have been kept in Sumy has been cancelled"
  private func laterStatus(_ index: Int) -> EventCandidate.Modality? {
    for place in index + 1..<max(index + 1, nodes.count) {
      if finder.triggers.contains(place),
        nodes[place].kind == .trigger || phrases[place]?.isFinite == true,
        !isHold(place)
      {
        return nil
      }
      if nodes[place].kind == .status,
        let modality = nodes[place].value.flatMap(EventCandidate.Modality.init(rawValue:)),
        modality == .suspended || modality == .rejected
      {
        return modality
      }
    }
    return nil
  }

  private func isHold(_ index: Int) -> Bool {
    nodes[index].kind == .verb && verbRule(at: index)?.frame == .hold
  }

  private func status(in zone: Range<Int>) -> EventCandidate.Modality? {
    zone.lazy.filter { nodes[$0].kind == .status }
      .compactMap { nodes[$0].value.flatMap(EventCandidate.Modality.init(rawValue:)) }.first
  }

  private static func ordered(_ arguments: [EventCandidate.Argument]) -> [EventCandidate.Argument] {
    var seen: Set<EventCandidate.Argument> = []
    return arguments.filter { seen.insert($0).inserted }
      .sorted { ($0.span, $0.role.rawValue) < ($1.span, $1.role.rawValue) }
  }
}

extension ArgumentFinder {
  /// The bytes of a run of nodes.
  func span(_ range: Range<Int>, _ nodes: [ClauseNode]) -> TextSpan {
    span(nodes[range.lowerBound].range.lowerBound..<nodes[range.upperBound - 1].range.upperBound)
  }
}
