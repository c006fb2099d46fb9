internal import Disk
internal import Records

/// What is wrong inside a container; the reader says where.
struct ContainerFault: Error, Hashable {
  let code: StageFailure.Code
  let cause: String

  init(_ code: StageFailure.Code, _ cause: String) {
    self.code = code
    self.cause = cause
  }
}

extension SequentialFile {
  /// Fills a container's buffer from a position on; 0 at the end of the file.
  func fill(_ buffer: inout [UInt8], from start: Int) throws(ContainerFault) -> Int {
    do throws(DiskError) {
      return try read(into: &buffer, from: start)
    } catch {
      throw ContainerFault(.unreadable, "cannot \(error.operation): \(error.reason)")
    }
  }
}
