internal import Glibc

/// What the operating system said when something on disk could not be done.
public struct DiskError: Error, Hashable, CustomStringConvertible {
  /// What was touched.
  public let path: DiskPath
  /// What was tried ("open", "write").
  public let operation: String
  /// The cause in words.
  public let reason: String

  /// Makes an error.
  public init(path: DiskPath, operation: String, reason: String) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  init(_ path: DiskPath, _ operation: String) {
    self.init(path: path, operation: operation, reason: unsafe String(cString: strerror(errno)))
  }

  /// `PATH: cannot OPERATION: REASON`.
  public var description: String { "\(path.display): cannot \(operation): \(reason)" }
}
