internal import ArgumentParser
internal import Disk
internal import Fetch
internal import Foundation
internal import Glibc
internal import Records

/// Measures whole runs: beside a bare parse of the same pages, with one thread and more, and as the corpus
/// grows.
struct ScaleBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Times whole runs: the ratio to a bare parse, threads, growth, memory.",
    discussion: """
      Copies of the folder's articles make corpora of growing size. Runs write
      events alone and leave no store (--keep none --no-store); "all files" is a
      run as users have it. The floor is a libxml2 parse of the same pages,
      start-up of the program left out of it and not of the runs. Events of all
      runs over one corpus are compared before times are printed.
      """)

  @Argument(help: "A folder of articles.")
  var folder = "fixtures/articles"

  @Option(help: "How many articles the smallest corpus has.")
  var articles = 250

  @Option(help: "How often each corpus is ten times the one before.")
  var steps = 2

  @Option(help: "How often all is run.")
  var passes = 2

  @Flag(help: "Write a line of JSON for each case.")
  var json = false

  func run() throws {
    var lines: [String] = json ? [] : ["articles  case         CPU s   wall s  x floor  peak MB"]
    var count = articles
    for _ in 0...steps {
      let work = FileManager.default.temporaryDirectory
        .appending(path: "swapwire-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: work) }
      let corpus = try BenchCorpus(at: work, of: DiskPath(folder), articles: count)
      let floor = try floor(count)
      for (name, cost) in try cases(corpus) {
        let ratio = floor > 0 ? DecimalText.rounded(cost.seconds / floor, decimals: 2) : "null"
        let (cpu, wall) = (
          DecimalText.rounded(cost.seconds, decimals: 3),
          DecimalText.rounded(cost.wall, decimals: 3)
        )
        lines.append(
          json
            ? "{\"articles\":\(count),\"case\":\"\(name)\",\"cpu_seconds\":\(cpu),"
              + "\"wall_seconds\":\(wall),\"ratio\":\(ratio),\"peak_kilobytes\":\(cost.peak)}"
            : [
              ("\(count)", 10), (name, 13), (cpu, 8), (wall, 8), (ratio, 9),
              ("\(cost.peak / 1024)", 0),
            ]
            .map { $0.padding(toLength: max($1, $0.count), withPad: " ", startingAt: 0) }.joined())
      }
      count *= 10
    }
    try StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private func cases(_ corpus: BenchCorpus) throws -> [(String, BenchCorpus.Cost)] {
    let cases = [
      ("1 thread", ["--jobs", "1", "--keep", "none", "--no-store"]),
      ("2 threads", ["--jobs", "2", "--keep", "none", "--no-store"]),
      ("all files", ["--jobs", "1", "--force"]),
    ]
    var costs: [(String, BenchCorpus.Cost)] = []
    var first: Data?
    for pass in 0..<passes {
      for (index, (name, options)) in cases.enumerated() {
        let cost = try corpus.run(["--out", "out"] + options)
        let events = try Data(contentsOf: corpus.root.appending(path: "out/events.ndjson"))
        if let first, first != events { throw BenchError("two runs gave different events") }
        first = events
        if pass == 0 { costs.append((name, cost)) }
        costs[index].1.seconds = min(costs[index].1.seconds, cost.seconds)
        costs[index].1.wall = min(costs[index].1.wall, cost.wall)
        costs[index].1.peak = max(costs[index].1.peak, cost.peak)
      }
    }
    return costs
  }

  /// CPU seconds of a bare parse of as many of the folder's pages; 0 where there are none.
  private func floor(_ count: Int) throws -> Double {
    guard let fetcher = Fetcher(charset: nil) else { return 0 }
    let articles = try SourceWalk.articles(in: DiskPath(folder)).compactMap { found in
      if case .file(let source) = found { try? fetcher.fetch(source) } else { nil }
    }
    let pages = articles.filter { $0.mediaType == .html }
    guard pages.count == articles.count else { return 0 }
    var best = Double.infinity
    for _ in 0..<max(3, passes) {
      let begin = clock()
      for page in pages where !ParseFloor.parse(page.source) {
        throw BenchError("libxml2 made no tree of \(page.head.path)")
      }
      best = min(best, Double(clock() - begin) / Double(CLOCKS_PER_SEC))
    }
    return best * Double(count) / Double(max(1, pages.count))
  }
}
