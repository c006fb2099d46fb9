internal import Records

/// Which classes of the lexicon words belong to.
extension FrameReader {
  /// Whether a token alone is of a class.
  func isWord(_ token: Int, _ lexicalClass: ClassID) -> Bool {
    isOf(lexicalClass, at: token, before: token + 1)
  }

  /// Whether a word or phrase of a class begins at a token.
  func isPhrase(_ token: Int, _ lexicalClass: ClassID) -> Bool {
    isOf(lexicalClass, at: token, before: text.tokens.count)
  }

  private func isOf(_ lexicalClass: ClassID, at token: Int, before end: Int) -> Bool {
    var isFound = false
    rules.lexicon.matches(text, at: token, before: end) { _, found, _ in
      isFound = isFound || found == lexicalClass
    }
    return isFound
  }
}
