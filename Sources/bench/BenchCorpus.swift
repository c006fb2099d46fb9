internal import Disk
internal import Fetch
internal import Foundation
internal import Glibc

/// Copies of a folder's articles on disk, and the program that is run over them.
struct BenchCorpus {
  /// What a run cost.
  struct Cost {
    /// CPU seconds of all threads.
    var seconds: Double
    /// Seconds that went by.
    var wall: Double
    /// The most memory at a time, in kilobytes.
    var peak: Int
  }

  let root: URL
  var inputs: URL { root.appending(path: "in") }
  /// Of all copies, on disk.
  private(set) var bytes = 0
  private let program: URL

  init(at root: URL, of folder: DiskPath, articles: Int, pagesOnly: Bool = false) throws {
    self.root = root
    program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "swapwire")
    let inputs = root.appending(path: "in")
    try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
    let sources = try SourceWalk.articles(in: folder).compactMap { found -> SourceFile? in
      guard case .file(let source) = found else { return nil }
      let isPage = [".html", ".html.gz", ".htm"].contains(where: source.path.hasSuffix)
      return isPage || !pagesOnly ? source : nil
    }
    if sources.isEmpty { throw BenchError("no articles in \(folder.display)") }
    for number in 0..<articles {
      let source = sources[number % sources.count]
      let data = try Data(contentsOf: URL(filePath: source.location.display))
      bytes += data.count
      let name = source.path.display.replacing("/", with: "-")
      try data.write(to: inputs.appending(path: "\(number)-\(name)"))
    }
  }

  /// Runs the program over the corpus from the corpus' folder; throws where it fails.
  func run(_ options: [String]) throws -> Cost {
    let arguments = [program.path(), "run", "in"] + options + ["--log-level", "error"]
    let script = "cd '\(root.path())' && exec \"$0\" \"$@\""
    var words = unsafe (["/bin/sh", "-c", script] + arguments).map { unsafe strdup($0) } + [nil]
    defer { _ = unsafe words.map { unsafe free($0) } }
    var process: pid_t = 0
    let begin = ContinuousClock.now
    guard unsafe posix_spawn(&process, "/bin/sh", nil, nil, &words, environ) == 0 else {
      throw BenchError("\(program.path()) cannot be started")
    }
    var (status, usage) = (Int32(0), rusage())
    guard unsafe wait4(process, &status, 0, &usage) == process, status == 0 else {
      throw BenchError("\(program.path()) failed")
    }
    let wall = ContinuousClock.now - begin
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return Cost(
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      peak: usage.ru_maxrss)
  }
}
