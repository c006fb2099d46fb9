internal import Records

/// A rule that does not do what one of its own examples says.
public struct RuleExampleFailure: Hashable, Sendable, CustomStringConvertible {
  /// The rule's file, relative to the pack's folder.
  public let file: String
  /// The line of the example.
  public let line: Int
  /// The rule's name.
  public let rule: String
  /// The rule's language.
  public let language: String
  /// What is wrong with what the rule makes of the text.
  public let message: String
  /// The example's text without its marks.
  public let text: String

  /// `FILE:LINE: RULE: MESSAGE in "TEXT"`.
  public var description: String { "\(file):\(line): \(rule): \(message) in \"\(text)\"" }
}

/// Runs the examples of all rules of a language.
struct RuleExampleCheck {
  let rules: LanguageRules

  func failures() -> [RuleExampleFailure] {
    let mentionRules = rules.phases.flatMap(\.rules).map { ($0.name, $0.examples) }
    let frameRules = rules.frames.rules.map { ($0.name, $0.examples) }
    return (mentionRules + frameRules).flatMap { name, examples in
      let finds = examples.finds.map { ($0, problem(name, mustFind: $0)) }
      let not = examples.not.map { ($0, problem(name, mustNotFind: $0)) }
      return (finds + not).compactMap { example, problem in
        problem.map { message in
          RuleExampleFailure(
            file: examples.file, line: example.line, rule: name, language: rules.language,
            message: message, text: String(decoding: example.text, as: UTF8.self))
        }
      }
    }
  }

  private func problem(_ rule: String, mustNotFind example: RuleExample) -> String? {
    let found = Found(rule, example, rules)
    return found.spans.isEmpty ? nil : "finds \(found.told(found.spans)), must find nothing"
  }

  private func problem(_ rule: String, mustFind example: RuleExample) -> String? {
    let found = Found(rule, example, rules)
    if found.spans.isEmpty { return "finds nothing" }
    if !example.spans.allSatisfy(found.spans.contains) { return "finds \(found.told(found.spans))" }
    let candidates = found.candidates.filter {
      example.spans.isEmpty || example.spans.contains($0.trigger)
    }
    // Of several candidates the one that is least wrong is the one that was meant.
    let nearest = candidates.map(found.differences).min { $0.count < $1.count } ?? []
    return nearest.isEmpty ? nil : nearest.joined(separator: ", ")
  }
}

/// All that one rule makes of an example, whether or not another's longer match is told in its stead.
private struct Found {
  let example: RuleExample
  let spans: [TextSpan]
  let candidates: [EventCandidate]

  init(_ rule: String, _ example: RuleExample, _ rules: LanguageRules) {
    let (made, candidates) = Extractor.made(example.text, rules)
    self.example = example
    self.candidates = candidates.filter { $0.rule == rule }
    spans = made.filter { $0.rule == rule }.map(\.span) + self.candidates.map(\.trigger)
  }

  /// The words in quotation marks.
  func told(_ spans: [TextSpan]) -> String { Self.told(spans.map(words)) }

  private static func told(_ texts: [String]) -> String {
    texts.isEmpty ? "nothing" : "\"\(texts.joined(separator: "\", \""))\""
  }

  private func words(_ span: TextSpan) -> String {
    String(decoding: example.text[span.start..<span.end], as: UTF8.self)
  }

  /// Where a candidate is not what the example says.
  func differences(_ candidate: EventCandidate) -> [String] {
    var differences: [String] = []
    func compare(_ name: String, _ found: String, _ wanted: String) {
      if found != wanted { differences.append("\(name) is \(found), not \(wanted)") }
    }
    if let frame = example.frame {
      compare("frame", candidate.frame.rawValue, frame.rawValue)
    }
    if let modality = example.modality {
      compare("modality", candidate.modality.rawValue, modality.rawValue)
    }
    for argument in example.arguments {
      let found = candidate.arguments(argument.role).map(\.span).sorted().map(words)
      compare(argument.role.rawValue, Self.told(found), Self.told(argument.texts))
    }
    return differences
  }
}
