internal import ArgumentParser
internal import Disk
internal import Fetch
internal import Foundation
internal import Glibc
internal import Records

/// Measures reading the pages of a WARC file, beside FastWARC where Python has it.
struct WARCBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warc",
    abstract: "Times reading a WARC file, as a ratio to FastWARC.",
    discussion: """
      Counts bytes of pages and CPU seconds of one thread, the least of all
      passes. With --python, a Python that has fastwarc, the same file is read
      by .tools/read_warc.py in turn, and both must find the same pages.
      """)

  @Argument(help: "A .warc or .warc.gz file.")
  var file: String

  @Option(help: "A Python with the package fastwarc.")
  var python: String?

  @Flag(help: "Write a line of JSON.")
  var json = false

  @Option(help: "How often all is run.")
  var passes = 3

  func run() throws {
    var best = (ours: Double.infinity, theirs: Double.infinity)
    var (pages, bytes) = (0, 0)
    for _ in 0..<passes {
      let begin = clock()
      (pages, bytes) = try read()
      best.ours = min(best.ours, Double(clock() - begin) / Double(CLOCKS_PER_SEC))
      guard let python else { continue }
      let (otherPages, otherBytes, seconds) = try readByFastWARC(python)
      guard otherPages == pages, otherBytes == bytes else {
        throw BenchError(
          "FastWARC finds \(otherPages) pages of \(otherBytes) bytes, we \(pages) of \(bytes)")
      }
      best.theirs = min(best.theirs, seconds)
    }
    if json {
      let theirs = python == nil ? "null" : DecimalText.rounded(best.theirs, decimals: 4)
      return try StandardOutput.write(
        Array(
          ("{\"warc_pages\":\(pages),\"bytes\":\(bytes),\"cpu_seconds\":"
            + "\(DecimalText.rounded(best.ours, decimals: 4)),\"fastwarc_cpu_seconds\":\(theirs)}\n")
            .utf8))
    }
    var lines = ["\(pages) pages, \(bytes / 1_000_000) MB", told("swapwire", bytes, best.ours)]
    if python != nil {
      lines.append(told("FastWARC", bytes, best.theirs))
      lines.append("ratio \(DecimalText.rounded(best.theirs / best.ours, decimals: 2))")
    }
    try StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private func told(_ name: String, _ bytes: Int, _ seconds: Double) -> String {
    "\(name): \(DecimalText.rounded(Double(bytes) / 1e6 / seconds, decimals: 0)) MB/s"
  }

  private func read() throws -> (pages: Int, bytes: Int) {
    let feed = try ArticleFeed([DiskPath(file)], fields: DumpFields(), byteLimit: 1 << 30)
    var (pages, bytes) = (0, 0)
    while let item = feed.next() {
      switch item {
      case .stored(let page):
        pages += 1
        bytes += page.bytes.count
      case .failure(let failure): throw BenchError("\(failure.path): \(failure.message)")
      case .file: throw BenchError("\(file) is no WARC file")
      }
    }
    return (pages, bytes)
  }

  private func readByFastWARC(_ python: String) throws -> (Int, Int, Double) {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [".tools/read_warc.py", file]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let parts = text.split { $0 == " " || $0 == "\n" }
    guard parts.count == 3, let pages = Int(parts[0]), let bytes = Int(parts[1]),
      let seconds = Double(parts[2])
    else { throw BenchError("\(python) cannot read it with fastwarc") }
    return (pages, bytes, seconds)
  }
}
