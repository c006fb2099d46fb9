internal import Glibc

/// The file system as bytes: plain `read` and `write`, never a memory map, since a file that is cut
/// short while it is mapped kills the process.
public enum Disk {
  /// What a path names.
  public enum Kind: Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A FIFO, device or socket.
    case other
  }

  /// What a file held, or why it could not be read whole.
  public enum Content: Sendable {
    /// All of it.
    case bytes([UInt8])
    /// More than the limit; the size that the file system tells.
    case tooLarge(size: Int)
    /// Its size or time changed while it was read.
    case changed
  }

  /// The running executable.
  public static let thisProgram = DiskPath("/proc/self/exe")

  /// The version of the C library, which converts encodings.
  public static var libraryVersion: String {
    var text = [CChar](repeating: 0, count: 64)
    _ = unsafe confstr(Int32(_CS_GNU_LIBC_VERSION), &text, text.count - 1)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What a path names; nil where nothing is there.
  ///
  /// Links are followed only if asked.
  public static func kind(of path: DiskPath, followingLinks: Bool) -> Kind? {
    var info = stat()
    let result =
      unsafe followingLinks ? stat(path.zeroTerminated, &info) : lstat(path.zeroTerminated, &info)
    guard result == 0 else { return nil }
    return switch info.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The names in a folder without `.` and `..`, in byte order.
  public static func names(in folder: DiskPath) throws(DiskError) -> [DiskPath] {
    guard let stream = unsafe opendir(folder.zeroTerminated) else {
      throw DiskError(folder, "list the folder")
    }
    defer { unsafe closedir(stream) }
    var names: [DiskPath] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(strnlen(bytes, 256))))
        }
      }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(DiskPath(name)) }
    }
    if errno != 0 { throw DiskError(folder, "list the folder") }
    return names.sorted()
  }

  /// Reads a regular file of at most `limit` bytes.
  public static func read(_ path: DiskPath, limit: Int) throws(DiskError) -> Content {
    try read(path, limit: limit) {}
  }

  /// Reads a regular file; `meanwhile` is called when its size has been asked and nothing read yet.
  static func read(
    _ path: DiskPath, limit: Int, meanwhile: () -> Void
  ) throws(DiskError) -> Content {
    // Without O_NONBLOCK a FIFO that takes the file's place would block forever.
    let descriptor = unsafe open(path.zeroTerminated, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(path, "open") }
    defer { close(descriptor) }
    var before = stat()
    guard unsafe fstat(descriptor, &before) == 0 else { throw DiskError(path, "examine") }
    if before.st_mode & S_IFMT != S_IFREG {
      throw DiskError(path: path, operation: "read", reason: "not a regular file")
    }
    if before.st_size > limit { return .tooLarge(size: before.st_size) }
    meanwhile()
    var bytes = [UInt8](repeating: 0, count: Int(before.st_size) + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: 65536)) }
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw DiskError(path, "read") }
      if got == 0 { break }
      filled += got
      if filled > limit { return .tooLarge(size: filled) }
    }
    var after = stat()
    guard unsafe fstat(descriptor, &after) == 0 else { throw DiskError(path, "examine") }
    let isSame =
      before.st_size == after.st_size && filled == Int(after.st_size)
      && before.st_mtim.tv_sec == after.st_mtim.tv_sec
      && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
    guard isSame else { return .changed }
    bytes.removeLast(bytes.count - filled)
    return .bytes(bytes)
  }

  /// Makes a folder and those above it; one that exists is fine.
  public static func makeFolder(_ path: DiskPath) throws(DiskError) {
    if kind(of: path, followingLinks: true) == .folder { return }
    let components = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    var current = DiskPath(path.bytes.first == UInt8(ascii: "/") ? "/" : "")
    for component in components {
      current = current.appending(DiskPath(Array(component)))
      if unsafe mkdir(current.zeroTerminated, 0o777) != 0, errno != EEXIST {
        throw DiskError(current, "make the folder")
      }
    }
    guard kind(of: path, followingLinks: true) == .folder else {
      throw DiskError(path: path, operation: "make the folder", reason: "a file has that name")
    }
  }

  /// Removes a file; one that is not there is fine.
  public static func remove(_ path: DiskPath) throws(DiskError) {
    if unsafe unlink(path.zeroTerminated) != 0, errno != ENOENT { throw DiskError(path, "remove") }
  }
}

extension DiskPath {
  var zeroTerminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
