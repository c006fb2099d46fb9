internal import CDeflate
internal import Disk
internal import Records

/// Inflates gzip data whose members are small, as those of WARC files are: each as a whole, by
/// libdeflate, at more than twice zlib's speed.
///
/// From a member on that is large, damaged or cut short zlib goes on, which inflates piece by piece
/// and tells what is wrong.
@safe final class GzipMembers {
  /// Bytes of a member, compressed or not, beyond which it is left to zlib.
  private static let limit = 1 << 25

  private let file: SequentialFile
  private let inflater: OpaquePointer
  private var input: [UInt8]
  private var position = 0
  private var filled: Int
  private var isAtEnd = false
  /// The member that was inflated last, and how much of it was given.
  private var member = [UInt8](repeating: 0, count: 1 << 20)
  private var given = 0
  private var size = 0
  private var slow: GzipStream?

  /// - Parameter begun: Bytes that were read from the file already.
  init(_ file: SequentialFile, begun: ArraySlice<UInt8>) throws(ContainerFault) {
    guard let inflater = unsafe libdeflate_alloc_decompressor() else {
      throw ContainerFault(.badContainer, "no memory to inflate")
    }
    self.file = file
    unsafe self.inflater = inflater
    input = Array(begun) + [UInt8](repeating: 0, count: 1 << 20)
    filled = begun.count
  }

  deinit { unsafe libdeflate_free_decompressor(inflater) }

  /// Fills a buffer from a position on; 0 at the end of the data.
  func read(into buffer: inout [UInt8], from start: Int) throws(ContainerFault) -> Int {
    if let slow { return try slow.read(into: &buffer, from: start) }
    while given == size {
      guard try inflateNext() else {
        guard let slow else { return 0 }
        return try slow.read(into: &buffer, from: start)
      }
    }
    let count = min(buffer.count - start, size - given)
    buffer.replaceSubrange(start..<(start + count), with: member[given..<(given + count)])
    given += count
    return count
  }

  /// Goes on behind damaged data; false where nothing follows.
  func resynchronize() throws(ContainerFault) -> Bool {
    try slow?.resynchronize() ?? false
  }

  /// Inflates the next member; false at the end of the data, and where zlib goes on.
  private func inflateNext() throws(ContainerFault) -> Bool {
    // Most members are whole where this much is at hand.
    if filled - position < 1 << 18 { try fill() }
    while position < filled, input[position] == 0 { position += 1 }
    if position == filled { return false }
    while true {
      var (read, made) = (0, 0)
      let result = unsafe input.withUnsafeBytes { source in
        unsafe member.withUnsafeMutableBytes { target in
          unsafe libdeflate_gzip_decompress_ex(
            inflater, source.baseAddress?.advanced(by: position), filled - position,
            target.baseAddress, target.count, &read, &made)
        }
      }
      if result == LIBDEFLATE_SUCCESS {
        position += read
        (given, size) = (0, made)
        return true
      }
      if result == LIBDEFLATE_INSUFFICIENT_SPACE, member.count < Self.limit {
        member = [UInt8](repeating: 0, count: member.count * 4)
        continue
      }
      let before = filled - position
      if result != LIBDEFLATE_INSUFFICIENT_SPACE, before < Self.limit, !isAtEnd { try fill() }
      if filled - position == before {
        slow = try GzipStream(file, begun: input[position..<filled])
        return false
      }
    }
  }

  /// Reads more behind what is left, whose place grows where it is full.
  private func fill() throws(ContainerFault) {
    if position > 0 {
      let rest = Array(input[position..<filled])
      input.replaceSubrange(0..<rest.count, with: rest)
      (position, filled) = (0, rest.count)
    }
    if filled == input.count { input += [UInt8](repeating: 0, count: input.count) }
    while !isAtEnd, filled < input.count {
      let got = try file.fill(&input, from: filled)
      if got == 0 { isAtEnd = true }
      filled += got
    }
  }
}
