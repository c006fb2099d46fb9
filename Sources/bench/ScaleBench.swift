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
      run as users have it. With --pages the floor is a libxml2 parse of the same
      pages. Events of all runs over one corpus are compared before times are
      printed.
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

  @Flag(help: "HTML pages only, so that there is a floor for all.")
  var pages = false

  func run() throws {
    var found: [(articles: Int, name: String, cost: BenchCorpus.Cost)] = []
    var count = articles
    for _ in 0...steps {
      let work = FileManager.default.temporaryDirectory
        .appending(path: "swapwire-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: work) }
      let corpus = try BenchCorpus(
        at: work, of: DiskPath(folder), articles: count, pagesOnly: pages)
      found += try cases(corpus).map { (count, $0.0, $0.1) }
      count *= 10
    }
    // Last, for what this process has needed at most counts as memory of those that it starts.
    let floor = pages ? try floorOfPage() : 0
    var lines = json ? [] : ["articles  case         CPU s   wall s  x floor  peak MB"]
    for (articles, name, cost) in found {
      let ratio =
        pages ? DecimalText.rounded(cost.seconds / floor / Double(articles), decimals: 2) : "null"
      let cpu = DecimalText.rounded(cost.seconds, decimals: 3)
      let wall = DecimalText.rounded(cost.wall, decimals: 3)
      let cells = [
        ("\(articles)", 10), (name, 13), (cpu, 8), (wall, 8), (ratio, 9),
        ("\(cost.peak / 1024)", 0),
      ]
      lines.append(
        json
          ? "{\"articles\":\(articles),\"case\":\"\(name)\",\"cpu_seconds\":\(cpu),"
            + "\"wall_seconds\":\(wall),\"ratio\":\(ratio),\"peak_kilobytes\":\(cost.peak)}"
          : cells.map { $0.padding(toLength: max($1, $0.count), withPad: " ", startingAt: 0) }
            .joined())
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

  /// CPU seconds of a bare parse, a page.
  private func floorOfPage() throws -> Double {
    guard let fetcher = Fetcher(charset: nil) else { return 0 }
    let pages = try SourceWalk.articles(in: DiskPath(folder)).compactMap {
      found -> FetchedArticle? in
      guard case .file(let source) = found, let article = try? fetcher.fetch(source) else {
        return nil
      }
      return article.mediaType == .html ? article : nil
    }
    var best = Double.infinity
    for _ in 0..<max(5, passes) {
      let begin = clock()
      for page in pages where !ParseFloor.parse(page.source) {
        throw BenchError("libxml2 made no tree of \(page.head.path)")
      }
      best = min(best, Double(clock() - begin) / Double(CLOCKS_PER_SEC))
    }
    return best / Double(max(1, pages.count))
  }
}
