public import Disk
internal import FoundationEssentials

/// A folder that is gone when the test is.
public final class TemporaryFolder {
  /// Where it is.
  public let path: DiskPath

  /// Makes an empty folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "swapwire-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = DiskPath(url.path())
  }

  /// Writes a file below the folder, whose own folders are made.
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let file = path.appending(DiskPath(name))
    let folder = file.dropping(last: file.lastComponent.bytes.count + 1)
    try Disk.makeFolder(folder)
    var output = try AtomicFile(file)
    try output.write(Array(bytes))
    try output.commit()
  }

  /// Reads a file below the folder.
  public func read(_ name: String) throws -> [UInt8] {
    guard case .bytes(let bytes) = try Disk.read(path.appending(DiskPath(name)), limit: .max) else {
      return []
    }
    return bytes
  }

  /// The names in the folder.
  public func names() throws -> [String] { try Disk.names(in: path).map(\.display) }

  /// The names in the folder that are not hidden.
  public func visibleNames() throws -> [String] { try names().filter { !$0.hasPrefix(".") } }

  /// The number by which the file system knows a file below the folder; another for one that was
  /// replaced.
  public func inode(_ name: String) throws -> UInt64 {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: path.appending(DiskPath(name)).display)
    return attributes[.systemFileNumber] as? UInt64 ?? 0
  }

  deinit { try? FileManager.default.removeItem(atPath: path.display) }
}
