internal import Records

/// What is wrong with a pack, where, and what to do about it.
public struct PackError: Error, Hashable, CustomStringConvertible {
  /// The file, relative to the pack's folder.
  public let file: String
  /// From 1; nil where the whole file or folder is meant.
  public let line: Int?
  /// What is wrong.
  public let message: String
  /// What to write instead; nil where the message says it.
  public let hint: String?

  /// Makes an error.
  public init(file: String, line: Int?, message: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.message = message
    self.hint = hint
  }

  /// `FILE:LINE: MESSAGE; HINT`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(message)" + (hint.map { "; \($0)" } ?? "")
  }

  /// "did you mean" with the closest of the known names, or all of them where none is close.
  public static func hint(for name: String, among known: some Collection<String>) -> String {
    if let closest = Spelling.closest(to: name, among: known) {
      return "did you mean \"\(closest)\"?"
    }
    return "known are: \(known.sorted().joined(separator: ", "))"
  }
}
