public import Disk

/// What the name of a container tells: a file that holds many articles.
public struct ContainerName: Hashable, Sendable {
  /// How the articles lie in it.
  enum Kind: Hashable, Sendable {
    /// Records of a crawler.
    case warc
    /// A JSON object a line.
    case lines
    /// JSON objects in whatever order.
    case objects
    /// Files, as in a folder.
    case archive
  }

  /// The endings of names, each also with `.gz`.
  public static let suffixes = [".warc", ".ndjson", ".jsonl", ".json"] + archives
  private static let archives = [".zip", ".tar", ".tgz", ".tar.bz2", ".tar.xz", ".tar.zst"]

  let kind: Kind

  /// Nil where the name is no container's; sidecars are none.
  public init?(_ path: DiskPath) {
    let plain = path.hasSuffix(".gz") ? path.dropping(last: 3) : path
    guard let suffix = Self.suffixes.first(where: plain.hasSuffix), !plain.hasSuffix(".meta.json")
    else { return nil }
    kind =
      switch suffix {
      case ".warc": .warc
      case ".json": .objects
      case _ where Self.archives.contains(suffix): .archive
      default: .lines
      }
  }

  init(_ kind: Kind) { self.kind = kind }

  /// Whether a folder that is walked gives such files too: names like `gold.json` stand beside articles
  /// for many reasons, those of WARC files and archives for one.
  var isWalked: Bool { kind == .warc || kind == .archive }
}
