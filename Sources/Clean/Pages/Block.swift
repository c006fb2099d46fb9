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
  var inside: Set8 = []

  /// Elements around a block that say what it is.
  struct Set8: OptionSet, Hashable {
    let rawValue: UInt16
    static let article = Set8(rawValue: 1)
    static let main = Set8(rawValue: 2)
    static let aside = Set8(rawValue: 4)
    static let header = Set8(rawValue: 8)
    static let footer = Set8(rawValue: 16)
    static let nav = Set8(rawValue: 32)
    static let form = Set8(rawValue: 64)
    static let figure = Set8(rawValue: 128)
    static let item = Set8(rawValue: 256)
    static let table = Set8(rawValue: 512)
    static let quotation = Set8(rawValue: 1024)
    static let heading = Set8(rawValue: 2048)
    static let section = Set8(rawValue: 4096)
    static let link = Set8(rawValue: 8192)

    /// The elements that a pack may name.
    static let byName: [String: Set8] = [
      "aside": .aside, "header": .header, "footer": .footer, "nav": .nav, "form": .form,
      "figure": .figure,
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

/// The marks that end a sentence.
enum SentenceEnd {
  /// - Parameter text: UTF-8.
  static func ends(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let last = rest.last {
      switch last {
      case 0x20, 0x22, 0x27, 0x29, 0x5D: rest.removeLast()
      case 0x2E, 0x21, 0x3F, 0x3A: return true
      case 0x80...0xBF where rest.count >= 3:
        let tail = Array(rest.suffix(3))
        if closing.contains(tail) || tail[1] == 0xC2 && tail[2] == 0xBB {
          rest.removeLast(tail[1] == 0xC2 ? 2 : 3)
        } else {
          return full.contains(tail)
        }
      default: return false
      }
    }
    return false
  }

  private static let closing = Set(["“", "”", "’", "‘", "」", "』", "）"].map { Array($0.utf8) })
  private static let full = Set(["…", "。", "！", "？", "।", "۔"].map { Array($0.utf8) })
}
