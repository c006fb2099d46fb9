internal import ArgumentParser
internal import Disk
internal import Pipeline
internal import Records

struct StageCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Runs one stage as a filter: records on standard input, records on standard output.",
    discussion: """
      fetch reads lines {"path": "FILE"}, or the files, folders and containers
      that are named or listed. A record that a stage cannot do becomes a line
      {"failure": …, "path": …}, which later stages pass through.

      With --to the stages behind follow at once, in the same process.

      Exit status: 0 done, 1 a record failed under --strict, 2 could not do it.
      """)

  static let examples = """
    swapwire stage fetch fixtures/articles | swapwire stage clean
    echo '{"path": "fixtures/articles/en-live-blog.html"}' | swapwire stage fetch
    swapwire stage fetch fixtures/articles --to clean | swapwire stage extract --to normalize
    find fixtures/articles -name '*.txt' | swapwire stage fetch --to normalize --paths-from -
    """

  @Argument(help: "fetch, clean, extract or normalize.")
  var stage: Stage

  @Argument(help: ArgumentHelp("Inputs as run takes them; for fetch only.", valueName: "input"))
  var inputs: [String] = []

  @Option(help: "The last stage, if it is another.")
  var to: Stage?

  @Option(
    help: ArgumentHelp(
      "A file with paths of inputs, as run takes it; for fetch only.", valueName: "file"))
  var pathsFrom: String?

  @Option(
    help: ArgumentHelp("Names of members in JSON dumps, as run takes them.", valueName: "fields"))
  var fields: FieldMap = FieldMap()

  @Option(help: ArgumentHelp("The most bytes of an article, as run takes it.", valueName: "bytes"))
  var maxBytes: ByteCount = ByteCount(count: RunOptions.usualByteLimit)

  @OptionGroup var pack: PackOptions

  @Option(help: "The encoding of all inputs, whatever they declare; for fetch only.")
  var charset: String?

  @Flag(help: "Exit with 1 if any record failed.")
  var strict = false

  func validate() throws {
    if stage != .fetch, !inputs.isEmpty || pathsFrom != nil {
      throw ValidationError("only fetch takes files; \(stage.rawValue) reads standard input")
    }
    if let to, to < stage {
      throw ValidationError("--to \(to.rawValue) comes before \(stage.rawValue)")
    }
  }

  func run() throws {
    let filter = PipedStage(
      try StageChain(folder: pack.folder, charset: charset, byteLimit: maxBytes.count), stage,
      through: to)
    var anyFailed = false
    func write(_ output: PipedStage.Output) throws {
      anyFailed = anyFailed || output.isFailure
      if !output.bytes.isEmpty { try StandardOutput.write(output.bytes) }
    }
    if !inputs.isEmpty || pathsFrom != nil {
      var options = RunOptions(inputs: inputs.map { DiskPath($0) }, output: DiskPath(""))
      options.fields = fields.fields
      options.byteLimit = maxBytes.count
      options.listed =
        try pathsFrom.map {
          try PathList.paths($0 == "-" ? nil : DiskPath($0))
        } ?? []
      // A part of a cluster may have nothing to do.
      guard !options.inputs.isEmpty || !options.listed.isEmpty else { return }
      try filter.fetch(options, write)
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
