internal import Disk
public import Records

/// Reads one article from disk: bytes, encoding, sidecar and front matter.
///
/// The only stage that touches the disk.
public struct Fetcher: Sendable {
  /// The most bytes that an article may have, on disk and inflated, where nobody says otherwise.
  public static let usualByteLimit = 16 << 20

  private let decoder: String?
  /// The most bytes that an article may have, on disk and inflated.
  public let byteLimit: Int

  /// Makes a fetcher; nil for a label that the standard does not know.
  ///
  /// - Parameters:
  ///   - charset: A WHATWG label that overrides what pages declare; nil to trust them.
  ///   - byteLimit: The most bytes that an article may have, on disk and inflated.
  public init?(charset: String?, byteLimit: Int = Self.usualByteLimit) {
    self.byteLimit = byteLimit
    guard let charset else {
      decoder = nil
      return
    }
    guard let name = CharsetLabels.name(for: charset) else { return nil }
    decoder = name
  }

  /// Reads an article; throws what `read` and `decode` throw.
  public func fetch(_ source: SourceFile) throws(StageFailure) -> FetchedArticle {
    try decode(read(source))
  }

  /// Reads an article's bytes and those of its sidecar.
  ///
  /// Throws `unreadable`, `not_a_file`, `changed` or `too_large`: what the bytes alone do not tell.
  public func read(_ source: SourceFile) throws(StageFailure) -> StoredArticle {
    let path = source.path.display
    guard let name = ArticleName(source.location) else {
      throw StageFailure(
        path: path, stage: .fetch, code: .unreadable,
        cause: "the name ends in none of \(ArticleName.suffixes.joined(separator: " "))")
    }
    let bytes = try read(source.location, of: path)
    let isThere = Disk.kind(of: name.sidecar, followingLinks: false) == .file
    let sidecar = isThere ? try read(name.sidecar, of: path) : nil
    return StoredArticle(path: path, kind: .file(name, sidecar: sidecar), bytes: bytes)
  }

  /// Makes text of an article's bytes.
  ///
  /// Throws `too_large`, `bad_gzip`, `empty`, `binary`, `bad_sidecar` or `bad_record`: what the bytes
  /// tell, whenever and wherever they are read.
  public func decode(_ stored: StoredArticle) throws(StageFailure) -> FetchedArticle {
    func fail(_ code: StageFailure.Code, _ cause: String) -> StageFailure {
      StageFailure(path: stored.path, stage: .fetch, code: code, cause: cause)
    }
    if stored.bytes.isEmpty { throw fail(.empty, "the file has no bytes") }
    var article = FetchedArticle(stored.path, digest: ContentDigest.sha256(stored.bytes))
    var metadata = Metadata()
    switch stored.kind {
    case .file(let name, let sidecar):
      let bytes = name.isCompressed ? try inflate(stored.bytes, fail) : stored.bytes
      article.mediaType = name.mediaType
      try decode(bytes, transport: nil, into: &article, fail)
      do {
        metadata = try sidecar.map(Metadata.sidecar) ?? metadata
      } catch {
        throw fail(.badSidecar, "\(name.sidecar.lastComponent.display): \(error)")
      }
      if article.mediaType != .html, let front = Metadata.frontMatter(of: article.source) {
        metadata = metadata.merging(front.metadata)
        article.source = front.rest
      }
    case .page(let page):
      // What the crawler left compressed says so itself; its headers may not.
      let isCompressed = stored.bytes.starts(with: [0x1F, 0x8B])
      let bytes = isCompressed ? try inflate(stored.bytes, fail) : stored.bytes
      article.mediaType = page.isPlainText ? .plain : .html
      article.retrieved = page.retrieved
      metadata.url = page.url
      try decode(bytes, transport: page.charset, into: &article, fail)
    case .object(let fields):
      let object: DumpFields.Article
      do throws(JSONError) {
        object = try fields.article(stored.bytes)
      } catch {
        throw fail(.badRecord, "\(error)")
      }
      guard let text = object.text else {
        throw fail(.badRecord, "no text under any of the known names (see --fields)")
      }
      article.mediaType = object.isHTML ? .html : .plain
      article.source = Array(text.utf8)
      article.authors = object.authors
      metadata = object.metadata
    }
    (article.head.url, article.head.title) = (metadata.url, metadata.title)
    (article.head.published, article.head.language) = (metadata.published, metadata.language)
    return article
  }

  /// Decodes bytes that are no longer compressed.
  private func decode(
    _ bytes: [UInt8], transport: String?, into article: inout FetchedArticle,
    _ fail: (StageFailure.Code, String) -> StageFailure
  ) throws(StageFailure) {
    if bytes.isEmpty { throw fail(.empty, "the gzip data holds no bytes") }
    if BinarySniff.isBinary(bytes) { throw fail(.binary, "the bytes are no text") }
    let decoded = TextDecoder(
      override: decoder, transport: transport.flatMap(CharsetLabels.name(for:))
    ).decode(bytes, isHTML: article.mediaType == .html)
    if decoded.text.allSatisfy({ $0 <= 0x20 }) { throw fail(.empty, "nothing but white space") }
    (article.source, article.charset) = (decoded.text, decoded.charset)
  }

  private func read(
    _ location: DiskPath, of path: String
  ) throws(StageFailure) -> [UInt8] {
    func fail(_ code: StageFailure.Code, _ cause: String) -> StageFailure {
      StageFailure(path: path, stage: .fetch, code: code, cause: cause)
    }
    let content: Disk.Content
    do throws(DiskError) {
      content = try Disk.read(location, limit: byteLimit)
    } catch {
      throw fail(.unreadable, "cannot \(error.operation): \(error.reason)")
    }
    switch content {
    case .bytes(let bytes): return bytes
    case .tooLarge(let size):
      throw fail(.tooLarge, "\(size) bytes; the limit is \(byteLimit)")
    case .changed: throw fail(.changed, "the file changed while it was read")
    }
  }

  private func inflate(
    _ stored: [UInt8], _ fail: (StageFailure.Code, String) -> StageFailure
  ) throws(StageFailure) -> [UInt8] {
    do throws(Gzip.Failure) {
      return try Gzip.inflate(stored, limit: byteLimit)
    } catch {
      switch error {
      case .tooLarge: throw fail(.tooLarge, "inflates to more than \(byteLimit) bytes")
      case .truncated: throw fail(.badGzip, "the gzip data ends too early")
      case .damaged(let reason): throw fail(.badGzip, "damaged gzip data: \(reason)")
      }
    }
  }
}

/// Tells texts from pictures, archives and documents.
enum BinarySniff {
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    if magics.contains(where: bytes.starts(with:)) { return true }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    let head = bytes.prefix(4096)
    let controls = head.count { $0 < 0x09 || (0x0E..<0x1B).contains($0) }
    return controls * 100 > head.count * 2
  }

  private static let magics: [[UInt8]] = [
    Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8),
    [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], [0x7F, 0x45, 0x4C, 0x46], Array("RIFF".utf8),
    [0x37, 0x7A, 0xBC, 0xAF], [0xD0, 0xCF, 0x11, 0xE0], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A],
  ]
}

extension FetchedArticle {
  /// An article of which nothing but path and digest is known.
  fileprivate init(_ path: String, digest: String) {
    self.init(
      head: ArticleHead(
        id: "a-" + digest.prefix(16), path: path, url: nil, title: nil, published: nil,
        language: nil),
      mediaType: .plain, charset: "utf-8", digest: digest, source: [])
  }
}
