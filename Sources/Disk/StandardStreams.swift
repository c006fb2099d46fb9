internal import Glibc

/// Standard output for data.
///
/// Unlike `print` it reports a full disk.
public enum StandardOutput {
  /// Whether a person is looking.
  public static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes all bytes.
  public static func write(_ bytes: [UInt8]) throws(DiskError) {
    try Descriptor.writeAll(bytes, to: STDOUT_FILENO, name: DiskPath("standard output"))
  }
}

/// Standard error for messages; what cannot be written there has nowhere else to go.
public enum StandardError {
  /// Whether a person is looking.
  public static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a text as it is.
  public static func write(_ text: String) {
    try? Descriptor.writeAll(
      Array(text.utf8), to: STDERR_FILENO, name: DiskPath("standard error"))
  }
}

enum Descriptor {
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: DiskPath) throws(DiskError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw DiskError(name, "write") }
      written += count
    }
  }
}

/// Signals that a data tool must not die of.
public enum Signals {
  /// Makes a file-size limit an error of `write` instead of the end of the process.
  public static func ignoreFileSizeSignal() { signal(SIGXFSZ, SIG_IGN) }
}

/// Texts of others on a person's terminal.
public enum TerminalText {
  /// Lines of which each is `printable`.
  public static func printableLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(printable)
      .joined(separator: "\n")
  }

  /// The text with control and bidirectional characters replaced, which could hide or change what
  /// stands around them.
  public static func printable(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x09: " "
          case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
  }
}

/// Standard output, a quarter of a megabyte at a time.
public struct BufferedOutput {
  private var buffer: [UInt8] = []

  /// Makes an empty buffer.
  public init() {}

  /// Writes a text, now or later.
  public mutating func write(_ text: String) throws(DiskError) {
    try write(Array(text.utf8))
  }

  /// Writes bytes, now or later.
  public mutating func write(_ bytes: [UInt8]) throws(DiskError) {
    buffer += bytes
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Writes what is left; must be called at the end.
  public mutating func flush() throws(DiskError) {
    try StandardOutput.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
