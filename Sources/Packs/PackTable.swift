/// A table of a pack: tab-separated values with a header line.
///
/// Lines that begin with `#` are comments, empty lines are passed over; every other line has as many
/// cells as the header. Cells are trimmed.
public struct PackTable {
  /// A line of the table.
  public struct Row {
    /// The file, relative to the pack's folder.
    public let file: String
    /// From 1.
    public let line: Int
    fileprivate let columns: [String: Int]
    fileprivate let cells: [String]

    /// The cell of a column; nil where it is empty or the table has no such column.
    public subscript(_ column: String) -> String? {
      guard let place = columns[column] else { return nil }
      return cells[place].isEmpty ? nil : cells[place]
    }

    /// The cell of a column, which must not be empty.
    public func require(_ column: String) throws(PackError) -> String {
      guard let value = self[column] else { throw error("the cell \"\(column)\" is empty") }
      return value
    }

    /// The parts of a cell that holds several values, separated by `|`.
    public func list(_ column: String) -> [String] {
      self[column].map { Array($0.utf8).split(separator: UInt8(ascii: "|")).map(PackTable.trim) }
        ?? []
    }

    /// An error in this row.
    public func error(_ message: String, hint: String? = nil) -> PackError {
      PackError(file: file, line: line, message: message, hint: hint)
    }
  }

  /// The file, relative to the pack's folder.
  public let file: String
  /// The rows in the order of the file.
  public let rows: [Row]

  /// Parses a file whose header must name exactly these columns, in any order.
  public init(_ text: String, file: String, columns expected: [String]) throws(PackError) {
    var columns: [String: Int]?
    var rows: [Row] = []
    // As bytes, for tables are long: a CR before a line's end is trimmed with the last cell.
    for (index, line) in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.allSatisfy({ $0 == 0x0D }) || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Self.trim($0) }
      guard let columns else {
        columns = try Self.header(cells, file: file, line: index + 1, expected)
        continue
      }
      guard cells.count == columns.count else {
        throw PackError(
          file: file, line: index + 1,
          message: "\(cells.count) cells where the header has \(columns.count)",
          hint: "cells are separated by one tab each; leave no tab out for an empty cell")
      }
      rows.append(Row(file: file, line: index + 1, columns: columns, cells: cells))
    }
    self.file = file
    self.rows = rows
  }

  private static func header(
    _ cells: [String], file: String, line: Int, _ expected: [String]
  ) throws(PackError) -> [String: Int] {
    for name in cells where !expected.contains(name) {
      throw PackError(
        file: file, line: line, message: "unknown column \"\(name)\"",
        hint: PackError.hint(for: name, among: expected))
    }
    if let missing = expected.first(where: { !cells.contains($0) }) {
      throw PackError(file: file, line: line, message: "the column \"\(missing)\" is missing")
    }
    return Dictionary(cells.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  fileprivate static func trim(_ text: ArraySlice<UInt8>) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
