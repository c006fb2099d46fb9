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
    var tables = TableReader(text)
    let isOurs = Self.isAboutSubject(reader.chart, rules)
    for sentence in text.sentences {
      sheet.beginSentence()
      let nodes = clauses.nodes(sentence.tokens).map { sheet.register($0) }
      guard isOurs else { continue }
      let frames = FrameReader(rules, text, nodes, sheet.mentions)
      candidates += tables.candidates(nodes, sentence, frames.argument, span: frames.span(sentence.tokens)) ?? []
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
  /// one of `subject-act` and one of `subject-people`; others yield no events, whatever they swap.
  private static func isAboutSubject(_ chart: Chart, _ rules: LanguageRules) -> Bool {
    func has(_ name: String) -> Bool {
      guard let id = rules.lexicon.classID(name) else { return false }
      return chart.items.contains { $0.contains { $0.lexicalClass == id } }
    }
    return has("subject-matter") || has("subject-act") && has("subject-people")
  }

  private static func tokenized(_ bytes: [UInt8], _ rules: LanguageRules) -> TokenizedText {
    var text = TokenizedText(bytes: bytes)
    text.tokens = rules.tokenizer.tokenize(bytes)
    let splitter = SentenceSplitter(
      abbreviations: rules.abbreviations, lexicalMarks: LexicalMarks())
    text.sentences = splitter.sentences(text)
    return text
  }
}
