internal import Ledger
internal import Pipeline
internal import Records

/// The ledger for people, in lines of 80 columns where dates are days.
enum LedgerText {
  static func lines(_ ledger: Ledger) -> [String] {
    let rows = ledger.entries.map { entry in
      [
        (entry.date ?? "no date") + (entry.within == nil ? "" : "*"), what(entry),
        entry.flows.isEmpty ? "no number" : entry.flows.map(text).joined(separator: ", "),
        String(entry.articles.count),
      ]
    }
    return TextColumns.lines([["date", "what", "how many", "articles"]] + rows, widest: 28)
  }

  private static func what(_ entry: LedgerEntry) -> String {
    guard entry.state != .done else { return entry.kind.rawValue }
    return "\(entry.kind.rawValue), \(entry.statuses.map(\.rawValue).joined(separator: " or "))"
  }

  private static func text(_ flow: LedgerEntry.Flow) -> String {
    let mark =
      switch flow.bound {
      case .exact: ""
      case .about: "~"
      case .atLeast: ">="
      case .atMost: "<="
      }
    let number = flow.low == flow.high ? "\(flow.low)" : "\(flow.low)-\(flow.high)"
    return "\(mark)\(number) to \(flow.to ?? "?")"
  }
}
