/// White space and word features of a text that stands alone.
enum BlockText {
  /// The text as `TextCollector` collects it: white space collapsed, invisible characters gone.
  static func collapsed(_ text: String) -> String {
    String(decoding: TextCollector.collecting(text).bytes, as: UTF8.self)
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
  static func endsSentence(_ text: String) -> Bool { SentenceEnd.ends(Array(text.utf8)[...]) }
}
