internal import Disk
public import Records

/// An article's bytes as they lie on disk.
public struct StoredArticle: Sendable {
  /// Relative to the input folder, as records tell it.
  public let path: String
  let name: ArticleName
  /// The file's bytes, compressed where it is.
  public let bytes: [UInt8]
  /// Those of the sidecar; nil where there is none.
  public let sidecar: [UInt8]?
}

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
    let sidecar = name.sidecar
    guard Disk.kind(of: sidecar, followingLinks: false) == .file else {
      return StoredArticle(path: path, name: name, bytes: bytes, sidecar: nil)
    }
    return StoredArticle(
      path: path, name: name, bytes: bytes, sidecar: try read(sidecar, of: path))
  }

  /// Makes text of an article's bytes.
  ///
  /// Throws `too_large`, `bad_gzip`, `empty`, `binary` or `bad_sidecar`: what the bytes tell, whenever
  /// and wherever they are read.
  public func decode(_ stored: StoredArticle) throws(StageFailure) -> FetchedArticle {
    func fail(_ code: StageFailure.Code, _ cause: String) -> StageFailure {
      StageFailure(path: stored.path, stage: .fetch, code: code, cause: cause)
    }
    if stored.bytes.isEmpty { throw fail(.empty, "the file has no bytes") }
    let bytes = stored.name.isCompressed ? try inflate(stored.bytes, fail) : stored.bytes
    if bytes.isEmpty { throw fail(.empty, "the gzip data holds no bytes") }
    if BinarySniff.isBinary(bytes) { throw fail(.binary, "the bytes are no text") }
    let isHTML = stored.name.mediaType == .html
    var decoded = TextDecoder(override: decoder).decode(bytes, isHTML: isHTML)
    if decoded.text.allSatisfy({ $0 <= 0x20 }) { throw fail(.empty, "nothing but white space") }
    var metadata = Metadata()
    do {
      metadata = try stored.sidecar.map(Metadata.sidecar) ?? metadata
    } catch {
      throw fail(.badSidecar, "\(stored.name.sidecar.lastComponent.display): \(error)")
    }
    if !isHTML, let front = Metadata.frontMatter(of: decoded.text) {
      metadata = metadata.merging(front.metadata)
      decoded.text = front.rest
    }
    let digest = ContentDigest.sha256(stored.bytes)
    return FetchedArticle(
      head: ArticleHead(
        id: "a-" + digest.prefix(16), path: stored.path, url: metadata.url, title: metadata.title,
        published: metadata.published, language: metadata.language),
      mediaType: stored.name.mediaType, charset: decoded.charset, digest: digest,
      source: decoded.text)
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
