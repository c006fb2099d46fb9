public import Packs
public import Records

/// An article's candidates to its events.
public struct Normalizer: Sendable {
  /// Compiles a pack's rules.
  public init(_ pack: Pack) throws(PackError) {}

  /// The events of an article in the order of their evidence.
  public func normalize(_ article: ExtractedArticle) -> [Event] { [] }
}
