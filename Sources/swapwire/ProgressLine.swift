internal import ArgumentParser
internal import Disk

/// A line that says how many articles are done, how fast, how many failed and how long it may still take.
///
/// On a terminal it is written over itself ten times a second; elsewhere it is a line every five seconds.
struct ProgressLine {
  /// When it is shown.
  enum Choice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// Articles that failed so far.
  var failures = 0
  private let isTerminal = StandardError.isTerminal
  private let began = ContinuousClock.now
  private var told: ContinuousClock.Instant?
  private var isShown = false

  /// Nil where it is not wanted; by itself it is shown on terminals alone.
  init?(_ choice: Choice) {
    switch choice {
    case .never: return nil
    case .auto: if !StandardError.isTerminal { return nil }
    case .always: break
    }
  }

  /// Tells how far a run has come; `all` is nil where nobody knows of how many.
  mutating func count(_ done: Int, of all: Int?) {
    let now = ContinuousClock.now
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
    guard now - (told ?? began) >= pause else { return }
    told = now
    let text = Self.text(done, of: all, failures: failures, after: now - began)
    StandardError.write(isTerminal ? "\r\u{1B}[K\(text)" : "swapwire: \(text)\n")
    isShown = isTerminal
  }

  /// Makes room for another line.
  mutating func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }

  /// "120 of 1000 articles, 340 a second, 2 failures, 3 s left".
  static func text(_ done: Int, of all: Int?, failures: Int, after time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var parts = [all.map { "\(done) of \($0) articles" } ?? "\(done) articles"]
    if rate >= 1 { parts.append("\(Int(rate)) a second") }
    if failures > 0 { parts.append("\(failures) failure\(failures == 1 ? "" : "s")") }
    if let all, rate > 0, all > done { parts.append("\(told(Double(all - done) / rate)) left") }
    return parts.joined(separator: ", ")
  }

  private static func told(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return switch whole {
    case ..<90: "\(whole) s"
    case ..<5400: "\((whole + 59) / 60) min"
    default: "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
  }
}
