internal import ArgumentParser
internal import Clean
internal import Disk
internal import Extract
internal import Fetch
internal import Foundation
internal import Glibc
internal import Packs
internal import Records

/// Measures what matching costs as the rules become more.
struct RuleBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Times matching, a MB of text, as the rules grow.",
    discussion: """
      The cleaned texts of the folder's articles are read by the pack's rules,
      then by each rule ten times and a hundred times, with words that stand in
      no text; then a hostile paragraph by the pack's own. All must find what the pack's
      own rules find before any time is printed. CPU seconds of one thread, the
      least of all passes.
      """)

  @Argument(help: "A folder of articles.")
  var folder = "fixtures/articles"

  @Option(help: "The rules.")
  var pipeline = "pipelines/prisoner-exchanges"

  @Option(help: "How often each size is ten times the one before.")
  var steps = 2

  @Option(help: "Megabytes of the hostile paragraph.")
  var hostile = 5

  @Option(help: "How often all is run.")
  var passes = 3

  @Flag(help: "Write a line of JSON for each case.")
  var json = false

  /// A case that was measured.
  private struct Cost {
    var name: String
    var rules: Int
    var megabytes: Double
    var compiling: Double
    var seconds: Double
  }

  func run() throws {
    let pack = try GrownPack(DiskPath(pipeline))
    let articles = try articles(Pack(folder: DiskPath(pipeline)))
    var costs: [Cost] = []
    var expected: [UInt8]?
    var factor = 1
    for _ in 0...steps {
      let begin = clock()
      let extractor = try Extractor(pack.grown(by: factor))
      let compiling = seconds(since: begin)
      let (found, best) = try read(articles, extractor)
      if let expected, expected != found {
        throw BenchError("\(factor) times the rules find something else")
      }
      expected = found
      costs.append(cost("\(factor)x", extractor, articles, compiling, best))
      factor *= 10
    }
    let paragraph = try hostileArticle(like: articles[0])
    let extractor = try Extractor(pack.grown(by: 1))
    let (_, best) = try read([paragraph], extractor)
    costs.append(cost("hostile", extractor, [paragraph], costs[0].compiling, best))
    try StandardOutput.write(Array(text(costs).utf8))
  }

  /// What is found, and the least CPU seconds; throws where two passes differ.
  private func read(
    _ articles: [CleanArticle], _ extractor: Extractor
  ) throws -> (found: [UInt8], seconds: Double) {
    var (first, best): ([UInt8]?, Double) = (nil, .infinity)
    for _ in 0..<max(1, passes) {
      let begin = clock()
      let records = articles.map(extractor.extract)
      best = min(best, seconds(since: begin))
      var json = JSONWriter()
      for record in records { record.write(to: &json) }
      if let first, first != json.bytes { throw BenchError("two passes gave different results") }
      first = json.bytes
      if !records.contains(where: { !$0.candidates.isEmpty }) {
        throw BenchError("no candidate was found")
      }
    }
    return (first ?? [], best)
  }

  /// Copies of the articles, at least a megabyte of text.
  private func articles(_ pack: Pack) throws -> [CleanArticle] {
    guard let fetcher = Fetcher(charset: nil) else { return [] }
    let cleaner = try Cleaner(pack)
    let articles = try SourceWalk.articles(in: DiskPath(folder)).compactMap {
      found -> CleanArticle? in
      guard case .file(let source) = found, let fetched = try? fetcher.fetch(source) else {
        return nil
      }
      return try? cleaner.clean(fetched)
    }
    guard !articles.isEmpty else { throw BenchError("no articles in \(folder)") }
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    return Array(repeatElement(articles, count: 1 + (1 << 20) / max(1, bytes)).joined())
  }

  /// One sentence that never ends, of words by which many rules begin.
  private func hostileArticle(like article: CleanArticle) throws -> CleanArticle {
    let piece =
      "Ukraine and Russia exchanged 307 of the 1,000 prisoners of war, on Friday or the day before, from "
    var article = article
    article.head.language = "en"
    article.body = String(
      repeating: piece, count: 1 + hostile * 1_000_000 / piece.utf8.count)
    return article
  }

  private func cost(
    _ name: String, _ extractor: Extractor, _ articles: [CleanArticle], _ compiling: Double,
    _ seconds: Double
  ) -> Cost {
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    return Cost(
      name: name, rules: extractor.rules().count, megabytes: Double(bytes) / 1e6,
      compiling: compiling, seconds: seconds)
  }

  private func seconds(since begin: clock_t) -> Double {
    Double(clock() - begin) / Double(CLOCKS_PER_SEC)
  }

  private func text(_ costs: [Cost]) -> String {
    var lines = json ? [] : ["case      rules    MB      compile s  match s  s/MB     x the first"]
    let first = costs[0].seconds / costs[0].megabytes
    for cost in costs {
      let perMegabyte = cost.seconds / cost.megabytes
      let (megabytes, compiling, seconds) = (
        DecimalText.rounded(cost.megabytes, decimals: 2),
        DecimalText.rounded(cost.compiling, decimals: 3),
        DecimalText.rounded(cost.seconds, decimals: 3)
      )
      let (each, ratio) = (
        DecimalText.rounded(perMegabyte, decimals: 4),
        DecimalText.rounded(perMegabyte / first, decimals: 2)
      )
      let cells = [
        (cost.name, 10), ("\(cost.rules)", 9), (megabytes, 8), (compiling, 11), (seconds, 9),
        (each, 9), (ratio, 0),
      ]
      lines.append(
        json
          ? "{\"rules\":\(cost.rules),\"case\":\"\(cost.name)\",\"megabytes\":\(megabytes),"
            + "\"compile_seconds\":\(compiling),\"cpu_seconds\":\(seconds),"
            + "\"seconds_per_megabyte\":\(each),\"ratio\":\(ratio)}"
          : cells.map { $0.padding(toLength: max($1, $0.count), withPad: " ", startingAt: 0) }
            .joined())
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
