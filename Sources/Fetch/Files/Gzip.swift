internal import CDeflate
internal import CZlib

/// Inflates gzip data (RFC 1952), all members of it, up to a limit.
enum Gzip {
  enum Failure: Error, Hashable {
    /// The text would be longer than the limit.
    case tooLarge
    /// The data ends inside a member.
    case truncated
    /// zlib's own words.
    case damaged(String)
  }

  /// The inflated bytes.
  ///
  /// Zero bytes after the last member are padding; anything else is an error.
  ///
  /// A file of one member, as nearly all are, is inflated at once by libdeflate; zlib does the others, and
  /// says what is wrong.
  static func inflate(_ data: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    if let text = wholeMember(data, limit: limit) { return text }
    return try members(data, limit: limit)
  }

  /// The text of the only member; nil where there are more, or something is wrong.
  private static func wholeMember(_ data: [UInt8], limit: Int) -> [UInt8]? {
    let size = expectedSize(data)
    guard size <= limit, let inflater = unsafe libdeflate_alloc_decompressor() else { return nil }
    defer { unsafe libdeflate_free_decompressor(inflater) }
    var (read, made) = (0, 0)
    var isWhole = false
    let result = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let status = unsafe libdeflate_gzip_decompress_ex(
        inflater, data, data.count, buffer.baseAddress, size, &read, &made)
      isWhole = status == LIBDEFLATE_SUCCESS && read == data.count
      count = isWhole ? made : 0
    }
    return isWhole ? result : nil
  }

  private static func members(_ data: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(min(limit + 1, expectedSize(data)))
    var stream = unsafe z_stream()
    guard unsafe swapwire_inflate_init_gzip(&stream) == Z_OK else { throw .damaged("no memory") }
    defer { unsafe inflateEnd(&stream) }
    var consumed = 0
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while consumed < data.count {
      let status = unsafe data.withUnsafeBytes { input in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: input[consumed...])
        unsafe stream.next_in = UnsafeMutablePointer(
          mutating: rest.bindMemory(to: UInt8.self).baseAddress)
        unsafe stream.avail_in = UInt32(min(rest.count, 1 << 30))
        let offered = unsafe Int(stream.avail_in)
        let status = unsafe block.withUnsafeMutableBytes { output in
          unsafe stream.next_out = output.bindMemory(to: UInt8.self).baseAddress
          unsafe stream.avail_out = UInt32(output.count)
          return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        consumed += unsafe offered - Int(stream.avail_in)
        return status
      }
      result.append(contentsOf: block[..<(unsafe block.count - Int(stream.avail_out))])
      if result.count > limit { throw .tooLarge }
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        if data[consumed...].allSatisfy({ $0 == 0 }) { return result }
        unsafe inflateReset(&stream)
      case Z_BUF_ERROR: throw .truncated
      default:
        throw .damaged(unsafe stream.msg.map { unsafe String(cString: $0) } ?? "not gzip data")
      }
    }
    throw .truncated
  }

  /// What the last member's trailer gives as its size, in four bytes; a hint, not to be trusted.
  private static func expectedSize(_ data: [UInt8]) -> Int {
    data.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
