public import Disk
internal import FoundationEssentials

/// Files of the project.
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
}
