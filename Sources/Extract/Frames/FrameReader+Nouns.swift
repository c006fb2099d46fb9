internal import Records

/// Nouns that evoke a frame, with their numbers, ordinals and mediators.
extension FrameReader {
  func nounCandidate(_ rule: FrameRule, _ index: Int, _ sentence: Range<Int>)
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
    if rule.frame == .swap, !arguments.contains(where: { $0.role == .people && isCounted($0) }) {
      arguments += ratio(in: nodes.indices)
    }
    arguments = withEachCount(arguments, rule, after: index)
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

  /// "talks on prisoner exchanges" tells of talks.
  func isTopicOfTalks(_ index: Int, _ rule: FrameRule) -> Bool {
    guard rule.frame == .swap, let before = finder.governor(of: index), before.kind == .preposition,
      before.value == "on" || before.value == "during", let place = nodes.firstIndex(of: before),
      place > 0,
      nodes[place - 1].kind == .trigger, let number = nodes[place - 1].value.flatMap({ Int($0) })
    else { return false }
    return rules.frames.rules[number].frame == .talks
  }

  /// "103-for-103": the people of one direction and of the other.
  func ratio(in range: Range<Int>) -> [EventCandidate.Argument] {
    let places = range.filter { nodes[$0].kind == .ratio }
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
    for index in trigger + 1..<max(trigger + 1, nodes.count) {
      if finder.triggers.contains(index) { return arguments }
      guard nodes[index].kind == .each, index > 0 else { continue }
      for place in stride(from: index - 1, through: max(trigger, index - 3), by: -1)
      where isCounted(place) && (nodes[place].kind == .people || finder.isElliptic(place)) {
        if arguments.contains(where: { $0.mention == nodes[place].mention }) { return arguments }
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

  /// "the 50th exchange", with at most two words between.
  func ordinal(before index: Int) -> Int? {
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
  func isQualified(_ index: Int) -> Bool {
    nodes[(index + 1)...].prefix(2).contains { node in
      node.kind == .date
        && node.mention.flatMap { mentions[$0].value.flatMap { DateExpression($0) } }
          .map { !$0.isOpen } ?? false
    }
  }

  /// "with the Emirates as the go-between", "Emirati mediators": the parties nearest on the left.
  func mediators(before index: Int, in zone: Range<Int>) -> [EventCandidate.Argument] {
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
}
