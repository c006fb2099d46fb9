internal import ArgumentParser
internal import Disk
internal import Pipeline
internal import Records

struct ExplainCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows what cleaning kept and dropped of an article, and why.",
    discussion: """
      Every block of a page stands in one line: + kept or - dropped, its
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

      Exit status: 0 done, 2 an article could not be read.
      """)

  static let examples = """
    swapwire explain fixtures/articles/en-live-blog.html
    swapwire explain fixtures/articles/en-live-blog.html --answers | less
    swapwire explain fixtures/articles --json | jq -r 'select(.kept | not) | .text'
    """

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var pack: PackOptions

  @Option(help: "The encoding of all inputs, whatever they declare.")
  var charset: String?

  @Flag(help: "Show all answers of every block, also those without points, and its whole text.")
  var answers = false

  @Flag(help: "Write a line of JSON for each block.")
  var json = false

  func run() throws {
    let chain = try StageChain(folder: pack.folder, charset: charset)
    let explainer = PageExplainer(
      chain, format: json ? .json : .text(isColored: StandardOutput.isTerminal),
      allAnswers: answers)
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
