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

  /// "a 1,000-a-side prisoner swap": the number that a noun is called by.
  func countedEach(before noun: Int) -> [EventCandidate.Argument] {
    guard let each = (max(1, noun - 3)..<max(1, noun)).last(where: { swapCalled($0) == noun }),
      chunks[each - 1].kind == .number, isCounted(each - 1)
    else { return [] }
    return [finder.argument(.people, each - 1), finder.argument(.each, each)]
  }

  /// The noun that stands right behind a word like "a side": "a 1,000-a-side mega-swap".
  func swapCalled(_ each: Int) -> Int? {
    guard chunks[each].kind == .each else { return nil }
    let noun = chunks[(each + 1)...].prefix(Self.compound).firstIndex { $0.kind != .other }
    return noun.flatMap { nounRule(at: $0)?.frame == .swap ? $0 : nil }
  }

  /// In chunks: "mega-swap".
  private static let compound = 3

  /// "a three-day exchange".
  private func isLasting(_ noun: Int) -> Bool {
    guard let lasting = rules.lexicon.classID("lasting") else { return false }
    return chunks[max(0, noun - 4)..<noun].contains { chunk in
      chunk.range.contains { isPhrase($0, lasting) }
    }
  }
}
