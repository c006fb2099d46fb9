internal import Glibc

/// A file that is read piece by piece at any place, by any number of threads.
public final class RandomAccessFile: Sendable {
  private let descriptor: Int32
  /// Bytes, when it was opened.
  public let size: Int

  /// Nil where there is no such regular file that can be read.
  public init?(_ path: DiskPath) {
    let opened = unsafe open(path.zeroTerminated, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    var info = stat()
    guard unsafe fstat(opened, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      return nil
    }
    descriptor = opened
    size = info.st_size
  }

  /// The bytes from an offset; nil where the file ends before or cannot be read.
  public func read(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset + count <= size else { return nil }
    var filled = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while filled < count {
        let rest = unsafe UnsafeMutableRawBufferPointer(buffer)[filled...]
        let got = unsafe pread(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: rest).baseAddress, rest.count,
          offset + filled)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
      initialized = filled
    }
    return filled == count ? bytes : nil
  }

  /// Calls `body` with the bytes from an offset to the end, a megabyte at a time, and where each begins.
  ///
  /// False where the file became shorter or cannot be read any more.
  public func forEachBlock<Failure: Error>(
    from start: Int = 0, _ body: (_ block: [UInt8], _ offset: Int) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    var offset = start
    while offset < size {
      guard let block = read(at: offset, count: min(1 << 20, size - offset)) else { return false }
      try body(block, offset)
      offset += block.count
    }
    return true
  }

  /// Whether two files hold the same bytes.
  public func hasSameContent(as other: RandomAccessFile) -> Bool {
    guard size == other.size else { return false }
    var isSame = true
    let isWhole = forEachBlock { block, offset in
      guard isSame, let twin = other.read(at: offset, count: block.count) else {
        isSame = false
        return
      }
      // Many times as fast as comparing arrays, which goes byte by byte.
      isSame = unsafe memcmp(block, twin, block.count) == 0
    }
    return isWhole && isSame
  }

  deinit { close(descriptor) }
}
