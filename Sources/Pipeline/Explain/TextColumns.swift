/// Rows of cells for people, padded so that columns stand below each other.
public enum TextColumns {
  /// A line for each row, without line ends.
  ///
  /// The last cell of a row is never padded; cells wider than `widest` push the others aside.
  public static func lines(_ rows: [[String]], indent: String = "", widest: Int = 40) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      min(rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0, widest)
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column < row.count - 1
          ? cell + String(repeating: " ", count: max(0, widths[column] - cell.count)) : cell
      }
      return indent + cells.joined(separator: "  ")
    }
  }
}
