internal import Markup

/// A run of text that a page shows as one block: a paragraph, heading, list item or table row.
struct Block {
  enum Kind: UInt8 { case paragraph, division, heading, item, row, quotation, cell, caption, other }

  var kind: Kind
  /// The element that the text stands in.
  var node: Int
  /// Its text: bytes of `BlockList.text`.
  var text: Range<Int>
  /// Its words: places in `BlockList.words`.
  var words: Range<Int>
  var counts: TextCollector.Counts
  /// Bytes of the text that stand inside links, and inside bold or italic type.
  var linked = 0
  var startsWithLink = false
  var emphasized = 0
  /// Cues of the element and its nearest ancestors, of farther ones, and of those that hold most of
  /// the page's prose.
  var near: CueSet = []
  var far: CueSet = []
  var around: CueSet = []
  /// Tags among the ancestors.
  var inside: Surroundings = []

  /// Elements around a block that say what it is.
  struct Surroundings: OptionSet, Hashable {
    let rawValue: UInt16
    static let main = Surroundings(rawValue: 2)
    static let aside = Surroundings(rawValue: 4)
    static let header = Surroundings(rawValue: 8)
    static let footer = Surroundings(rawValue: 16)
    static let nav = Surroundings(rawValue: 32)
    static let form = Surroundings(rawValue: 64)
    static let figure = Surroundings(rawValue: 128)
    static let item = Surroundings(rawValue: 256)
    static let table = Surroundings(rawValue: 512)
    static let quotation = Surroundings(rawValue: 1024)
    static let section = Surroundings(rawValue: 4096)
    static let link = Surroundings(rawValue: 8192)
    static let caption = Surroundings(rawValue: 16384)

    /// The elements that a pack may name.
    static let byName: [String: Surroundings] = [
      "aside": .aside, "header": .header, "footer": .footer, "nav": .nav, "form": .form,
      "figure": .figure, "figcaption": .caption,
    ]
  }

  /// The share of the text inside links.
  var linkDensity: Double { text.isEmpty ? 0 : min(1, Double(linked) / Double(text.count)) }

  /// Words, where scripts without spaces count two characters as one.
  var length: Int { counts.wide > 4 ? max(words.count, counts.wide / 2) : words.count }
}

/// The blocks of a page in document order, and the text they share.
struct BlockList {
  var blocks: [Block] = []
  var text: [UInt8] = []
  var words: [UInt64] = []

  func string(_ block: Block) -> String { String(decoding: text[block.text], as: UTF8.self) }

  func words(_ block: Block) -> ArraySlice<UInt64> { words[block.words] }

  /// Whether a block ends as a sentence does, closing quotes and brackets aside.
  func endsSentence(_ block: Block) -> Bool { SentenceEnd.ends(text[block.text]) }
}
