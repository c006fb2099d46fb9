internal import Glibc

/// Keeps other processes from a folder as long as it lives; the operating system takes it back when
/// the process ends, however it ends.
public final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, whose file is made if need be; nil where another process has it.
  public init?(_ path: DiskPath) throws(DiskError) {
    let opened = unsafe open(
      path.zeroTerminated, O_WRONLY | O_CREAT | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, mode_t(0o666))
    guard opened >= 0 else { throw DiskError(path, "write") }
    if flock(opened, LOCK_EX | LOCK_NB) != 0 {
      let isTaken = errno == EWOULDBLOCK
      let error = DiskError(path, "lock")
      close(opened)
      if isTaken { return nil }
      throw error
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
