internal import Records

/// Verbs: who stands before and behind them, and what they share.
extension FrameReader {
  /// The rule of a verb, particles considered.
  func verbRule(at index: Int) -> FrameRule? {
    guard let base = nodes[index].value, let triggers = rules.frames.verbs[base] else { return nil }
    for trigger in triggers {
      if trigger.particles.isEmpty
        || Triggers.hasParticle(trigger.particles, after: index, nodes, text)
      {
        return rules.frames.rules[trigger.rule]
      }
    }
    return nil
  }

  func verbCandidate(_ rule: FrameRule, _ index: Int, _ sentence: Range<Int>)
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
      // "The Russians received 37": people without a number can act for their party.
      let isActor =
        nodes[actor].kind == .people && !isCounted(actor) && role != .people
        && nodes[actor].mention.map { mentions[$0].party != nil } ?? false
      let isPeople = ArgumentFinder.peopleKinds.contains(nodes[actor].kind) && !isActor
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
    arguments = withEachCount(arguments, rule, after: index)
    if phrase.voice == .active, let object = rule.object {
      for place in objects {
        arguments.append(finder.argument(object, place, value: inherited(place)))
      }
    }
    let taken = Set(left + objects)
    arguments += prepositional(rule, trigger: index, zone: zone, taken: taken)
    arguments += circumstances(trigger: index, zone: zone, sentence: sentence)
    arguments += totalCount(arguments, after: index)
    if rule.subject == .mediator {
      arguments += hyphenated(before: index)
      if !arguments.contains(where: { $0.role == .mediator }) {
        arguments += mediators(before: phrase.start, in: zone)
      }
    }
    return EventCandidate(
      rule: rule.name, frame: rule.frame, modality: modality(rule, phrase, zone),
      trigger: finder.span(phrase.start..<index + 1, nodes),
      sentence: finder.span(sentence), arguments: Self.ordered(arguments))
  }

  /// "let 390 people go on Friday, then 307 on Saturday": each number with the date behind it is an
  /// event; empty where there are not several of both.
  func gapped(_ candidate: EventCandidate) -> [EventCandidate] {
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
  func isOurMediation(_ index: Int) -> Bool {
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

  /// The objects: people behind the verb and behind no preposition, coordinated ones included.
  func objectPeople(after verb: Int, in zone: Range<Int>) -> [Int] {
    var found: [Int] = []
    for index in (verb + 1)..<max(verb + 1, zone.upperBound) {
      let kind = nodes[index].kind
      if kind == .verb && finder.triggers.contains(index) || kind == .say { break }
      if kind == .comma, found.isEmpty { break }
      if kind == .stop || kind == .aux { break }
      guard kind == .people || kind == .number && finder.isElliptic(index) else { continue }
      let governor = finder.governor(of: index)?.kind
      if governor == .partCue || governor == .total { continue }
      if finder.preposition(of: index, in: zone) == nil { found.append(index) }
    }
    return found
  }

  /// What a number without a noun counts: what the last counted noun before it named.
  func inherited(_ index: Int) -> String? {
    guard nodes[index].kind == .number else { return nil }
    return nodes[..<index].last { $0.kind == .people }?.mention.flatMap {
      mentions[$0].category?.rawValue
    }
  }

  /// "put the number of people recovered at more than 7,000": the count stands behind the clause.
  func totalCount(_ arguments: [EventCandidate.Argument], after index: Int)
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

  /// "US-brokered".
  func hyphenated(before index: Int) -> [EventCandidate.Argument] {
    guard index >= 2, nodes[index - 1].kind == .other,
      text.bytes(nodes[index - 1].range.lowerBound).elementsEqual("-".utf8),
      nodes[index - 2].kind == .party || nodes[index - 2].kind == .nation
    else { return [] }
    return [finder.argument(.mediator, index - 2)]
  }
}
