/// White space and word features of a block's text.
enum BlockText {
  /// Entities are decoded already; no-break and thin spaces become plain ones, soft hyphens and
  /// zero-width characters go, runs of white space collapse.
  ///
  /// Tabs stay where `keepingTabs`.
  static func collapsed(_ text: String, keepingTabs: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    var pending: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
      case 0x09 where keepingTabs: pending = "\t"
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
        0x3000:
        if pending == nil { pending = " " }
      default:
        if let space = pending, !result.isEmpty { result.append(space) }
        pending = nil
        // HTML reads &#128; to &#159; as windows-1252; libxml2 leaves them as C1 controls.
        result.append(windows1252[scalar.value] ?? scalar)
      }
    }
    return String(result)
  }

  /// Words, counted by the spaces between them; good enough to tell a label from a paragraph.
  static func wordCount(_ text: String) -> Int {
    text.utf8.reduce(into: (count: 0, inWord: false)) { state, byte in
      let isSpace = byte == 0x20 || byte == 0x09
      if !isSpace, !state.inWord { state.count += 1 }
      state.inWord = !isSpace
    }.count
  }

  /// Whether the text ends as a sentence does, closing quotes and brackets aside.
  static func endsSentence(_ text: String) -> Bool {
    let last = text.unicodeScalars.reversed().first { !closing.contains($0) }
    return last.map { sentenceEnds.contains($0) } ?? false
  }

  private static let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]", " ", "“"]
  private static let sentenceEnds: Set<Unicode.Scalar> = [".", "!", "?", "…", "。", "！", "？", ":"]
  private static let windows1252: [UInt32: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8B: "‹", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™", 0x9B: "›", 0xA0: " ",
  ]
}
