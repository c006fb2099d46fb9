public import Disk

/// Where a result lies in the store's file.
public struct StoredPlace: Hashable, Sendable {
  /// Its number among the entries, by the keys' hashes.
  let index: Int
  /// Bytes of the file that it takes.
  let size: Int
}

/// What earlier runs left in a store: results of stages by the fingerprint of all that made them.
///
/// The store is a memory and never a source: what is missing, cut short or damaged counts as never
/// stored, and the work is done again. Any number of threads may read.
///
/// In memory is 16 bytes for each entry; all else is asked from the file.
public struct StoreReader: Sendable {
  /// The first bytes of the file; another version of the format is another beginning.
  static let beginning = Array("swapwire store 1".utf8)

  private struct Entry {
    /// The upper half of the key, by which entries are sorted.
    var hash: UInt64
    /// Where the entry's head begins.
    var offset: Int
  }

  private let file: RandomAccessFile?
  private let entries: [Entry]
  /// Where whole entries end: what follows was cut short.
  let end: Int

  /// A store without entries.
  public init() { self.init(file: nil, entries: [], end: 0) }

  private init(file: RandomAccessFile?, entries: [Entry], end: Int) {
    self.file = file
    self.entries = entries
    self.end = end
  }

  /// Reads the heads of a store's entries; a file that is no store counts as an empty one.
  public init(_ path: DiskPath) {
    guard let file = RandomAccessFile(path),
      file.read(at: 0, count: Self.beginning.count) == Self.beginning
    else {
      self.init()
      return
    }
    var entries: [Entry] = []
    var offset = Self.beginning.count
    while let head = Self.head(file, at: offset), offset + head.size <= file.size {
      entries.append(Entry(hash: head.key.high, offset: offset))
      offset += head.size
    }
    // Of two entries with one key the later is found first.
    entries.sort { ($0.hash, -$0.offset) < ($1.hash, -$1.offset) }
    self.init(file: file, entries: entries, end: offset)
  }

  /// The number of results.
  public var count: Int { entries.count }

  private static func head(_ file: RandomAccessFile, at offset: Int) -> StoreEntry? {
    file.read(at: offset, count: StoreEntry.headSize).flatMap(StoreEntry.init(head:))
  }

  /// The result that was stored for a key; nil where there is none that is whole.
  public func find(_ key: Fingerprint) -> (content: [UInt8], place: StoredPlace)? {
    guard let file else { return nil }
    var index = firstIndex(of: key.high)
    while index < entries.count, entries[index].hash == key.high {
      let offset = entries[index].offset
      if let head = Self.head(file, at: offset), head.key == key,
        let content = file.read(at: offset + StoreEntry.headSize, count: head.count),
        Fingerprint(of: content) == head.fingerprint
      {
        return (content, StoredPlace(index: index, size: head.size))
      }
      index += 1
    }
    return nil
  }

  /// The whole bytes of an entry, its head included.
  func bytes(ofEntry index: Int) -> [UInt8]? {
    guard let file, let head = Self.head(file, at: entries[index].offset) else { return nil }
    return file.read(at: entries[index].offset, count: head.size)
  }

  private func firstIndex(of hash: UInt64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
