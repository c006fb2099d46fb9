public import Packs
public import Records

/// A cleaned article to its mentions and event candidates.
public struct Extractor: Sendable {
  /// Compiles a pack's rules.
  public init(_ pack: Pack) throws(PackError) {}

  /// Reads an article.
  public func extract(_ article: CleanArticle) -> ExtractedArticle {
    ExtractedArticle(article: article, languageKnown: false, mentions: [], candidates: [])
  }
}
