internal import Packs

/// What a language looks like.
struct LanguageProfile: Sendable {
  enum Script: String, CaseIterable { case latin, cyrillic }

  let tag: String
  let script: Script
  /// Letters that other languages of the script do not have.
  let letters: Set<Unicode.Scalar>
  /// Hashes of its most frequent words.
  let wordHashes: [UInt64]
  /// Words between the parts of a day: "9th of June".
  let dayFillers: Set<String>
  /// Names of the twelve months, each with its short forms.
  let months: [[String]]

  init(_ node: PackNode) throws(PackError) {
    let fields = try node.fields([
      "tag", "script", "letters", "words", "months", "day-fillers",
    ])
    guard let tag = fields["tag"], let script = fields["script"], let words = fields["words"] else {
      throw node.error("a language has a tag, a script and words")
    }
    self.tag = try tag.text()
    self.script = try script.choice()
    wordHashes = try words.words().flatMap { TextCollector.words(of: $0) }
    letters = Set(try fields["letters"]?.text().unicodeScalars.map { $0 } ?? [])
    dayFillers = Set(try fields["day-fillers"]?.words() ?? [])
    months = try fields["months"]?.texts().map { $0.split(separator: " ").map(String.init) } ?? []
    guard months.isEmpty || months.count == 12 else {
      throw node.error("a year has twelve months, here are \(months.count)")
    }
  }
}
