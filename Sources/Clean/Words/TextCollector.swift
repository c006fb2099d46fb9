/// Collects the text of a block: white space collapsed, each word hashed and counted as it passes.
///
/// Entities are decoded already. No-break and thin spaces become plain ones, soft hyphens and
/// zero-width characters go, and C1 controls, which libxml2 makes of `&#146;`, become what
/// windows-1252 and HTML mean by them.
struct TextCollector {
  /// The collapsed text of all blocks, one after another: UTF-8.
  private(set) var bytes: [UInt8] = []
  /// A hash of each word in lower case; words of one letter count as well.
  private(set) var words: [UInt64] = []
  private(set) var counts = Counts()

  /// What was seen since the last call of `begin`.
  struct Counts: Hashable {
    var letters = 0
    var capitals = 0
    var digits = 0
    var commas = 0
    /// Characters of scripts that put no spaces between words.
    var wide = 0
  }

  private var start = 0
  private var hash: UInt64 = 0
  private var hasSpace = false
  private var hasText = false

  /// Starts a new block.
  mutating func begin() {
    start = bytes.count
    counts = Counts()
    hash = 0
    hasSpace = false
    hasText = false
  }

  /// Ends the block; false where it has no text.
  mutating func end() -> Bool {
    endWord()
    if !hasText { bytes.removeSubrange(start...) }
    return hasText
  }

  var isEmpty: Bool { !hasText }

  mutating func space() {
    endWord()
    hasSpace = true
  }

  /// The border between two cells of a row; empty cells keep theirs, so that columns can be counted.
  mutating func tab() {
    endWord()
    hasSpace = false
    bytes.append(0x09)
  }

  mutating func append(_ text: ArraySlice<UInt8>) {
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      if byte <= 0x20 {
        space()
        place += 1
      } else if byte < 0x80 {
        ascii(byte)
        place += 1
      } else {
        place += multibyte(text, place)
      }
    }
  }

  @inline(__always)
  private mutating func ascii(_ byte: UInt8) {
    flushSpace()
    bytes.append(byte)
    let lower = byte | 0x20
    if lower &- 0x61 < 26 {
      counts.letters += 1
      if byte & 0x20 == 0 { counts.capitals += 1 }
      addToWord(lower)
    } else if byte &- 0x30 < 10 {
      counts.digits += 1
      addToWord(byte)
    } else if byte == 0x27, hash != 0 {
      addToWord(byte)
    } else {
      if byte == 0x2C { counts.commas += 1 }
      endWord()
    }
  }

  /// - Returns: How many bytes were read.
  private mutating func multibyte(_ text: ArraySlice<UInt8>, _ place: Int) -> Int {
    let first = text[place]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard place + length <= text.endIndex else { return text.endIndex - place }
    let second = text[place + 1]
    switch Self.kind(first, second, length > 2 ? text[place + 2] : 0) {
    case .space: space()
    case .nothing: break
    case .control:
      if let scalar = Self.windows1252[second] {
        flushSpace()
        bytes.append(contentsOf: String(scalar).utf8)
      }
    case .mark:
      flushSpace()
      endWord()
      bytes.append(contentsOf: text[place..<place + length])
      if first == 0xE3 || first == 0xEF { counts.commas += 1 }
    case .letter:
      flushSpace()
      bytes.append(contentsOf: text[place..<place + length])
      counts.letters += 1
      if first >= 0xE3 || first == 0xE0 { counts.wide += 1 }
      let (one, two) = FoldedLetter.lower(first, second)
      if one != first || two != second { counts.capitals += 1 }
      addToWord(one)
      addToWord(two)
      for byte in text[place + 2..<place + length] { addToWord(byte) }
    }
    return length
  }

  private enum Kind { case space, nothing, control, mark, letter }

  private static func kind(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Kind {
    switch (first, second, third) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A),
      (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      second == 0x85 ? .control : .space
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
      .nothing
    case (0xC2, 0x80...0x9F, _): .control
    case (0xC2, 0xA1...0xBF, _), (0xE2, 0x80...0x8F, _), (0xE3, 0x80, _), (0xEF, 0xBC, 0x81...0x8F),
      (0xEF, 0xBC, 0x9A...0xA0):
      .mark
    default: .letter
    }
  }

  @inline(__always)
  private mutating func flushSpace() {
    if hasSpace {
      if bytes.count > start, bytes[bytes.count - 1] != 0x09 { bytes.append(0x20) }
      hasSpace = false
    }
    hasText = true
  }

  @inline(__always)
  private mutating func addToWord(_ byte: UInt8) {
    if hash == 0 { hash = Self.seed }
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  @inline(__always)
  private mutating func endWord() {
    if hash != 0 {
      words.append(hash)
      hash = 0
    }
  }

  /// FNV-1a, 64 bits.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static let windows1252: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8B: "‹", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™", 0x9B: "›",
  ]

  /// The hashes of the words of a text, as blocks have them.
  static func words(of text: some StringProtocol) -> [UInt64] { collecting(text).words }

  /// A collector that holds one text.
  static func collecting(_ text: some StringProtocol) -> TextCollector {
    var collector = TextCollector()
    collector.begin()
    collector.append(Array(text.utf8)[...])
    _ = collector.end()
    return collector
  }
}
