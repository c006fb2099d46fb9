internal import Records

/// What became of one article: a line for each stage that was done, its events, or its failure.
struct ArticleOutcome: Sendable {
  var path = ""
  var id: String?
  /// The lines of the stages that are kept, each with its line end.
  var lines: [Stage: [UInt8]] = [:]
  var events: [UInt8] = []
  var failure: StageFailure?
  var counts = Counts()

  /// What is counted for the summary.
  struct Counts: Sendable {
    var mentions = 0
    var candidates = 0
    var events = 0
    /// The article's language where the pack has no rules for it.
    var unreadLanguage: String?
  }
}
