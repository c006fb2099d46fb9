internal import Disk

/// Reads a container's bytes one after the other, inflated where they are gzip data.
final class ByteReader {
  private enum Source {
    case plain(SequentialFile)
    case gzip(GzipStream)
    case members(GzipMembers)
  }

  private var source: Source
  private var buffer: [UInt8]
  private var position = 0
  private var filled = 0

  /// Opens a container; whether it is gzip data is told by its first bytes and not by its name.
  ///
  /// - Parameter hasMembers: Whether gzip data is likely to be many small members.
  init(_ file: SequentialFile, hasMembers: Bool = false) throws(ContainerFault) {
    source = .plain(file)
    buffer = [UInt8](repeating: 0, count: 1 << 18)
    while filled < 2, try fill() {}
    if filled >= 2, buffer[0] == 0x1F, buffer[1] == 0x8B {
      source =
        hasMembers
        ? .members(try GzipMembers(file, begun: buffer[..<filled]))
        : .gzip(try GzipStream(file, begun: buffer[..<filled]))
      filled = 0
    }
  }

  /// The bytes that come next, at most as many as the buffer holds; fewer only at the end.
  func peek(_ count: Int) throws(ContainerFault) -> ArraySlice<UInt8> {
    while filled - position < count, try fill() {}
    return buffer[position..<min(filled, position + count)]
  }

  /// Passes over what `peek` has shown.
  func advance(_ count: Int) { position += min(count, filled - position) }

  /// The next line without LF or CR LF; nil at the end.
  ///
  /// Of a line that is longer than `limit` bytes the rest is passed over, and the result has one byte
  /// more than the limit.
  func line(limit: Int) throws(ContainerFault) -> [UInt8]? {
    var line: [UInt8] = []
    var isEmpty = true
    while true {
      if position == filled {
        guard try fill() else { break }
      }
      isEmpty = false
      let end = buffer[position..<filled].firstIndex(of: 0x0A)
      let piece = buffer[position..<(end ?? filled)]
      line += piece.prefix(limit + 1 - line.count)
      position = (end ?? filled - 1) + 1
      if end != nil { break }
    }
    if isEmpty { return nil }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// The next bytes; nil where fewer are left.
  func take(_ count: Int) throws(ContainerFault) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      if position == filled {
        guard try fill() else { return nil }
      }
      let end = min(filled, position + count - bytes.count)
      bytes += buffer[position..<end]
      position = end
    }
    return bytes
  }

  /// Passes over bytes; false where fewer are left.
  func skip(_ count: Int) throws(ContainerFault) -> Bool {
    var left = count
    while left > 0 {
      if position == filled {
        guard try fill() else { return false }
      }
      let step = min(left, filled - position)
      position += step
      left -= step
    }
    return true
  }

  /// Goes on behind damaged gzip data; false where nothing follows, or nothing is compressed.
  func resynchronize() throws(ContainerFault) -> Bool {
    (position, filled) = (0, 0)
    switch source {
    case .plain: return false
    case .gzip(let stream): return try stream.resynchronize()
    case .members(let stream): return try stream.resynchronize()
    }
  }

  /// Reads more behind what is left; false at the end, or where the buffer is full.
  private func fill() throws(ContainerFault) -> Bool {
    if position == filled {
      (position, filled) = (0, 0)
    } else if filled == buffer.count {
      guard position > 0 else { return false }
      let rest = Array(buffer[position..<filled])
      buffer.replaceSubrange(0..<rest.count, with: rest)
      (position, filled) = (0, rest.count)
    }
    let got: Int
    switch source {
    case .gzip(let stream): got = try stream.read(into: &buffer, from: filled)
    case .members(let stream): got = try stream.read(into: &buffer, from: filled)
    case .plain(let file): got = try file.fill(&buffer, from: filled)
    }
    filled += got
    return got > 0
  }
}
