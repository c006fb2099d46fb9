internal import Records
internal import Store

/// What became of one article: a line for each stage that was done, its events, or its failure.
struct ArticleOutcome: Sendable {
  var path = ""
  var id: String?
  /// Of the bytes on disk, or of the line that the run began with; nil where they could not be read.
  var content: Fingerprint?
  /// The lines of the stages that are kept, each with its line end.
  var lines: [Stage: [UInt8]] = [:]
  var events: [UInt8] = []
  var failure: StageFailure?
  var counts = StageResult.Counts()
  /// Results of earlier runs that were good enough.
  var recalled: [StoredPlace] = []
  /// Results that were worked out, for the store.
  var made: [(key: Fingerprint, content: [UInt8])] = []

  /// Takes a stage's result over; throws the failure where it is one.
  mutating func note(_ result: StageResult) throws(StageFailure) {
    path = result.path
    id = result.id
    // A later stage's result counts what the earlier ones did too.
    counts = result.counts
    if let failure = result.failure { throw failure }
  }
}
