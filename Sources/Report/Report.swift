public import Disk
internal import Ledger
public import Outputs
internal import Records

/// One self-contained page that shows what a run found: the ledger, the events with the words that say so, the
/// articles, the failures.
///
/// The page's own files lie in `Page`; data goes in as JSON, which its script shows. Nothing of an article ever
/// becomes markup. The same output folder gives the same bytes.
public struct Report: Sendable {
  /// How much of the articles' texts goes into the page.
  public enum Texts: String, Sendable, CaseIterable {
    /// The whole text of every article.
    case all
    /// The whole text of articles with events.
    case events
    /// The paragraphs that hold evidence, for pages that are passed on.
    case passages
  }

  private let reader: OutputReader
  private let texts: Texts
  private let parties: [String: String]

  /// - Parameters:
  ///   - reader: The output folder.
  ///   - texts: How much of the articles goes in.
  ///   - parties: Names of parties by code; a code without a name stands for itself.
  public init(_ reader: OutputReader, texts: Texts, parties: [String: String]) {
    self.reader = reader
    self.texts = texts
    self.parties = parties
  }

  /// Writes the page.
  ///
  /// - Returns: What a user should know: that texts are missing; nil where nothing is.
  public func write(to path: DiskPath) throws -> String? {
    let data = try ReportData(reader, texts: texts)
    var file = try AtomicFile(path)
    for piece in PageTemplate.pieces {
      switch piece {
      case .bytes(let bytes): try file.write(bytes)
      case .data: try file.write(PageTemplate.scriptSafe(data.json(parties: parties)))
      case .texts: try writeTexts(data, to: &file)
      }
    }
    try file.commit()
    return data.hasTexts
      ? nil
      : "\(reader.articles.path.display) is not there: the page shows the words of evidence, not their "
        + "paragraphs; run with --keep clean to have them"
  }

  /// A line of JSON for each article whose text goes in, in the order in which the articles number them.
  private func writeTexts(_ data: ReportData, to file: inout AtomicFile) throws {
    guard data.hasTexts else { return }
    var number = 0
    try reader.forEachArticle { article in
      defer { number += 1 }
      guard data.articles[number].hasText else { return }
      var json = JSONWriter()
      let pieces =
        texts == .passages
        ? TextPiece.around(data.evidence(ofArticle: number), in: article.text)
        : [TextPiece(start: 0, text: article.text)]
      json.array(pieces) { json, piece in
        json.object { json in
          json.member("start", piece.start)
          json.member("text", piece.text)
        }
      }
      json.endLine()
      try file.write(PageTemplate.scriptSafe(json.bytes))
    }
  }
}
