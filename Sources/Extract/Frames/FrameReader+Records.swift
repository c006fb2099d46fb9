internal import Records

/// Parts told by what lies behind the people: "18 were serving life sentences, 54 long terms".
extension FrameReader {
  /// "18 were serving life sentences, and 111 had been detained in Gaza": numbers alone, of captives told before,
  /// by their sentence or arrest.
  func isOfRecord(_ index: Int) -> Bool {
    guard chunks[index].kind == .number, isCounted(index),
      !chunks.contains(where: { $0.kind == .casualty }), !isMoved(tree.owner[index])
    else { return false }
    if subject(of: tree.owner[index]).contains(index), tellsRecord(tree.owner[index]) {
      return true
    }
    return isBeforeRecord(index) && index >= 2
      && [.comma, .conjunction].contains(chunks[index - 1].kind)
      && previousCount(index).map(isPart) ?? false
  }

  /// "54 long terms", "24 to long sentences": what a number has stands right behind it.
  func isBeforeRecord(_ index: Int) -> Bool {
    guard chunks[index].kind == .number, let words = rules.lexicon.classID("record") else {
      return false
    }
    let end = chunks[index].range.upperBound
    return (end..<min(end + Self.recordReach, text.tokens.count)).contains {
      text.tokens[$0].kind == .word && isPhrase($0, words)
    }
  }

  /// In tokens: "54 to long terms".
  private static let recordReach = 3

  /// Whether a clause tells a sentence or an arrest.
  func tellsRecord(_ clause: Int) -> Bool {
    guard let words = rules.lexicon.classID("record") else { return false }
    return tree.own(clause).contains { place in
      chunks[place].range.contains { isPhrase($0, words) }
    }
  }

  /// Whether the verb of a clause moves people: they are no part of others by what else is said.
  ///
  /// A verb that moves nobody without a goal may tell a sentence: "nine had been given long terms".
  private func isMoved(_ clause: Int) -> Bool {
    tree.clauses[clause].head.flatMap { triggers.contains($0) ? verbRule(at: $0) : nil }
      .map { $0.frame == .swap || $0.frame == .movement && !$0.needs.contains(.to) } ?? false
  }

  /// "including 18 who were serving life terms and 111 who had been detained": the number before it, however far,
  /// is a part, and nothing between them moves people.
  func isListed(_ index: Int) -> Bool {
    guard let previous = previousCount(index), index - previous <= Self.listReach,
      !(previous..<index).contains(where: { triggers.contains($0) && !isHold($0) })
    else { return false }
    return chunks[previous].kind == .part || isBehindPartCue(previous) || isJoinedToPart(previous)
  }

  private func previousCount(_ index: Int) -> Int? {
    chunks[..<index].indices.last {
      isCounted($0) && (chunks[$0].kind == .people || chunks[$0].kind == .number)
        || chunks[$0].kind == .part
    }
  }

  /// In chunks: "18 who had been serving life sentences and".
  private static let listReach = 14
}
