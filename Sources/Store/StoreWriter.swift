public import Disk

/// Appends results to a store while a run goes on, so that a run that is killed loses little.
public struct StoreWriter: ~Copyable {
  private let path: DiskPath
  private var file: AppendedFile
  private var live: Set<Fingerprint> = []
  private var size: Int

  /// Opens the file that `reader` has read, behind its last whole entry.
  public init(_ path: DiskPath, after reader: StoreReader) throws(DiskError) {
    var file = try AppendedFile(path, keeping: reader.end)
    if reader.end == 0 { try file.append(StoreReader.beginning) }
    self.path = path
    self.file = file
    size = max(reader.end, StoreReader.beginning.count)
  }

  /// Stores a result.
  public mutating func add(_ key: Fingerprint, _ content: [UInt8]) throws(DiskError) {
    guard content.count <= StoreEntry.contentLimit else { return }
    try file.append(StoreEntry(key: key, content: content).head)
    try file.append(content)
    size += StoreEntry.headSize + content.count
    live.insert(key)
  }

  /// Tells that the run needs a result that an earlier one stored.
  public mutating func keep(_ key: Fingerprint) { live.insert(key) }

  /// Ends the run; a file of which more than half is of no use any more is written anew without that.
  ///
  /// Nothing is forced to disk: what a power cut spoils is found out by its fingerprint.
  public consuming func finish() throws(DiskError) {
    try file.flush()
    let all = StoreReader(path)
    let useful = all.size(of: live)
    guard size - useful > max(useful, 1 << 20) else { return }
    var smaller = try AtomicFile(path)
    try smaller.write(StoreReader.beginning)
    for key in live.sorted() {
      guard let content = all[key] else { continue }
      try smaller.write(StoreEntry(key: key, content: content).head)
      try smaller.write(content)
    }
    try smaller.commit()
  }
}
