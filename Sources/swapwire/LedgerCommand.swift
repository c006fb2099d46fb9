internal import ArgumentParser
internal import Disk
internal import Ledger
internal import Outputs
internal import Pipeline
internal import Records

struct LedgerCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Lists each movement once, put together from all articles that tell of it.",
    discussion: """
      DIR is an output folder of run. Events of different articles are one movement
      where type, state and date are the same, no party contradicts another and the
      numbers differ by at most a tenth or three; a month or year joins the day with
      the same numbers. Where articles differ, both numbers stand. All of this is
      computed; what an article says stands in events.ndjson.

      A line has the date, what it is (in brackets what was not carried out), how
      many went to whom, ~ before a number that is not exact, and how many articles
      tell of it. Indented lines are days of the exchange above or below.

      A line of --json has type, state (done, ahead, off), date, days, parties,
      flows (to, from, low, high, exact), events (ids), articles (paths), within
      (the date of the longer exchange) and computed.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out && swapwire ledger out
    swapwire ledger out --json
    """

  @Argument(help: ArgumentHelp("An output folder of run.", valueName: "dir"))
  var folder: String

  @Flag(help: "Write a line of JSON for each movement.")
  var json = false

  func run() throws {
    var events: [EventLine] = []
    try OutputReader(DiskPath(folder)).forEachEvent { events.append($0) }
    let ledger = Ledger(events)
    var output = BufferedOutput()
    if json {
      try ledger.writeLines(of: events) { try output.write($0) }
    } else {
      for line in LedgerText.lines(ledger) { try output.write(TerminalText.printable(line) + "\n") }
    }
    try output.flush()
    let undated = ledger.undated.count
    if undated > 0 {
      StandardError.write(
        "swapwire: note: \(undated) movement\(undated == 1 ? "" : "s") without a date left out\n")
    }
  }
}

/// The ledger for people.
enum LedgerText {
  static func lines(_ ledger: Ledger) -> [String] {
    let rows = ledger.entries.map { entry in
      [
        (entry.within == nil ? "" : "  ") + entry.date, what(entry),
        entry.flows.isEmpty ? "no number" : entry.flows.map(text).joined(separator: ", "),
        "\(entry.articles.count) article\(entry.articles.count == 1 ? "" : "s")",
      ]
    }
    return TextColumns.lines(rows)
  }

  private static func what(_ entry: LedgerEntry) -> String {
    switch entry.state {
    case .done: entry.kind.rawValue
    case .ahead: "\(entry.kind.rawValue) (ahead)"
    case .off: "\(entry.kind.rawValue) (off)"
    }
  }

  private static func text(_ flow: LedgerEntry.Flow) -> String {
    let number = flow.low == flow.high ? "\(flow.low)" : "\(flow.low)-\(flow.high)"
    return "\(flow.isExact ? "" : "~")\(number) to \(flow.to ?? "?")"
  }
}
