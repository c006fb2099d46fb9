internal import Records

/// Finds what fills the places around a trigger, by position and preposition.
struct ArgumentFinder {
  let nodes: [ClauseNode]
  let phrases: [Int: VerbPhrase]
  let text: TokenizedText
  /// The nodes that evoke a frame themselves.
  let triggers: Set<Int>
  /// Verbs that are only particles of a trigger: "go" in "let them go".
  var particles: [Int: Int] = [:]

  typealias Argument = EventCandidate.Argument

  /// The nodes that belong to a trigger: up to the neighbouring finite verbs and strong marks.
  ///
  /// A noun's own predicate is passed: "the exchange took place on", "the exchange that took place
  /// on".
  func zone(of trigger: Int, phraseStart: Int) -> Range<Int> {
    var low = phraseStart
    while low > 0, !isBoundary(low - 1) { low -= 1 }
    var high = trigger + 1
    var passes = nodes[trigger].kind == .trigger ? 1 : 0
    while high < nodes.count {
      if isBoundary(high) {
        let isRelative = nodes[high].kind == .relative && high == trigger + 1
        let isPredicate = nodes[high].kind == .verb && !triggers.contains(high) && passes > 0
        guard isRelative && passes > 0 || isPredicate else { break }
        if isPredicate { passes -= 1 }
      }
      high += 1
    }
    return low..<high
  }

  /// Whether another trigger stands between a trigger and a node, which is then the other's.
  func belongsToOther(_ index: Int, than trigger: Int) -> Bool {
    guard index != trigger else { return false }
    let between = min(index, trigger) + 1..<max(index, trigger)
    return between.contains { triggers.contains($0) }
  }

  /// The verb or trigger that a date belongs to: the nearest before it up to a comma, else the next.
  func owner(ofDate index: Int) -> Int? {
    // "on June 25, when 90 came home"
    let next = nodes[(index + 1)...].prefix(2)
    if let when = next.firstIndex(where: { $0.kind == .conjunction && $0.value == "when" }) {
      return nodes.indices.first { $0 > when && triggers.contains($0) }
    }
    // "the biggest since September 21" is not dated by that.
    if preposition(of: index, in: nodes.indices) == "since" { return nil }
    var place = index - 1
    scan: while place >= 0 {
      switch nodes[place].kind {
      case .verb, .trigger: return particles[place] ?? place
      case .comma where place > 0 && nodes[place - 1].kind == .date: break
      // "has been arranged for the eve of": what the words before it are about.
      case .status: return triggers.filter { $0 < place }.max()
      case .comma, .stop, .relative, .say: break scan
      default: break
      }
      place -= 1
    }
    for next in index + 1..<max(index + 1, nodes.count) where particles[next] == nil {
      if nodes[next].kind == .verb || nodes[next].kind == .trigger { return next }
      if nodes[next].kind == .stop || nodes[next].kind == .relative { return nil }
    }
    return nil
  }

  private func isBoundary(_ index: Int) -> Bool {
    switch nodes[index].kind {
    case .stop, .relative: true
    case .verb: particles[index] == nil && phrases[index]?.isFinite ?? true
    case .conjunction: nodes[index].value != "and"
    default: false
    }
  }

  /// The node before one, adverbs, pronouns and unknown words left out: what governs a phrase.
  func governor(of index: Int) -> ClauseNode? {
    var place = index - 1
    while place >= 0, index - place <= 4 {
      switch nodes[place].kind {
      case .adverb, .pronoun, .nation, .ordinal: place -= 1
      case .comma where place > 0 && nodes[place - 1].kind == .partCue: place -= 1
      case .other where nodes[place].range.count == 1 && isWord(place): place -= 1
      default: return nodes[place]
      }
    }
    return nil
  }

  private func isWord(_ index: Int) -> Bool {
    text.tokens[nodes[index].range.lowerBound].kind == .word
  }

  /// The preposition that a node stands behind, over coordination: "from A and B".
  func preposition(of index: Int, in zone: Range<Int>) -> String? {
    guard let before = governor(of: index) else { return nil }
    if before.kind == .preposition { return before.value }
    guard before.kind == .conjunction || before.kind == .comma else { return nil }
    var place = index - 1
    while place > zone.lowerBound, nodes[place].kind != .conjunction, nodes[place].kind != .comma {
      place -= 1
    }
    // The one before must be of the same kind and close by.
    var other = place - 1
    while other >= zone.lowerBound, place - other <= 3 {
      if nodes[other].kind == nodes[index].kind { return preposition(of: other, in: zone) }
      other -= 1
    }
    return nil
  }

  /// Whether a number without a noun can count people: nothing that it could count follows it.
  func isElliptic(_ index: Int) -> Bool {
    guard index + 1 < nodes.count else { return true }
    let next = nodes[index + 1]
    if next.kind == .other { return text.tokens[next.range.lowerBound].kind == .mark }
    return ![.number, .organization, .person, .place, .measure, .trigger].contains(next.kind)
  }

  /// "Russia's": what follows is meant, not the party.
  func isPossessor(_ index: Int) -> Bool {
    let end = nodes[index].range.upperBound
    return end < text.tokens.count && text.tokens[end].kind == .mark && text.tokens[end].length >= 2
      && !text.tokens[end].followsSpace
      && text.bytes(end).last.map { $0 | 0x20 == UInt8(ascii: "s") } ?? false
  }

  static let peopleKinds: Set<ClauseNode.Kind> = [.people, .number, .ratio]
  static let actorKinds: Set<ClauseNode.Kind> = [.party, .organization, .person]

  func argument(_ role: EventCandidate.Role, _ index: Int, value: String? = nil) -> Argument {
    let node = nodes[index]
    return Argument(
      role: role, mention: node.mention, span: span(node.range),
      value: value ?? (node.mention == nil ? node.value : nil))
  }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(text.tokens[range.lowerBound].start), Int(text.tokens[range.upperBound - 1].end))
  }

  /// The bytes of a run of nodes.
  func span(_ range: Range<Int>, _ nodes: [ClauseNode]) -> TextSpan {
    span(nodes[range.lowerBound].range.lowerBound..<nodes[range.upperBound - 1].range.upperBound)
  }
}
