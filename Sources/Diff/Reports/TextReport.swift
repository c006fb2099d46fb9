internal import Disk

/// Differences for people, article by article.
public struct TextReport: DiffReport {
  private let isColored: Bool
  private var path: String?

  /// - Parameter isColored: Whether a terminal shows it.
  public init(isColored: Bool) { self.isColored = isColored }

  /// A line for the difference and one for each value that changed, below the article's path.
  public mutating func add(_ difference: Difference) -> String {
    var lines: [String] = []
    if difference.path != path {
      lines.append(paint(TerminalText.printable(difference.path), "1"))
      path = difference.path
    }
    let mark =
      switch difference.word {
      case "added": "+"
      case "removed": "-"
      case "changed": "~"
      default: "."
      }
    lines.append("  \(mark) \(difference.subject)".printableFor(mark, isColored))
    for change in difference.changes { lines += self.lines(change) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The counts, and how many events changed in each slot.
  public mutating func end(_ summary: DiffSummary) -> String {
    var lines = [paint(summary.line, "1")]
    if !summary.slots.isEmpty {
      let slots = summary.slots.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
      lines.append("  by slot: " + slots.joined(separator: ", "))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ change: SlotChange) -> [String] {
    let name =
      "      " + change.slot.rawValue
      + String(
        repeating: " ", count: max(1, 11 - change.slot.rawValue.count))
    if change.slot == .evidence { return [name + change.evidenceText] }
    if change.slot != .transfers, change.slot != .including, let (old, new) = change.replacement {
      return [
        name + "- \(old)".printableFor("-", isColored),
        String(repeating: " ", count: name.count) + "+ \(new)".printableFor("+", isColored),
      ]
    }
    let values =
      change.removed.map { "- \($0.text)".printableFor("-", isColored) }
      + change.added.map { "+ \($0.text)".printableFor("+", isColored) }
    return values.enumerated().map { index, value in
      (index == 0 ? name : String(repeating: " ", count: name.count)) + value
    }
  }

  private func paint(_ text: String, _ color: String) -> String {
    isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text without control characters, in the color of a mark of difference.
  fileprivate func printableFor(_ mark: String, _ isColored: Bool) -> String {
    let text = TerminalText.printable(self)
    let color = ["+": "32", "-": "31", "~": "33"][mark]
    guard isColored, let color else { return text }
    return "\u{1B}[\(color)m\(text)\u{1B}[0m"
  }
}
