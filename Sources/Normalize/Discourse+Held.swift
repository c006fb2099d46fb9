internal import Records

/// Who is held: what another sentence tells of those who hold them.
extension Discourse {
  /// Gives a number of those held the holder and the day that the text told right before.
  mutating func completeHeld(_ draft: inout EventDraft) {
    if let holding = draft.holding, draft.counts.isEmpty {
      self.holding = (holding, draft.sentence)
      return
    }
    takeHolder(&draft)
    if draft.date == nil { takeDay(&draft) }
  }

  /// "the camps in which Ukraine keeps Russian prisoners of war. More than 4,000 men are being held there"
  private func takeHolder(_ draft: inout EventDraft) {
    guard draft.isAssumed, draft.transfers.count == 1, let (told, sentence) = holding,
      draft.sentence.start - sentence.end < Self.partReach
    else { return }
    draft.transfers[0].from = told.from
    draft.transfers[0].to = told.to
    if draft.transfers[0].category == .people { draft.transfers[0].category = told.category }
    draft.isAssumed = false
  }

  /// "India listed 391 prisoners on Thursday", "Pakistan listed 257": what both sides hold is stated on one day.
  private func takeDay(_ draft: inout EventDraft) {
    guard let other = events.last(where: { $0.kind == .held }), other.date != nil,
      draft.sentence.start - other.lastSentence.end <= Self.nextParagraph,
      let left = draft.transfers.first, let right = other.transfers.first,
      left.from != nil, left.from == right.to, left.to == right.from
    else { return }
    draft.inheritDate(of: other)
  }
}
