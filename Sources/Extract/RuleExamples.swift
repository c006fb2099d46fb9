internal import Packs
internal import Records

/// The texts that a rule must find and must not find, written beside it in the pack.
struct RuleExamples: Sendable {
  /// A text with the spans that the rule must find; no spans where finding it at all is enough.
  struct Marked: Sendable, Hashable {
    var text: [UInt8]
    var spans: [TextSpan]
  }

  var finds: [Marked]
  var not: [String]
  /// `FILE:LINE` of the rule.
  var place: String

  init(_ rule: PackNode, finds: PackNode?, not: PackNode?) throws(PackError) {
    place = "\(rule.file):\(rule.line ?? 0)"
    self.not = try not?.texts() ?? []
    self.finds = []
    for node in try finds?.elements() ?? [] {
      self.finds.append(try Self.marked(node))
    }
  }

  /// Spans are marked with ⟦ and ⟧.
  private static func marked(_ node: PackNode) throws(PackError) -> Marked {
    var text: [UInt8] = []
    var spans: [TextSpan] = []
    var open: Int?
    for character in try node.text() {
      switch character {
      case "⟦":
        guard open == nil else { throw node.error("a ⟦ inside another") }
        open = text.count
      case "⟧":
        guard let start = open else { throw node.error("a ⟧ without its ⟦") }
        spans.append(TextSpan(start, text.count))
        open = nil
      default: text.append(contentsOf: Array(String(character).utf8))
      }
    }
    if open != nil { throw node.error("a ⟦ without its ⟧") }
    return Marked(text: text, spans: spans)
  }
}

/// A rule that does not do what its own examples say.
public struct RuleExampleFailure: Hashable, Sendable, CustomStringConvertible {
  /// `FILE:LINE` of the rule.
  public let place: String
  /// The rule's name.
  public let rule: String
  /// The example, and what is wrong with what the rule made of it.
  public let message: String

  /// `FILE:LINE: RULE: MESSAGE`.
  public var description: String { "\(place): \(rule): \(message)" }
}

/// Runs the examples of all rules of a language.
struct RuleExampleCheck {
  let rules: LanguageRules

  func failures() -> [RuleExampleFailure] {
    let mentionRules = rules.phases.flatMap(\.rules).map { ($0.name, $0.examples) }
    let frameRules = rules.frames.rules.map { ($0.name, $0.examples) }
    return (mentionRules + frameRules).flatMap { name, examples in
      failures(name, examples)
    }
  }

  private func failures(_ name: String, _ examples: RuleExamples) -> [RuleExampleFailure] {
    func failure(_ message: String) -> RuleExampleFailure {
      RuleExampleFailure(place: examples.place, rule: name, message: message)
    }
    var failures: [RuleExampleFailure] = []
    for example in examples.finds {
      let found = spans(of: name, in: example.text)
      let text = String(decoding: example.text, as: UTF8.self)
      if found.isEmpty {
        failures.append(failure("finds nothing in \"\(text)\""))
      } else if !example.spans.allSatisfy(found.contains) {
        let words = found.map { String(decoding: example.text[$0.start..<$0.end], as: UTF8.self) }
        failures.append(failure("finds \"\(words.joined(separator: "\", \""))\" in \"\(text)\""))
      }
    }
    for text in examples.not where !spans(of: name, in: Array(text.utf8)).isEmpty {
      failures.append(failure("must not find anything in \"\(text)\""))
    }
    return failures
  }

  /// Where a rule matched, whether or not another's longer match is told in its stead.
  private func spans(of rule: String, in text: [UInt8]) -> [TextSpan] {
    let (made, candidates) = Extractor.made(text, rules)
    return made.filter { $0.rule == rule }.map(\.span)
      + candidates.filter { $0.rule == rule }.map(\.trigger)
  }
}
