internal import ArgumentParser
internal import Disk
internal import Pipeline

struct RulesCoverageCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Counts how often each rule fired in a run.",
    discussion: """
      Reads extract.ndjson and events.ndjson of an output folder of run. A line
      is a rule: in how many mentions, event candidates and pieces of events'
      evidence it stands, its name, language and FILE:LINE. Rules that never
      fired stand last. Only mentions that are told count: a rule that merely
      serves others, or whose matches always lie in longer ones, never fires.
      What no file of the pack holds is built into the program (number,
      gazetteer, table-row), or of another pack.

      A line of --json has rule, kind, language, file, line, mentions,
      candidates, evidence.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out && swapwire rules coverage out
    swapwire rules coverage out --unused
    swapwire rules coverage out --json | jq -r 'select(.candidates > 0) | .rule'
    """

  @Argument(help: ArgumentHelp("An output folder of run.", valueName: "dir"))
  var output: String

  @OptionGroup var pack: PackOptions

  @Flag(help: "List only the rules that never fired.")
  var unused = false

  @Flag(help: "Write lines of JSON.")
  var json = false

  func run() throws {
    let chain = try StageChain(folder: pack.folder, charset: nil)
    let coverage = try RuleCoverage(chain, output: DiskPath(output))
    if let note = coverage.note { StandardError.write("swapwire: note: \(note)\n") }
    try StandardOutput.write(
      json ? coverage.json(unusedOnly: unused) : coverage.text(unusedOnly: unused))
  }
}
