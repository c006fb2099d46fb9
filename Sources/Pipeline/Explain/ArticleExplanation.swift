internal import Disk
internal import Extract
internal import Records

/// An article with its events, and with the candidates that made none.
struct ArticleExplanation {
  let head: ArticleHead
  let events: [Event]
  /// The article's text, which spans index.
  let text: [UInt8]
  let index: CodePointIndex
  /// The rules of the article's language by name.
  let rules: [String: RuleSummary]
  /// Whether the pack has rules for it.
  let languageKnown: Bool
  let notUsed: [UnusedCandidate]

  /// For people.
  func lines(isColored: Bool) -> String {
    let facts = [
      ["title", head.title ?? "not told"], ["published", head.published ?? "not told"],
      ["events", events.isEmpty ? "none" : "\(events.count)"],
    ]
    let told = events.map { [$0.id, $0.kind.rawValue, $0.status?.rawValue ?? "", $0.date ?? ""] }
    let lines =
      [Color.strong.paint(TerminalText.printable(head.path), if: isColored)]
      + TextColumns.lines(facts.map { $0.map(TerminalText.printable) }, indent: "")
      + TextColumns.lines(told, indent: "  ") + [""]
      + unused(isColored) + [""]
    return lines.map { $0 + "\n" }.joined()
  }

  private func unused(_ isColored: Bool) -> [String] {
    guard events.isEmpty, notUsed.isEmpty else {
      return UnusedText(candidates: notUsed, text: text, rules: rules, isColored: isColored)
        .lines()
    }
    guard languageKnown else {
      return ["the pack has no rules for its language, \(head.language ?? "which is not known")"]
    }
    return [
      "no rule found anyone changing hands, or nothing says that the text is about captives",
      "(the classes subject-matter, subject-act and subject-people of the pack's lexicon)",
    ]
  }

  /// A line of JSON: path, title, published, events (their ids) and notUsed, as of an event.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("path", head.path)
      json.member("title", head.title)
      json.member("published", head.published)
      json.key("events")
      json.array(events) { json, event in json.string(event.id) }
      json.key("notUsed")
      json.array(notUsed) { json, unused in
        unused.write(to: &json, text: text, index: index, rules: rules)
      }
    }
    json.endLine()
    return json.bytes
  }
}
