internal import Disk
internal import Extract
public import Packs
internal import Records

/// Lists a pack's rules and runs the examples that stand beside them.
public struct RuleExaminer: Sendable {
  /// What came of the examples.
  public struct Outcome: Sendable {
    /// A line for each failure, and for each rule without examples where they were asked for.
    public let output: [UInt8]
    /// The numbers in one line, without a line end.
    public let summary: String
    /// Whether all examples are met.
    public let isMet: Bool
  }

  private let extractor: Extractor
  private let isJSON: Bool

  /// - Parameter isJSON: Whether lines are JSON and not text for people.
  ///   Throws where a rule is wrong.
  public init(_ chain: StageChain, isJSON: Bool) throws(PackError) {
    extractor = try chain.extractor
    self.isJSON = isJSON
  }

  /// A line for each rule in the order of the pack's files.
  public func list() -> [UInt8] {
    let rules = extractor.rules()
    guard isJSON else {
      return Self.text(
        TextColumns.lines(
          rules.map { rule in
            [
              rule.name, rule.kind, rule.language, rule.place,
              "\(rule.finds) finds, \(rule.not) not",
            ]
          }))
    }
    var json = JSONWriter()
    for rule in rules {
      json.object { json in
        rule.writeMembers(to: &json)
        json.member("finds", rule.finds)
        json.member("not", rule.not)
      }
      json.endLine()
    }
    return json.bytes
  }

  /// Runs all examples.
  ///
  /// - Parameter listsMissing: Whether rules without `finds` or without `not` are listed too.
  public func test(listsMissing: Bool) -> Outcome {
    let rules = extractor.rules()
    let failures = extractor.failedExamples()
    let missing = rules.filter { $0.finds == 0 || $0.not == 0 }
    let examples = rules.reduce(0) { $0 + $1.finds + $1.not }
    let tested = rules.count { $0.finds + $0.not > 0 }
    var summary =
      failures.isEmpty
      ? "\(examples) examples of \(tested) rules: all met"
      : "\(failures.count) of \(examples) examples failed"
    summary +=
      "; of \(rules.count) rules \(rules.count { $0.finds == 0 }) without finds, "
      + "\(rules.count { $0.not == 0 }) without not"
    if !listsMissing, !missing.isEmpty { summary += " (--missing lists them)" }
    return Outcome(
      output: lines(failures, listsMissing ? missing : []), summary: summary,
      isMet: failures.isEmpty)
  }

  private func lines(_ failures: [RuleExampleFailure], _ missing: [RuleSummary]) -> [UInt8] {
    guard isJSON else {
      return Self.text(
        failures.map(\.description)
          + missing.map { rule in
            let keys = rule.missing.map { "no \($0)" }.joined(separator: ", ")
            return "\(rule.place): \(rule.name): \(keys)"
          })
    }
    var json = JSONWriter()
    for failure in failures {
      json.object { json in
        json.member("rule", failure.rule)
        json.member("language", failure.language)
        json.member("file", failure.file)
        json.member("line", failure.line)
        json.member("message", failure.message)
        json.member("text", failure.text)
      }
      json.endLine()
    }
    for rule in missing {
      json.object { json in
        rule.writeMembers(to: &json)
        json.key("missing")
        json.array(rule.missing) { $0.string($1) }
      }
      json.endLine()
    }
    return json.bytes
  }

  private static func text(_ lines: [String]) -> [UInt8] {
    lines.flatMap { Array((TerminalText.printable($0) + "\n").utf8) }
  }
}

extension RuleSummary {
  /// Writes what tells the rule from others.
  func writeMembers(to json: inout JSONWriter) {
    json.member("rule", name)
    json.member("kind", kind)
    json.member("language", language)
    json.member("file", file)
    json.member("line", line)
  }

  /// The keys of examples that the rule does not have.
  fileprivate var missing: [String] {
    (finds == 0 ? ["finds"] : []) + (not == 0 ? ["not"] : [])
  }
}
