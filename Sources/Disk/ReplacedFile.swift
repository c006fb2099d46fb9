internal import Glibc

/// A file that a library writes by its name, and that appears whole or not at all.
public enum ReplacedFile {
  /// Calls `make` with the name of a file beside the target that is not there.
  ///
  /// What was written there is forced to disk and takes the target's name. Where `make` throws, nothing is left
  /// behind.
  public static func write<Failure: Error>(
    _ target: DiskPath, _ make: (_ temporary: DiskPath) throws(Failure) -> Void
  ) throws {
    if Disk.kind(of: target, followingLinks: true) == .folder {
      throw DiskError(path: target, operation: "write", reason: "a folder has that name")
    }
    let temporary = AtomicFile.temporary(of: target)
    try Disk.remove(temporary)
    do {
      try make(temporary)
      try sync(temporary, for: target)
      guard unsafe rename(temporary.zeroTerminated, target.zeroTerminated) == 0 else {
        throw DiskError(target, "rename into place")
      }
    } catch {
      try Disk.remove(temporary)
      throw error
    }
  }

  private static func sync(_ temporary: DiskPath, for target: DiskPath) throws(DiskError) {
    let descriptor = unsafe open(temporary.zeroTerminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(target, "write") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw DiskError(target, "write") }
  }
}
