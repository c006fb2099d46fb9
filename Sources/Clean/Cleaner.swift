internal import Markup
public import Packs
public import Records

/// A fetched page or text to its title, authors, day, language and paragraphs.
///
/// A class, so that its layout does not depend on types that importers of this module never see.
public final class Cleaner: Sendable {
  /// The version of libxml2 that parses the pages.
  public static var parserVersion: String { PageParser.libraryVersion }

  let rules: CleaningRules
  let scorecard: Scorecard
  let days: DayReader
  let guess: LanguageGuess

  /// Compiles a pack's cleaning rules.
  public init(_ pack: Pack) throws(PackError) {
    rules = try CleaningRules(pack)
    scorecard = try Scorecard(pack, rules: rules)
    days = DayReader(rules.languages)
    guess = LanguageGuess(profiles: rules.languages)
  }

  /// Cleans an article; throws `no_text` where nothing could be an article.
  ///
  /// What sidecar or front matter tell beats what the page says.
  public func clean(_ article: FetchedArticle) throws(StageFailure) -> CleanArticle {
    var result = CleanArticle(head: article.head, authors: [], body: "")
    result.head.title = knownTitle(article)
    result.head.published = article.head.published.flatMap { days.day(in: $0) }
    switch article.mediaType {
    case .html: readPage(article, into: &result)
    case .plain, .markdown: readText(article, into: &result)
    }
    if !article.authors.isEmpty { result.authors = article.authors }
    // Nothing was published after it was fetched: a later day is one that the page announces.
    if let day = result.head.published, let retrieved = article.retrieved,
      !DayBound(retrieved: retrieved).allows(day)
    {
      result.head.published = nil
    }
    guard !result.body.isEmpty else {
      throw StageFailure(
        path: article.head.path, stage: .clean, code: .noText,
        cause: "no paragraph of text was found")
    }
    return result
  }

  private func readPage(_ article: FetchedArticle, into result: inout CleanArticle) {
    let reading = pageReading(article)
    result.truncated = reading.page.isTruncated
    result.authors = reading.metadata.authors
    result.head.title = result.head.title ?? reading.metadata.title
    result.head.published = result.head.published ?? reading.metadata.published
    result.head.url = result.head.url ?? reading.metadata.url
    var body: [UInt8] = []
    var words: [UInt64] = []
    for block in reading.kept {
      if !body.isEmpty { body += [0x0A, 0x0A] }
      body += reading.list.text[block.text]
      words += reading.list.words(block)
    }
    result.body = String(decoding: body, as: UTF8.self)
    result.head.language = language(
      declared: result.head.language ?? reading.metadata.language,
      seen: guess.language(of: body[...], words: words[...]), wordCount: words.count)
  }

  private func readText(_ article: FetchedArticle, into result: inout CleanArticle) {
    let reading = lineReading(article)
    result.head.title = reading.title
    result.head.published = result.head.published ?? reading.published
    result.body = reading.body.joined(separator: "\n\n")
    result.head.language = language(
      declared: result.head.language, seen: guess.language(of: result.body),
      wordCount: BlockText.wordCount(result.body))
  }

  /// A page as blocks with their judgements.
  func pageReading(_ article: FetchedArticle) -> PageReading {
    PageReading(
      article.source, title: knownTitle(article), rules: rules, scorecard: scorecard, days: days)
  }

  /// A text as lines with their judgements.
  func lineReading(_ article: FetchedArticle) -> LineCleaner.Result {
    LineCleaner(rules: rules, days: days, language: guess).clean(
      String(decoding: article.source, as: UTF8.self), knownTitle: knownTitle(article))
  }

  /// The headline that sidecar or front matter tells.
  private func knownTitle(_ article: FetchedArticle) -> String? {
    article.head.title.map { BlockText.collapsed($0) }
  }

  /// The language that the text itself shows; the declared one where that cannot be told.
  ///
  /// Many pages declare the language of their template. A longer text that shows nothing of a declared
  /// language which the pack knows is not in it.
  private func language(declared: String?, seen: String, wordCount: Int) -> String {
    guard seen == "und", let declared else { return seen }
    let tag =
      declared.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased() ?? "und"
    let isKnown = rules.languages.contains { $0.tag == tag }
    return isKnown && wordCount >= 40 ? "und" : tag
  }
}
