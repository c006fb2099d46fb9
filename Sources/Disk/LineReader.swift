/// Reads a file or standard input a line at a time.
public final class LineReader {
  private let file: SequentialFile
  private let separator: UInt8
  private var buffer: [UInt8]
  private var position = 0
  private var filled = 0
  private var isAtEnd = false

  /// Reads from where the file stands.
  ///
  /// - Parameter separator: What ends a line; LF, but for lists of paths.
  public init(_ file: SequentialFile, separator: UInt8 = 0x0A) {
    self.file = file
    self.separator = separator
    buffer = [UInt8](repeating: 0, count: 1 << 18)
  }

  /// The next line without its end; nil at the end of the input.
  public func line() throws(DiskError) -> [UInt8]? {
    var searched = position
    while true {
      if let end = buffer[searched..<filled].firstIndex(of: separator) {
        let line = Array(buffer[position..<end])
        position = end + 1
        return line
      }
      if isAtEnd {
        guard position < filled else { return nil }
        let line = Array(buffer[position..<filled])
        position = filled
        return line
      }
      searched = filled
      try fill(&searched)
    }
  }

  /// Reads more; what was not given yet moves to the buffer's beginning, which grows for long lines.
  private func fill(_ searched: inout Int) throws(DiskError) {
    if position > 0 {
      let rest = Array(buffer[position..<filled])
      buffer.replaceSubrange(0..<rest.count, with: rest)
      searched -= position
      (position, filled) = (0, rest.count)
    }
    if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    let got = try file.read(into: &buffer, from: filled)
    if got == 0 { isAtEnd = true }
    filled += got
  }
}
