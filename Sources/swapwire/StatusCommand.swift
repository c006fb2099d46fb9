internal import ArgumentParser
internal import Disk
internal import Pipeline

struct StatusCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells what run would do again, and why.",
    discussion: """
      Give it the same inputs and options as run. Paths are marked + new,
      ~ changed, - removed, ! unreadable; below stands how many articles would
      be worked on, and from which stage on. Contents are compared, never times.

      With --json one object: upToDate, articles, stages (articles by the first
      stage that would be run), causes (what changed beside the articles), new,
      changed, unreadable, unchanged (articles to work on by reason) and removed.

      Exit status: 0 up to date, 1 a run would do something, 2 could not tell.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out; swapwire status fixtures/articles --out out
    swapwire status fixtures/articles --out out --pipeline pipelines/prisoner-exchanges --json
    """

  @OptionGroup var arguments: RunArguments

  @Flag(help: "Tell every path; otherwise the first ten of a kind.")
  var all = false

  @Flag(help: "Write one object of JSON.")
  var json = false

  func run() throws {
    let status = try RunStatus(arguments.chain(), arguments.options())
    try StandardOutput.write(
      json
        ? status.json : Array(TerminalText.printableLines(status.text(shown: all ? nil : 10)).utf8))
    if !status.isUpToDate { throw ExitCode(1) }
  }
}
