internal import Disk
internal import Extract
internal import Normalize
internal import Packs
internal import Records

extension EventExplainer {
  /// Tells about an article, by its path in the records, which events it has and which candidates made none.
  ///
  /// Throws where `extract.ndjson` was not kept or holds no such article.
  public func explain(article path: String) throws -> [UInt8] {
    let records = try folder.lines(of: .extract).map { line in
      try line.read { (json) throws(JSONError) in try ExtractedArticle(from: &json) }
    }
    let found = records.filter { $0.article.head.path == path }
    guard !found.isEmpty else {
      throw unknown(article: path, among: records.map(\.article.head.path))
    }
    return try found.flatMap { try explain($0) }
  }

  /// Why there is nothing to tell: the article failed, or its path is another in this folder.
  private func unknown(article path: String, among known: [String]) -> UsageError {
    if let failure = folder.failure(of: path) {
      return UsageError("\(path) could not be read: \(failure.stage.rawValue): \(failure.message)")
    }
    let meant =
      known.first {
        path.hasSuffix("/" + $0) || $0.hasSuffix("/" + path) || $0.hasPrefix(path + ".")
      }
      ?? Spelling.closest(to: path, among: known)
    let hint =
      meant.map { "did you mean \($0)?" } ?? "paths are as in \(folder.path.display)/clean.ndjson"
    return UsageError("\(folder.path.display) holds no article \(path); \(hint)")
  }

  private func explain(_ record: ExtractedArticle) throws -> [UInt8] {
    let head = record.article.head
    let text = Array(record.article.text.utf8)
    let index = CodePointIndex(text)
    let told = try events.filter { $0.isOf(head) }.map { entry in
      try entry.line.read { (json) throws(JSONError) in
        try Event(from: &json, text: text, index: index)
      }
    }
    let explanation = ArticleExplanation(
      head: head, events: told, text: text, index: index,
      rules: rules[head.language ?? ""] ?? [:], languageKnown: record.languageKnown,
      notUsed: UnusedCandidate.all(record.candidates, told, normalizer.rejections(record)))
    switch format {
    case .json: return explanation.json()
    case .text(let isColored): return Array(explanation.lines(isColored: isColored).utf8)
    }
  }
}
