public import ArgumentParser
internal import Disk
internal import FoundationEssentials
internal import Pipeline
public import Records

struct RunCommand: AsyncParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs all stages over files and folders and writes events.ndjson.",
    discussion: """
      INPUT is a file or a folder: .html .htm .xhtml .txt .md, each also as .gz.
      Folders are walked in byte order; hidden files and links are skipped.
      Beside NAME.txt a NAME.meta.json tells its url, title, published and
      language.

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

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "input"))
  var inputs: [String] = []

  @Option(name: .customLong("out"), help: ArgumentHelp("The output folder.", valueName: "dir"))
  var output: String

  @OptionGroup var pack: PackOptions

  @Option(help: "The first stage: fetch, clean, extract or normalize.")
  var from: Stage = .fetch

  @Option(help: "The last stage.")
  var to: Stage = .normalize

  @Option(help: ArgumentHelp("Stage files that stay: all, none or names.", valueName: "stages"))
  var keep: StageSet = StageSet(stages: [.clean, .extract])

  @Option(help: "Articles at a time; the number of cores by default.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "The encoding of all inputs, whatever they declare.")
  var charset: String?

  @Flag(help: "Exit with 1 if any article failed.")
  var strict = false

  @Flag(help: "Do everything again. Every run does so far.")
  var force = false

  func validate() throws {
    if from > to {
      throw ValidationError("--from \(from.rawValue) comes after --to \(to.rawValue)")
    }
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if inputs.isEmpty, from == .fetch {
      throw ValidationError("no input; name a file or folder, or use --from with an output folder")
    }
  }

  func run() async throws {
    let chain = try StageChain(folder: pack.folder, charset: charset)
    let options = RunOptions(
      inputs: inputs.map { DiskPath($0) }, output: DiskPath(output), from: from, to: to,
      keep: keep.stages, jobs: jobs, charset: charset, strict: strict)
    let progress = ProgressLine()
    let summary = try await Runner(chain, options).run(
      progress: progress.show,
      failed: { failure in
        progress.clear()
        StandardError.write(failure.line)
      })
    progress.clear()
    StandardError.write(summary.line(output: output) + "\n")
    if strict, summary.failureCount > 0 { throw ExitCode(1) }
  }
}

/// Which rules to use.
struct PackOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A folder of rules; the built-in pack by default.", valueName: "pack"))
  var pipeline: String?

  var folder: DiskPath? { pipeline.map { DiskPath($0) } }
}

extension Stage: ExpressibleByArgument {}

/// `all`, `none` or names separated by commas.
struct StageSet: ExpressibleByArgument {
  let stages: Set<Stage>

  init(stages: Set<Stage>) { self.stages = stages }

  init?(argument: String) {
    switch argument {
    case "all": stages = [.fetch, .clean, .extract]
    case "none": stages = []
    default:
      var stages: Set<Stage> = []
      for name in argument.split(separator: ",") {
        guard let stage = Stage(rawValue: String(name)) else { return nil }
        stages.insert(stage)
      }
      self.stages = stages
    }
  }

  var defaultValueDescription: String { stages.sorted().map(\.rawValue).joined(separator: ",") }
}

/// A line that counts articles while a person looks on; nothing in a pipe or a log.
struct ProgressLine: Sendable {
  private let isShown = StandardError.isTerminal

  func show(_ done: Int, of all: Int) {
    guard isShown, done % 16 == 0 || done == all else { return }
    StandardError.write("\r\(done) of \(all) articles")
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}

extension StageFailure {
  /// One line for standard error.
  var line: String {
    "swapwire: " + TerminalText.printable("\(path): \(stage.rawValue): \(message)")
      + " [\(code.rawValue)]\n"
  }
}
