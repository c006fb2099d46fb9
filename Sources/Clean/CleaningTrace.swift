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
    let blocks = article.mediaType == .html ? pageBlocks(article) : lineBlocks(article)
    return CleaningTrace(article: cleaned, blocks: blocks)
  }

  private func lineBlocks(_ article: FetchedArticle) -> [CleaningTrace.Block] {
    lineReading(article).judgements.map {
      CleaningTrace.Block(
        kind: "paragraph", text: $0.text, isKept: $0.isKept, score: nil, shared: nil,
        isVetoed: false, reason: $0.reason, answers: [])
    }
  }

  private func pageBlocks(_ article: FetchedArticle) -> [CleaningTrace.Block] {
    let reading = pageReading(article)
    let width = reading.survey.width
    return zip(reading.list.blocks.indices, reading.judgements).map { index, judgement in
      let block = reading.list.blocks[index]
      let row = reading.survey.answers[index * width..<(index + 1) * width]
      let isAsked = !judgement.isVetoed
      return CleaningTrace.Block(
        kind: "\(block.kind)", text: reading.list.string(block), isKept: judgement.isKept,
        score: isAsked ? judgement.score : nil, shared: isAsked ? judgement.shared : nil,
        isVetoed: judgement.isVetoed, reason: judgement.override,
        answers: isAsked ? scorecard.contributions(row).map(CleaningTrace.Answer.init) : [])
    }
  }
}

extension CleaningTrace.Answer {
  fileprivate init(_ contribution: Scorecard.Contribution) {
    self.init(
      question: contribution.question, answer: contribution.answer, rank: contribution.rank,
      points: contribution.points)
  }
}
