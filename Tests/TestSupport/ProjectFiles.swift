public import Disk
internal import FoundationEssentials

/// Files of the project and of the shared development data beside it.
public enum ProjectFiles {
  /// The project's root.
  public static let root: DiskPath = {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return DiskPath(url.path())
  }()

  /// A file of the project.
  public static func path(_ relative: String) -> DiskPath { root.appending(DiskPath(relative)) }

  /// The bytes of a file of the project.
  public static func bytes(_ relative: String) throws -> [UInt8] {
    guard case .bytes(let bytes) = try Disk.read(path(relative), limit: .max) else { return [] }
    return bytes
  }

  /// The development data that lies beside a checkout; nil where it stands alone, and tests that need
  /// it are skipped.
  public static let shared: DiskPath? = {
    let folder = root.appending(DiskPath("../shared"))
    return Disk.kind(of: folder, followingLinks: true) == .folder ? folder : nil
  }()

  /// The message of a skipped test.
  public static let sharedMissing = "the shared development data is not beside this checkout"
}
