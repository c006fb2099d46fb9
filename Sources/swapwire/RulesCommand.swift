internal import ArgumentParser

struct RulesCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Tests and lists the rules of a pack, and counts how often each fires.",
    subcommands: [RulesTestCommand.self, RulesListCommand.self, RulesCoverageCommand.self])

  static let examples = """
    swapwire rules test --pipeline pipelines/prisoner-exchanges
    swapwire rules list | grep movement
    swapwire run fixtures/articles --out out && swapwire rules coverage out
    """
}
