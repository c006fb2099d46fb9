internal import Records

/// People told as a part of others: "among them five officers".
extension FrameReader {
  /// "The ministry spoke of 150 prisoners on either side": without a trigger, "each" tells an exchange.
  func eachCandidates(_ others: [EventCandidate], _ sentence: Range<Int>) -> [EventCandidate] {
    guard let each = nodes.firstIndex(where: { $0.kind == .each }),
      !nodes.contains(where: { $0.kind == .habitual }),
      let people = (max(0, each - 3)..<each).last(where: { place in
        isCounted(place)
          && (nodes[place].kind == .people
            || nodes[place].kind == .number && finder.isElliptic(place))
      }),
      !others.contains(where: { $0.arguments.contains { $0.mention == nodes[people].mention } })
    else { return [] }
    var arguments = [finder.argument(.people, people), finder.argument(.each, each)]
    if others.isEmpty {
      arguments += nodes.indices.filter { nodes[$0].kind == .date }.prefix(1).map {
        finder.argument(.date, $0)
      }
    }
    return [
      EventCandidate(
        rule: "count-each", frame: .swap, modality: .completed,
        trigger: finder.span(nodes[people].range), sentence: finder.span(sentence),
        arguments: Self.ordered(arguments + sources()))
    ]
  }

  /// "Among them were five officers", "Two of the soldiers are officers": parts of a group that was
  /// told in another sentence.
  func partCandidates(_ others: [EventCandidate], _ sentence: Range<Int>)
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

  /// "Of the Ukrainians, 150 were serving in the army and seven were civilians".
  func isBehindLeadingCue(_ index: Int) -> Bool {
    guard let first = nodes.first(where: { $0.kind != .other }), first.kind == .partCue,
      nodes[0].range == first.range
    else { return false }
    return index > 0
      && (nodes[index].kind == .number && finder.isElliptic(index) || nodes[index].kind == .people)
      && isCounted(index)
  }

  /// "Two of the soldiers are officers", "nine of them officers", "3,574 of them military": what the
  /// part is said to be.
  func predicateCategory(_ part: Int) -> String? {
    guard nodes[part].kind == .part || nodes[part].kind == .number else { return nil }
    var place = part + 1
    let end = min(part + 7, nodes.count)
    // "Two of" the soldiers: the whole is named first.
    let names = nodes[part].range.upperBound
    if place < end, nodes[place].kind == .people, text.tokens[names - 1].kind == .word,
      rules.lexicon.classID("of").map({ isWord(names - 1, $0) }) ?? false
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

  func isWord(_ token: Int, _ lexicalClass: ClassID) -> Bool {
    var isFound = false
    rules.lexicon.matches(text, at: token, before: token + 1) { _, found, _ in
      isFound = isFound || found == lexicalClass
    }
    return isFound
  }

  /// "3,574 of them military and 763 civilian": a number joined to a part is a part.
  func isJoinedToPart(_ index: Int) -> Bool {
    guard nodes[index].kind == .people, isCounted(index), index >= 2 else { return false }
    guard nodes[index - 1].kind == .conjunction || nodes[index - 1].kind == .comma else {
      return false
    }
    return nodes[max(0, index - 6)..<index - 1].contains { $0.kind == .part }
  }
}
