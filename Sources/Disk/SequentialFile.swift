internal import Glibc

/// A file or standard input, read once from its beginning to its end.
public final class SequentialFile {
  private let path: DiskPath
  private let descriptor: Int32

  /// Opens a file; links are followed, since someone named it.
  public init(_ path: DiskPath) throws(DiskError) {
    let opened = unsafe open(path.zeroTerminated, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw DiskError(path, "open") }
    self.path = path
    descriptor = opened
  }

  /// Standard input.
  public init() {
    path = DiskPath("standard input")
    descriptor = STDIN_FILENO
  }

  /// Fills a buffer from a position on, perhaps not to its end; 0 at the end of the file.
  public func read(into buffer: inout [UInt8], from start: Int) throws(DiskError) -> Int {
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
        return unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw DiskError(path, "read") }
      return got
    }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }
}
