internal import Markup

/// A page as the clean stage reads it: its blocks, what is known of each, and what was chosen.
struct PageReading {
  let page: Page
  let list: BlockList
  let metadata: PageMetadata
  let survey: BlockSurvey
  let judgements: [BodyChooser.Judgement]

  /// - Parameters:
  ///   - source: UTF-8.
  ///   - title: The headline where something beside the page tells it.
  init(
    _ source: [UInt8], title: String?, rules: CleaningRules, scorecard: Scorecard, days: DayReader
  ) {
    page = PageParser.parse(source)
    let cues = rules.cues.cues(in: page)
    var reader = BlockReader(page, cues: cues, hidden: rules.hiddenCue)
    list = reader.read()
    metadata = PageMetadata(page, cues: cues, blocks: list, rules: rules, days: days)
    var survey = BlockSurvey(
      page: page, list: list, rules: rules, title: title ?? metadata.title,
      description: metadata.description, articleBody: metadata.articleBody)
    survey.run()
    self.survey = survey
    judgements = BodyChooser(rules: rules, scorecard: scorecard).judge(survey)
  }

  /// The blocks that are the article's.
  var kept: [Block] { zip(list.blocks, judgements).filter { $1.isKept }.map { $0.0 } }
}
