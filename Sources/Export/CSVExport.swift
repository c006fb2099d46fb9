public import Outputs
internal import Records

/// The transfers of a run as a table (RFC 4180, UTF-8, lines end in CR LF): one row a transfer, one for an event
/// without any.
///
/// A cell whose text a spreadsheet would take for a formula begins with an apostrophe, which spreadsheets do not
/// show: titles and words come from strangers.
public struct CSVExport: Sendable {
  private let reader: OutputReader
  private let hasTags: Bool

  /// - Parameter hasTags: Whether the second row holds HXL hashtags.
  public init(_ reader: OutputReader, hasTags: Bool) {
    self.reader = reader
    self.hasTags = hasTags
  }

  /// Calls `write` with the headings and then with the rows of each event.
  public func rows(_ write: ([UInt8]) throws -> Void) throws {
    try write(Self.line(CSVColumn.all.map(\.name)))
    if hasTags { try write(Self.line(CSVColumn.all.map(\.tag))) }
    try reader.forEachEvent { event in
      let transfers: [Event.Transfer?] = event.transfers.isEmpty ? [nil] : event.transfers
      for transfer in transfers {
        try write(Self.line(CSVColumn.all.map { Self.harmless($0.cell(event, transfer) ?? "") }))
      }
    }
  }

  private static func line(_ cells: [String]) -> [UInt8] {
    Array((cells.map(quoted).joined(separator: ",") + "\r\n").utf8)
  }

  private static func harmless(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return cell
    }
    return "'" + cell
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
