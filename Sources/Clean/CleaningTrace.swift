internal import Markup
public import Records

/// What the clean stage thought of an article: every block in order, kept or dropped, and why.
public struct CleaningTrace: Sendable {
  /// The title, day, authors, language and address that were chosen.
  public let article: CleanArticle?
  /// Every block of the page or paragraph of the text.
  public let blocks: [Block]

  /// One block.
  public struct Block: Sendable {
    /// `paragraph`, `heading`, `item`, `row` and so on; `paragraph` for all of a plain text.
    public let kind: String
    /// Its text.
    public let text: String
    /// Whether it is part of the body.
    public let isKept: Bool
    /// Its points; nil where they were not asked: in a plain text, and where a rule dropped the block.
    public let score: Double?
    /// Its points with those of the list or table that it belongs to.
    public let shared: Double?
    /// Whether a rule dropped it before its points were asked.
    public let isVetoed: Bool
    /// Why it was kept or dropped whatever its points are; nil where the points decided.
    public let reason: String?
    /// The answers to all questions of the scorecard, in its order; none where they were not asked.
    public let answers: [Answer]
  }

  /// The answer to a question of the scorecard.
  public struct Answer: Sendable {
    /// The question.
    public let question: String
    /// The answer.
    public let answer: String
    /// The place of the answer among those that the question has, from 0.
    public let rank: Int
    /// Log-odds.
    public let points: Double
  }
}

extension Cleaner {
  /// Cleans an article and tells what was thought of each of its blocks.
  public func trace(_ article: FetchedArticle) -> CleaningTrace {
    // An article without text has blocks all the same, and they are what is asked for.
    let cleaned = try? clean(article)
    guard article.mediaType == .html else {
      let reading = LineCleaner(rules: rules, days: days, language: guess).clean(
        String(decoding: article.source, as: UTF8.self),
        knownTitle: article.head.title.map { BlockText.collapsed($0) })
      let blocks = reading.judgements.map {
        CleaningTrace.Block(
          kind: "paragraph", text: $0.text, isKept: $0.isKept, score: nil, shared: nil,
          isVetoed: false,
          reason: $0.reason, answers: [])
      }
      return CleaningTrace(article: cleaned, blocks: blocks)
    }
    let reading = PageReading(
      article.source, title: article.head.title.map { BlockText.collapsed($0) }, rules: rules,
      scorecard: scorecard, days: days)
    let width = reading.survey.width
    let blocks = reading.list.blocks.indices.map { index in
      let judgement = reading.judgements[index]
      let row = reading.survey.answers[index * width..<(index + 1) * width]
      return CleaningTrace.Block(
        kind: "\(reading.list.blocks[index].kind)",
        text: reading.list.string(reading.list.blocks[index]),
        isKept: judgement.isKept, score: judgement.isVetoed ? nil : judgement.score,
        shared: judgement.isVetoed ? nil : judgement.shared,
        isVetoed: judgement.isVetoed, reason: judgement.override,
        answers: judgement.isVetoed
          ? []
          : scorecard.contributions(row).map {
            .init(question: $0.question, answer: $0.answer, rank: $0.rank, points: $0.points)
          })
    }
    return CleaningTrace(article: cleaned, blocks: blocks)
  }
}
