public import Disk

/// A list of paths in a file, as `find` writes it: a line each, or each ended by NUL.
public enum PathList {
  /// The paths of a file, or of standard input.
  public static func paths(_ path: DiskPath?) throws(DiskError) -> [DiskPath] {
    let file =
      try path.map { path throws(DiskError) in try SequentialFile(path) } ?? SequentialFile()
    let reader = LineReader(file, separator: 0)
    var paths: [DiskPath] = []
    // Without a NUL the whole list is one piece, and its lines are the paths.
    while let piece = try reader.line() {
      let isLines = paths.isEmpty && piece.contains(0x0A)
      let parts = isLines ? piece.split(separator: 0x0A).map { Array($0) } : [piece]
      paths += parts.filter { !$0.isEmpty }.map { DiskPath($0).withoutDot }
    }
    return paths
  }
}

extension DiskPath {
  /// Without the `./` that `find` puts in front.
  fileprivate var withoutDot: DiskPath {
    bytes.starts(with: "./".utf8) ? DiskPath(Array(bytes.dropFirst(2))) : self
  }
}
