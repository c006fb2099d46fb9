import Disk
import TestSupport

@testable import Pipeline

/// A pack of two rules on disk.
struct SmallPack {
  let folder: TemporaryFolder

  /// - Parameters:
  ///   - not: What the rule "soldiers" must not find.
  ///   - pattern: Its pattern.
  init(
    not: String = "soldiers", pattern: String = "count:<number> head:<people-noun>"
  ) throws {
    folder = try TemporaryFolder()
    try folder.write(
      "pipeline.yaml",
      """
      name: small
      version: "1"
      stages: [fetch, clean, extract, normalize]
      languages: [en]
      files: {numbers: numbers.yaml, lexicon: lexicon.yaml, phrases: people.yaml}
      """.utf8)
    try folder.write("numbers.yaml", "language: en\nunits: {one: 1}\n".utf8)
    try folder.write(
      "lexicon.yaml", "language: en\nclasses:\n  people-noun: {military: [soldiers]}\n".utf8)
    try folder.write(
      "people.yaml",
      """
      language: en
      makes: people
      kind: people
      rules:
        - name: soldiers
          pattern: "\(pattern)"
          finds: ["⟦307 soldiers⟧ ran"]
          not: ["\(not)"]
        - name: horses
          pattern: horses
      """.utf8)
  }

  /// Its stages.
  func chain() throws -> StageChain { try StageChain(folder: folder.path, charset: nil) }
}
