public import ArgumentParser
internal import Disk
internal import Outputs
internal import Pipeline
public import Report

struct ReportCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes one HTML page of a run: ledger, timeline, events with their words.",
    discussion: """
      DIR is an output folder of run. The page needs no network and no file beside
      it: open it from disk, send it, print it. It shows a timeline, totals as
      articles tell them beside sums, a ledger of movements (each once, from all
      articles that tell of it), every event with the words and rules that read
      it, the articles, the failures, and what the run was made with. Whatever is
      merged or added up is marked as computed.

      --texts says how much of the articles goes in: all, events (articles with
      events), or passages (only paragraphs with evidence, for pages that are
      passed on).

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out && swapwire report out -o out/report.html
    swapwire report out -o out/short.html --texts passages
    """

  @Argument(help: ArgumentHelp("An output folder of run.", valueName: "dir"))
  var folder: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The page; DIR/report.html by default.", valueName: "file"))
  var output: String?

  @Option(help: "Texts of articles that go in: all, events or passages.")
  var texts: Report.Texts = .events

  @OptionGroup var pack: PackOptions

  func run() throws {
    let chain = try StageChain(folder: pack.folder, charset: nil)
    let folder = DiskPath(folder)
    let path = output.map { DiskPath($0) } ?? folder.appending(DiskPath("report.html"))
    let report = Report(
      try OutputReader(folder), texts: texts,
      parties: try chain.partyNames())
    if let note = try report.write(to: path) { StandardError.write("swapwire: note: \(note)\n") }
    StandardError.write("swapwire: wrote \(path.display)\n")
  }
}

extension Report.Texts: ExpressibleByArgument {}
