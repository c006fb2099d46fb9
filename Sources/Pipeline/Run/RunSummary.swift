public import Records

/// What a run did, for the last line on the terminal and for `run.json`.
public struct RunSummary: Sendable {
  /// Articles that were found, failures included.
  public internal(set) var articles = 0
  /// Events that were written.
  public internal(set) var events = 0
  /// Articles with at least one event.
  public internal(set) var articlesWithEvents = 0
  /// Failures by the stage that failed.
  public internal(set) var failures: [Stage: Int] = [:]
  /// Articles in languages that the pack has no rules for, by language.
  public internal(set) var unread: [String: Int] = [:]
  var mentions = 0
  var candidates = 0
  /// Stages of articles whose result an earlier run left.
  public internal(set) var recalled = 0
  /// Stages of articles that had to be run; fetch and clean count as one.
  public internal(set) var made = 0

  /// All failures.
  public var failureCount: Int { failures.values.reduce(0, +) }

  mutating func add(_ outcome: ArticleOutcome) {
    articles += 1
    recalled += outcome.recalled.count
    made += outcome.made.count
    mentions += outcome.counts.mentions
    candidates += outcome.counts.candidates
    events += outcome.counts.events
    if outcome.counts.events > 0 { articlesWithEvents += 1 }
    if let failure = outcome.failure { failures[failure.stage, default: 0] += 1 }
    if let language = outcome.counts.unreadLanguage { unread[language, default: 0] += 1 }
  }

  /// One line for people.
  public func line(output: String) -> String {
    var parts = [
      Self.counted(articles, "article"), Self.counted(events, "event"),
      Self.counted(failureCount, "failure"),
    ]
    if !unread.isEmpty {
      let languages = unread.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      let count = Self.counted(unread.values.reduce(0, +), "article")
      parts.append("\(count) in languages without rules (\(languages.joined(separator: ", ")))")
    }
    let note = made == 0 && recalled > 0 ? " (nothing had changed)" : ""
    return "swapwire: \(parts.joined(separator: ", ")) -> \(output)\(note)"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
