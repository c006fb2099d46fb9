public import Packs
public import Records

/// A cleaned article to its mentions and event candidates.
public struct Extractor: Sendable {
  private let languages: [String: LanguageRules]

  /// Compiles a pack's rules.
  public init(_ pack: Pack) throws(PackError) {
    languages = try LanguageCompiler.compile(pack)
  }

  /// Reads an article. One in a language that the pack has no rules for keeps its text alone.
  public func extract(_ article: CleanArticle) -> ExtractedArticle {
    guard let rules = languages[article.head.language ?? ""] else {
      return ExtractedArticle(article: article, languageKnown: false, mentions: [], candidates: [])
    }
    let text = Self.tokenized(Array(article.text.utf8), rules)
    var reader = MentionReader(rules, text)
    reader.read()
    let clauses = ClauseReader(rules, text, reader.chart, reader.mentions)
    var sheet = MentionSheet(reader.mentions, rules, text)
    var candidates: [EventCandidate] = []
    let isOurs = Self.isAboutSubject(reader.chart, rules)
    for sentence in text.sentences {
      let nodes = clauses.nodes(sentence.tokens).map { sheet.register($0) }
      guard isOurs else { continue }
      let frames = FrameReader(rules, text, nodes, sheet.mentions)
      candidates += frames.candidates(sentence.tokens)
    }
    return sheet.record(article, candidates)
  }

  /// The mentions of a text by itself, without frames: what `swapwire mentions` prints.
  public func mentions(in text: String, language: String) -> [Mention]? {
    let article = CleanArticle(
      head: ArticleHead(
        id: "a-0", path: "-", url: nil, title: nil, published: nil, language: language),
      authors: [], body: text)
    let record = extract(article)
    return record.languageKnown ? record.mentions : nil
  }

  /// An article is about the pack's subject where it has a word of the class `subject-matter`, or
  /// `hintsNeeded` of the class `subject-hint`; without them it yields no events, whatever it swaps.
  private static func isAboutSubject(_ chart: Chart, _ rules: LanguageRules) -> Bool {
    guard let subject = rules.lexicon.classID("subject-matter") else { return true }
    let hint = rules.lexicon.classID("subject-hint")
    var hints: Set<Int> = []
    for items in chart.items {
      for item in items {
        if item.lexicalClass == subject { return true }
        if item.lexicalClass == hint, let entry = item.entry { hints.insert(entry) }
      }
    }
    return hints.count >= hintsNeeded
  }

  private static let hintsNeeded = 3

  private static func tokenized(_ bytes: [UInt8], _ rules: LanguageRules) -> TokenizedText {
    var text = TokenizedText(bytes: bytes)
    text.tokens = rules.tokenizer.tokenize(bytes)
    let splitter = SentenceSplitter(
      abbreviations: rules.abbreviations, lexicalMarks: LexicalMarks())
    text.sentences = splitter.sentences(text)
    return text
  }
}
