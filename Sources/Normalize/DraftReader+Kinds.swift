internal import Records

/// What kind of event a candidate tells: an exchange, a release, bodies, talks, people held.
extension DraftReader {
  func kind(_ candidate: EventCandidate) -> Event.Kind? {
    let people = (candidate.arguments(.people) + candidate.arguments(.part)).compactMap {
      $0.mention.map { mentions[$0] }
    }
    let isRemains =
      people.contains { $0.category == .remains }
      || candidate.arguments(.people).contains { $0.value == Category.remains.rawValue }
    switch candidate.frame {
    case .swap:
      if isTally(candidate) { return .tally }
      return isRemains ? .remains : .exchange
    case .movement:
      if isTally(candidate) { return .tally }
      if isRemains { return .remains }
      let isOutside = !candidate.arguments(.outside).isEmpty
      let isChildren = !people.isEmpty && people.allSatisfy { $0.category == .child }
      // Soldiers come home by swaps, others in many ways.
      let isMilitary = people.contains { $0.category == .military || $0.category == .wounded }
      let isSwap =
        context.conflict?.returnsAreSwaps ?? false && !isChildren
        && (context.isAboutSwap
          || (isMilitary || isCrowd(people)) && context.mentionsSwap)
      let isToAndFro = candidate.arguments(.reference).contains { $0.value == "to-and-fro" }
      return (isSwap || isToAndFro && context.mentionsSwap) && !isOutside ? .exchange : .release
    case .hold:
      // Most lists name those whom a side asks for.
      let isList = candidate.arguments(.reference).contains { $0.value == "list" }
      return !isList || context.conflict?.listsHeld == true ? .held : nil
    case .talks:
      // Talks that are yet to come, and deals, are on captives only where the text says so beside them.
      let isDeal = candidate.arguments(.reference).contains { $0.value == "deal" }
      let reach = candidate.modality == .completed && !isDeal ? 2 : 0
      return context.isAboutCaptives
        && context.isNearCaptives(candidate.sentence, paragraphs: reach) ? .talks : nil
    case .tally: return .tally
    case .part: return .exchange
    case .mediation, .about: return nil
    }
  }

  /// "Twenty Ukrainian children were taken to Russia": nobody's people come home to the state that holds them; an armed
  /// group may sit in a town of that state.
  func isIntoCaptivity(_ candidate: EventCandidate) -> Bool {
    guard candidate.frame == .movement, let conflict = context.conflict, conflict.onlyGroup == nil,
      candidate.arguments(.from).isEmpty, candidate.arguments(.agent).isEmpty,
      let goal = candidate.arguments(.to).first.flatMap(context.party)
    else { return false }
    let people = candidate.arguments(.people).compactMap { $0.mention.map { mentions[$0] } }
    let isTaking = candidate.arguments(.reference).contains { $0.value == "taking" }
    return !people.isEmpty
      && people.allSatisfy { mention in
        // "more than 19,000 children who were taken to Russia": nobody's, and not the first side's captor's
        mention.party.map { conflict.holder(of: $0) == goal }
          ?? (isTaking && mention.category == .child
            && conflict.first.flatMap(conflict.holder) == goal)
      }
  }

  /// People of all sorts, more than anybody lets go outside a swap.
  private func isCrowd(_ people: [Mention]) -> Bool {
    people.contains { mention in
      mention.category ?? .people == .people && mention.count ?? 0 >= Self.crowd
    }
  }

  private static let crowd = 40

  /// "Belarus freed five Ukrainians": a swap has the two sides of its conflict at its ends.
  func isElsewhere(_ draft: EventDraft) -> Bool {
    guard let conflict = context.conflict else { return false }
    return draft.transfers.contains { transfer in
      [transfer.from, transfer.to].contains { $0 != nil && !conflict.contains($0) }
    }
  }
}
