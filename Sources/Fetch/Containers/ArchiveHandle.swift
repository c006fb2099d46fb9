internal import CArchive
internal import Disk
internal import Glibc
internal import Records

/// An archive that is open, by the system's libarchive: a zip or tar file, compressed or not.
///
/// Members come one after the other and only into memory; nothing is unpacked to the disk.
@safe final class ArchiveHandle {
  /// What an archive tells of a member before its bytes.
  struct Member {
    /// What a member is.
    enum Kind {
      case file
      case folder
      /// Symbolic or hard.
      case link
      /// A device, FIFO or socket.
      case other
    }

    /// As the archive has it; nil where it is empty, or said to be UTF-8 and is not.
    var name: [UInt8]?
    var kind: Kind
    /// Bytes; nil where the archive tells them only behind the member.
    var size: Int?
    var isEncrypted: Bool
  }

  private static let blockSize = 1 << 16
  private let archive: OpaquePointer
  private let names: locale_t?
  private let stream: StreamedArchive?
  private var entry: OpaquePointer?
  private var block = [UInt8](repeating: 0, count: blockSize)
  /// Where the last fault was.
  private var faultPosition: Int64 = -1
  /// Whether nothing can be read any more.
  private(set) var isAtEnd = false

  /// Opens a file, in which the table of a zip file's members is looked up first.
  convenience init(_ path: DiskPath) throws(ContainerFault) {
    try self.init(stream: nil)
    try open(
      unsafe archive_read_open_filename(
        archive, path.bytes.map { CChar(bitPattern: $0) } + [0], Self.blockSize * 4))
  }

  /// Opens what is read once from beginning to end.
  convenience init(_ reader: ByteReader) throws(ContainerFault) {
    let stream = StreamedArchive(reader, blockSize: Self.blockSize)
    try self.init(stream: stream)
    try open(
      unsafe archive_read_open(
        archive, Unmanaged.passUnretained(stream).toOpaque(), nil,
        { _, context, block in
          guard let context = unsafe context, let block = unsafe block else { return -1 }
          return unsafe Unmanaged<StreamedArchive>.fromOpaque(context).takeUnretainedValue()
            .read(block)
        }, nil))
  }

  private init(stream: StreamedArchive?) throws(ContainerFault) {
    guard let archive = unsafe archive_read_new() else {
      throw ContainerFault(.badContainer, "no memory to read the archive")
    }
    unsafe self.archive = archive
    self.stream = stream
    unsafe names = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe freelocale(names)
  }

  private func open(_ status: CInt) throws(ContainerFault) {
    if status < ARCHIVE_WARN { throw fault(status) }
  }

  /// The next member, what is left of the one before passed over; nil at the end.
  func next() throws(ContainerFault) -> Member? {
    guard !isAtEnd else { return nil }
    let status = unsafe swapwire_archive_next_header(archive, &entry, names)
    if status == ARCHIVE_EOF {
      isAtEnd = true
      return nil
    }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw fault(status) }
    guard let entry = unsafe entry else { return nil }
    let name = unsafe archive_entry_pathname(entry).map { text in
      unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
    let isLink = unsafe archive_entry_hardlink(entry) != nil
    let kind: Member.Kind =
      switch unsafe archive_entry_filetype(entry) {
      case _ where isLink: .link
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    let hasSize = unsafe archive_entry_size_is_set(entry) != 0
    return Member(
      name: name?.isEmpty == true ? nil : name, kind: kind,
      size: hasSize ? Int(unsafe archive_entry_size(entry)) : nil,
      isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0)
  }

  /// The bytes of the member that came last; nil where there are more than the limit.
  func bytes(limit: Int) throws(ContainerFault) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let got = unsafe archive_read_data(archive, &block, block.count)
      if got < 0 { throw fault(CInt(got)) }
      if got == 0 { return bytes }
      if bytes.count + got > limit { return nil }
      bytes += block[..<got]
    }
  }

  /// What libarchive says of the last call.
  private func fault(_ status: CInt) -> ContainerFault {
    let position = unsafe archive_filter_bytes(archive, 0)
    // Where it did not move on either, it would say the same for ever.
    if status <= ARCHIVE_FATAL || position == faultPosition { isAtEnd = true }
    faultPosition = position
    if let fault = stream?.fault { return fault }
    let reason = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return ContainerFault(.badContainer, "the archive is damaged: \(reason ?? "it ends too early")")
  }
}

/// Gives libarchive the bytes of a reader, a block at a time.
@safe private final class StreamedArchive {
  private let reader: ByteReader
  private let block: UnsafeMutableBufferPointer<UInt8>
  /// Why reading stopped; libarchive cannot carry it.
  private(set) var fault: ContainerFault?

  init(_ reader: ByteReader, blockSize: Int) {
    self.reader = reader
    unsafe block = .allocate(capacity: blockSize)
  }

  deinit { unsafe block.deallocate() }

  /// Tells where the next bytes are and how many; -1 where they cannot be read.
  func read(_ place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ContainerFault) {
      let bytes = try unsafe reader.peek(block.count)
      _ = unsafe block.update(fromContentsOf: bytes)
      reader.advance(bytes.count)
      unsafe place.pointee = UnsafeRawPointer(block.baseAddress)
      return bytes.count
    } catch {
      fault = error
      return -1
    }
  }
}
