internal import Markup
public import Packs
public import Records

/// A fetched page or text to its title, authors, day, language and paragraphs.
public struct Cleaner: Sendable {
  private let rules: CleaningRules
  private let days: DayReader
  private let guess: LanguageGuess

  /// Compiles a pack's cleaning rules.
  public init(_ pack: Pack) throws(PackError) {
    rules = try CleaningRules(pack)
    days = DayReader(rules.languages)
    guess = LanguageGuess(profiles: rules.languages)
  }

  /// Cleans an article; throws `no_text` where nothing could be an article.
  ///
  /// What sidecar or front matter tell beats what the page says.
  public func clean(_ article: FetchedArticle) throws(StageFailure) -> CleanArticle {
    var head = article.head
    var authors: [String] = []
    var paragraphs: [String]
    var isTruncated = false
    head.title = head.title.map { BlockText.collapsed($0) }
    head.published = head.published.flatMap { days.day(in: $0) }
    if article.mediaType == .html {
      let page = PageParser.parse(article.source)
      isTruncated = page.isTruncated
      let metadata = PageMetadata(page, rules: rules, days: days)
      head.title = head.title ?? metadata.title
      head.published = head.published ?? metadata.published
      head.url = head.url ?? metadata.url
      authors = metadata.authors
      paragraphs = body(of: page, title: head.title)
      head.language = language(declared: head.language ?? metadata.language, paragraphs)
    } else {
      let lines = LineCleaner(rules: rules, days: days, language: guess)
      let result = lines.clean(
        String(decoding: article.source, as: UTF8.self), knownTitle: head.title)
      head.title = result.title
      head.published = head.published ?? result.published
      paragraphs = result.body
      head.language = language(declared: head.language, paragraphs)
    }
    guard !paragraphs.isEmpty else {
      throw StageFailure(
        path: head.path, stage: .clean, code: .noText,
        message: "no paragraph of text was found; is this an article?")
    }
    return CleanArticle(
      head: head, authors: authors, body: paragraphs.joined(separator: "\n\n"),
      truncated: isTruncated)
  }

  private func body(of page: Page, title: String?) -> [String] {
    let chooser = BodyChooser(page: page, rules: rules, title: title)
    var blocks = BlockReader(page, isDropped: DropMarker(page: page, rules: rules).marks())
    let body = chooser.body(blocks.read())
    if !body.isEmpty { return body }
    // Nothing was left: a page whose only text stands in an element that looks like furniture.
    var everything = BlockReader(page, isDropped: [Bool](repeating: false, count: page.nodes.count))
    return chooser.body(everything.read())
  }

  /// The language that the text itself shows; the declared one where that cannot be told.
  private func language(declared: String?, _ paragraphs: [String]) -> String {
    let seen = guess.language(of: paragraphs.joined(separator: "\n"))
    guard let declared else { return seen }
    let tag =
      declared.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased() ?? "und"
    return seen == "und" ? tag : seen
  }
}
