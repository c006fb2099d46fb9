/// An article's bytes as they lie on disk or in a container.
public struct StoredArticle: Sendable {
  /// What the bytes are.
  enum Kind: Sendable {
    /// A file on disk or in an archive, perhaps with a sidecar.
    case file(ArticleName, sidecar: [UInt8]?)
    /// A page or text out of a WARC file.
    case page(WARCReader.Page)
    /// An object out of a JSON dump.
    case object(DumpFields)
  }

  /// Relative to the input folder, as records tell it; for a part of a container `FILE#NUMBER`,
  /// for a member of an archive `FILE/MEMBER`.
  public let path: String
  let kind: Kind
  /// The bytes, compressed where they are.
  public let bytes: [UInt8]

  /// What else the article is made from: sidecar, headers, the mapping of fields.
  public var circumstances: [UInt8] {
    switch kind {
    case .file(_, nil): []
    case .file(_, let sidecar?): [0] + sidecar
    case .page(let page):
      Array(
        "page\u{0}\(page.url ?? "")\u{0}\(page.retrieved ?? "")\u{0}\(page.charset ?? "")\u{0}\(page.isPlainText)"
          .utf8)
    case .object(let fields): Array("object\u{0}\(fields.given)".utf8)
    }
  }
}
