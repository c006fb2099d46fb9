internal import Clean
internal import Disk
internal import Extract
internal import Fetch
internal import Glibc
internal import Normalize
internal import Packs
internal import Records

/// Times each stage over the pages of a folder, one thread, beside the floor.
struct StageBench {
  /// What one stage cost.
  struct Cost {
    let stage: String
    /// CPU seconds for all pages, the least of all passes: other programs only ever add to it.
    var seconds: Double
  }

  private let sources: [SourceFile]
  private let fetcher: Fetcher
  private let cleaner: Cleaner
  private let extractor: Extractor
  private let normalizer: Normalizer
  /// Bytes of all pages, decoded.
  private(set) var bytes = 0

  var pages: Int { sources.count }

  init(_ folder: DiskPath, charset: String?) throws {
    let pack = try Pack.embedded()
    guard let fetcher = Fetcher(charset: charset) else {
      throw BenchError("unknown charset \(charset ?? "")")
    }
    self.fetcher = fetcher
    cleaner = try Cleaner(pack)
    extractor = try Extractor(pack)
    normalizer = try Normalizer(pack)
    sources = try SourceWalk.articles(in: folder).compactMap { found in
      guard case .file(let source) = found, let article = try? fetcher.fetch(source) else {
        return nil
      }
      return article.mediaType == .html ? source : nil
    }
    if sources.isEmpty { throw BenchError("no pages in \(folder.display)") }
  }

  /// Runs all stages `passes` times, floor and stages in turn.
  ///
  /// Throws where a pass gives other bytes than the first: a time for a wrong result is worth nothing.
  mutating func run(passes: Int) throws -> [Cost] {
    var costs = ["floor", "fetch", "clean", "extract", "normalize"].map {
      Cost(stage: $0, seconds: .infinity)
    }
    var first: [UInt8]?
    for _ in 0..<passes {
      var json = JSONWriter()
      var fetched: [FetchedArticle] = []
      var cleaned: [CleanArticle] = []
      var extracted: [ExtractedArticle] = []
      try time(&costs[1]) { for source in sources { fetched.append(try fetcher.fetch(source)) } }
      bytes = fetched.reduce(0) { $0 + $1.source.count }
      try time(&costs[0]) {
        for article in fetched where !ParseFloor.parse(article.source) {
          throw BenchError("libxml2 made no tree of \(article.head.path)")
        }
      }
      time(&costs[2]) {
        for article in fetched { cleaned += (try? cleaner.clean(article)).map { [$0] } ?? [] }
      }
      time(&costs[3]) { for article in cleaned { extracted.append(extractor.extract(article)) } }
      time(&costs[4]) {
        for article in extracted {
          let text = Array(article.article.text.utf8)
          let index = CodePointIndex(text)
          for event in normalizer.normalize(article) {
            event.write(to: &json, text: text, index: index)
          }
        }
      }
      for article in cleaned { article.write(to: &json) }
      if cleaned.count * 10 < pages * 9 {
        throw BenchError("only \(cleaned.count) of \(pages) pages gave an article")
      }
      if let first, first != json.bytes { throw BenchError("two passes gave different results") }
      first = json.bytes
    }
    return costs
  }

  /// Times reading the mentions of the articles' cleaned texts, in languages that the pack has rules
  /// for: tokens, sentences, numbers, dates, names, people.
  ///
  /// Nil where no article is in such a language.
  func mentions(passes: Int) throws -> TextCost? {
    let texts = sources.compactMap { source -> (String, String)? in
      guard let fetched = try? fetcher.fetch(source), let article = try? cleaner.clean(fetched),
        let language = article.head.language, extractor.mentions(in: "", language: language) != nil
      else { return nil }
      return (article.text, language)
    }
    guard !texts.isEmpty else { return nil }
    var cost = TextCost(
      texts: texts.count, bytes: texts.reduce(0) { $0 + $1.0.utf8.count }, seconds: .infinity)
    var first: [Int]?
    for _ in 0..<passes {
      var counts: [Int] = []
      let start = clock()
      for (text, language) in texts {
        counts.append(extractor.mentions(in: text, language: language)?.count ?? 0)
      }
      cost.seconds = min(cost.seconds, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      if let first, first != counts { throw BenchError("two passes gave different mentions") }
      first = counts
    }
    return cost
  }

  private func time(_ cost: inout Cost, _ work: () throws -> Void) rethrows {
    let start = clock()
    try work()
    cost.seconds = min(cost.seconds, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
}

/// What reading plain texts cost.
struct TextCost {
  let texts: Int
  let bytes: Int
  /// CPU seconds for all texts, the least of all passes.
  var seconds: Double
}

/// Why there is no measurement.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
