internal import ArgumentParser
internal import Disk
internal import Pipeline
internal import Records

/// How much is told on standard error.
enum LogLevel: String, ExpressibleByArgument, CaseIterable, Comparable {
  /// What keeps the program from its work.
  case error
  /// Articles that failed, and the last line with the numbers.
  case warning
  /// What earlier runs left, and what was used of it.
  case info
  /// A line for every article.
  case debug

  static func < (left: LogLevel, right: LogLevel) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Tells on standard error what a run is at; with a line that counts articles where that is wanted.
final class Log {
  private let level: LogLevel
  private var progress: ProgressLine?

  init(_ level: LogLevel, progress: ProgressLine?) {
    self.level = level
    self.progress = progress
  }

  func tell(_ notice: Runner.Notice) {
    switch notice {
    case .progress(let done, let all): progress?.count(done, of: all)
    case .failed(let failure):
      progress?.failures += 1
      if level >= .warning { line(failure.line) }
    case .done(let path, let stages):
      guard level >= .debug else { return }
      let work = stages == 0 ? "nothing to do" : "\(stages) stage\(stages == 1 ? "" : "s")"
      line("swapwire: debug: \(TerminalText.printable(path)): \(work)\n")
    case .warning(let text):
      if level >= .warning { line("swapwire: warning: \(TerminalText.printable(text))\n") }
    case .note(let text):
      if level >= .info { line("swapwire: info: \(TerminalText.printable(text))\n") }
    }
  }

  /// Tells the last line.
  func end(_ summary: String) {
    progress?.clear()
    if level >= .warning { StandardError.write(summary + "\n") }
  }

  private func line(_ text: String) {
    progress?.clear()
    StandardError.write(text)
  }
}

extension StageFailure {
  /// One line for standard error.
  var line: String {
    "swapwire: " + TerminalText.printable("\(path): \(stage.rawValue): \(message)")
      + " [\(code.rawValue)]\n"
  }
}
