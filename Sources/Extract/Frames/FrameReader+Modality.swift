internal import Records

/// Whether what a trigger says has happened, is to come, was called off or is only imagined.
extension FrameReader {
  func modality(
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
  func isBare(_ phrase: VerbPhrase) -> Bool {
    phrase.modality == .completed && nodes[phrase.start].kind == .verb
      && nodes[phrase.start].form == .base
  }

  func plannedBefore(_ start: Int) -> Bool {
    for place in stride(from: start - 1, through: 0, by: -1) {
      if finder.triggers.contains(place) || nodes[place].kind == .stop { return false }
      if nodes[place].kind == .governor {
        return nodes[place].value == EventCandidate.Modality.planned.rawValue
      }
    }
    return false
  }

  /// "agreed that 1,200 will be exchanged", "turned down a suggestion that 1,000 be freed".
  func remoteGovernor(before start: Int) -> EventCandidate.Modality? {
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

  func nounModality(
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

  /// "The homecoming of 23 people who have been kept in Sumy has been cancelled".
  func laterStatus(_ index: Int) -> EventCandidate.Modality? {
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

  func isHold(_ index: Int) -> Bool {
    nodes[index].kind == .verb && verbRule(at: index)?.frame == .hold
  }

  func status(in zone: Range<Int>) -> EventCandidate.Modality? {
    zone.lazy.filter { nodes[$0].kind == .status }
      .compactMap { nodes[$0].value.flatMap(EventCandidate.Modality.init(rawValue:)) }.first
  }
}
