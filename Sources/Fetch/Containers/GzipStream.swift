internal import CZlib
internal import Disk
internal import Records

/// Inflates gzip data, member after member, as it is read.
@safe final class GzipStream {
  private let file: SequentialFile
  private var stream = unsafe z_stream()
  private var input: [UInt8]
  private var position = 0
  private var filled = 0
  private var isInMember = false
  private var isAtEnd = false

  /// - Parameter begun: Bytes that were read from the file already.
  init(_ file: SequentialFile, begun: ArraySlice<UInt8>) throws(ContainerFault) {
    self.file = file
    input = [UInt8](repeating: 0, count: max(1 << 18, begun.count))
    input.replaceSubrange(0..<begun.count, with: begun)
    filled = begun.count
    guard unsafe swapwire_inflate_init_gzip(&stream) == Z_OK else {
      throw ContainerFault(.badGzip, "no memory to inflate")
    }
  }

  deinit { unsafe inflateEnd(&stream) }

  /// Fills a buffer from a position on; 0 at the end of the data.
  ///
  /// Throws where the data ends inside a member or is damaged.
  func read(into buffer: inout [UInt8], from start: Int) throws(ContainerFault) -> Int {
    while true {
      if position == filled { try fill() }
      if position == filled {
        if isInMember { throw ContainerFault(.badContainer, "the gzip data ends inside a member") }
        return 0
      }
      // Zero bytes between and behind members are padding.
      if !isInMember, input[position] == 0 {
        position += 1
        continue
      }
      isInMember = true
      var made = 0
      let status = unsafe input.withUnsafeBytes { source in
        unsafe buffer.withUnsafeMutableBytes { target in
          unsafe stream.next_in = UnsafeMutablePointer(
            mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: position)
          )
          unsafe stream.avail_in = UInt32(filled - position)
          unsafe stream.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
            .advanced(by: start)
          unsafe stream.avail_out = UInt32(target.count - start)
          let status = unsafe inflate(&stream, Z_NO_FLUSH)
          made = unsafe target.count - start - Int(stream.avail_out)
          position = unsafe filled - Int(stream.avail_in)
          return status
        }
      }
      switch status {
      case Z_STREAM_END:
        isInMember = false
        unsafe inflateReset(&stream)
      case Z_OK, Z_BUF_ERROR: break
      default:
        let reason = unsafe stream.msg.map { unsafe String(cString: $0) } ?? "not gzip data"
        throw ContainerFault(.badContainer, "damaged gzip data: \(reason)")
      }
      if made > 0 { return made }
    }
  }

  /// Goes on behind damage, at what looks like the beginning of a member; false where there is none.
  func resynchronize() throws(ContainerFault) -> Bool {
    unsafe inflateReset(&stream)
    isInMember = false
    while true {
      while position + 2 < filled {
        if input[position] == 0x1F, input[position + 1] == 0x8B, input[position + 2] == 0x08 {
          return true
        }
        position += 1
      }
      let before = filled - position
      try fill()
      if filled - position == before { return false }
    }
  }

  private func fill() throws(ContainerFault) {
    guard !isAtEnd else { return }
    let rest = Array(input[position..<filled])
    input.replaceSubrange(0..<rest.count, with: rest)
    (position, filled) = (0, rest.count)
    let got = try file.fill(&input, from: filled)
    if got == 0 { isAtEnd = true }
    filled += got
  }
}
