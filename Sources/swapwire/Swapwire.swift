internal import ArgumentParser
internal import Disk
internal import Pipeline

@main
struct Swapwire: AsyncParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "swapwire",
    abstract: "Reads news articles and writes down who was exchanged, released or handed over.",
    discussion: "Every event points at the sentence that says so.",
    version: Version.current,
    subcommands: [
      RunCommand.self, StatusCommand.self, ReportCommand.self, ExportCommand.self,
      DiffCommand.self, AcceptCommand.self,
      ValidateCommand.self, SchemaCommand.self,
      StageCommand.self, MentionsCommand.self,
      ExplainCommand.self,
      ParseCommand.self,
      RulesCommand.self,
    ])

  static let examples = """
    swapwire run fixtures/articles --out out
    swapwire help run
    """

  static func main() async {
    Signals.ignoreFileSizeSignal()
    do {
      try checkTopicOfHelp()
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(reporting: error)
    }
  }

  /// The library shows its general help for a command that there is none of, as if all were well.
  private static func checkTopicOfHelp() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.first == "help", let topic = arguments.dropFirst().first else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard names.contains(topic) else {
      throw UsageError(
        "there is no command \"\(topic)\"; the commands are \(names.joined(separator: ", "))")
    }
  }

  /// Help goes to standard output with status 0; everything else is trouble: status 2 and the reason.
  private static func exit(reporting error: any Error) -> Never {
    if error is ExitCode { exit(withError: error) }
    let message = fullMessage(for: error)
    do {
      if exitCode(for: error) == .success {
        try StandardOutput.write(Array((message + "\n" + examplesText(after: message)).utf8))
        exit(withError: ExitCode.success)
      }
    } catch {
      StandardError.write("swapwire: error: \(error)\n")
      exit(withError: ExitCode(2))
    }
    let isUsage = exitCode(for: error) == .validationFailure
    StandardError.write(
      isUsage ? message + "\n" : "swapwire: error: \(TerminalText.printable("\(error)"))\n")
    exit(withError: ExitCode(2))
  }

  /// The examples of the command whose help this is; nothing behind a version.
  private static func examplesText(after help: String) -> String {
    guard help.hasPrefix("OVERVIEW") else { return "" }
    let names = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("-") && $0 != "help" }
    var command: any ParsableCommand.Type = Swapwire.self
    for name in names {
      guard
        let next = command.configuration.subcommands.first(where: {
          $0.configuration.commandName == name
        })
      else { break }
      command = next
    }
    let examples = (command as? any Exemplified.Type ?? Swapwire.self).examples
    let lines = examples.split(separator: "\n").map { "  \($0)" }
    return "\nEXAMPLES:\n" + lines.joined(separator: "\n") + "\n"
  }
}

/// A command whose help ends in examples that work from the project's root.
protocol Exemplified {
  /// One a line; a line that goes on begins with spaces.
  static var examples: String { get }
}
