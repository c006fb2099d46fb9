public import Packs
public import Records

/// An article's candidates to its events: dates to EDTF, parties to codes, one event a real-world
/// event, evidence for every slot.
public struct Normalizer: Sendable {
  private let rules: DiscourseRules

  /// Compiles a pack's rules.
  public init(_ pack: Pack) throws(PackError) { rules = try DiscourseRules(pack) }

  /// The events of an article in the order of their evidence.
  public func normalize(_ record: ExtractedArticle) -> [Event] {
    guard !record.candidates.isEmpty else { return [] }
    let head = record.article.head
    let sides = Sides(record.mentions, rules)
    let dates = DateResolver(published: head.published.flatMap { CalendarDay($0) })
    let isAboutSwap = record.candidates.contains { $0.frame == .swap && $0.modality != .unreal }
    let reader = DraftReader(
      mentions: record.mentions, sides: sides, dates: dates, isAboutSwap: isAboutSwap)
    let home = home(record, reader, sides)
    var discourse = Discourse(sides)
    for candidate in record.candidates.sorted(by: Self.order) {
      if candidate.frame == .mediation {
        let parties = candidate.arguments(.mediator).compactMap { argument in
          reader.party(argument).map { ($0, argument.span) }
        }
        discourse.addMediation(candidate, parties)
      } else {
        for draft in reader.drafts(candidate, home: home, anchor: discourse.anchor) { discourse.add(draft) }
      }
    }
    return EventFinisher(article: head, text: Array(record.article.text.utf8)).events(discourse.events)
  }

  /// In a sentence those with counts come first, so that the others can join them; mediation last.
  private static func order(_ left: EventCandidate, _ right: EventCandidate) -> Bool {
    func rank(_ candidate: EventCandidate) -> Int {
      if candidate.frame == .mediation { return 2 }
      return candidate.arguments(.people).isEmpty ? 1 : 0
    }
    return (left.sentence, rank(left), left.trigger) < (right.sentence, rank(right), right.trigger)
  }

  /// Where the first people of the article whose way is told come home to.
  private func home(_ record: ExtractedArticle, _ reader: DraftReader, _ sides: Sides?) -> String? {
    for candidate in record.candidates where candidate.frame == .movement || candidate.frame == .swap {
      let transfers = TransferReader(mentions: record.mentions, sides: sides, home: nil).transfers(candidate)
      if let to = transfers.lazy.compactMap(\.transfer.to).first, sides?.contains(to) == true { return to }
    }
    return sides?.first
  }
}
