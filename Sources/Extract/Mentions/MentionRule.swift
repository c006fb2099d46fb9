internal import Packs
internal import Records

/// A rule of the pack that makes mentions of one kind from a pattern.
///
/// A class, since it is handed around for each match and never changed.
final class MentionRule: Sendable {
  let name: String
  let pattern: CompiledPattern
  /// The classes under which later rules find what this one makes.
  let makes: [ClassID]
  /// What must not stand right behind or before the match; nil for no such guard.
  let unlessFollowedBy: CompiledPattern?
  let unlessPrecededBy: CompiledPattern?
  /// Dates only: the tense in which alone the words are a date: "in two days" is one of what is to come.
  let tense: Mention.Tense?
  let kind: Mention.Kind
  /// Value templates: for the whole match under "", else for the capture of that name.
  let values: [String: ValueTemplate]
  let bound: Bound?
  let category: Category?
  let label: String?
  let examples: RuleExamples

  static let fields = [
    "name", "pattern", "kind", "also", "value", "values", "bound", "category", "label", "tense",
    "unless-followed-by", "unless-preceded-by", "finds", "not",
  ]

  init(
    _ node: PackNode, makes: ClassID, kind: Mention.Kind, _ lexicon: inout Lexicon
  ) throws(PackError) {
    let fields = try node.fields(Self.fields)
    guard let name = fields["name"], let patternNode = fields["pattern"] else {
      throw node.error("a rule has a name and a pattern")
    }
    self.name = try name.text()
    let pattern = try PatternParser.parse(patternNode, &lexicon)
    self.pattern = pattern
    var classes = [makes]
    for name in try fields["also"]?.texts() ?? [] { classes.append(lexicon.addClass(name)) }
    self.makes = classes
    unlessFollowedBy = try Self.guardPattern(fields["unless-followed-by"], &lexicon)
    unlessPrecededBy = try Self.guardPattern(fields["unless-preceded-by"], &lexicon)
    tense = try fields["tense"]?.choice()
    self.kind = try fields["kind"]?.choice() ?? kind
    bound = try fields["bound"]?.choice()
    category = try fields["category"]?.choice()
    label = try fields["label"]?.text()
    examples = try RuleExamples(node, finds: fields["finds"], not: fields["not"])
    var values: [String: ValueTemplate] = [:]
    if let value = fields["value"] { values[""] = try ValueTemplate(value, pattern.names) }
    for (key, value) in try fields["values"]?.members() ?? [] {
      let capture = try key.text()
      guard pattern.names.contains(capture) else {
        throw key.error(
          "the pattern has no part named \"\(capture)\"",
          hint: PackError.hint(for: capture, among: pattern.names))
      }
      values[capture] = try ValueTemplate(value, pattern.names)
    }
    self.values = values
  }

  private static func guardPattern(
    _ node: PackNode?, _ lexicon: inout Lexicon
  ) throws(PackError) -> CompiledPattern? {
    guard let node else { return nil }
    return try PatternParser.parse(node, &lexicon)
  }
}
