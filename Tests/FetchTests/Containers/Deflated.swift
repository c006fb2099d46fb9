import Disk
import Foundation
import TestSupport

/// Compressed data for tests, by the system's gzip.
enum Deflated {
  static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write("a", bytes)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-n", folder.path.display + "/a"]
    try process.run()
    process.waitUntilExit()
    return try folder.read("a.gz")
  }
}
