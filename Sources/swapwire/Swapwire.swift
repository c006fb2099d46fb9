internal import ArgumentParser
internal import Disk
internal import Pipeline

@main
struct Swapwire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swapwire",
    abstract: "Reads news articles and writes down who was exchanged, released or handed over.",
    discussion: """
      Every event points at the sentence that says so. Start with:
        swapwire run fixtures/articles --out out
      """,
    version: Version.current,
    subcommands: [RunCommand.self, StageCommand.self])

  static func main() async {
    Signals.ignoreFileSizeSignal()
    do {
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

  /// Help goes to standard output with status 0; everything else is trouble: status 2 and one line.
  private static func exit(reporting error: any Error) -> Never {
    let code = exitCode(for: error)
    if code == .success || error is ExitCode { exit(withError: error) }
    if code == .validationFailure || error is CleanExit {
      StandardError.write(fullMessage(for: error) + "\n")
    } else {
      StandardError.write("swapwire: error: \(error)\n")
    }
    exit(withError: ExitCode(2))
  }
}
