internal import Extract
internal import Normalize
internal import Packs
internal import Records

/// Tells what the rules read in a text of one's own, which lies in no folder.
public struct TextExplainer: Sendable {
  private let chain: StageChain
  private let format: PageExplainer.Format

  /// Makes an explainer.
  public init(_ chain: StageChain, format: PageExplainer.Format) {
    self.chain = chain
    self.format = format
  }

  /// Its events as `explain` tells those of a run, or why it has none.
  ///
  /// - Parameters:
  ///   - text: Paragraphs, separated by blank lines.
  ///   - title: The headline; nil for none.
  ///   - published: `YYYY-MM-DD`, by which "Saturday" is resolved; nil where it is not known.
  ///   - language: BCP 47; throws `UsageError` where the pack has no rules for it.
  public func explain(
    _ text: String, title: String?, published: String?, language: String
  ) throws -> [UInt8] {
    let head = ArticleHead(
      id: "a-0000000000000000", path: "text", url: nil, title: title, published: published,
      language: language)
    let record = try chain.extractor.extract(
      CleanArticle(head: head, authors: [], body: text))
    guard record.languageKnown else {
      throw UsageError(
        "the pack \(chain.pack.name) has no rules for \"\(language)\"; it reads "
          + chain.pack.languages.joined(separator: ", "))
    }
    let normalizer = try chain.normalizer
    let events = normalizer.normalize(record)
    let bytes = Array(record.article.text.utf8)
    let index = CodePointIndex(bytes)
    let rules = Dictionary(
      try chain.extractor.rules().filter { $0.language == head.language }.map { ($0.name, $0) }
    ) { first, _ in first }
    let unused = UnusedCandidate.all(record.candidates, events, normalizer.rejections(record))
    guard !events.isEmpty else {
      let explanation = ArticleExplanation(
        head: head, events: [], text: bytes, index: index, rules: rules, languageKnown: true,
        notUsed: unused)
      switch format {
      case .json: return explanation.json()
      case .text(let isColored): return Array(explanation.lines(isColored: isColored).utf8)
      }
    }
    return events.enumerated().flatMap { place, event in
      let explanation = EventExplanation(
        event: event, text: bytes, index: index, rules: rules, notUsed: unused)
      switch format {
      case .json: return explanation.json()
      case .text(let isColored):
        // What no event rests on is told once, behind the last.
        let text = EventText(explanation, isColored: isColored)
        return Array(text.text(withUnused: place == events.count - 1).utf8)
      }
    }
  }
}
