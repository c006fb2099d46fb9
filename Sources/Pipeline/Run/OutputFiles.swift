internal import Disk
internal import Fetch
internal import Packs
internal import Records
internal import Store

/// The files of an output folder, which appear together at the end of a run, and the store, which grows
/// while it goes on.
struct OutputFiles: ~Copyable {
  private let options: RunOptions
  private var fetch: AtomicFile?
  private var clean: AtomicFile?
  private var extract: AtomicFile?
  private var events: AtomicFile?
  private var manifest: AtomicFile
  private var store: StoreWriter?
  private var failures: [StageFailure] = []
  /// Of the lines `PATH TAB ID` of all articles that were read.
  private var inputDigest = ContentDigest.Stream()

  init(_ options: RunOptions, _ makers: StageMakers, _ reader: StoreReader) throws(DiskError) {
    let folder = RunFolder(output: options.output)
    for name in Self.names { try AtomicFile.removeRest(of: options.file(name)) }
    func open(_ stage: Stage) throws(DiskError) -> AtomicFile? {
      options.written.contains(stage)
        ? try AtomicFile(options.file("\(stage.rawValue).ndjson")) : nil
    }
    // All that can fail comes before the first member is set: a half-made value cannot be undone.
    let fetch = try open(.fetch)
    let clean = try open(.clean)
    let extract = try open(.extract)
    let events = options.to == .normalize ? try AtomicFile(options.file("events.ndjson")) : nil
    var manifest = try AtomicFile(folder.manifest)
    try manifest.write(RunManifest.line(makers, options))
    let store = options.usesStore ? try StoreWriter(folder.store, after: reader) : nil
    self.options = options
    self.fetch = fetch
    self.clean = clean
    self.extract = extract
    self.events = events
    self.manifest = manifest
    self.store = store
  }

  mutating func add(_ outcome: ArticleOutcome) throws(DiskError) {
    if let line = outcome.lines[.fetch] { try fetch?.write(line) }
    if let line = outcome.lines[.clean] { try clean?.write(line) }
    if let line = outcome.lines[.extract] { try extract?.write(line) }
    if !outcome.events.isEmpty { try events?.write(outcome.events) }
    if let failure = outcome.failure { failures.append(failure) }
    if let id = outcome.id { inputDigest.add(Array("\(outcome.path)\t\(id)\n".utf8)) }
    try manifest.write(RunManifest.line(path: outcome.path, content: outcome.content))
    for (key, content) in outcome.made { try store?.add(key, content) }
    for place in outcome.recalled { store?.keep(place) }
  }

  consuming func commit(pack: Pack, summary: RunSummary) throws(DiskError) {
    var json = JSONWriter()
    let order = failures.map { (failure: $0, path: DiskPath(display: $0.path)) }
      .sorted { ($0.path, $0.failure.stage) < ($1.path, $1.failure.stage) }
    for (failure, _) in order {
      failure.write(to: &json)
      json.endLine()
    }
    var failureFile = try AtomicFile(options.file("failures.ndjson"))
    try failureFile.write(json.bytes)
    let record = RunRecord(
      pack: pack, options: options, summary: summary,
      inputDigest: inputDigest.text)
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
    try manifest.write(RunManifest.line(outputs: options))
    try manifest.commit()
    try store.take()?.finish()
  }

  private static let names = [
    "fetch.ndjson", "clean.ndjson", "extract.ndjson", "events.ndjson", "failures.ndjson",
    "run.json",
  ]

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
