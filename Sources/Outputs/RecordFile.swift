public import Disk
public import Records

/// A file of records as an earlier run left it, read a line at a time.
public struct RecordFile: Sendable {
  /// Where it is.
  public let path: DiskPath

  /// Names a file; nothing is read yet.
  public init(_ path: DiskPath) { self.path = path }

  /// Whether there is such a file.
  public var exists: Bool { Disk.kind(of: path, followingLinks: true) == .file }

  /// Calls `body` with what `read` makes of each line that is not blank, in the order of the file.
  ///
  /// Throws `OutputError` with file and line where one is not what `read` expects.
  public func forEach<Record>(
    _ read: (inout JSONReader) throws(JSONError) -> Record, _ body: (Record) throws -> Void
  ) throws {
    try forEachLine { line, number in
      guard String(validating: line, as: UTF8.self) != nil else {
        throw OutputError(path, line: number, "the line is no UTF-8")
      }
      var json = JSONReader(line)
      let record: Record
      do throws(JSONError) {
        record = try read(&json)
        try json.end()
      } catch {
        throw OutputError(path, line: number, "\(error)")
      }
      try body(record)
    }
  }

  /// Calls `body` with the bytes of each line that is not blank and its number from 1.
  public func forEachLine(_ body: (_ line: [UInt8], _ number: Int) throws -> Void) throws {
    let reader = LineReader(try SequentialFile(path))
    var number = 0
    while let line = try reader.line() {
      number += 1
      if line.contains(where: { $0 > 0x20 }) { try body(line, number) }
    }
  }
}

/// Why what an earlier run left cannot be read.
public struct OutputError: Error, Hashable, CustomStringConvertible {
  /// The file, the line, what is wrong and what to do.
  public let description: String

  init(_ path: DiskPath, line: Int, _ problem: String) {
    description = "\(path.display):\(line): \(problem); run again to make the file anew"
  }

  /// Makes an error.
  public init(_ description: String) { self.description = description }
}
