internal import Glibc

/// A file that grows at its end.
public struct AppendedFile: ~Copyable {
  private let path: DiskPath
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Opens a file, or makes it, and cuts off what stands behind its first `count` bytes.
  public init(_ path: DiskPath, keeping count: Int) throws(DiskError) {
    self.path = path
    let opened = unsafe open(
      path.zeroTerminated, O_WRONLY | O_CREAT | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, mode_t(0o666))
    guard opened >= 0 else { throw DiskError(path, "write") }
    guard ftruncate(opened, count) == 0, lseek(opened, 0, SEEK_END) == count else {
      let error = DiskError(path, "write")
      close(opened)
      throw error
    }
    descriptor = opened
  }

  /// Appends bytes, which reach the file 64 KB at a time.
  public mutating func append(_ bytes: [UInt8]) throws(DiskError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Hands what was appended to the operating system.
  public mutating func flush() throws(DiskError) {
    try Descriptor.writeAll(buffer, to: descriptor, name: path)
    buffer.removeAll(keepingCapacity: true)
  }

  deinit { close(descriptor) }
}
