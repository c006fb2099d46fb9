internal import Packs
internal import Records

/// The texts that a rule must find and must not find, written beside it in the pack.
struct RuleExamples: Sendable {
  /// What the rule must find.
  var finds: [RuleExample] = []
  /// Where it must find nothing.
  var not: [RuleExample] = []
  /// The rule's file, relative to the pack's folder.
  var file: String
  /// The line at which the rule begins.
  var line: Int

  init(_ rule: PackNode, finds: PackNode?, not: PackNode?) throws(PackError) {
    file = rule.file
    line = rule.line ?? 0
    // The rules of mentions have a pattern in its place.
    let hasArguments = try rule.member("frame") != nil
    for node in try finds?.elements() ?? [] {
      self.finds.append(try RuleExample(node, hasArguments: hasArguments))
    }
    for node in try not?.elements() ?? [] {
      self.not.append(RuleExample(text: try node.text(), line: node.line ?? line))
    }
  }
}

/// A text, and what a rule must find in it.
struct RuleExample: Sendable, Hashable {
  var text: [UInt8] = []
  /// What must be found; empty where finding anything is enough.
  var spans: [TextSpan] = []
  /// Frame rules only: the words in each role that is told, in text order.
  var arguments: [Argument] = []
  /// Frame rules only: the candidate's frame, where it is told.
  var frame: EventCandidate.Frame?
  /// Frame rules only: the candidate's modality, where it is told.
  var modality: EventCandidate.Modality?
  var line: Int

  /// All words of one role.
  struct Argument: Sendable, Hashable {
    var role: EventCandidate.Role
    var texts: [String]
  }

  init(text: String, line: Int) {
    self.text = Array(text.utf8)
    self.line = line
  }

  /// Reads a text with marked spans, or for frame rules also a mapping of `text` and what is found.
  init(_ node: PackNode, hasArguments: Bool) throws(PackError) {
    line = node.line ?? 0
    guard node.isMapping else {
      try mark(node)
      return
    }
    guard hasArguments else {
      throw node.error(
        "only the examples of frame rules tell arguments",
        hint: "write the text alone, with what is found in ⟦ ⟧")
    }
    let fields = try node.fields(
      ["text", "frame", "modality"] + EventCandidate.Role.allCases.map(\.rawValue))
    guard let text = fields["text"] else {
      throw node.error("the example has no \"text\"", hint: "write {text: \"…\", people: \"…\"}")
    }
    try mark(text)
    frame = try fields["frame"]?.choice()
    modality = try fields["modality"]?.choice()
    for role in EventCandidate.Role.allCases {
      guard let field = fields[role.rawValue] else { continue }
      arguments.append(Argument(role: role, texts: try Self.words(field)))
    }
  }

  private static func words(_ node: PackNode) throws(PackError) -> [String] {
    let texts = try node.texts()
    if texts.contains("") {
      throw node.error("an argument without words", hint: "write [] where there must be none")
    }
    return texts
  }

  /// Reads a text whose spans are marked with ⟦ and ⟧.
  private mutating func mark(_ node: PackNode) throws(PackError) {
    var open: Int?
    let marked = Array(try node.text().utf8)
    var rest = marked[...]
    while let sign = rest.firstIndex(of: 0xE2) {
      text += rest[..<sign]
      rest = rest[sign...]
      if rest.starts(with: "⟦".utf8) {
        guard open == nil else { throw node.error("a ⟦ inside another") }
        open = text.count
      } else if rest.starts(with: "⟧".utf8) {
        guard let start = open else { throw node.error("a ⟧ without its ⟦") }
        spans.append(TextSpan(start, text.count))
        open = nil
      } else {
        text += rest.prefix(3)
      }
      rest = rest.dropFirst(3)
    }
    text += rest
    if open != nil { throw node.error("a ⟦ without its ⟧") }
  }
}
