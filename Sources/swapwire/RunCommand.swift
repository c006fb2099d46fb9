internal import ArgumentParser
internal import Disk
internal import Pipeline

struct RunCommand: AsyncParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs all stages over files and folders and writes events.ndjson.",
    discussion: """
      INPUT is a file or a folder: .html .htm .xhtml .txt .md, each also as .gz.
      Folders are walked in byte order; hidden files and links are skipped.
      A container holds many articles: .warc .ndjson .jsonl .json, also as .gz;
      in a folder only those of WARC are looked into. Archives are read like
      folders, wherever they are: .zip .tar .tar.gz .tgz .tar.bz2 .tar.xz
      .tar.zst.
      Beside NAME.txt a NAME.meta.json tells its url, title, published and
      language.

      What changed since the last run into DIR is done again, and nothing else;
      swapwire status tells what that is.

      DIR then holds events.ndjson, failures.ndjson, run.json and the stage
      files that --keep names. Files of later stages that an earlier run left
      are removed, since they would tell of other input.

      Exit status: 0 done, 1 an article failed under --strict, 2 could not do it.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out
    swapwire run fixtures/articles --out out --to clean --keep all
    swapwire run --out out --from extract --pipeline pipelines/prisoner-exchanges
    """

  @OptionGroup var arguments: RunArguments

  @Option(
    help: ArgumentHelp("What is told: error, warning, info or debug.", valueName: "level"))
  var logLevel: LogLevel = .warning

  @Flag(name: [.short, .long], help: "Tell nothing but errors: --log-level error.")
  var quiet = false

  @Option(
    help: ArgumentHelp("Count articles: auto (on a terminal), always or never.", valueName: "when"))
  var progress: ProgressLine.Choice = .auto

  func run() async throws {
    let level = quiet ? .error : logLevel
    let log = Log(level, progress: level == .error ? nil : ProgressLine(progress))
    let summary = try await Runner(arguments.chain(), arguments.options()).run(log.tell)
    log.end(summary.line(output: arguments.output))
    if arguments.strict, summary.failureCount > 0 { throw ExitCode(1) }
  }
}
