internal import Markup

/// Title, authors, day, language and address of a page, each from the best witness that it has.
struct PageMetadata {
  let title: String?
  let authors: [String]
  let published: String?
  let language: String?
  let url: String?
  let description: String?
  let articleBody: String?

  init(_ page: Page, cues: [CueSet], blocks: BlockList, rules: CleaningRules, days: DayReader) {
    let linked = JSONLinkedData(page)
    let witnesses = PageWitnesses(page, cues: cues, bylineCue: rules.bylineCue)
    title = TitleChooser(linked: linked, witnesses: witnesses, blocks: blocks).title
    authors =
      AuthorChooser(
        page: page, linked: linked, witnesses: witnesses, blocks: blocks, rules: rules
      ).authors
    published =
      DayChooser(page: page, linked: linked, witnesses: witnesses, days: days).day
    language = witnesses.language ?? witnesses.meta["og:locale"]
    url = witnesses.canonical ?? witnesses.meta["og:url"]
    description =
      linked.description ?? witnesses.meta["og:description"] ?? witnesses.meta["description"]
    articleBody = linked.articleBody
  }
}
