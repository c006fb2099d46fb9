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

      A line has the date (* marks a day of a longer exchange, which is not added up
      again), what it is (with its status if it was not carried out), how many went
      to whom (~ about, >= at least, <= at most, ? not told) and how many articles
      tell of it. Movements without a date come last, merged with nothing.

      A line of --json has type, state (done, ahead, off), statuses, date, days,
      parties, flows (to, from, low, high, bound), events (ids), articles (paths),
      within (the date of the longer exchange) and computed.

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
  }
}
