internal import Packs

/// How scores become a choice.
struct ChoiceRules: Sendable {
  /// A block with more points is kept.
  var threshold = 0.0
  /// A row of a table with more points is kept.
  var rows = 0.0
  /// Groups of openings and marks with which no short block is kept.
  var vetoes: Set<String> = []
  /// The same for the lines of scraped texts.
  var lineVetoes: Set<String> = []
  /// A heading right before a kept paragraph of the same element is kept with more points than this.
  var headings = 0.0
  /// How far items of a list and rows of a table share their scores: 0 not at all, 1 wholly.
  var together = 0.0

  init() {}

  /// - Parameter phrases: The groups that `vetoes` may name.
  init(_ node: PackNode, phrases: [String]) throws(PackError) {
    let fields = try node.fields([
      "threshold", "rows", "headings", "together", "vetoes", "line-vetoes",
    ])
    threshold = try fields["threshold"]?.decimal() ?? 0
    rows = try fields["rows"]?.decimal() ?? threshold
    headings = try fields["headings"]?.decimal() ?? threshold
    together = try fields["together"]?.decimal() ?? 0
    guard (0...1).contains(together) else {
      throw node.error("\"together\" is between 0 and 1, not \(together)")
    }
    vetoes = try Self.groups(fields["vetoes"], among: phrases)
    lineVetoes = try Self.groups(fields["line-vetoes"], among: phrases)
  }

  private static func groups(
    _ node: PackNode?, among phrases: [String]
  ) throws(PackError) -> Set<String> {
    var groups: Set<String> = []
    for name in try node?.elements() ?? [] {
      let group = try name.text()
      guard phrases.contains(group) else {
        throw name.error(
          "\"\(group)\" is no group of openings or marks",
          hint: PackError.hint(for: group, among: phrases))
      }
      groups.insert(group)
    }
    return groups
  }
}
