internal import Records

/// A rule of the pack by its name, and where to find it.
public struct RuleSummary: Hashable, Sendable {
  /// The rule's name; no other rule of its language has it.
  public let name: String
  /// The kind of mention that it makes, or the frame that it evokes.
  public let kind: String
  /// The language whose texts it reads.
  public let language: String
  /// The rule's file, relative to the pack's folder.
  public let file: String
  /// From 1.
  public let line: Int
  /// How many texts it must find.
  public let finds: Int
  /// In how many texts it must find nothing.
  public let not: Int

  /// `FILE:LINE`.
  public var place: String { "\(file):\(line)" }

  init(_ name: String, kind: String, language: String, _ examples: RuleExamples) {
    self.name = name
    self.kind = kind
    self.language = language
    file = examples.file
    line = examples.line
    finds = examples.finds.count
    not = examples.not.count
  }
}

extension LanguageRules {
  /// The rules of mentions, then those of frames.
  var summaries: [RuleSummary] {
    phases.flatMap(\.rules).map {
      RuleSummary($0.name, kind: $0.kind.rawValue, language: language, $0.examples)
    }
      + frames.rules.map {
        RuleSummary($0.name, kind: $0.frame.rawValue, language: language, $0.examples)
      }
  }
}
