internal import Extract
internal import Records

/// An event with all that shows where it came from.
struct EventExplanation {
  let event: Event
  /// The article's text, which spans index.
  let text: [UInt8]
  let index: CodePointIndex
  /// The rules of the article's language by name.
  let rules: [String: RuleSummary]
  /// Nil where `extract.ndjson` was not kept.
  let notUsed: [UnusedCandidate]?

  /// A slot of the event, and what filled it.
  struct Slot {
    var name: String
    /// One for each transfer, part, source or mediator; empty where the slot tells nothing.
    var values: [String]
    var evidence: [Event.Evidence]
  }

  /// A paragraph that holds evidence.
  struct Passage {
    var span: TextSpan
    /// What is marked in it: each span once, with all its slots.
    var marks: [Mark]
  }

  /// Words that filled slots.
  struct Mark {
    var span: TextSpan
    var slots: [String]
  }

  /// The words of a span.
  func words(_ span: TextSpan) -> String {
    String(decoding: text[span.start..<span.end], as: UTF8.self)
  }

  /// The code points of a span.
  func offsets(_ span: TextSpan) -> (start: Int, end: Int) {
    (index.codePoint(atByte: span.start), index.codePoint(atByte: span.end))
  }

  /// `FILE:LINE` of a rule; nil where the pack's files do not hold it.
  func place(_ rule: String) -> String? { rules[rule]?.place }

  /// All slots in the event's order, also those that tell nothing; then what is evidence of no slot.
  var slots: [Slot] {
    let values = event.told
    let known = values.map(\.name)
    var slots = values.map { Slot(name: $0.name, values: $0.values, evidence: []) }
    for name in event.evidence.flatMap(\.slots) where !known.contains(name) {
      if !slots.contains(where: { $0.name == name }) {
        slots.append(Slot(name: name, values: [], evidence: []))
      }
    }
    for position in slots.indices {
      slots[position].evidence = event.evidence.filter {
        $0.slots.contains(slots[position].name)
      }
    }
    return slots
  }

  /// The paragraphs that hold evidence, in text order.
  var passages: [Passage] {
    var marks: [Mark] = []
    for evidence in event.evidence.sorted(by: { $0.span < $1.span }) {
      if let last = marks.indices.last, marks[last].span == evidence.span {
        marks[last].slots += evidence.slots.filter { !marks[last].slots.contains($0) }
      } else {
        marks.append(Mark(span: evidence.span, slots: evidence.slots))
      }
    }
    var passages: [Passage] = []
    for mark in marks {
      if let last = passages.indices.last, passages[last].span.contains(mark.span) {
        passages[last].marks.append(mark)
      } else {
        passages.append(Passage(span: paragraph(mark.span), marks: [mark]))
      }
    }
    return passages
  }

  /// The text between the blank lines around a span.
  private func paragraph(_ span: TextSpan) -> TextSpan {
    func isBlank(_ place: Int) -> Bool { text[place] == 0x0A && text[place + 1] == 0x0A }
    var (start, end) = (span.start, span.end)
    while start > 1, !isBlank(start - 2) { start -= 1 }
    if start == 1 { start = 0 }
    while end < text.count, end + 1 == text.count || !isBlank(end) { end += 1 }
    return TextSpan(start, end)
  }
}

extension Event {
  /// The values of all slots for people, by the slot's name in the event.
  fileprivate var told: [(name: String, values: [String])] {
    [
      ("type", [kind.rawValue]), ("status", status.map { [$0.rawValue] } ?? []),
      ("date", date.map { [$0] } ?? []), ("transfers", transfers.map(\.told)),
      ("including", including.map(\.told)), ("ordinal", ordinal.map { [String($0)] } ?? []),
      ("place", place.map { [$0] } ?? []), ("mediators", mediators),
      ("sources", sources.map(\.told)),
    ]
  }
}

extension Event.Transfer {
  /// "RUS -> UKR: at least 307 military".
  fileprivate var told: String {
    "\(from ?? "not told") -> \(to ?? "not told"): \(bound.told(of: count)) \(category.rawValue)"
  }
}

extension Event.Part {
  /// "27 military to UKR (defenders of Mariupol)".
  fileprivate var told: String {
    "\(bound.told(of: count)) \(category.rawValue)" + (to.map { " to \($0)" } ?? "")
      + (label.map { " (\($0))" } ?? "")
  }
}

extension Event.Source {
  /// "Iryna Melnyk, ombudsman, Ombudsman's Office, Telegram (Q1)".
  fileprivate var told: String {
    [name, role, organization, channel].compactMap { $0 }.joined(separator: ", ")
      + (wikidata.map { " (\($0))" } ?? "")
  }
}

extension Bound? {
  fileprivate func told(of count: Int?) -> String {
    count.map { told(String($0)) } ?? "number not told,"
  }
}
