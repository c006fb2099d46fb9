internal import ArgumentParser
internal import Disk
internal import Pipeline
internal import Records

struct ExplainCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why an article was cleaned as it was, or why an event says what it says.",
    discussion: """
      INPUT is a file or folder, or with --out the id of an event or the path of
      an article as events.ndjson tells it. --text takes a text of your own instead,
      and tells its events, or why it has none.

      Pages: every block of a page stands in one line: + kept or - dropped, its
      points, what it is, its text. Below a dropped block are the answers that
      spoke most against it; scorecard.tsv of the pack gives the points for
      each. Reasons without points, below kept blocks too, are rules: lists and
      tables that stand or fall together, headings with nothing behind them,
      elements that no article stands in.

      A line of --json has path, block (its place), kept, kind, score, shared
      (its points with those of its list or table), vetoed (a rule dropped it;
      its points were not asked), reason, answers (question, answer, rank among the
      question's answers, points; those without points only with --answers)
      and text.

      Events: what the event says, the paragraphs with its evidence marked, what
      filled each slot (code points, words, rule, FILE:LINE in the pack's
      folder), and the candidates of the article that no event rests on. DIR is
      an output folder of run, with events.ndjson and extract.ndjson; where that
      was not kept, clean.ndjson gives the text.

      Articles: which events it has, and the candidates that no event rests on,
      each with the reason; needs extract.ndjson (run ... --keep extract).

      With --json an event is a line with id, path, the members of the event,
      slots (each with its evidence), passages (paragraphs with evidence) and
      notUsed (rule, frame, modality, reason, trigger, sentence; null without
      extract.ndjson); an article is one with path, title, published, events (ids)
      and notUsed.

      Exit status: 0 done, 2 an article or event could not be read.
      """)

  static let examples = """
    swapwire explain --text 'Ukraine brought home 307 soldiers on Saturday.' --published 2025-05-25
    swapwire explain fixtures/articles/en-live-blog.html
    swapwire explain fixtures/articles --json | jq -r 'select(.kept | not) | .text'
    swapwire run fixtures/articles --out out \\
      && swapwire explain --out out $(jq -r .id out/events.ndjson | head -n 1)
    """

  @Argument(
    help: ArgumentHelp(
      "Files and folders; with --out ids of events and paths of articles.", valueName: "input"))
  var inputs: [String] = []

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("The output folder that holds the events.", valueName: "dir"))
  var output: String?

  @Option(help: "A text of your own; paragraphs are separated by blank lines.")
  var text: String?

  @Option(help: "With --text: its headline.")
  var title: String?

  @Option(help: "With --text: the day (YYYY-MM-DD) that relative dates count from.")
  var published: String?

  @Option(help: "With --text: its language.")
  var language = "en"

  @OptionGroup var pack: PackOptions

  @OptionGroup var color: ColorArguments

  @Option(help: "The encoding of all pages, whatever they declare.")
  var charset: String?

  @Flag(help: "Show all answers of every block, also those without points, and its whole text.")
  var answers = false

  @Flag(help: "Write a line of JSON for each block or event.")
  var json = false

  func validate() throws {
    if text != nil {
      if !inputs.isEmpty || output != nil || answers || charset != nil {
        throw ValidationError(
          "--text is all that is read; leave inputs, --out, --answers and --charset out")
      }
      if let published, published.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil {
        throw ValidationError("--published \(published): write a day as 2025-05-24")
      }
      return
    }
    if title != nil || published != nil {
      throw ValidationError("--title and --published go with --text")
    }
    if inputs.isEmpty {
      throw ValidationError("no input; name a page, an event with --out DIR, or give --text")
    }
    guard output == nil else {
      if answers || charset != nil {
        throw ValidationError("--answers and --charset go with pages, not with events")
      }
      return
    }
    if let id = inputs.first(where: {
      EventExplainer.isID($0) && Disk.kind(of: DiskPath($0), followingLinks: true) == nil
    }) {
      throw ValidationError("\(id) is the id of an event; name its output folder with --out")
    }
  }

  func run() throws {
    let chain = try StageChain(folder: pack.folder, charset: charset)
    let format: PageExplainer.Format = json ? .json : .text(isColored: color.isColored)
    if let text {
      try StandardOutput.write(
        try TextExplainer(chain, format: format).explain(
          text, title: title, published: published, language: language))
    } else if let output {
      let explainer = try EventExplainer(chain, output: DiskPath(output), format: format)
      if let note = explainer.note { StandardError.write("swapwire: note: \(note)\n") }
      for input in inputs {
        try StandardOutput.write(
          EventExplainer.isID(input) ? explainer.explain(input) : explainer.explain(article: input))
      }
    } else {
      try explainPages(PageExplainer(chain, format: format, allAnswers: answers))
    }
  }

  private func explainPages(_ explainer: PageExplainer) throws {
    var anyFailed = false
    for input in inputs {
      for failure in try explainer.explain(DiskPath(input), write: StandardOutput.write) {
        anyFailed = true
        StandardError.write(failure.line)
      }
    }
    if anyFailed { throw ExitCode(2) }
  }
}
