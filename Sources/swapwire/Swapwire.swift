internal import ArgumentParser
internal import Disk
internal import Pipeline
internal import Records

@main
struct Swapwire: AsyncParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "swapwire",
    abstract: "Reads news articles and writes down who was exchanged, released or handed over.",
    discussion: "Every event points at the sentence that says so.",
    version: Version.current,
    subcommands: [
      RunCommand.self, StatusCommand.self, ReportCommand.self, LedgerCommand.self,
      ExportCommand.self,
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

  /// Without a command: what to do first.
  func run() throws {
    try StandardOutput.write(
      Array(
        """
        Swapwire reads news articles and writes down who was exchanged, released or
        handed over, with the exact words that say so.

          swapwire run ARTICLES --out out      read a folder of articles
          swapwire ledger out                  each exchange once, from all articles
          swapwire report out                  see it all: out/report.html
          swapwire explain --out out EVENT     why an event says what it says
          swapwire export out --format csv     take the events elsewhere

        Try it with fixtures/articles. All commands: swapwire --help

        """.utf8))
  }

  static func main() async {
    Signals.ignoreFileSizeSignal()
    do {
      try checkCommand()
      if Array(CommandLine.arguments.dropFirst()) == ["--version"] {
        try StandardOutput.write(Array("\(Version.withPack())\n".utf8))
        return
      }
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

  /// The library has no word for a command that there is none of: it shows its general help, or complains
  /// about the options behind it.
  private static func checkCommand() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first == "help" ? arguments.dropFirst().first : arguments.first,
      !name.hasPrefix("-")
    else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard names.contains(name) else {
      let hint =
        Spelling.closest(to: name, among: names).map { "did you mean \"\($0)\"?" }
        ?? "the commands are \(names.joined(separator: ", "))"
      throw UsageError("there is no command \"\(name)\"; \(hint)")
    }
  }

  /// Help goes to standard output with status 0; everything else is trouble: status 2 and the reason.
  private static func exit(reporting error: any Error) -> Never {
    if error is ExitCode { exit(withError: error) }
    let message = fullMessage(for: error)
    do {
      if exitCode(for: error) == .success {
        var text = message[...]
        while text.hasSuffix("\n") { text.removeLast() }
        try StandardOutput.write(Array((text + "\n" + examplesText(after: message)).utf8))
        exit(withError: ExitCode.success)
      }
    } catch {
      StandardError.write("swapwire: error: \(error)\n")
      exit(withError: ExitCode(2))
    }
    let isUsage = exitCode(for: error) == .validationFailure
    StandardError.write(
      isUsage ? usageText(message) : "swapwire: error: \(TerminalText.printable("\(error)"))\n")
    exit(withError: ExitCode(2))
  }

  /// A complaint of the library in the form that all errors have, with its usage lines below.
  private static func usageText(_ message: String) -> String {
    let text = message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let hint = UnknownOption.hint(CommandLine.arguments.dropFirst(), command: command())
    let reason = hint ?? String(lines[0])
    return
      (["swapwire: error: \(TerminalText.printable(reason))"] + lines.dropFirst().map(String.init))
      .joined(separator: "\n") + "\n"
  }

  /// The examples of the command whose help this is; nothing behind a version.
  private static func examplesText(after help: String) -> String {
    guard help.hasPrefix("OVERVIEW") else { return "" }
    let command = command()
    let examples = (command as? any Exemplified.Type ?? Swapwire.self).examples
    let lines = examples.split(separator: "\n").map { "  \($0)" }
    return "\nEXAMPLES:\n" + lines.joined(separator: "\n") + "\n"
  }

  /// The command that the arguments name, as far as they do.
  private static func command() -> any ParsableCommand.Type {
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
    return command
  }
}

/// A command whose help ends in examples that work from the project's root.
protocol Exemplified {
  /// One a line; a line that goes on begins with spaces.
  static var examples: String { get }
}
