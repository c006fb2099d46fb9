/// Tables in a text that lost its markup: a line for each row, its cells parted by tabs.
extension LineCleaner {
  /// A line with its white space collapsed, but for tabs between its cells.
  static func row(_ line: String) -> String {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      .map { BlockText.collapsed(String($0)) }
    guard let first = cells.firstIndex(where: { !$0.isEmpty }),
      let last = cells.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return cells[first...last].joined(separator: "\t")
  }

  /// The paragraphs with tabs in rows of tables alone; elsewhere they are white space like any other.
  func withTables(_ blocks: [String]) -> [String] {
    var result = blocks
    var start = 0
    while start < blocks.count {
      guard isRow(blocks[start]) else {
        start += 1
        continue
      }
      let end = blocks[start...].firstIndex { !isRow($0) } ?? blocks.count
      if !isTable(blocks[start..<end]) {
        for place in start..<end {
          result[place] = BlockText.collapsed(blocks[place])
        }
      }
      start = end
    }
    return result
  }

  /// Keeps the rows of tables that stand in the article; its caption may stand between.
  func keepTables(_ judgements: inout [Judgement]) {
    for place in judgements.indices {
      let isDropped = !judgements[place].isKept && judgements[place].reason != Self.behindEnd
      let isInside = judgements[..<place].suffix(Self.captionReach).contains(where: \.isKept)
      guard isDropped, isInside, isRow(judgements[place].text) else { continue }
      judgements[place].isKept = true
      judgements[place].reason = "a row of a table"
    }
  }

  /// In paragraphs: how far before a table the text of the article may end.
  private static let captionReach = 2
  /// How few rows, the header among them, make a table.
  private static let shortestTable = 3

  private func isRow(_ block: String) -> Bool { block.contains("\t") }

  /// A header of words, and rows that each hold a number: no menu, no line of links.
  private func isTable(_ rows: ArraySlice<String>) -> Bool {
    guard rows.count >= Self.shortestTable, let header = rows.first else { return false }
    let columns = header.split(separator: "\t", omittingEmptySubsequences: false).count
    return header.contains(where: \.isLetter)
      && rows.dropFirst().allSatisfy { row in
        row.contains(where: \.isNumber)
          && row.split(separator: "\t", omittingEmptySubsequences: false).count <= columns
      }
  }
}
