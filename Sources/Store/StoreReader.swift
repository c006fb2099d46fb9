public import Disk

/// What earlier runs left in a store: results of stages by the fingerprint of all that made them.
///
/// The store is a memory and never a source: what is missing, cut short or damaged counts as never
/// stored, and the work is done again. Any number of threads may read.
public struct StoreReader: Sendable {
  /// The first bytes of the file; another version of the format is another beginning.
  static let beginning = Array("swapwire store 1".utf8)

  private struct Place {
    var offset: Int
    var count: Int
    var fingerprint: Fingerprint
  }

  private let file: RandomAccessFile?
  private let places: [Fingerprint: Place]
  /// Where whole entries end: what follows was cut short.
  let end: Int

  /// A store without entries.
  public init() { self.init(file: nil, places: [:], end: 0) }

  private init(file: RandomAccessFile?, places: [Fingerprint: Place], end: Int) {
    self.file = file
    self.places = places
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
    var places: [Fingerprint: Place] = [:]
    var offset = Self.beginning.count
    while let entry = file.read(at: offset, count: StoreEntry.headSize).flatMap(
      StoreEntry.init(head:)),
      offset + StoreEntry.headSize + entry.count <= file.size
    {
      offset += StoreEntry.headSize
      places[entry.key] = Place(
        offset: offset, count: entry.count, fingerprint: entry.fingerprint)
      offset += entry.count
    }
    self.init(file: file, places: places, end: offset)
  }

  /// The number of results.
  public var count: Int { places.count }

  /// Bytes of the file that hold results of these keys.
  func size(of keys: Set<Fingerprint>) -> Int {
    keys.reduce(0) { $0 + (places[$1].map { $0.count + StoreEntry.headSize } ?? 0) }
  }

  /// The result that was stored for a key; nil where there is none that is whole.
  public subscript(_ key: Fingerprint) -> [UInt8]? {
    guard let file, let place = places[key],
      let content = file.read(at: place.offset, count: place.count),
      Fingerprint(of: content) == place.fingerprint
    else { return nil }
    return content
  }
}
