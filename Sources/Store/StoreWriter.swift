public import Disk

/// Appends results to a store while a run goes on, so that a run that is killed loses little.
public struct StoreWriter: ~Copyable {
  private let path: DiskPath
  private let reader: StoreReader
  private var file: AppendedFile
  /// Which entries of the reader this run needs.
  private var live: [Bool]
  /// Bytes of those, and of what was added.
  private var useful = 0
  /// Bytes of the file.
  private var size: Int

  /// Opens the file that `reader` has read, behind its last whole entry.
  public init(_ path: DiskPath, after reader: StoreReader) throws(DiskError) {
    var file = try AppendedFile(path, keeping: reader.end)
    if reader.end == 0 { try file.append(StoreReader.beginning) }
    self.path = path
    self.reader = reader
    self.file = file
    live = [Bool](repeating: false, count: reader.count)
    size = max(reader.end, StoreReader.beginning.count)
  }

  /// Stores a result.
  public mutating func add(_ key: Fingerprint, _ content: [UInt8]) throws(DiskError) {
    guard content.count <= StoreEntry.contentLimit else { return }
    let entry = StoreEntry(key: key, content: content)
    try file.append(entry.head)
    try file.append(content)
    size += entry.size
    useful += entry.size
  }

  /// Tells that the run needs a result that an earlier one stored.
  public mutating func keep(_ place: StoredPlace) {
    guard !live[place.index] else { return }
    live[place.index] = true
    useful += place.size
  }

  /// Ends the run; a file of which more than half is of no use any more is written anew without that.
  ///
  /// Nothing is forced to disk: what a power cut spoils is found out by its fingerprint.
  public consuming func finish() throws(DiskError) {
    try file.flush()
    guard size - useful > max(useful, 1 << 20) else { return }
    var smaller = try AtomicFile(path)
    try smaller.write(StoreReader.beginning)
    for index in live.indices where live[index] {
      if let bytes = reader.bytes(ofEntry: index) { try smaller.write(bytes) }
    }
    // What this run added; the reader does not know it. Part of it is as good as none, for entries tell.
    let added = max(reader.end, StoreReader.beginning.count)
    _ = try RandomAccessFile(path)?.forEachBlock(from: added) { (block, _) throws(DiskError) in
      try smaller.write(block)
    }
    try smaller.commit()
  }
}
