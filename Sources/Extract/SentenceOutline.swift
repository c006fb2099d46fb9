internal import Records

/// How a sentence was read, for people who write rules: its clauses, chunks and candidates.
///
/// A class of the pack stands before each chunk; clauses are set in brackets and numbered.
public struct SentenceOutline: Sendable {
  /// `main 0 [party Ukraine] [verb brought] …`, a line a clause.
  public let clauses: [String]
  /// `to-bring-home movement completed "brought home": people "307 soldiers", to "Ukraine"`.
  public let candidates: [String]
}

extension Extractor {
  /// How the sentences of a text are read; nil where the pack has no rules for the language.
  public func outlines(of text: String, language: String) -> [SentenceOutline]? {
    guard let rules = rules(for: language) else { return nil }
    let bytes = Array(text.utf8)
    let reader = Self.reading(bytes, rules)
    let chunker = Chunker(rules, reader.text, reader.chart, reader.mentions)
    var sheet = MentionSheet(reader.mentions, rules, reader.text)
    return reader.text.sentences.map { sentence in
      sheet.beginSentence()
      let chunks = chunker.chunks(sentence.tokens).map { sheet.register($0) }
      let frames = FrameReader(rules, reader.text, chunks, &sheet)
      return SentenceOutline(
        clauses: frames.outline(),
        candidates: frames.candidates(sentence.tokens).map { $0.outline(bytes) })
    }
  }
}

extension FrameReader {
  /// A line for each clause.
  func outline() -> [String] {
    tree.clauses.indices.compactMap { number in
      let clause = tree.clauses[number]
      let own = tree.own(number)
      guard !own.isEmpty else { return nil }
      let parent = clause.parent.map { " of \($0)" } ?? ""
      let words = own.map { index in
        let kind = chunks[index].kind
        let words = text.string(chunks[index].range)
        let isHead = index == clause.head
        return kind == .other
          ? words
          : "[\(kind.rawValue)\(isHead ? "*" : "")\(triggers.contains(index) ? "!" : "") \(words)]"
      }
      let subject = subject(of: number).map { text.string(chunks[$0].range) }
      return "\(number) \(clause.kind)\(parent): \(words.joined(separator: " "))"
        + (subject.isEmpty ? "" : "  | subject: \(subject.joined(separator: " + "))")
    }
  }
}

extension EventCandidate {
  func outline(_ text: [UInt8]) -> String {
    func words(_ span: TextSpan) -> String {
      String(decoding: text[span.start..<span.end], as: UTF8.self)
    }
    let filled = arguments.map { argument in
      "\(argument.role.rawValue) \"\(words(argument.span))\""
        + (argument.value.map { " (\($0))" } ?? "")
    }
    return "\(rule) \(frame.rawValue) \(modality.rawValue) \"\(words(trigger))\": "
      + filled.joined(separator: ", ")
  }
}
