internal import Packs

/// How a language writes numbers.
struct NumberWords: Sendable {
  /// Zero to nineteen, and others that stand alone.
  var units: [Int32: Int] = [:]
  var tens: [Int32: Int] = [:]
  /// Hundred, thousand, million, dozen.
  var scales: [Int32: Int] = [:]
  var ordinals: [Int32: Int] = [:]
  /// What follows digits in an ordinal: "st", "nd".
  var ordinalSuffixes: Set<Int32> = []
  /// "a" in "a hundred".
  var articles: Set<Int32> = []
  /// "and" in "a hundred and three".
  var joiners: Set<Int32> = []

  init(_ node: PackNode, _ lexicon: inout Lexicon) throws(PackError) {
    let fields = try node.fields([
      "language", "units", "tens", "scales", "ordinals", "ordinal-suffixes", "articles", "joiners",
    ])
    units = try Self.table(fields["units"], &lexicon)
    tens = try Self.table(fields["tens"], &lexicon)
    scales = try Self.table(fields["scales"], &lexicon)
    ordinals = try Self.table(fields["ordinals"], &lexicon)
    ordinalSuffixes = try Self.set(fields["ordinal-suffixes"], &lexicon)
    articles = try Self.set(fields["articles"], &lexicon)
    joiners = try Self.set(fields["joiners"], &lexicon)
  }

  private static func table(
    _ node: PackNode?, _ lexicon: inout Lexicon
  ) throws(PackError) -> [Int32: Int] {
    var table: [Int32: Int] = [:]
    for (key, value) in try node?.members() ?? [] {
      let number = try value.integer()
      for word in try key.text().split(separator: " ") {
        table[lexicon.addWord(String(word))] = number
      }
    }
    return table
  }

  private static func set(_ node: PackNode?, _ lexicon: inout Lexicon) throws(PackError) -> Set<
    Int32
  > {
    Set(try node?.words().map { lexicon.addWord($0) } ?? [])
  }
}
