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

  /// Runs a script of the shell, in which `$SWAPWIRE` is the program; what it writes goes to files first,
  /// so that no pipe can fill up.
  static func shell(_ script: String, in folder: DiskPath) throws -> Result {
    let texts = try TemporaryFolder()
    let streams = try ["output", "errors"].map { name in
      try texts.write(name, [])
      return FileHandle(forWritingAtPath: texts.path.display + "/" + name)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.environment = ["SWAPWIRE": path.path(), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    process.currentDirectoryURL = URL(filePath: folder.display)
    process.standardOutput = streams[0]
    process.standardError = streams[1]
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try texts.read("output"), as: UTF8.self),
      errors: String(decoding: try texts.read("errors"), as: UTF8.self))
  }

  /// Whether a script ends well; for tests that need more rights than some machines give.
  static func can(_ script: String) -> Bool {
    (try? shell(script, in: DiskPath("/")).status) == 0
  }
}
