internal import Disk
internal import FoundationEssentials
public import Testing

/// Compares bytes with a file of `fixtures/expected`.
///
/// With `RECORD_GOLDENS=1` in the environment the file is rewritten and the test fails, so that a
/// re-record is never mistaken for a pass.
public func expectGolden(
  _ actual: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = "fixtures/expected/\(name)"
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try Disk.makeFolder(ProjectFiles.path("fixtures/expected"))
    var output = try AtomicFile(ProjectFiles.path(file))
    try output.write(actual)
    try output.commit()
    Issue.record(
      "recorded \(file); read the difference and run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try ProjectFiles.bytes(file)
  guard actual != expected else { return }
  Attachment.record(actual, named: name, sourceLocation: sourceLocation)
  let pairs = zip(actual.split(separator: 0x0A), expected.split(separator: 0x0A)).enumerated()
  let line = pairs.first { $0.element.0 != $0.element.1 }
  let place = line.map { "line \($0.offset + 1)" } ?? "the number of lines"
  let shown = line.map { String(decoding: $0.element.0.prefix(400), as: UTF8.self) } ?? ""
  Issue.record("\(file) differs in \(place): \(shown)", sourceLocation: sourceLocation)
}
