internal import ArgumentParser
internal import Diff
internal import Disk

struct AcceptCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Makes the events of a run the baseline that later runs are compared with.",
    discussion: """
      Look at swapwire diff BASELINE DIR first. BASELINE is a file of events
      (its name ends in .ndjson), or a folder, which then holds events.ndjson
      and failures.ndjson. Put it under version control: what changes in events
      then shows in every review.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out; swapwire accept out --baseline out/baseline
    swapwire diff out/baseline out
    """

  @Argument(help: ArgumentHelp("An output folder of run.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("A file or folder, which is made if need be.", valueName: "baseline"))
  var baseline: String

  func validate() throws {
    if baseline.isEmpty { throw ValidationError("--baseline is empty; name a file or folder") }
  }

  func run() throws {
    let summary = try Baseline(DiskPath(baseline)).accept(DiskPath(folder))
    let news = summary.map { $0.isSame ? "as it was" : $0.line } ?? "new"
    StandardError.write("swapwire: \(baseline): \(news)\n")
  }
}
