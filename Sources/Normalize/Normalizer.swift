public import Packs
public import Records

/// An article's candidates to its events: dates to EDTF, parties to codes, one event a real-world
/// event, evidence for every slot.
///
/// A class, so that its layout does not depend on types that importers of this module never see.
public final class Normalizer: Sendable {
  private let rules: DiscourseRules

  /// Compiles a pack's rules.
  public init(_ pack: Pack) throws(PackError) { rules = try DiscourseRules(pack) }

  /// The events of an article in the order of their evidence.
  public func normalize(_ record: ExtractedArticle) -> [Event] {
    guard !record.candidates.isEmpty else { return [] }
    let (discourse, context) = discourse(record)
    return EventFinisher(article: record.article.head, text: context.text).events(discourse.events)
  }

  /// The candidates of an article that normalize made no event of, with the reason.
  public func rejections(_ record: ExtractedArticle) -> [Rejection] {
    record.candidates.isEmpty ? [] : discourse(record).discourse.rejections
  }

  /// Reads an article's candidates sentence by sentence.
  private func discourse(
    _ record: ExtractedArticle
  ) -> (discourse: Discourse, context: ArticleContext) {
    let head = record.article.head
    let context = ArticleContext(record, rules)
    let reader = DraftReader(context)
    let bodyStart = head.title.map { $0.utf8.count + 2 } ?? 0
    let lead = LeadDate(context: context, bodyStart: bodyStart).date()
    var discourse = Discourse(
      context.conflict, published: head.published, isAboutSwap: context.isAboutSwap,
      isAboutCaptives: context.namesCaptives, lead: lead?.text)
    for sentence in Self.sentences(record.candidates) {
      let (candidates, mediations) = Self.attachMediators(sentence)
      var anchor = discourse.anchor(or: lead?.text)
      let drafts = candidates.sorted(by: Self.order).flatMap { candidate in
        let told = reader.drafts(candidate, anchor: anchor)
        // "On March 5 and 6 they swapped 480 each: 190 on the first day"
        anchor.days =
          told.first { $0.isMovement && $0.date?.contains("/") == true }?.date ?? anchor.days
        return told
      }
      if drafts.contains(where: \.isStage) { discourse.isStaged = true }
      let told = drafts.filter { !$0.isWhole || !$0.counts.isEmpty }
      let unified = SentenceUnifier.withTwins(
        SentenceUnifier.unified(told, in: context.conflict))
      for draft in discourse.withBreakdown(unified) { discourse.add(draft) }
      for reference in sentence
      where reference.frame == .about && !reference.arguments(.reference).isEmpty {
        if let draft = reader.reference(reference, anchor: discourse.anchor(or: nil)) {
          discourse.addReference(draft)
        }
      }
      for mediation in mediations {
        let parties = mediation.arguments(.mediator).compactMap { argument in
          context.party(argument).map { ($0, argument.span) }
        }
        discourse.addMediation(mediation, parties)
      }
    }
    discourse.settlePairs()
    discourse.settleTwins()
    discourse.settleSums()
    discourse.settleTotals()
    discourse.settleStages()
    discourse.settleStageDays(context.lastDays)
    discourse.settleDate(lead)
    discourse.settleArrivals()
    discourse.settleDealDay()
    discourse.settleTalks(lead, bodyStart: bodyStart)
    discourse.settleParties(length: context.text.count)
    return (discourse, context)
  }

  /// The mentions of a text with their dates in EDTF, without those that tell no calendar date.
  ///
  /// - Parameter reference: The day, `YYYY-MM-DD`, that relative dates count from.
  public func normalized(_ mentions: [Mention], reference: String?) -> [Mention] {
    let dates = DateResolver(published: reference.flatMap { CalendarDay(String($0.prefix(10))) })
    var anchor = reference.map { String($0.prefix(10)) }
    return mentions.compactMap { mention in
      guard mention.kind == .date || mention.kind == .dateRange else { return mention }
      guard let expression = mention.value.flatMap({ DateExpression($0) }),
        let date = dates.resolve(
          expression, anchor: anchor, tense: DateResolver.Tense(mention.tense))
      else { return nil }
      if date.unit == .day { anchor = date.text }
      var result = mention
      result.value = date.text
      result.modifier = expression.modifier
      result.kind = date.unit == nil || date.text.contains("/") ? .dateRange : .date
      return result
    }
  }

  /// Whether a text is a day of the calendar as `YYYY-MM-DD`.
  public static func isDay(_ text: String) -> Bool {
    text.utf8.count == 10 && CalendarDay(text) != nil
  }

  private static func sentences(_ candidates: [EventCandidate]) -> [[EventCandidate]] {
    var sentences: [[EventCandidate]] = []
    for candidate in candidates {
      if sentences.last?.first?.sentence == candidate.sentence {
        sentences[sentences.count - 1].append(candidate)
      } else {
        sentences.append([candidate])
      }
    }
    return sentences
  }

  /// A mediation belongs to the nearest trigger of its sentence, and alone in one to what was told last.
  private static func attachMediators(
    _ sentence: [EventCandidate]
  ) -> (candidates: [EventCandidate], alone: [EventCandidate]) {
    var others = sentence.filter { $0.frame != .mediation && $0.frame != .part }
    let parts = sentence.filter { $0.frame == .part }
    let mediations = sentence.filter { $0.frame == .mediation }
    guard !others.isEmpty else { return (parts, mediations) }
    for mediation in mediations {
      // "struck in Switzerland last month with UN mediation": the day and the place of the talks stand nearer than
      // what was settled there.
      func distance(_ index: Int) -> Int {
        let near = others[index].arguments.filter {
          others[index].frame == .talks
            && ($0.role == .place || $0.role == .date && $0.value == nil)
        }
        return ([others[index].trigger] + near.map(\.span)).map {
          abs($0.start - mediation.trigger.start)
        }.min() ?? 0
      }
      let real = others.indices.filter { others[$0].frame != .about }
      let among = real.isEmpty ? Array(others.indices) : real
      guard let nearest = among.min(by: { distance($0) < distance($1) }) else { continue }
      others[nearest].arguments += mediation.arguments(.mediator)
      // "arranged the return of four children in October, of six more in December": of all that the noun lists
      for index in real where isListedWith(others[index], others[nearest]) {
        others[index].arguments += mediation.arguments(.mediator)
      }
    }
    return (others + parts, [])
  }

  /// Whether one candidate is a number that the noun of another goes on to list.
  private static func isListedWith(_ listed: EventCandidate, _ first: EventCandidate) -> Bool {
    listed.rule == first.rule && listed.frame == first.frame
      && listed.trigger.start > first.trigger.start
      && listed.arguments(.people).contains { $0.span == listed.trigger }
  }

  /// Those with counts come first, so that the others can join them; parts last.
  private static func order(_ left: EventCandidate, _ right: EventCandidate) -> Bool {
    func rank(_ candidate: EventCandidate) -> Int {
      if candidate.frame == .part { return 2 }
      return candidate.arguments(.people).isEmpty ? 1 : 0
    }
    return (rank(left), left.trigger) < (rank(right), right.trigger)
  }
}
