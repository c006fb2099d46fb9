internal import ArgumentParser
internal import Disk
internal import Pipeline
internal import Records

struct StageCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Runs one stage as a filter: records on standard input, records on standard output.",
    discussion: """
      fetch reads lines {"path": "FILE"}, or the files and folders that are
      named. A record that a stage cannot do becomes a line {"failure": …,
      "path": …}, which later stages pass through.

      Exit status: 0 done, 1 a record failed under --strict, 2 could not do it.
      """)

  static let examples = """
    swapwire stage fetch fixtures/articles | swapwire stage clean
    echo '{"path": "fixtures/articles/en-live-blog.html"}' | swapwire stage fetch
    swapwire stage fetch fixtures/articles | swapwire stage clean \\
      | swapwire stage extract | swapwire stage normalize
    """

  @Argument(help: "fetch, clean, extract or normalize.")
  var stage: Stage

  @Argument(help: ArgumentHelp("Files and folders; for fetch only.", valueName: "input"))
  var inputs: [String] = []

  @OptionGroup var pack: PackOptions

  @Option(help: "The encoding of all inputs, whatever they declare; for fetch only.")
  var charset: String?

  @Flag(help: "Exit with 1 if any record failed.")
  var strict = false

  func validate() throws {
    if stage != .fetch, !inputs.isEmpty {
      throw ValidationError("only fetch takes files; \(stage.rawValue) reads standard input")
    }
  }

  func run() throws {
    let filter = PipedStage(try StageChain(folder: pack.folder, charset: charset), stage)
    var anyFailed = false
    func write(_ output: PipedStage.Output) throws {
      anyFailed = anyFailed || output.isFailure
      if !output.bytes.isEmpty { try StandardOutput.write(output.bytes) }
    }
    if !inputs.isEmpty {
      try filter.fetch(inputs.map { DiskPath($0) }, write)
    } else {
      let input = LineReader(SequentialFile())
      var number = 0
      while let line = try input.line() {
        number += 1
        try write(try filter.process(line, number: number))
      }
    }
    if strict, anyFailed { throw ExitCode(1) }
  }
}
