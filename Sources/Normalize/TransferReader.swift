internal import Records

/// Who goes where: the transfers of a candidate, from its roles, the people's own party and the sides.
struct TransferReader {
  let mentions: [Mention]
  let sides: Sides?
  /// The party to which the article's people come home, where the words tell none.
  let home: String?

  struct Found {
    var transfer: Event.Transfer
    var span: TextSpan
    /// No words tell the direction.
    var isAssumed: Bool
  }

  func transfers(_ candidate: EventCandidate) -> [Found] {
    let people =
      candidate.arguments(.people).isEmpty && !candidate.arguments(.part).isEmpty
      ? [] : candidate.arguments(.people)
    let counter = candidate.arguments(.counter)
    let isBothWays = !candidate.arguments(.each).isEmpty || !candidate.arguments(.equal).isEmpty
    var found: [Found] = []
    for argument in people {
      guard let mention = mention(argument) else { continue }
      if !candidate.arguments(.total).isEmpty, mention.count != nil {
        found.append(make(mention, (nil, nil), argument.span, false))
        continue
      }
      let direction = direction(
        mention, candidate, isSwap: candidate.frame == .swap && !isBothWays && counter.isEmpty)
      found.append(make(mention, direction.ends, argument.span, direction.isAssumed))
      if isBothWays, mention.count != nil {
        found.append(make(mention, (direction.ends.to, direction.ends.from), argument.span, false))
        found[found.count - 2].isAssumed = false
      }
    }
    if let first = found.first?.transfer {
      for argument in counter {
        guard let mention = mention(argument) else { continue }
        var back = (from: first.to, to: first.from)
        if let party = mention.party, sides?.contains(party) == true, party != back.to {
          back = (sides?.other(party), party)
        }
        found.append(make(mention, back, argument.span, false))
      }
    }
    return Self.withoutRepeats(found)
  }

  /// The mention, with the category that the words around it give to a bare number.
  private func mention(_ argument: EventCandidate.Argument) -> Mention? {
    guard var mention = argument.mention.map({ mentions[$0] }) else { return nil }
    if mention.category == nil || mention.category == .people,
      let told = argument.value.flatMap(Category.init(rawValue:))
    {
      mention.category = told
    }
    return mention
  }

  private func make(
    _ mention: Mention, _ direction: (from: String?, to: String?), _ span: TextSpan,
    _ isAssumed: Bool
  ) -> Found {
    Found(
      transfer: Event.Transfer(
        from: direction.from, to: direction.to, count: mention.count,
        bound: mention.count == nil ? nil : mention.bound ?? .exact,
        category: mention.category ?? .people),
      span: span, isAssumed: isAssumed)
  }

  private func direction(
    _ people: Mention, _ candidate: EventCandidate, isSwap: Bool
  ) -> (ends: (from: String?, to: String?), isAssumed: Bool) {
    var from = party(candidate, .from)
    var to = party(candidate, .to)
    let other = foreignCounter(people, candidate)
    let own = sides?.contains(people.party) == true || other != nil ? people.party : nil
    if let other, from == nil { from = other }
    if let agent = party(candidate, .agent) {
      if own == agent || own == nil && from != nil && from != agent {
        to = to ?? agent
      } else {
        from = from ?? agent
      }
    }
    if from == nil, to == nil, let own {
      to = own
    }
    // "Ukraine and Russia free 95 prisoners": both give, so none is told.
    if from == to { (from, to) = (nil, own) }
    if candidate.frame == .swap, own == nil, from == nil, to == nil {
      // A number without a side counts both directions together.
      if isSwap { return ((nil, nil), false) }
      return ((sides?.other(home), home), true)
    }
    let isAssumed = from == nil && to == nil
    if isAssumed { to = home }
    if from == nil, let to { from = sides?.other(to) }
    if to == nil, let from { to = sides?.other(from) }
    return ((from, to), isAssumed)
  }

  /// "five Americans were swapped for five Iranians": where both groups' own parties are told, they are
  /// the two sides.
  private func foreignCounter(_ people: Mention, _ candidate: EventCandidate) -> String? {
    guard candidate.frame == .swap, let own = people.party, sides?.contains(own) != true else {
      return nil
    }
    let parties = candidate.arguments(.counter).compactMap {
      $0.mention.flatMap { mentions[$0].party }
    }
    return parties.first { $0 != own }
  }

  private func party(_ candidate: EventCandidate, _ role: EventCandidate.Role) -> String? {
    var codes: Set<String> = []
    for argument in candidate.arguments(role) {
      guard let mention = argument.mention.map({ mentions[$0] }) else { continue }
      if let code = mention.kind == .party ? mention.value : mention.party { codes.insert(code) }
    }
    // "Ukraine and Russia freed": both give, so the words tell no direction.
    return codes.count == 1 ? codes.first : nil
  }

  private static func withoutRepeats(_ found: [Found]) -> [Found] {
    var seen: Set<Event.Transfer> = []
    return found.filter { seen.insert($0.transfer).inserted }
  }
}
