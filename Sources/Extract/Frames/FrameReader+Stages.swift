internal import Records

/// Exchanges that go on for several days.
extension FrameReader {
  /// "the final part of a 1,000-for-1,000 swap on Sunday", "completed a three-day exchange of 1,000 each on Sunday":
  /// the day is that of the end, not of all whom the noun counts.
  func isDayOfLastStage(
    _ date: EventCandidate.Argument, _ noun: Int, _ told: [EventCandidate.Argument]
  ) -> Bool {
    isWholeOfDays(noun, told)
      && date.mention.flatMap { mentions[$0].value }.flatMap { DateExpression($0) }?.isDay == true
  }

  /// Whether a noun counts all whom an exchange of several days or stages was of.
  func isWholeOfDays(_ noun: Int, _ told: [EventCandidate.Argument]) -> Bool {
    nounRule(at: noun)?.frame == .swap && told.contains { $0.role == .people && isCounted($0) }
      && (isWholeOfStage(noun, isToCome: true) || isLasting(noun))
  }

  /// "a three-day exchange".
  private func isLasting(_ noun: Int) -> Bool {
    guard let lasting = rules.lexicon.classID("lasting") else { return false }
    return chunks[max(0, noun - 4)..<noun].contains { chunk in
      chunk.range.contains { isPhrase($0, lasting) }
    }
  }
}
