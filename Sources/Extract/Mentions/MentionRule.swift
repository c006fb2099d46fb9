internal import Packs
internal import Records

/// A rule of the pack that makes mentions of one kind from a pattern.
struct MentionRule: Sendable {
  var name: String
  var pattern: CompiledPattern
  /// The classes under which later rules find what this one makes.
  var makes: [ClassID]
  /// What must not stand right behind or before the match; nil for no such guard.
  var unlessFollowedBy: CompiledPattern?
  var unlessPrecededBy: CompiledPattern?
  /// Dates only: the tense in which alone the words are a date: "in two days" is one of what is to come.
  var tense: Mention.Tense?
  var kind: Mention.Kind
  /// Value templates: for the whole match under "", else for the capture of that name.
  var values: [String: String]
  var bound: Bound?
  var category: Category?
  var label: String?
  var examples: RuleExamples

  var isGuarded: Bool { unlessFollowedBy != nil || unlessPrecededBy != nil }

  static let fields = [
    "name", "pattern", "kind", "also", "value", "values", "bound", "category", "label", "tense",
    "unless-followed-by", "unless-preceded-by", "finds", "not",
  ]

  init(
    _ node: PackNode, makes: ClassID, kind: Mention.Kind, _ lexicon: inout Lexicon
  ) throws(PackError) {
    let fields = try node.fields(Self.fields)
    guard let name = fields["name"], let pattern = fields["pattern"] else {
      throw node.error("a rule has a name and a pattern")
    }
    self.name = try name.text()
    self.pattern = try PatternParser.parse(pattern, &lexicon)
    self.makes = [makes]
    for name in try fields["also"]?.texts() ?? [] { self.makes.append(lexicon.addClass(name)) }
    unlessFollowedBy = try fields["unless-followed-by"].map { (node) throws(PackError) in
      try PatternParser.parse(node, &lexicon)
    }
    unlessPrecededBy = try fields["unless-preceded-by"].map { (node) throws(PackError) in
      try PatternParser.parse(node, &lexicon)
    }
    tense = try fields["tense"]?.choice()
    self.kind = try fields["kind"]?.choice() ?? kind
    bound = try fields["bound"]?.choice()
    category = try fields["category"]?.choice()
    label = try fields["label"]?.text()
    examples = try RuleExamples(node, finds: fields["finds"], not: fields["not"])
    values = [:]
    if let value = fields["value"] { values[""] = try value.text() }
    for (key, value) in try fields["values"]?.members() ?? [] {
      let capture = try key.text()
      guard self.pattern.names.contains(capture) else {
        throw key.error(
          "the pattern has no part named \"\(capture)\"",
          hint: PackError.hint(for: capture, among: self.pattern.names))
      }
      values[capture] = try value.text()
    }
    for (template, node) in values.map({ ($0.value, fields["value"] ?? fields["values"] ?? node) })
    {
      for capture in Self.placeholders(template) where !self.pattern.names.contains(capture) {
        throw node.error(
          "the pattern has no part named \"\(capture)\"",
          hint: PackError.hint(for: capture, among: self.pattern.names))
      }
    }
  }

  /// The names between braces of a template.
  static func placeholders(_ template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
      piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0].prefix { $0 != "." }) }
    }
  }
}
