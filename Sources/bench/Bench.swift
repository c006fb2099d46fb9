internal import ArgumentParser
internal import Disk
internal import Records

/// Measures what the program costs, always beside something else that is measured in the same run.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures what the program costs.",
    subcommands: [
      StagesCommand.self, ScaleBench.self, RerunBench.self, WARCBench.self, RuleBench.self,
    ],
    defaultSubcommand: StagesCommand.self)
}

/// Measures what the stages cost, as ratios to a bare libxml2 parse of the same pages in the same run.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Times each stage over a folder of pages, as ratios to a bare libxml2 parse.",
    discussion: """
      Times are CPU seconds of one thread, the least of all passes. The floor is
      htmlReadMemory and xmlFreeDoc on the same decoded pages, in the same run.
      Results are compared between passes before any time is printed.
      """)

  @Argument(help: "A folder of HTML pages; other files are left out.")
  var folder = "fixtures/articles"

  @Option(help: "The encoding of all pages, whatever they declare.")
  var charset: String?

  @Option(help: "How often all is run.")
  var passes = 5

  @Flag(help: "Write a line of JSON for each stage.")
  var json = false

  func validate() throws {
    if passes < 1 { throw ValidationError("--passes takes a number from 1") }
  }

  func run() throws {
    var bench = try StageBench(DiskPath(folder), charset: charset)
    let costs = try bench.run(passes: passes)
    let floor = costs[0].seconds
    var rows = costs.map { Row(stage: $0.stage, seconds: $0.seconds, floor: floor, bench: bench) }
    rows.append(
      Row(
        stage: "fetch + clean", seconds: costs[1].seconds + costs[2].seconds, floor: floor,
        bench: bench))
    rows.append(
      Row(
        stage: "extract + normalize", seconds: costs[3].seconds + costs[4].seconds, floor: floor,
        bench: bench))
    rows.append(
      Row(
        stage: "all stages", seconds: costs.dropFirst().reduce(0) { $0 + $1.seconds }, floor: floor,
        bench: bench))
    if let mentions = try bench.mentions(passes: passes) {
      rows.append(Row(stage: "mentions, plain text", mentions, floor: floor))
    }
    let text = json ? rows.map(\.json).joined() : Row.table(rows, bench)
    try StandardOutput.write(Array(text.utf8))
  }
}

/// One line of the result.
struct Row {
  let stage: String
  let seconds: Double
  let ratio: Double
  let pagesPerSecond: Double
  let megabytesPerSecond: Double
  private let pages: Int

  init(stage: String, seconds: Double, floor: Double, bench: StageBench) {
    self.stage = stage
    self.seconds = seconds
    pages = bench.pages
    ratio = seconds / floor
    pagesPerSecond = Double(bench.pages) / seconds
    megabytesPerSecond = Double(bench.bytes) / 1e6 / seconds
  }

  /// A row about plain text: megabytes are those of the text.
  init(stage: String, _ cost: TextCost, floor: Double) {
    self.stage = stage
    seconds = cost.seconds
    ratio = cost.seconds / floor
    pagesPerSecond = Double(cost.texts) / cost.seconds
    megabytesPerSecond = Double(cost.bytes) / 1e6 / cost.seconds
    pages = cost.texts
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("stage", stage)
      for (name, value) in [
        ("cpu_seconds", seconds), ("ratio", ratio), ("pages_per_second", pagesPerSecond),
        ("megabytes_per_second", megabytesPerSecond),
      ] as [(StaticString, Double)] {
        json.key(name)
        json.raw(DecimalText.rounded(value, decimals: 4).utf8)
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  static func table(_ rows: [Row], _ bench: StageBench) -> String {
    var lines = [
      "\(bench.pages) pages, \(DecimalText.rounded(Double(bench.bytes) / 1e6, decimals: 2)) MB decoded; CPU, one thread",
      padded("stage", 20, isText: true) + padded("ms/page", 9) + padded("pages/s", 10)
        + padded("MB/s", 9) + padded("x floor", 9),
    ]
    lines += rows.map { row in
      padded(row.stage, 20, isText: true)
        + padded(DecimalText.rounded(row.seconds * 1000 / Double(row.pages), decimals: 3), 9)
        + padded(DecimalText.rounded(row.pagesPerSecond, decimals: 0), 10)
        + padded(DecimalText.rounded(row.megabytesPerSecond, decimals: 0), 9)
        + padded(DecimalText.rounded(row.ratio, decimals: 3), 9)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func padded(_ text: String, _ width: Int, isText: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isText ? text + space : space + text
  }
}
