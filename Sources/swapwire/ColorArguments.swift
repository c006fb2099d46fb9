internal import ArgumentParser
internal import Disk
internal import FoundationEssentials

/// Whether output for people is colored.
struct ColorArguments: ParsableArguments {
  @Option(
    help: "Color: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color: Choice = .auto

  enum Choice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// What was asked for; else whether a person looks at a terminal and has no wish against it
  /// (https://no-color.org).
  var isColored: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      StandardOutput.isTerminal
        && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }
  }
}
