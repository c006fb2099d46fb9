internal import Disk
internal import Records

/// A file of events with the place of each line, grouped by article; the lines stay on disk.
struct EventFile {
  /// Where a line stands.
  struct Place {
    /// Bytes.
    var offset: Int
    /// Bytes.
    var count: Int
    /// From 1.
    var number: Int
  }

  let path: DiskPath
  private let file: RandomAccessFile
  /// The lines of each article in the order of the file.
  private(set) var places: [DiskPath: [Place]] = [:]
  /// Lines.
  private(set) var count = 0

  /// Opens a file and finds its lines; throws where it cannot be read, or a line tells no article.
  init(_ path: DiskPath) throws {
    let file = try Self.open(path)
    self.path = path
    self.file = file
    try file.forEachLine { line, offset, number in
      do throws(JSONError) {
        var json = JSONReader(Array(line))
        guard try json.enter("article"), try json.enter("path") else {
          throw JSONError(offset: 0, message: "no event: it tells no article's path")
        }
        let article = DiskPath(display: try json.string())
        places[article, default: []].append(
          Place(offset: offset, count: line.count, number: number))
        count += 1
      } catch {
        throw DiffError("\(path.display):\(number): \(error)")
      }
    }
  }

  func line(_ place: Place) throws -> [UInt8] {
    guard let line = file.read(at: place.offset, count: place.count) else {
      throw DiffError("\(path.display): changed while it was read; try again")
    }
    return line
  }

  static func open(_ path: DiskPath) throws -> RandomAccessFile {
    guard let file = RandomAccessFile(path) else {
      throw DiffError("\(path.display): cannot read: no such file, or not a regular one")
    }
    return file
  }

  /// Reads a line of a file.
  static func event(_ line: [UInt8], at place: Place, of path: DiskPath) throws -> EventLine {
    do throws(JSONError) {
      return try EventLine(line)
    } catch {
      throw DiffError("\(path.display):\(place.number): \(error)")
    }
  }
}

/// Why two files cannot be compared.
public struct DiffError: Error, Hashable, CustomStringConvertible {
  /// The file, what is wrong and what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}
