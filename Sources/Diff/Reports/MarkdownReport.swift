/// Differences as a comment on a pull request: the counts, a table of slots, and a folded list.
public struct MarkdownReport: DiffReport {
  /// GitHub takes comments of 65,536 characters; what comes behind this many is only counted.
  private static let limit = 48_000

  /// With more articles than these all are folded.
  private static let openArticles = 8

  private var articles: [(path: String, lines: [String])] = []
  private var size = 0
  private var left = 0

  /// Makes a report.
  public init() {}

  /// Nothing: all is written at the end, where the counts are known.
  public mutating func add(_ difference: Difference) -> String {
    let lines = Self.lines(difference)
    let more = lines.reduce(0) { $0 + $1.count + 1 }
    guard size + more <= Self.limit else {
      left += 1
      return ""
    }
    size += more
    if articles.last?.path == difference.path {
      articles[articles.count - 1].lines += lines
    } else {
      size += difference.path.count + 80
      articles.append((difference.path, lines))
    }
    return ""
  }

  /// The whole comment.
  public mutating func end(_ summary: DiffSummary) -> String {
    if summary.isSame { return "### Events: no differences\n" }
    var lines = ["### Events: \(Self.title(summary))", ""]
    lines += [
      "| | added | removed | changed | read elsewhere | as they were |",
      "|---|--:|--:|--:|--:|--:|",
      "| events | \(summary.addedEvents) | \(summary.removedEvents) | \(summary.changedEvents) "
        + "| \(summary.movedEvents) | \(summary.sameEvents) |",
    ]
    if summary.addedArticles + summary.removedArticles + summary.changedArticles > 0 {
      lines.append(
        "| articles | \(summary.addedArticles) | \(summary.removedArticles) "
          + "| \(summary.changedArticles) | | |")
    }
    if summary.addedFailures + summary.removedFailures > 0 {
      lines.append("| failures | \(summary.addedFailures) | \(summary.removedFailures) | | | |")
    }
    lines.append("")
    if !summary.slots.isEmpty {
      let slots = summary.slots.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
      lines += ["Changed events by slot: " + slots.joined(separator: ", ") + ".", ""]
    }
    for (path, details) in articles {
      let open = articles.count <= Self.openArticles ? " open" : ""
      lines += ["<details\(open)><summary><code>\(Self.html(path))</code></summary>", ""]
      lines += details + ["", "</details>", ""]
    }
    if left > 0 {
      lines.append("… and \(left) more differences, which `swapwire diff` tells as text.")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func title(_ summary: DiffSummary) -> String {
    let parts = [
      (summary.addedEvents, "added"), (summary.removedEvents, "removed"),
      (summary.changedEvents, "changed"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "the facts are as they were" : told.joined(separator: ", ")
  }

  private static func lines(_ difference: Difference) -> [String] {
    var lines = ["- **\(difference.word)** \(escaped(difference.subject))"]
    if difference.changes.isEmpty, !difference.words.isEmpty {
      lines.append("  > " + difference.words.map(escaped).joined(separator: " … "))
    }
    for change in difference.changes {
      let name = "  - \(change.slot.rawValue): "
      if change.slot == .evidence {
        lines.append(name + change.evidenceText)
      } else if let (old, new) = change.replacement {
        lines.append(name + "~~\(escaped(old))~~ → **\(escaped(new))**")
      } else {
        lines.append(
          name
            + (change.removed.map { "~~\(escaped($0.text))~~" }
            + change.added.map { "**\(escaped($0.text))**" }).joined(separator: ", "))
      }
    }
    return lines
  }

  /// Words of articles that can neither be markup nor call someone.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // A zero-width space keeps a name from being told that it was mentioned, a number from a link.
      case "@", "#": result += "\(scalar)\u{200B}"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\n", with: " ")
  }
}
