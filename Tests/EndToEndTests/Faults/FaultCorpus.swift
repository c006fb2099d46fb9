import Disk
import TestSupport

/// A folder with articles and a pack of two rules, small enough to be run hundreds of times.
struct FaultCorpus {
  let folder: TemporaryFolder
  /// The options of a run over it, as a shell has them: from inside the folder.
  static let run = "\"$SWAPWIRE\" run in --out out --pipeline pack"
  static let files = [
    "clean.ndjson", "events.ndjson", "extract.ndjson", "failures.ndjson", "run.json",
  ]

  init(articles: Int) throws {
    folder = try TemporaryFolder()
    let pack = [
      "pipeline.yaml": """
      name: faults
      version: "1"
      stages: [fetch, clean, extract, normalize]
      languages: [en]
      files: {numbers: numbers.yaml, lexicon: lexicon.yaml, phrases: people.yaml}
      """,
      "numbers.yaml": "language: en\nunits: {one: 1}\n",
      "lexicon.yaml": "language: en\nclasses:\n  people-noun: {military: [soldiers]}\n",
      "people.yaml": """
      language: en
      makes: people
      kind: people
      rules:
        - {name: soldiers, pattern: "count:<number> head:<people-noun>"}
      """,
    ]
    for (name, text) in pack { try folder.write("pack/\(name)", text.utf8) }
    try Disk.makeFolder(folder.path.appending(DiskPath("in")))
    for number in 0..<articles { try write(number, count: number) }
  }

  /// Writes an article that tells of so many soldiers.
  func write(_ number: Int, count: Int) throws {
    let sentence = "On that day some \(count) soldiers of \(number) came home again.\n\n"
    try folder.write(
      "in/a\(number).txt",
      ("---\nlanguage: en\n---\n" + String(repeating: sentence, count: 20)).utf8)
  }

  /// What a run into an empty folder gives, file by file.
  func fresh() throws -> [[UInt8]] {
    let result = try Program.shell(
      "rm -rf fresh; \"$SWAPWIRE\" run in --out fresh --pipeline pack", in: folder.path)
    precondition(result.status == 0, result.errors)
    return try Self.files.map { try folder.read("fresh/\($0)") }
  }

  /// What stands in the output folder, file by file; nil for a file that is not there.
  func output() -> [[UInt8]?] { Self.files.map { try? folder.read("out/\($0)") } }
}
