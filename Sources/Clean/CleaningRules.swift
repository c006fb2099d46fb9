internal import Packs

/// What the pack knows about pages: cues, phrases and languages.
struct CleaningRules: Sendable {
  /// One or two words that must stand together in a class or id.
  typealias Cue = [String]

  var articleCues: [[Cue]] = []
  var dropCues: [Cue] = []
  var hiddenCues: [Cue] = []
  var blockStarts: [String] = []
  var sectionEnds: Set<String> = []
  var captionMarks: [String] = []
  var authorCues: Set<String> = []
  /// What stands before the names of a byline, in lower case.
  var bylineStarts: [String] = []
  /// What stands between the names of a byline.
  var nameJoiners: [String] = []
  var languages: [LanguageProfile] = []

  init(_ pack: Pack) throws(PackError) {
    for document in try pack.documents("cleaning") {
      let fields = try document.fields([
        "article-cues", "drop-cues", "hidden-cues", "block-starts", "section-ends",
        "caption-marks", "author-cues", "byline-starts", "name-joiners",
      ])
      for group in try fields["article-cues"]?.list() ?? [] {
        articleCues.append(try group.texts().map(Self.cue))
      }
      for group in try fields["drop-cues"]?.list() ?? [] {
        dropCues += try group.texts().map(Self.cue)
      }
      hiddenCues += try fields["hidden-cues"]?.texts().map(Self.cue) ?? []
      blockStarts += try fields["block-starts"]?.texts().map { $0.lowercased() } ?? []
      sectionEnds.formUnion(try fields["section-ends"]?.texts().map { $0.lowercased() } ?? [])
      captionMarks += try fields["caption-marks"]?.texts().map { $0.lowercased() } ?? []
      bylineStarts += try fields["byline-starts"]?.texts().map { $0.lowercased() + " " } ?? []
      nameJoiners += try fields["name-joiners"]?.texts().map { " \($0) " } ?? []
      authorCues.formUnion(try fields["author-cues"]?.texts() ?? [])
    }
    for document in try pack.documents("languages") {
      for node in try document.fields(["languages"])["languages"]?.list() ?? [] {
        languages.append(try LanguageProfile(node))
      }
    }
  }

  private static func cue(_ text: String) -> Cue { text.split(separator: " ").map(String.init) }
}

/// What a language looks like.
struct LanguageProfile: Sendable {
  enum Script: String, CaseIterable { case latin, cyrillic }

  let tag: String
  let script: Script
  /// Letters that other languages of the script do not have.
  let letters: Set<Unicode.Scalar>
  let words: Set<String>
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
    self.words = Set(try words.words())
    letters = Set(try fields["letters"]?.text().unicodeScalars.map { $0 } ?? [])
    dayFillers = Set(try fields["day-fillers"]?.words() ?? [])
    months = try fields["months"]?.texts().map { $0.split(separator: " ").map(String.init) } ?? []
    guard months.isEmpty || months.count == 12 else {
      throw node.error("a year has twelve months, here are \(months.count)")
    }
  }
}
