public import Disk
public import Records

/// An article that was found on disk but not read yet.
public struct SourceFile: Hashable, Sendable {
  /// Where it is.
  public let location: DiskPath
  /// Its path relative to the input folder.
  public let path: DiskPath

  /// Whether it is standard input, which has no place on disk.
  var isStandardInput: Bool { location == DiskPath("-") }

  /// Makes a source.
  public init(location: DiskPath, path: DiskPath) {
    self.location = location
    self.path = path
  }
}

/// Finds the articles of an input: a file, or a folder with all folders below it.
public enum SourceWalk {
  /// A file or folder that could not be listed, or the articles that were found.
  public enum Found: Sendable {
    /// An article.
    case file(SourceFile)
    /// A file that holds articles; the name tells how, or is nil where its bytes must.
    case container(SourceFile, ContainerName?)
    /// Something with an article's name that cannot be read.
    case failure(StageFailure)

    var path: DiskPath {
      switch self {
      case .file(let source), .container(let source, _): source.path
      case .failure(let failure): DiskPath(display: failure.path)
      }
    }

    var isContainer: Bool {
      if case .container = self { true } else { false }
    }
  }

  /// The articles of an input in byte order of their paths.
  ///
  /// Hidden files, links and output folders of `run` inside a folder are skipped, as are names without one of the suffixes
  /// that `ArticleName` knows, but for WARC files and archives; sidecars belong to their article. The input itself may be
  /// a link, or a container of any kind.
  public static func articles(in input: DiskPath) throws(DiskError) -> [Found] {
    var found: [Found] = []
    try visit(input) { found.append($0) }
    return found.map { ($0.path, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Calls `body` with the articles of an input in no order.
  static func visit(_ input: DiskPath, _ body: (Found) -> Void) throws(DiskError) {
    if input == DiskPath("-") {
      return body(.container(SourceFile(location: input, path: DiskPath("stdin")), nil))
    }
    switch Disk.kind(of: input, followingLinks: true) {
    case nil: throw DiskError(path: input, operation: "read", reason: "no such file or folder")
    case .folder: try walk(input, body)
    case .file:
      let source = SourceFile(location: input, path: input.lastComponent)
      if ArticleName(input) != nil { return body(.file(source)) }
      if let name = ContainerName(input) { return body(.container(source, name)) }
      let suffixes = ArticleName.suffixes + ContainerName.suffixes
      throw DiskError(
        path: input, operation: "read",
        reason: "the name ends in none of \(suffixes.joined(separator: " ")), nor these and .gz")
    case .link, .other:
      throw DiskError(path: input, operation: "read", reason: "neither a file nor a folder")
    }
  }

  private static func walk(_ root: DiskPath, _ body: (Found) -> Void) throws(DiskError) {
    var pending = [DiskPath([])]
    while let folder = pending.popLast() {
      let location = folder.bytes.isEmpty ? root : root.appending(folder)
      let names: [DiskPath]
      do {
        names = try Disk.names(in: location)
      } catch {
        if folder.bytes.isEmpty { throw error }
        body(failure(folder, .unreadable, "cannot list the folder: \(error.reason)"))
        continue
      }
      // The output of a run into a folder of its own articles, with a report among it, is no input.
      if !folder.bytes.isEmpty, names.contains(DiskPath(".swapwire")) { continue }
      for name in names where name.bytes.first != UInt8(ascii: ".") {
        let path = folder.appending(name)
        switch Disk.kind(of: root.appending(path), followingLinks: false) {
        case .folder: pending.append(path)
        case .file where ArticleName(name) != nil:
          body(.file(SourceFile(location: root.appending(path), path: path)))
        case .file where ContainerName(name)?.isWalked == true:
          let source = SourceFile(location: root.appending(path), path: path)
          body(.container(source, ContainerName(name)))
        case .other where ArticleName(name) != nil:
          body(failure(path, .notAFile, "a FIFO, device or socket is no article"))
        case nil:
          body(failure(path, .unreadable, "cannot examine what has this name"))
        default: break
        }
      }
    }
  }

  private static func failure(
    _ path: DiskPath, _ code: StageFailure.Code, _ cause: String
  ) -> Found {
    .failure(StageFailure(path: path.display, stage: .fetch, code: code, cause: cause))
  }
}

/// What an article's file name tells.
struct ArticleName: Hashable {
  static let suffixes = [".html", ".htm", ".xhtml", ".txt", ".md"]

  let mediaType: FetchedArticle.MediaType
  let isCompressed: Bool
  /// The path without the article's suffix, where a sidecar is looked for.
  let stem: DiskPath

  /// Where the article's sidecar would be.
  var sidecar: DiskPath { DiskPath(stem.bytes + Array(".meta.json".utf8)) }

  /// Nil where the name is no article's.
  init?(_ path: DiskPath) {
    isCompressed = path.hasSuffix(".gz")
    let plain = isCompressed ? path.dropping(last: 3) : path
    guard let suffix = Self.suffixes.first(where: plain.hasSuffix),
      plain.lastComponent.bytes.count > suffix.utf8.count
    else { return nil }
    stem = plain.dropping(last: suffix.utf8.count)
    mediaType =
      switch suffix {
      case ".txt": .plain
      case ".md": .markdown
      default: .html
      }
  }
}
