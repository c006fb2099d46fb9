public import ArgumentParser
internal import Disk
internal import Outputs
public import Schemas

struct ValidateCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks files of records against their JSON Schemas.",
    discussion: """
      FILE is a file that run or stage wrote, or an output folder. What its records
      are is told by its name, else by their members, else by --schema. Each error
      is a line on standard output: FILE:LINE: PATH: what is wrong.

      Exit status: 0 all valid, 1 something is not, 2 a file could not be read.
      """)

  static let examples = """
    swapwire run fixtures/articles --out out && swapwire validate out
    swapwire stage fetch fixtures/articles > found.ndjson; swapwire validate --schema fetch found.ndjson
    """

  @Argument(help: ArgumentHelp("Files and output folders.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "What all records are: fetch, clean, extract, events, failures or run.", valueName: "name"))
  var schema: RecordKind?

  func run() throws {
    let validator = try RecordValidator(schema)
    var output = BufferedOutput()
    var (records, errors) = (0, 0)
    let all = try files.flatMap { try Self.files(DiskPath($0)) }
    for file in all {
      records += try validator.validate(file) { finding in
        errors += 1
        try output.write(TerminalText.printable(finding.description) + "\n")
      }
    }
    try output.flush()
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    StandardError.write(
      "swapwire: \(counted(records, "record")) in \(counted(all.count, "file")), "
        + "\(counted(errors, "error"))\n")
    if errors > 0 { throw ExitCode(1) }
  }

  /// A file, or those of an output folder that hold records.
  private static func files(_ path: DiskPath) throws -> [RecordFile] {
    guard Disk.kind(of: path, followingLinks: true) == .folder else { return [RecordFile(path)] }
    let files = RecordKind.allCases.map { RecordFile(path.appending(DiskPath($0.fileName))) }
      .filter(\.exists)
    guard !files.isEmpty else {
      throw OutputError("\(path.display): no file of records in this folder")
    }
    return files
  }
}

extension RecordKind: ExpressibleByArgument {}
