internal import Records

/// Whether a happening told by a noun, or what is told of it later, has come to pass.
extension FrameReader {
  func nounModality(
    _ rule: FrameRule, _ index: Int, _ region: [Int]
  ) -> EventCandidate.Modality {
    if let modality = rule.modality { return modality }
    if isHabitual(index) || isImagined(index) { return .unreal }
    if rule.frame == .talks, isSettled(index) { return .completed }
    if rule.frame == .hold, isOver(tree.owner[index]) { return .unreal }
    // "the deaths of ten prisoners in custody"
    if rule.frame == .hold,
      region.contains(where: { chunks[$0].kind == .casualty || isCasualtyVerb($0) })
    {
      return .unreal
    }
    if let status = statusNow(of: index, region) { return status }
    let headGovernor = headGovernor(behind: index)
    // "the resumption of exchanges was discussed", but talks are talks.
    if headGovernor == .unreal, rule.frame != .talks { return .unreal }
    for place in stride(from: index - 1, through: max(region.first ?? 0, index - 10), by: -1)
    where chunks[place].kind == .governor && region.contains(place)
      && !(rule.frame == .talks && isDiscussion(place))
    {
      return chunks[place].value.flatMap(EventCandidate.Modality.init(rawValue:)) ?? .completed
    }
    if let headGovernor, headGovernor != .unreal { return headGovernor }
    if let governor = modifierGovernor(of: index, region) { return governor }
    for place in region where chunks[place].kind == .aux {
      if chunks[place].value == "will" || chunks[place].value == "modal" { return .planned }
    }
    // "ended without a breakthrough" went on all the same.
    let head = tree.clauses[tree.owner[index]].head ?? index
    for place in region where chunks[place].kind == .negation && place < max(index, head) {
      return .unreal
    }
    return isPreparedFor(index) ? .planned : .completed
  }

  /// "Under agreements reached in Istanbul, Russia is to hand over": what they led to is to come, they are not.
  func isSettled(_ index: Int) -> Bool {
    guard let settled = rules.lexicon.classID("settled") else { return false }
    return isWord(chunks[index].range.upperBound - 1, settled)
  }

  /// "discussed the captives at a meeting": the meeting went on.
  private func isDiscussion(_ governor: Int) -> Bool {
    guard let words = rules.lexicon.classID("discussion") else { return false }
    return chunks[governor].range.contains { isWord($0, words) }
  }

  /// "The swap was meant to begin on Friday", "was agreed in September".
  func headGovernor(behind index: Int) -> EventCandidate.Modality? {
    guard let head = tree.clauses[tree.owner[index]].headStart, head > index,
      let governor = chunks[head...].prefix(4).first(where: { $0.kind == .governor })
    else { return nil }
    return governor.value.flatMap(EventCandidate.Modality.init(rawValue:))
  }

  /// "Swaps usually involve 130", "Suppose Kyiv were to free 500": said of all that stands in the sentence's
  /// part between strong marks.
  func isHabitual(_ index: Int) -> Bool {
    let start = chunks[..<index].lastIndex { $0.kind == .stop } ?? 0
    let end = chunks[index...].firstIndex { $0.kind == .stop } ?? chunks.count
    return chunks[start..<end].contains { $0.kind == .habitual }
  }

  /// "The homecoming of 23 people who have been kept in Sumy has been cancelled".
  func laterStatus(_ index: Int) -> EventCandidate.Modality? {
    for place in index + 1..<max(index + 1, chunks.count) {
      if triggers.contains(place),
        chunks[place].kind == .trigger || phrases[place]?.isFinite == true,
        !isHold(place)
      {
        return nil
      }
      // "resumed on Friday after it had been suspended"
      if chunks[place].kind == .status, !isBehindAfter(place),
        let modality = chunks[place].value.flatMap(EventCandidate.Modality.init(rawValue:)),
        modality == .suspended || modality == .rejected
      {
        return modality
      }
    }
    return nil
  }

  /// Whether a chunk tells what was before: in a clause or behind a preposition like "after".
  private func isBehindAfter(_ index: Int) -> Bool {
    let start = chunks[tree.clauses[tree.owner[index]].start]
    return border(of: index) != nil
      || start.kind == .preposition && (start.value == "after" || start.value == "since")
  }

  func isHold(_ index: Int) -> Bool {
    chunks[index].kind == .verb && verbRule(at: index)?.frame == .hold
  }

  func status(in region: [Int]) -> EventCandidate.Modality? {
    let told = region.filter { chunks[$0].kind == .status }
      .compactMap { chunks[$0].value.flatMap(EventCandidate.Modality.init(rawValue:)) }
    // "set for Friday, has been cancelled"
    return told.first { $0 == .suspended || $0 == .rejected } ?? told.first
  }
}
