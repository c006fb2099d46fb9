internal import Extract
internal import Packs

/// A text of one's own as the rules read it, sentence after sentence.
public struct ParsedText: Sendable {
  private let chain: StageChain
  private let language: String

  /// - Parameter language: The text's language.
  public init(_ chain: StageChain, language: String) {
    self.chain = chain
    self.language = language
  }

  /// Lines for people: the clauses of each sentence, then what the frame rules made of it.
  ///
  /// Throws where the pack has no rules for the language.
  public func lines(of text: String) throws -> [String] {
    guard let outlines = try chain.extractor.outlines(of: text, language: language) else {
      throw UsageError(
        "the pack \(chain.pack.name) has no rules for \"\(language)\"; it reads \(chain.pack.languages.joined(separator: ", "))"
      )
    }
    return outlines.flatMap { $0.clauses + $0.candidates.map { "  => \($0)" } }
  }
}
