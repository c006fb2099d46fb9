internal import ArgumentParser
internal import Disk
internal import Fetch
internal import Foundation
internal import Records

/// Measures what a rerun costs beside a fresh run of the same articles, as CPU time of the program.
struct RerunBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "Times reruns after a change, as ratios to a fresh run.",
    discussion: """
      Copies of the folder's articles make the corpus. The program beside this
      one is run over it: afresh, again, with one article changed, with a rule
      changed. Every output is compared with that of a fresh run before its
      time is printed.
      """)

  @Argument(help: "A folder of articles.")
  var folder = "fixtures/articles"

  @Option(help: "How many articles the corpus has.")
  var articles = 1000

  @Option(help: "The rules.")
  var pipeline = "pipelines/prisoner-exchanges"

  @Option(help: "How often all is run.")
  var passes = 3

  @Flag(help: "Write a line of JSON for each case.")
  var json = false

  func run() throws {
    let work = FileManager.default.temporaryDirectory.appending(
      path: "swapwire-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    let corpus = try RerunCorpus(
      at: work, of: DiskPath(folder), articles: articles, pipeline: pipeline)
    var costs: [(name: String, seconds: Double)] = []
    for _ in 0..<passes {
      for (index, (name, seconds)) in try corpus.pass().enumerated() {
        if index == costs.count { costs.append((name, seconds)) }
        costs[index].seconds = min(costs[index].seconds, seconds)
      }
    }
    let fresh = costs[0].seconds
    var text =
      json ? "" : "\(articles) articles, \(corpus.bytes / 1_000_000) MB; CPU of all threads\n"
    for (name, seconds) in costs {
      let (time, ratio) = (
        DecimalText.rounded(seconds, decimals: 3), DecimalText.rounded(seconds / fresh, decimals: 3)
      )
      text +=
        json
        ? "{\"rerun\":\"\(name)\",\"cpu_seconds\":\(time),\"ratio\":\(ratio)}\n"
        : name.padding(toLength: 24, withPad: " ", startingAt: 0)
          + "\(time) s   \(ratio) of fresh\n"
    }
    try StandardOutput.write(Array(text.utf8))
  }
}

/// A corpus on disk that is run over again and again.
private struct RerunCorpus {
  let corpus: BenchCorpus
  var bytes: Int { corpus.bytes }

  init(at root: URL, of folder: DiskPath, articles: Int, pipeline: String) throws {
    corpus = try BenchCorpus(at: root, of: folder, articles: articles)
    try FileManager.default.copyItem(
      at: URL(filePath: pipeline), to: root.appending(path: "pack"))
  }

  /// The CPU seconds of each case, the fresh run first.
  func pass() throws -> [(name: String, seconds: Double)] {
    let rule = corpus.root.appending(path: "pack/rules/en/frames/returns.yaml")
    let (article, rules) = (
      corpus.inputs.appending(path: "new.txt"), try String(contentsOf: rule, encoding: .utf8)
    )
    try? FileManager.default.removeItem(at: article)
    try? FileManager.default.removeItem(at: corpus.root.appending(path: "out"))
    var costs = [("fresh", try run("out"))]
    costs.append(("nothing changed", try run("out")))
    try Data("Ukraine brought home 307 soldiers on May 24, 2025.".utf8).write(to: article)
    costs.append(("one article changed", try run("out")))
    try compare()
    try Data((rules + "\n# changed\n").utf8).write(to: rule)
    costs.append(("one rule changed", try run("out")))
    try compare()
    try Data(rules.utf8).write(to: rule)
    return costs
  }

  /// Throws unless the output is that of a fresh run.
  private func compare() throws {
    try? FileManager.default.removeItem(at: corpus.root.appending(path: "fresh"))
    _ = try run("fresh")
    for name in ["clean.ndjson", "extract.ndjson", "events.ndjson", "failures.ndjson", "run.json"] {
      let (one, two) = (
        try Data(contentsOf: corpus.root.appending(path: "out/\(name)")),
        try Data(contentsOf: corpus.root.appending(path: "fresh/\(name)"))
      )
      if one != two { throw BenchError("\(name) of a rerun differs from that of a fresh run") }
    }
  }

  private func run(_ output: String) throws -> Double {
    try corpus.run(["--out", output, "--pipeline", "pack"]).seconds
  }
}
