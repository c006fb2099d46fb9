/// What is asked of every block of a page.
///
/// The answers are small numbers, the places of `answers`; the scorecard of the pack gives points for
/// each. `pipelines/README.md` says what the questions mean.
enum BlockFeature: Int, CaseIterable, Sendable {
  case kind, length, linkDensity, emphasis, ending, commas, digits, capitals, functionWords
  case opening, mark, headline, repetition, inLink
  case unit, main, aside, header, footer, nav, form, figure, item, table, quotation, section
  case parentShare, grandShare, twinShare, twinLength, chosen, path
  case fromFirst, fromLast, afterHeading, sectionEnd, place
  case before, after, beforeLength, afterLength, nextProse, lastProse
  case witness, described, siblings, linkRun, sentences, prose, kin, share, linkedTwins,
    startsWithLink

  /// The names of the answers, lowest first.
  var answers: [String] {
    switch self {
    case .kind:
      [
        "paragraph", "division", "heading", "item", "row", "quotation", "cell", "caption", "other",
      ]
    case .length, .beforeLength, .afterLength, .twinLength: Self.lengths
    case .linkDensity: ["0", "to 5 %", "to 20 %", "to 40 %", "to 70 %", "to 95 %", "all"]
    case .emphasis: ["none", "some", "most", "all"]
    case .ending: ["none", "sentence", "colon", "ellipsis"]
    case .commas: ["0", "1", "2-3", "more"]
    case .digits: ["none", "to 5 %", "to 15 %", "to 40 %", "more"]
    case .capitals: ["to 8 %", "to 20 %", "to 60 %", "more"]
    case .functionWords: ["unknown", "none", "to 10 %", "to 20 %", "to 35 %", "more"]
    case .opening, .mark: []
    case .headline: ["none", "some", "most", "same"]
    case .repetition: ["only", "comes again", "mostly seen", "again", "often"]
    case .unit: ["no article", "the article", "around it", "another article"]
    case .sentences: ["0", "1", "2", "3 or more"]
    case .kin: ["twin", "beside one", "inside one beside", "beside the one around", "elsewhere"]
    case .linkedTwins: ["few blocks", "none", "some", "most", "all"]
    case .share: ["0", "to 1 %", "to 3 %", "to 8 %", "to 20 %", "more"]
    case .prose: ["to 100 words", "to 300", "to 800", "more"]
    case .inLink, .main, .aside, .header, .footer, .nav, .form, .figure, .item, .table,
      .quotation, .section, .chosen, .described, .startsWithLink:
      ["no", "yes"]
    case .parentShare, .grandShare, .twinShare:
      ["0", "to 2 %", "to 5 %", "to 10 %", "to 20 %", "to 40 %", "to 70 %", "to 90 %", "more"]
    case .path: ["0", "1", "2", "3", "4", "5-6", "7 or more"]
    case .fromFirst, .fromLast:
      ["far outside", "20 outside", "8 outside", "3 outside", "1 outside", "at it", "inside"]
    case .afterHeading: ["before", "first 3", "to 10", "later", "no headline"]
    case .sectionEnd: ["no", "behind one far off", "behind one beside it", "is one"]
    case .place: ["first 10 %", "to 25 %", "to 50 %", "to 75 %", "to 90 %", "last"]
    case .before, .after:
      ["edge", "prose", "sentence", "heading", "links", "short", "other"]
    case .nextProse, .lastProse: ["1", "2", "3", "4-6", "7-15", "more", "none"]
    case .witness: ["no witness", "absent", "some", "most", "all"]
    case .siblings: ["alone", "links", "mixed", "prose"]
    case .linkRun: ["0", "1", "2-3", "4 or more"]
    }
  }

  /// The name of a question as packs write it: "link density".
  static func name(of feature: BlockFeature) -> String {
    "\(feature)".reduce(into: "") { name, letter in
      if letter.isUppercase { name.append(" ") }
      name += letter.lowercased()
    }
  }

  static let lengths = ["1", "2", "3-4", "5-7", "8-12", "13-20", "21-35", "36-60", "more"]

  static func length(_ words: Int) -> Int {
    switch words {
    case ...1: 0
    case 2: 1
    case ...4: 2
    case ...7: 3
    case ...12: 4
    case ...20: 5
    case ...35: 6
    case ...60: 7
    default: 8
    }
  }
}
