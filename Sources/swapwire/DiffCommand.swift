internal import ArgumentParser
internal import Diff
internal import Disk

struct DiffCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares the events of two runs by meaning.",
    discussion: """
      OLD and NEW are files of events or output folders of run. Events are
      matched by article and by what they say: + added, - removed, ~ changed,
      . read elsewhere (the same facts, other evidence). Of folders with
      clean.ndjson and failures.ndjson the articles and failures are compared
      too.

      SLOT is one of type, status, date, transfers, including, ordinal, place,
      mediators, sources, evidence, or article (what is told about an article),
      events (added and removed ones), articles (likewise) and failures.

      Formats: text for people; json, a line for each difference and one for the
      summary; markdown for a comment on a pull request; github for annotations
      in a workflow, on the article's file.

      A line of json has difference (event_added, event_removed, event_changed,
      article_added, article_removed, article_changed, failure_added,
      failure_removed, summary) and path; added and removed events have event,
      changed ones oldId, newId, evidenceOnly and changes, failures have failure.
      A change has slot, removed and added, with values as events have them.

      Exit status: 0 same, 1 different, 2 could not compare.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out; swapwire diff fixtures/expected out
    swapwire diff fixtures/expected out --ignore evidence --format markdown
    swapwire diff fixtures/expected/events.ndjson out/events.ndjson --only date,transfers
    """

  @Argument(help: "A file of events or an output folder.")
  var old: String

  @Argument(help: "Another one.")
  var new: String

  @Option(help: "text, json, markdown or github.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp("Slots that are no difference; may be given again.", valueName: "slot"))
  var ignore: [SlotList] = []

  @Option(help: ArgumentHelp("The only slots that are compared.", valueName: "slot"))
  var only: [SlotList] = []

  @Option(
    help: ArgumentHelp(
      "For github: the folder that holds the articles, from the root of the repository.",
      valueName: "dir"))
  var articles: String?

  @OptionGroup var color: ColorArguments

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown, github }

  func validate() throws {
    if let articles, Disk.kind(of: DiskPath(articles), followingLinks: true) != .folder {
      throw ValidationError("--articles \(articles): no such folder")
    }
  }

  func run() throws {
    let chosen = Set(only.flatMap(\.slots))
    let slots = (chosen.isEmpty ? Set(DiffSlot.allCases) : chosen)
      .subtracting(ignore.flatMap(\.slots))
    let diff = EventDiff(
      try EventSide(DiskPath(old)), try EventSide(DiskPath(new)), slots: slots)
    var report: any DiffReport =
      switch format {
      case .text: TextReport(isColored: color.isColored)
      case .json: JSONReport()
      case .markdown: MarkdownReport()
      case .github: GitHubReport(articles: articles.map { DiskPath($0) })
      }
    var output = BufferedOutput()
    let summary = try diff.run { try output.write(report.add($0)) }
    try output.write(report.end(summary))
    try output.flush()
    if !summary.isSame { throw ExitCode(1) }
  }
}

/// Names of slots separated by commas.
struct SlotList: ExpressibleByArgument {
  let slots: [DiffSlot]

  init?(argument: String) {
    var slots: [DiffSlot] = []
    for name in argument.split(separator: ",") {
      guard let slot = DiffSlot(rawValue: String(name)) else { return nil }
      slots.append(slot)
    }
    self.slots = slots
  }

  static var allValueStrings: [String] { DiffSlot.allCases.map(\.rawValue) }
}
