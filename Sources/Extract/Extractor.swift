public import Packs
public import Records

/// A cleaned article to its mentions and event candidates.
///
/// A class, so that its layout does not depend on types that importers of this module never see.
public final class Extractor: Sendable {
  private let languages: [String: LanguageRules]

  /// Compiles a pack's rules.
  public init(_ pack: Pack) throws(PackError) {
    languages = try LanguageCompiler.compile(pack)
  }

  /// Reads an article.
  ///
  /// One in a language that the pack has no rules for keeps its text alone.
  public func extract(_ article: CleanArticle) -> ExtractedArticle {
    guard let rules = languages[article.head.language ?? ""] else {
      return ExtractedArticle(article: article, languageKnown: false, mentions: [], candidates: [])
    }
    let (mentions, candidates) = Self.read(Array(article.text.utf8), rules)
    return ExtractedArticle(
      article: article, languageKnown: true, mentions: mentions, candidates: candidates)
  }

  /// The rules of a language; nil where the pack has none.
  func rules(for language: String) -> LanguageRules? { languages[language] }

  /// All rules of the pack in the order of its files, language after language.
  public func rules() -> [RuleSummary] {
    languages.sorted { $0.key < $1.key }.flatMap { $0.value.summaries }
  }

  /// The examples in the rule files that the rules do not meet; empty for a sound pack.
  public func failedExamples() -> [RuleExampleFailure] {
    languages.sorted { $0.key < $1.key }.flatMap { RuleExampleCheck(rules: $0.value).failures() }
  }

  private static func read(
    _ bytes: [UInt8], _ rules: LanguageRules
  ) -> (mentions: [Mention], candidates: [EventCandidate]) {
    let reader = reading(bytes, rules)
    let chosen = chosen(reader)
    // A text that is not about the pack's subject has no candidates.
    guard isAboutSubject(reader.chart, rules) else { return (chosen, []) }
    let (sheet, candidates) = candidates(reader)
    return sheet.joined(with: chosen, candidates)
  }

  /// All that rules make of a text, also where a longer mention is told in its stead.
  static func made(
    _ bytes: [UInt8], _ rules: LanguageRules
  ) -> (mentions: [Mention], candidates: [EventCandidate]) {
    let reader = reading(bytes, rules)
    return (reader.mentions, candidates(reader).candidates)
  }

  /// A text with all that lists and rules find in it.
  static func reading(_ bytes: [UInt8], _ rules: LanguageRules) -> MentionReader {
    var text = TokenizedText(bytes: bytes)
    text.tokens = rules.tokenizer.tokenize(bytes)
    text.sentences = SentenceSplitter(abbreviations: rules.abbreviations, months: rules.months)
      .sentences(text)
    var reader = MentionReader(rules, text)
    reader.read()
    return reader
  }

  private static func chosen(_ reader: MentionReader) -> [Mention] {
    MentionChooser(
      rules: reader.rules, text: reader.text, chart: reader.chart, found: reader.mentions
    ).mentions()
  }

  private static func candidates(
    _ reader: MentionReader
  ) -> (sheet: MentionSheet, candidates: [EventCandidate]) {
    let (rules, text) = (reader.rules, reader.text)
    let clauses = Chunker(rules, text, reader.chart, reader.mentions)
    var sheet = MentionSheet(reader.mentions, rules, text)
    var candidates: [EventCandidate] = []
    var tables = TableReader(text)
    for sentence in text.sentences {
      sheet.beginSentence()
      let chunks = clauses.chunks(sentence.tokens).map { sheet.register($0) }
      let frames = FrameReader(rules, text, chunks, &sheet)
      candidates +=
        tables.candidates(
          chunks, sentence, isMediation: frames.isMediation, isOfRemains: frames.isOfRemains,
          frames.argument,
          span: frames.span(sentence.tokens))
        ?? []
      candidates += frames.candidates(sentence.tokens)
    }
    return (sheet, candidates)
  }

  /// The mentions of a text by itself, without events, in text order; nil where the pack has no
  /// rules for the language.
  public func mentions(in text: String, language: String) -> [Mention]? {
    languages[language].map { Self.chosen(Self.reading(Array(text.utf8), $0)) }
  }

  /// An article is about the pack's subject where it has a word of the class `subject-matter`, or
  /// one of `subject-act` and one of `subject-people`; others yield no events, whatever they swap.
  private static func isAboutSubject(_ chart: Chart, _ rules: LanguageRules) -> Bool {
    func has(_ name: String) -> Bool {
      guard let id = rules.lexicon.classID(name) else { return false }
      return chart.all.contains { $0.lexicalClass == id }
    }
    return has("subject-matter") || has("subject-act") && has("subject-people")
  }
}
