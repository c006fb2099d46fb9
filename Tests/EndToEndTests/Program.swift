import Disk
import Foundation
import TestSupport

/// Runs the built program as a user would.
enum Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The program lies in the build folder beside the test bundle.
  static let path: URL = {
    let folders =
      CommandLine.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
      + [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
    let candidates = folders.map { $0.appending(path: "swapwire") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path()) }
      ?? candidates[0]
  }()

  static func run(
    _ arguments: [String], input: String = "", output: FileHandle? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: ProjectFiles.root.display)
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output ?? standardOutput
    process.standardError = standardError
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let written =
      output == nil ? try standardOutput.fileHandleForReading.readToEnd() ?? Data() : Data()
    let errors = try standardError.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }
}
