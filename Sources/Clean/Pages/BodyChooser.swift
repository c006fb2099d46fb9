internal import Markup

/// Chooses the blocks of a page that are the article's body.
///
/// Each block has its score; then the items of a list, and the rows of a table, stand or fall together,
/// and a heading stands only where something stands behind it.
struct BodyChooser {
  let rules: CleaningRules
  let scorecard: Scorecard

  /// A block's score, and whether it is kept.
  struct Judgement {
    /// By its own answers; 0 where it is vetoed.
    var score: Double
    /// With those that it stands or falls with.
    var shared: Double
    var isKept: Bool
    /// Whether a rule dropped it before its score was asked.
    var isVetoed = false
    /// Why it is not what its score says.
    var override: String?
  }

  func judge(_ survey: BlockSurvey) -> [Judgement] {
    let width = survey.width
    var judgements = survey.blocks.indices.map { index in
      guard let reason = veto(index, survey) else {
        let score = scorecard.score(survey.answers[index * width..<(index + 1) * width])
        return Judgement(score: score, shared: score, isKept: false)
      }
      return Judgement(score: 0, shared: 0, isKept: false, isVetoed: true, override: reason)
    }
    share(&judgements, survey)
    for (index, block) in survey.blocks.enumerated() where !judgements[index].isVetoed {
      let threshold = block.kind == .row ? rules.choice.rows : rules.choice.threshold
      judgements[index].isKept = judgements[index].shared > threshold
    }
    keepHeadings(&judgements, survey)
    dropLoneHeadings(&judgements, survey)
    rescue(&judgements, survey)
    return judgements
  }

  /// Why a block is out whatever its score says; nil for most.
  private func veto(_ index: Int, _ survey: BlockSurvey) -> String? {
    if survey.isPruned[index] { return "in an element that no article stands in" }
    let block = survey.blocks[index]
    if block.counts.letters == 0, block.kind != .row { return "without a letter" }
    guard block.length < 40 else { return nil }
    let opening = rules.openings.name(Int(survey.answer(.opening, index)))
    if let opening, rules.choice.vetoes.contains(opening) { return "begins as: \(opening)" }
    let mark = rules.marks.name(Int(survey.answer(.mark, index)))
    if let mark, rules.choice.vetoes.contains(mark) { return "holds marks of: \(mark)" }
    return nil
  }

  /// Moves the scores of items of one list, and of rows of one table, toward their mean.
  private func share(_ judgements: inout [Judgement], _ survey: BlockSurvey) {
    var start = 0
    while start < judgements.count {
      var end = start + 1
      while end < judgements.count, isTogether(start, end, survey) { end += 1 }
      if end - start > 1 {
        var sum = 0.0
        var weights = 0.0
        for index in start..<end where !judgements[index].isVetoed {
          let weight = Double(min(survey.blocks[index].length, 30) + 1)
          // One sure block must not decide for all.
          sum += weight * max(-12, min(12, judgements[index].score))
          weights += weight
        }
        for index in start..<end where weights > 0 && !judgements[index].isVetoed {
          judgements[index].shared =
            (1 - rules.choice.together) * judgements[index].score
            + rules.choice.together * sum / weights
        }
      }
      start = end
    }
  }

  private func isTogether(_ first: Int, _ other: Int, _ survey: BlockSurvey) -> Bool {
    let (left, right) = (survey.blocks[first], survey.blocks[other])
    guard left.kind == right.kind else { return false }
    let (holder, otherHolder) = (survey.page.parents[left.node], survey.page.parents[right.node])
    switch left.kind {
    case .item: return holder == otherHolder
    case .row:
      // Rows stand in the table or in a head or body of it.
      let (outer, otherOuter) = (survey.page.parents[holder], survey.page.parents[otherHolder])
      return holder == otherHolder || outer == otherOuter || holder == otherOuter
        || outer == otherHolder
    default: return false
    }
  }

  /// Where nothing was kept: the page's sentences, else its longest texts, links aside.
  private func rescue(_ judgements: inout [Judgement], _ survey: BlockSurvey) {
    if judgements.contains(where: \.isKept) { return }
    let kinds: [(Int) -> Bool] = [
      { survey.isProse[$0] },
      {
        survey.blocks[$0].length >= 5 && survey.blocks[$0].linkDensity < 0.4 && !survey.isPruned[$0]
      },
      { survey.blocks[$0].length >= 3 && survey.blocks[$0].linkDensity < 0.9 },
    ]
    for isText in kinds {
      for index in judgements.indices where isText(index) {
        judgements[index].isKept = true
        judgements[index].override = "nothing else was kept"
      }
      if judgements.contains(where: \.isKept) { return }
    }
  }

  /// A heading right before a kept paragraph of the same element needs fewer points.
  private func keepHeadings(_ judgements: inout [Judgement], _ survey: BlockSurvey) {
    for index in judgements.indices.dropLast()
    where survey.blocks[index].kind == .heading && !judgements[index].isKept
      && !judgements[index].isVetoed
    {
      let next = survey.blocks[index + 1]
      let isBeside =
        survey.page.parents[next.node] == survey.page.parents[survey.blocks[index].node]
      if judgements[index + 1].isKept, isBeside, next.kind != .heading,
        judgements[index].score > rules.choice.headings
      {
        judgements[index].isKept = true
        judgements[index].override = "a heading right before a kept paragraph"
      }
    }
  }

  private func dropLoneHeadings(_ judgements: inout [Judgement], _ survey: BlockSurvey) {
    for (index, block) in survey.blocks.enumerated()
    where block.kind == .heading && judgements[index].isKept {
      var next = index + 1
      while next < judgements.count, survey.blocks[next].kind == .heading, next - index < 3 {
        next += 1
      }
      let follows = next..<min(next + 3, judgements.count)
      if !follows.contains(where: { judgements[$0].isKept }) {
        judgements[index].isKept = false
        judgements[index].override = "a heading with nothing kept behind it"
      }
    }
  }
}
