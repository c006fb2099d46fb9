public import ArgumentParser
internal import Disk
internal import Fetch
internal import FoundationEssentials
internal import Pipeline
public import Records

/// What a run is asked to do, for the commands that run or tell what would be run.
struct RunArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files and folders; - is a container on standard input.", valueName: "input")
  )
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with paths of inputs, a line each or ended by NUL; - is standard input.",
      valueName: "file"))
  var pathsFrom: String?

  @Option(
    help: ArgumentHelp(
      "Names of members in JSON dumps, as in text=maintext,published=date.", valueName: "fields"))
  var fields: FieldMap = FieldMap()

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

  @Option(
    help: ArgumentHelp(
      "Articles of more bytes, on disk or inflated, are failures; K, M and G are understood.",
      valueName: "bytes"))
  var maxBytes: ByteCount = ByteCount(count: RunOptions.usualByteLimit)

  @Flag(help: "Exit with 1 if any article failed.")
  var strict = false

  @Flag(help: "Do everything again, whatever earlier runs left.")
  var force = false

  @Flag(help: "Neither use nor leave results for later runs.")
  var noStore = false

  func validate() throws {
    if from > to {
      throw ValidationError("--from \(from.rawValue) comes after --to \(to.rawValue)")
    }
    if output.isEmpty { throw ValidationError("--out is empty; name a folder") }
    if from > .clean, !inputs.isEmpty || pathsFrom != nil {
      let before = from == .extract ? "clean" : "extract"
      throw ValidationError(
        "--from \(from.rawValue) reads \(before).ndjson of the output folder; leave the input out")
    }
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if inputs.isEmpty, pathsFrom == nil, from == .fetch {
      throw ValidationError("no input; name a file or folder, or use --from with an output folder")
    }
  }

  /// The stages of the pack that was asked for.
  func chain() throws -> StageChain {
    try StageChain(folder: pack.folder, charset: charset, byteLimit: maxBytes.count)
  }

  func options() throws -> RunOptions {
    var options = RunOptions(
      inputs: inputs.map { DiskPath($0) }, output: DiskPath(output), from: from, to: to,
      keep: keep.stages, jobs: jobs, charset: charset, strict: strict, force: force)
    options.byteLimit = maxBytes.count
    options.usesStore = !noStore
    options.fields = fields.fields
    if let pathsFrom {
      options.listed = try PathList.paths(pathsFrom == "-" ? nil : DiskPath(pathsFrom))
    }
    return options
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

  static var allValueStrings: [String] { ["all", "none", "fetch", "clean", "extract"] }

  var defaultValueDescription: String { stages.sorted().map(\.rawValue).joined(separator: ",") }
}

/// `text=maintext,published=date`.
struct FieldMap: ExpressibleByArgument {
  var fields = DumpFields()

  init() {}

  init?(argument: String) {
    guard let fields = DumpFields(argument) else { return nil }
    self.fields = fields
  }

  var defaultValueDescription: String { "those of trafilatura, news-please and fundus" }
}

/// A number of bytes: `16777216`, `16M`.
struct ByteCount: ExpressibleByArgument {
  let count: Int

  init(count: Int) { self.count = count }

  init?(argument: String) {
    let shift = ["K": 10, "M": 20, "G": 30][argument.suffix(1).uppercased()] ?? 0
    guard let number = Int(shift == 0 ? argument : String(argument.dropLast())), number > 0,
      number <= Int.max >> (shift + 1)
    else { return nil }
    count = number << shift
  }

  var defaultValueDescription: String {
    count % (1 << 20) == 0 ? "\(count >> 20)M" : "\(count)"
  }
}
