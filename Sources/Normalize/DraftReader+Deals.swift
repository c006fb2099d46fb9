internal import Records

/// What a sentence tells of an older swap or deal.
extension DraftReader {
  /// "The last swap was in October, when 1,050 were freed": of both ways together, where people do not come home by
  /// swaps alone.
  func asSwap(_ candidate: EventCandidate) -> EventCandidate {
    guard candidate.arguments(.reference).contains(where: { $0.value == "retold" }),
      context.conflict?.returnsAreSwaps != true
    else { return candidate }
    var swap = candidate
    swap.frame = .swap
    return swap
  }

  /// "A deal struck in December 2018 provided for the exchange of 15,000": whether the sentence of a plan names a day
  /// more than a year back, and none tell that a part of it was carried out.
  func isOfOldDeal(_ candidate: EventCandidate) -> Bool {
    guard let published = dates.published, candidate.modality != .completed,
      !context.words(behind(candidate.sentence)).contains(where: context.rules.partly.contains)
    else { return false }
    return mentions.contains { mention in
      guard mention.kind == .date, candidate.sentence.contains(mention.span),
        let told = mention.value.flatMap({ DateExpression($0) }),
        let date = dates.resolve(told, anchor: nil, tense: .past)?.text, date.utf8.count <= 10,
        let year = Int(date.prefix(4))
      else { return false }
      return year < published.year - 1 || Self.isYearBack(date, published)
    }
  }

  /// As of the day told last: "They exchanged lists on January 1; according to these, 49 are held".
  func readDayOfLists(_ candidate: EventCandidate, _ draft: inout EventDraft) {
    guard draft.kind == .held, draft.date == nil,
      let words = candidate.arguments(.reference).first(where: { $0.value == "lists-before" }),
      let day = context.dayTold(before: words.span, behind: 0), day.utf8.count == 10
    else { return }
    draft.date = day
    draft.dateIsOwn = true
    draft.note(words.span, "date", candidate.rule)
  }

  /// A sentence and what stands behind it, as far as a short sentence goes on.
  private func behind(_ sentence: TextSpan) -> TextSpan {
    var end = min(context.text.count, sentence.end + Self.nextSentence)
    while end < context.text.count, context.text[end] & 0xC0 == 0x80 { end += 1 }
    return TextSpan(sentence.start, end)
  }

  /// In bytes.
  private static let nextSentence = 60

  private static func isYearBack(_ date: String, _ published: CalendarDay) -> Bool {
    let day = date.utf8.count == 7 ? date + "-01" : date
    return CalendarDay(day).map { published.number - $0.number > year } ?? false
  }

  /// In days.
  private static let year = 365
}
