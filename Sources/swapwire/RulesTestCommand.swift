internal import ArgumentParser
internal import Disk
internal import Pipeline

struct RulesTestCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the examples that stand beside each rule.",
    discussion: """
      Every text of a rule's "finds" must be found by that rule, and none of its
      "not". A failure is a line FILE:LINE: RULE: what went wrong and the text;
      FILE is relative to the pack's folder, LINE that of the example. How many
      examples and rules there are is said on standard error.

      A line of --json has rule, language, file, line, message, text; one of
      --missing has rule, kind, language, file, line, missing.

      Exit status: 0 all met, 1 an example failed, 2 could not do it.
      """)

  static let examples = """
    swapwire rules test
    swapwire rules test --pipeline pipelines/prisoner-exchanges --missing
    swapwire rules test --json --missing | jq -r 'select(.missing) | .rule'
    """

  @OptionGroup var pack: PackOptions

  @Flag(help: "List also the rules that have no \"finds\" or no \"not\".")
  var missing = false

  @Flag(help: "Write lines of JSON.")
  var json = false

  func run() throws {
    let chain = try StageChain(folder: pack.folder, charset: nil)
    let outcome = try RuleExaminer(chain, isJSON: json).test(listsMissing: missing)
    if !outcome.output.isEmpty { try StandardOutput.write(outcome.output) }
    StandardError.write("swapwire: \(outcome.summary)\n")
    if !outcome.isMet { throw ExitCode(1) }
  }
}
