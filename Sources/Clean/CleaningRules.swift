internal import Packs

/// What the pack knows about pages: cues, phrases and languages.
struct CleaningRules: Sendable {
  /// Cue words of class and id attributes, by group.
  var cues = CueTable()
  /// What blocks begin with.
  var openings = PhraseTable(isOpening: true)
  /// What short blocks hold.
  var marks = PhraseTable(isOpening: false)
  /// Short blocks that end an article, as hashes of their words.
  var sectionEnds = HashTable<Bool>(capacity: 512)
  /// What headings begin with that end an article.
  var sectionOpenings = PhraseTable(isOpening: true)
  /// Cues and elements that no article stands in, in the order in which they are believed.
  var prunes: [(cues: CueSet, inside: Block.Surroundings)] = []
  var choice = ChoiceRules()
  /// Cue of headings over other stories.
  var relatedCue: CueSet = []
  /// Cue of what readers do not see.
  var hiddenCue: CueSet = []
  /// Cue of what holds an author.
  var bylineCue: CueSet = []
  /// Labels of the author in a page's sharing card, in lower case.
  var writtenBy: Set<String> = []
  /// What stands before the names of a byline, in lower case.
  var bylineStarts: [String] = []
  /// What stands between the names of a byline.
  var nameJoiners: [String] = []
  var languages: [LanguageProfile] = []
  /// The most frequent words of all languages, as hashes.
  var functionWords = HashTable<Bool>(capacity: 1024)

  init(_ pack: Pack) throws(PackError) {
    for document in try pack.documents("cleaning") {
      let fields = try document.fields([
        "cues", "openings", "marks", "section-ends", "section-openings", "prunes", "choice",
        "written-by", "byline-starts",
        "name-joiners",
      ])
      for (group, words) in try fields["cues"]?.members() ?? [] {
        for word in try words.texts() { cues.add(word, to: try group.text()) }
      }
      for (group, phrases) in try fields["openings"]?.members() ?? [] {
        for phrase in try phrases.texts() { openings.add(phrase, to: try group.text()) }
      }
      for (group, phrases) in try fields["marks"]?.members() ?? [] {
        for phrase in try phrases.texts() { marks.add(phrase, to: try group.text()) }
      }
      for phrase in try fields["section-ends"]?.texts() ?? [] {
        sectionEnds[PhraseTable.hash(TextCollector.words(of: phrase)[...])] = true
      }
      for phrase in try fields["section-openings"]?.texts() ?? [] {
        sectionOpenings.add(phrase, to: "end")
      }
      for entry in try fields["prunes"]?.list() ?? [] { prunes.append(try prune(entry)) }
      if let fields = try fields["choice"]?.fields([
        "threshold", "rows", "headings", "together", "vetoes",
      ]) {
        choice.threshold = try fields["threshold"]?.decimal() ?? 0
        choice.vetoes = Set(try fields["vetoes"]?.texts() ?? [])
        choice.headings = try fields["headings"]?.decimal() ?? 0
        choice.rows = try fields["rows"]?.decimal() ?? 0
        choice.together = try fields["together"]?.decimal() ?? 0
      }
      relatedCue = cues.bit("related")
      hiddenCue = cues.bit("hidden")
      bylineCue = cues.bit("byline")
      bylineStarts += try fields["byline-starts"]?.texts().map { $0.lowercased() + " " } ?? []
      nameJoiners += try fields["name-joiners"]?.texts().map { " \($0) " } ?? []
      writtenBy.formUnion(try fields["written-by"]?.texts().map { $0.lowercased() } ?? [])
    }
    for document in try pack.documents("languages") {
      for node in try document.fields(["languages"])["languages"]?.list() ?? [] {
        languages.append(try LanguageProfile(node))
      }
    }
    for language in languages {
      for hash in language.wordHashes { functionWords[hash] = true }
    }
  }

  private func prune(_ entry: PackNode) throws(PackError) -> (CueSet, Block.Surroundings) {
    var result: (cues: CueSet, inside: Block.Surroundings) = ([], [])
    for word in try entry.words() {
      if let mark = Block.Surroundings.byName[word] {
        result.inside.formUnion(mark)
      } else if !cues.bit(word).isEmpty {
        result.cues.formUnion(cues.bit(word))
      } else {
        throw entry.error(
          "\"\(word)\" is neither a group of cues nor an element",
          hint: PackError.hint(
            for: word, among: cues.groups + Block.Surroundings.byName.keys.sorted()))
      }
    }
    return result
  }
}

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
