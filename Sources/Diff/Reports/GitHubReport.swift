public import Disk

/// Differences as workflow commands of GitHub, which shows them beside the article's file.
///
/// Facts that changed are warnings, evidence that moved is a notice. GitHub shows ten of each a step.
public struct GitHubReport: DiffReport {
  private let articles: DiskPath?

  /// - Parameter articles: The folder that the articles' paths are relative to, from the root of the
  ///   repository; nil for that root.
  public init(articles: DiskPath?) { self.articles = articles }

  /// A command.
  public mutating func add(_ difference: Difference) -> String {
    let level = Self.isNews(difference) ? "warning" : "notice"
    let location = DiskPath(display: difference.path)
    let file = articles?.appending(location) ?? location
    let changes = difference.changes.map { change in
      if change.slot == .evidence { return "evidence: \(change.evidenceText)" }
      if let (old, new) = change.replacement { return "\(change.slot.rawValue): \(old) → \(new)" }
      let values = change.removed.map { "- \($0.text)" } + change.added.map { "+ \($0.text)" }
      return "\(change.slot.rawValue): \(values.joined(separator: ", "))"
    }
    let message = ([difference.subject] + changes).joined(separator: "\n")
    let line = Self.line(of: difference.words, in: file)
    return "::\(level) file=\(Self.property(file.display)),line=\(line),"
      + "title=\(Self.property(Self.title(difference)))::\(Self.data(message))\n"
  }

  /// A notice with the counts.
  public mutating func end(_ summary: DiffSummary) -> String {
    "::notice title=swapwire diff::\(Self.data(summary.line))\n"
  }

  /// Whether it tells of other facts, or of articles that are there or not.
  private static func isNews(_ difference: Difference) -> Bool {
    if case .articleChanged = difference { return false }
    return difference.word != "read elsewhere"
  }

  private static func title(_ difference: Difference) -> String {
    switch difference {
    case .articleAdded, .articleRemoved, .articleChanged: "article \(difference.word)"
    case .failureAdded, .failureRemoved: "failure \(difference.word)"
    default: "event \(difference.word)"
    }
  }

  /// The first line of a file that holds one of the words, the longest first; 1 where none does.
  private static func line(of words: [String], in file: DiskPath) -> Int {
    guard !words.isEmpty, case .bytes(let bytes)? = try? Disk.read(file, limit: 1 << 20) else {
      return 1
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    for word in Set(words).sorted(by: { ($1.count, $0) < ($0.count, $1) }).prefix(8) {
      if let index = lines.firstIndex(where: { $0.contains(word) }) { return index + 1 }
    }
    return 1
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
