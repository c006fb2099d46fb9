/// Lists in a text that lost its markup: "January 8: 50 for 50" in a line of its own.
extension LineCleaner {
  /// Keeps runs of entries that stand between kept paragraphs; feeds and links stand before or behind them all.
  func keepLists(_ judgements: inout [Judgement]) {
    var start = 0
    while start < judgements.count {
      guard isEntry(judgements[start]) else {
        start += 1
        continue
      }
      let end = judgements[start...].firstIndex { !isEntry($0) } ?? judgements.count
      let isInside =
        start > 0 && judgements[start - 1].isKept
        || start > 1 && isLeadIn(judgements[start - 1]) && judgements[start - 2].isKept
      let goesOn = judgements[end...].prefix(Self.reach).contains(where: \.isKept)
      if end - start >= Self.shortest, isInside, goesOn {
        let first = isLeadIn(judgements[start - 1]) ? start - 1 : start
        for place in first..<end where !judgements[place].isKept {
          judgements[place].isKept = true
          judgements[place].reason = "an entry of a list"
        }
      }
      start = end
    }
  }

  /// How few entries make a list.
  private static let shortest = 2
  /// In paragraphs: how soon behind a list the text goes on.
  private static let reach = 3

  /// "By service:".
  private func isLeadIn(_ judgement: Judgement) -> Bool {
    judgement.text.hasSuffix(":") && BlockText.wordCount(judgement.text) <= 12
  }

  /// A short line of a label, a colon or a dash, and a number behind it, dropped only for being short.
  private func isEntry(_ judgement: Judgement) -> Bool {
    guard !judgement.isKept, judgement.reason == Self.tooShort,
      BlockText.wordCount(judgement.text) <= 24, !judgement.text.contains(" | ")
    else { return false }
    let line = judgement.text
    let parting = [": ", " – ", " — ", " - "].compactMap { line.firstRange(of: $0) }
      .min { $0.lowerBound < $1.lowerBound }
    guard let parting, line.distance(from: line.startIndex, to: parting.lowerBound) <= 60 else {
      return false
    }
    return line[..<parting.lowerBound].contains(where: \.isLetter)
      && line[parting.upperBound...].prefix(Self.numberReach).contains(where: \.isNumber)
  }

  /// In characters: how soon behind its label the number of an entry stands.
  private static let numberReach = 12
}
