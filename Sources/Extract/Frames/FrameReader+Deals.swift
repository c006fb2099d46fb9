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

  /// "a two-day operation under which each side is to free 500", "Two days of talks ended on Thursday": the candidates
  /// that go on for as many days as a phrase right before their noun or number tells.
  func withDays(_ candidates: [EventCandidate]) -> [EventCandidate] {
    var result = candidates
    for days in Self.daysTold {
      guard let words = rules.lexicon.classID("lasting-\(days)"),
        let phrase = chunks.indices.first(where: { place in
          chunks[place].range.contains { isPhrase($0, words) }
        }),
        case let start = finder.span(chunks[phrase].range).start,
        let nearest = result.indices.filter({ place in
          [.swap, .movement, .talks].contains(result[place].frame)
            && (result[place].trigger.start > start
              || result[place].arguments(.people).contains { $0.span.start > start })
        }).min(by: { result[$0].trigger < result[$1].trigger })
      else { continue }
      result[nearest].arguments = Self.ordered(
        result[nearest].arguments + [
          finder.argument(.reference, phrase, value: "days-\(days)")
        ]
          + (endsTalks(result[nearest])
            ? [finder.argument(.reference, phrase, value: "ended")] : []))
    }
    return result
  }

  /// The lengths that words tell, in days.
  private static let daysTold = [2, 3]

  /// "ended on Thursday", "wrapped up": the day told is their last.
  private func endsTalks(_ candidate: EventCandidate) -> Bool {
    guard candidate.frame == .talks, let words = rules.lexicon.classID("ended") else {
      return false
    }
    return chunks.contains { chunk in chunk.range.contains { isPhrase($0, words) } }
  }

  /// Whether a candidate tells people who are still to go.
  private static func isOpen(_ candidate: EventCandidate) -> Bool {
    [.swap, .movement].contains(candidate.frame)
      && [.agreed, .planned, .proposed].contains(candidate.modality)
  }
}
