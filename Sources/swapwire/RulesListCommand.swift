internal import ArgumentParser
internal import Disk
internal import Pipeline

struct RulesListCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists all rules of a pack with their places.",
    discussion: """
      A line is a rule: name, the kind of mention that it makes or its frame,
      language, FILE:LINE in the pack's folder, and how many texts it must find
      and must not find. A line of --json has rule, kind, language, file, line,
      finds, not.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    swapwire rules list
    swapwire rules list --pipeline pipelines/prisoner-exchanges | grep swap
    swapwire rules list --json | jq -r 'select(.finds == 0) | .rule'
    """

  @OptionGroup var pack: PackOptions

  @Flag(help: "Write lines of JSON.")
  var json = false

  func run() throws {
    let chain = try StageChain(folder: pack.folder, charset: nil)
    try StandardOutput.write(try RuleExaminer(chain, isJSON: json).list())
  }
}
