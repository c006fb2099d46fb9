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
  /// How points become a choice.
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
    for document in try pack.documents("cleaning") { try read(document) }
    for document in try pack.documents("languages") {
      for node in try document.fields(["languages"])["languages"]?.list() ?? [] {
        languages.append(try LanguageProfile(node))
      }
    }
    for language in languages {
      for hash in language.wordHashes { functionWords[hash] = true }
    }
    relatedCue = cues.bit("related")
    hiddenCue = cues.bit("hidden")
    bylineCue = cues.bit("byline")
  }

  private mutating func read(_ document: PackNode) throws(PackError) {
    let fields = try document.fields([
      "cues", "openings", "marks", "section-ends", "section-openings", "prunes", "choice",
      "written-by", "byline-starts", "name-joiners",
    ])
    if let node = fields["cues"] { try readCues(node) }
    if let node = fields["openings"] { try Self.read(node, into: &openings) }
    if let node = fields["marks"] { try Self.read(node, into: &marks) }
    for phrase in try fields["section-ends"]?.texts() ?? [] {
      sectionEnds[PhraseTable.hash(TextCollector.words(of: phrase)[...])] = true
    }
    for phrase in try fields["section-openings"]?.texts() ?? [] {
      sectionOpenings.add(phrase, to: "end")
    }
    for entry in try fields["prunes"]?.list() ?? [] { prunes.append(try prune(entry)) }
    if let node = fields["choice"] {
      choice = try ChoiceRules(node, phrases: openings.groups + marks.groups)
    }
    bylineStarts += try fields["byline-starts"]?.texts().map { $0.lowercased() + " " } ?? []
    nameJoiners += try fields["name-joiners"]?.texts().map { " \($0) " } ?? []
    writtenBy.formUnion(try fields["written-by"]?.texts().map { $0.lowercased() } ?? [])
  }

  private mutating func readCues(_ node: PackNode) throws(PackError) {
    for (group, words) in try node.members() {
      for word in try words.texts() { cues.add(word, to: try group.text()) }
      if cues.groups.count > CueTable.limit {
        throw group.error("there may be \(CueTable.limit) groups of cues, and this is one more")
      }
    }
  }

  private static func read(
    _ node: PackNode, into table: inout PhraseTable
  ) throws(PackError) {
    for (group, phrases) in try node.members() {
      for phrase in try phrases.elements() {
        let text = try phrase.text()
        guard text.utf8.count >= 2 else {
          throw phrase.error("\"\(text)\" is too short: half of all texts begin or go on so")
        }
        table.add(text, to: try group.text())
      }
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
