public import Disk
internal import Extract
internal import Records

/// Counts how often each rule of a pack fired in what an earlier run left.
public struct RuleCoverage: Sendable {
  /// Where the counts were made with other rules than those that are listed; nil where they are the same.
  public let note: String?
  /// By count, then by name.
  private let rows: [Row]

  /// A rule, and how often it fired.
  private struct Row {
    var name: String
    var language: String
    /// Nil for what is built into the program, or comes from another pack.
    var rule: RuleSummary?
    var counts: Counts
  }

  private struct Counts {
    var mentions = 0
    var candidates = 0
    var evidence = 0

    var isNever: Bool { mentions + candidates + evidence == 0 }
  }

  /// Names of rules are told apart by language, as the pack does.
  private struct Key: Hashable {
    var language: String
    var name: String
  }

  /// Reads `extract.ndjson` and `events.ndjson` of an output folder; throws where one is missing.
  public init(_ chain: StageChain, output: DiskPath) throws {
    let folder = OutputFolder(path: output)
    var counts: [Key: Counts] = [:]
    for line in try folder.lines(of: .extract) {
      let (language, mentions, candidates) = try line.read(Self.rulesOfArticle)
      for name in mentions {
        counts[Key(language: language, name: name), default: .init()].mentions += 1
      }
      for name in candidates {
        counts[Key(language: language, name: name), default: .init()].candidates += 1
      }
    }
    for line in try folder.lines(of: .normalize) {
      let (language, evidence) = try line.read(Self.rulesOfEvent)
      for name in evidence {
        counts[Key(language: language, name: name), default: .init()].evidence += 1
      }
    }
    note = folder.noteOfOtherRules(chain)
    var rows: [Row] = []
    for rule in try chain.extractor.rules() {
      let found = counts.removeValue(forKey: Key(language: rule.language, name: rule.name))
      rows.append(
        Row(name: rule.name, language: rule.language, rule: rule, counts: found ?? Counts()))
    }
    rows += counts.map { Row(name: $0.name, language: $0.language, rule: nil, counts: $1) }
    self.rows = rows.sorted(by: Self.order)
  }

  /// A line for each rule, for people; those that never fired stand last under a heading.
  ///
  /// - Parameter unusedOnly: Whether only those are listed, without the heading.
  public func text(unusedOnly: Bool) -> [UInt8] {
    let unused = rows.filter(\.counts.isNever)
    var lines: [String] = []
    if !unusedOnly {
      let head = ["mentions", "candidates", "evidence", "rule", "language", "place"]
      let used = rows.filter { !$0.counts.isNever }.map { row in
        [row.counts.mentions, row.counts.candidates, row.counts.evidence].map(String.init)
          + [row.name, row.language, row.rule?.place ?? "built into the program"]
      }
      lines += TextColumns.lines([head] + used)
      if !unused.isEmpty { lines += ["", "never fired: \(unused.count) of \(rows.count) rules"] }
    }
    lines += TextColumns.lines(
      unused.map { [$0.name, $0.language, $0.rule?.place ?? ""] }, indent: unusedOnly ? "" : "  ")
    return lines.flatMap { Array((TerminalText.printable($0) + "\n").utf8) }
  }

  /// A line of JSON for each rule, in the same order.
  public func json(unusedOnly: Bool) -> [UInt8] {
    var json = JSONWriter()
    for row in rows where row.counts.isNever || !unusedOnly {
      json.object { json in
        json.member("rule", row.name)
        json.member("kind", row.rule?.kind)
        json.member("language", row.language)
        json.member("file", row.rule?.file)
        json.member("line", row.rule?.line)
        json.member("mentions", row.counts.mentions)
        json.member("candidates", row.counts.candidates)
        json.member("evidence", row.counts.evidence)
      }
      json.endLine()
    }
    return json.bytes
  }

  private static func order(_ left: Row, _ right: Row) -> Bool {
    func fired(_ row: Row) -> Int { row.counts.mentions + row.counts.candidates }
    return (fired(right), right.counts.evidence, left.name, left.language)
      < (fired(left), left.counts.evidence, right.name, right.language)
  }

  // Only the names of rules are read: whole records of a large corpus would take much longer.

  private static func rulesOfArticle(
    _ json: inout JSONReader
  ) throws(JSONError) -> (language: String, mentions: [String], candidates: [String]) {
    var language: String?
    var (mentions, candidates): ([String]?, [String]?)
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "language": language = try json.optionalString()
      case "mentions": mentions = try json.rules()
      case "candidates": candidates = try json.rules()
      default: try json.skip()
      }
    }
    guard let mentions, let candidates else {
      throw JSONError(
        offset: 0, message: "no extract record: \"mentions\" or \"candidates\" are missing")
    }
    return (language ?? "und", mentions, candidates)
  }

  private static func rulesOfEvent(
    _ json: inout JSONReader
  ) throws(JSONError) -> (language: String, evidence: [String]) {
    var language: String?
    var evidence: [String]?
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "article":
        try json.object { (key, json) throws(JSONError) in
          if key == "language" { language = try json.optionalString() } else { try json.skip() }
        }
      case "evidence": evidence = try json.rules()
      default: try json.skip()
      }
    }
    guard let evidence else {
      throw JSONError(offset: 0, message: "no event: \"evidence\" is missing")
    }
    return (language ?? "und", evidence)
  }
}

extension JSONReader {
  /// The member `rule` of each object of an array.
  fileprivate mutating func rules() throws(JSONError) -> [String] {
    var names: [String] = []
    try array { (json) throws(JSONError) in
      try json.object { (key, json) throws(JSONError) in
        if key == "rule" { names.append(try json.string()) } else { try json.skip() }
      }
    }
    return names
  }
}
