internal import Glibc

/// A file that appears whole under its name or not at all.
///
/// Bytes go to a temporary file beside the target; `commit` forces them to disk and renames. A file
/// that is dropped without a commit leaves nothing behind.
public struct AtomicFile: ~Copyable {
  private let target: DiskPath
  private let temporary: DiskPath
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isCommitted = false

  /// Opens the temporary file `.NAME.partial` in the target's folder.
  public init(_ target: DiskPath) throws(DiskError) {
    // Found out now and not when the files beside it have appeared.
    if Disk.kind(of: target, followingLinks: true) == .folder {
      throw DiskError(path: target, operation: "write", reason: "a folder has that name")
    }
    let temporary = Self.temporary(of: target)
    let opened = unsafe open(
      temporary.zeroTerminated, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(0o666))
    if opened < 0 { throw DiskError(target, "write") }
    self.target = target
    self.temporary = temporary
    descriptor = opened
  }

  /// Removes what a process that was killed left of a file; one that is not there is fine.
  public static func removeRest(of target: DiskPath) throws(DiskError) {
    try Disk.remove(temporary(of: target))
  }

  static func temporary(of target: DiskPath) -> DiskPath {
    let name = target.lastComponent
    let folder = target.dropping(last: name.bytes.count)
    return DiskPath(folder.bytes + Array(".".utf8) + name.bytes + Array(".partial".utf8))
  }

  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) throws(DiskError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Forces what was written to disk.
  ///
  /// A folder's files are all synced before the first is committed, so that a full disk leaves the
  /// old ones together.
  public mutating func sync() throws(DiskError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw DiskError(target, "write") }
  }

  /// Makes the file appear under its name.
  ///
  /// Where the target holds the same bytes already it is left alone, so that what depends on it by its
  /// time is not done again.
  public consuming func commit() throws(DiskError) {
    try sync()
    if let old = RandomAccessFile(target), let new = RandomAccessFile(temporary),
      old.hasSameContent(as: new)
    {
      return
    }
    guard unsafe rename(temporary.zeroTerminated, target.zeroTerminated) == 0 else {
      throw DiskError(target, "rename into place")
    }
    isCommitted = true
  }

  private mutating func flush() throws(DiskError) {
    try Descriptor.writeAll(buffer, to: descriptor, name: target)
    buffer.removeAll(keepingCapacity: true)
  }

  deinit {
    close(descriptor)
    if !isCommitted { unsafe unlink(temporary.zeroTerminated) }
  }
}
