internal import Disk
internal import Extract
internal import Records

/// The candidates of an article that no event rests on, for people.
struct UnusedText {
  /// Nil where `extract.ndjson` was not kept.
  let candidates: [UnusedCandidate]?
  /// The article's text, which spans index.
  let text: [UInt8]
  let rules: [String: RuleSummary]
  let isColored: Bool

  /// A heading, then for each candidate its rule, its sentence and why it made no event.
  func lines() -> [String] {
    let name = Color.strong.paint("not used", if: isColored)
    guard let candidates else {
      return ["\(name): not known without extract.ndjson (run … --keep extract)"]
    }
    if candidates.isEmpty { return ["\(name): none"] }
    let heading = "not used: candidates of the article that no event rests on"
    return [Color.strong.paint(heading, if: isColored)] + candidates.flatMap(lines)
  }

  private func lines(_ unused: UnusedCandidate) -> [String] {
    let candidate = unused.candidate
    let place = rules[candidate.rule]?.place ?? "built into the program"
    return [
      "  \(candidate.rule)  \(place)  \(candidate.frame.rawValue), "
        + "\(candidate.modality.rawValue)  \"\(printable(candidate.trigger))\"",
      "    " + Self.trimmed(printable(candidate.sentence)),
    ] + (unused.reason.map { ["    " + Color.quiet.paint($0, if: isColored)] } ?? [])
  }

  private static func trimmed(_ text: String) -> String {
    text.count > 100 ? text.prefix(99) + "…" : text
  }

  private func printable(_ span: TextSpan) -> String {
    String(decoding: text[span.start..<span.end], as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(TerminalText.printable).joined(separator: " ")
  }
}
