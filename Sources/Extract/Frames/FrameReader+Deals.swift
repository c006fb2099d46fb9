internal import Records

/// Candidates that tell what a deal holds in all, of which parts may have been carried out already.
extension FrameReader {
  /// "Under the first phase, 33 hostages are to be freed", "a truce that provides for the release of 50": the
  /// candidates to come of a sentence that speaks of a deal, with where it does.
  func withDeals(_ candidates: [EventCandidate], _ sentence: Range<Int>) -> [EventCandidate] {
    guard let words = rules.lexicon.classID("deal"),
      let deal = sentence.first(where: { isPhrase($0, words) })
    else { return candidates }
    return candidates.map { candidate in
      guard Self.isOpen(candidate) else { return candidate }
      var told = candidate
      told.arguments = Self.ordered(
        told.arguments + [
          EventCandidate.Argument(
            role: .reference, mention: nil, span: finder.span(deal..<deal + 1), value: "deal")
        ])
      return told
    }
  }

  /// Whether a candidate tells people who are still to go.
  private static func isOpen(_ candidate: EventCandidate) -> Bool {
    [.swap, .movement].contains(candidate.frame)
      && [.agreed, .planned, .proposed].contains(candidate.modality)
  }
}
