internal import ArgumentParser
internal import Disk
internal import Export
internal import Outputs

struct ExportCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the events of a run as a table or a database.",
    discussion: """
      DIR is an output folder of run.

      csv: one row a transfer, one for an event without any, to standard output or
      FILE; nested members (including, sources, evidence) stand in columns of JSON
      as well. A text that a spreadsheet would take for a formula begins with an
      apostrophe. --hxl adds a second row with hashtags of the Humanitarian Exchange
      Language.

      sqlite: a database with the tables articles, authors, events, transfers,
      including, mediators, sources, evidence, evidence_slots, failures and run,
      the full-text table article_text and the view movements.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out && swapwire export out --format csv --hxl > transfers.csv
    swapwire export out --format sqlite -o out/events.sqlite
    """

  @Argument(help: ArgumentHelp("An output folder of run.", valueName: "dir"))
  var folder: String

  @Option(help: "csv or sqlite.")
  var format: Format

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Where to write; csv goes to standard output by default.", valueName: "file")
  )
  var output: String?

  @Flag(help: "For csv: a row of HXL hashtags below the headings.")
  var hxl = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, sqlite }

  func validate() throws {
    if format == .sqlite, output == nil {
      throw ValidationError("sqlite is a file; name it with -o FILE")
    }
    if format != .csv, hxl { throw ValidationError("--hxl goes with --format csv") }
  }

  func run() throws {
    let reader = try OutputReader(DiskPath(folder))
    switch (format, output.map({ DiskPath($0) })) {
    case (.sqlite, let path?): try SQLiteExport(reader).write(to: path)
    case (_, let path?):
      var file = try AtomicFile(path)
      try CSVExport(reader, hasTags: hxl).rows { try file.write($0) }
      try file.commit()
    case (_, nil):
      var standardOutput = BufferedOutput()
      try CSVExport(reader, hasTags: hxl).rows { try standardOutput.write($0) }
      try standardOutput.flush()
    }
  }
}
