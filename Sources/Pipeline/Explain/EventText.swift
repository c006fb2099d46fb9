internal import Disk
internal import Records

/// An explanation of an event for people.
struct EventText {
  private let explanation: EventExplanation
  private let isColored: Bool

  init(_ explanation: EventExplanation, isColored: Bool) {
    self.explanation = explanation
    self.isColored = isColored
  }

  private var unused: UnusedText {
    UnusedText(
      candidates: explanation.notUsed, text: explanation.text, rules: explanation.rules,
      isColored: isColored)
  }

  /// The facts, the paragraphs with the evidence marked, what filled each slot, and what was not used.
  func text(withUnused: Bool = true) -> String {
    var lines = facts() + [""]
    lines += heading("evidence, words by slot")
    lines += explanation.passages.map(marked).joined(separator: [""]) + [""]
    lines += heading("slots, what filled them: code points, words, rule, place")
    for slot in explanation.slots where !slot.evidence.isEmpty || !slot.values.isEmpty {
      lines += self.lines(slot)
    }
    lines += [""] + (withUnused ? unused.lines() + [""] : [])
    return lines.map { $0 + "\n" }.joined()
  }

  /// The article and the event's slots, also those that tell nothing.
  private func facts() -> [String] {
    let event = explanation.event
    var lines = [paint(event.id, .strong)]
    lines.append(fact("article", [event.article.path]))
    lines.append(fact("title", event.article.title.map { [$0] } ?? []))
    lines.append(fact("published", event.article.published.map { [$0] } ?? []))
    // What is evidence of no slot of the event, as other numbers are, is no fact.
    for slot in explanation.slots where !slot.values.isEmpty || slot.evidence.isEmpty {
      lines.append(fact(slot.name, slot.values))
    }
    return lines
  }

  private func heading(_ text: String) -> [String] { [paint(text, .strong)] }

  private func fact(_ name: String, _ values: [String]) -> String {
    let indent = "\n" + String(repeating: " ", count: Self.factWidth)
    let told = values.map(TerminalText.printable).joined(separator: indent)
    return name.padded(to: Self.factWidth) + (values.isEmpty ? paint("not told", .quiet) : told)
  }

  private static let factWidth = 11

  /// A slot with its values, and a line for each piece of its evidence.
  private func lines(_ slot: EventExplanation.Slot) -> [String] {
    let rows = slot.evidence.map { evidence in
      let (start, end) = explanation.offsets(evidence.span)
      return [
        "\(start)-\(end)", "\"\(printable(evidence.span))\"", evidence.rule,
        explanation.place(evidence.rule) ?? "built into the program",
      ]
    }
    let evidence =
      rows.isEmpty
      ? ["    " + paint("no words of its own", .quiet)]
      : TextColumns.lines(rows, indent: "    ")
    let values = slot.values.map(TerminalText.printable).joined(separator: "; ")
    return ["  \(slot.name)\(values.isEmpty ? "" : ": \(values)")"] + evidence
  }

  private func printable(_ span: TextSpan) -> String {
    explanation.words(span).split(whereSeparator: \.isNewline).map(TerminalText.printable)
      .joined(separator: " ")
  }

  private func paint(_ text: String, _ color: Color) -> String {
    color.paint(text, if: isColored)
  }
}

extension EventText {
  /// A paragraph with its evidence in brackets behind the slots' names, or in color before them.
  ///
  /// Marks may lie in each other or overlap; none is left out.
  private func marked(_ passage: EventExplanation.Passage) -> [String] {
    var result = ""
    var position = passage.span.start
    var open: [EventExplanation.Mark] = []
    func advance(to end: Int) {
      guard position < end else { return }
      for (number, line) in explanation.words(TextSpan(position, end))
        .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      {
        if number > 0 { result += "\n  " }
        let words = TerminalText.printable(line)
        result += open.isEmpty || words.isEmpty ? words : paint(words, .marked)
      }
      position = end
    }
    func close(before limit: Int) {
      while let end = open.map(\.span.end).min(), end <= limit {
        advance(to: end)
        for mark in open.reversed() where mark.span.end == end {
          result += isColored ? paint(" (\(mark.names))", .quiet) : "]"
        }
        open.removeAll { $0.span.end == end }
      }
    }
    for mark in passage.marks.sorted(by: {
      ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end)
    }) {
      close(before: mark.span.start)
      advance(to: mark.span.start)
      if !isColored { result += "[\(mark.names): " }
      open.append(mark)
    }
    close(before: passage.span.end)
    advance(to: passage.span.end)
    return ["  " + result]
  }
}

extension EventExplanation.Mark {
  fileprivate var names: String { slots.joined(separator: ", ") }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
