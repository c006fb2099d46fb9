internal import Disk
internal import Fetch
internal import Packs
internal import Records

/// The files of an output folder, which appear together at the end of a run.
struct OutputFiles: ~Copyable {
  private let options: RunOptions
  private var fetch: AtomicFile?
  private var clean: AtomicFile?
  private var extract: AtomicFile?
  private var events: AtomicFile?
  private var failures: [StageFailure] = []
  private var articles: [String] = []

  init(_ options: RunOptions) throws(DiskError) {
    self.options = options
    let written = options.written
    if written.contains(.fetch) { fetch = try AtomicFile(options.file("fetch.ndjson")) }
    if written.contains(.clean) { clean = try AtomicFile(options.file("clean.ndjson")) }
    if written.contains(.extract) { extract = try AtomicFile(options.file("extract.ndjson")) }
    if options.to == .normalize { events = try AtomicFile(options.file("events.ndjson")) }
  }

  mutating func add(_ outcome: ArticleOutcome) throws(DiskError) {
    if let line = outcome.lines[.fetch] { try fetch?.write(line) }
    if let line = outcome.lines[.clean] { try clean?.write(line) }
    if let line = outcome.lines[.extract] { try extract?.write(line) }
    if !outcome.events.isEmpty { try events?.write(outcome.events) }
    if let failure = outcome.failure { try add(failure) }
    if let id = outcome.id { articles.append("\(outcome.path)\t\(id)\n") }
  }

  mutating func add(_ failure: StageFailure) throws(DiskError) { failures.append(failure) }

  consuming func commit(pack: Pack, summary: RunSummary) throws(DiskError) {
    var json = JSONWriter()
    for failure in failures.sorted(by: {
      ($0.path, $0.stage.rawValue) < ($1.path, $1.stage.rawValue)
    }) {
      failure.write(to: &json)
      json.endLine()
    }
    var failureFile = try AtomicFile(options.file("failures.ndjson"))
    try failureFile.write(json.bytes)
    let record = RunRecord(
      pack: pack, options: options, summary: summary,
      inputDigest: ContentDigest.sha256(Array(articles.joined().utf8)))
    var recordFile = try AtomicFile(options.file("run.json"))
    try recordFile.write(record.json())
    try fetch?.sync()
    try clean?.sync()
    try extract?.sync()
    try events?.sync()
    try failureFile.sync()
    try recordFile.sync()
    try removeStale()
    try fetch.take()?.commit()
    try clean.take()?.commit()
    try extract.take()?.commit()
    try failureFile.commit()
    try events.take()?.commit()
    try recordFile.commit()
  }

  /// Files of an earlier run that this one neither reads nor writes would tell of other input.
  private func removeStale() throws(DiskError) {
    let kept = options.keep.union(options.written)
    for stage in [Stage.fetch, .clean, .extract]
    where stage > options.to || stage >= options.from && !kept.contains(stage) {
      try Disk.remove(options.file("\(stage.rawValue).ndjson"))
    }
    if options.to < .normalize { try Disk.remove(options.file("events.ndjson")) }
  }
}
