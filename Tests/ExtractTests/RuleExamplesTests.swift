import Packs
import Testing

@testable import Extract

struct RuleExamplesTests {
  /// A small pack whose one frame rule, "to-bring", has these examples.
  private func extractor(_ examples: String) throws -> Extractor {
    try Extractor(
      try Pack(files: [
        "pipeline.yaml": """
        name: t
        version: "1"
        stages: [fetch, clean, extract, normalize]
        languages: [en]
        files: {lexicon: lexicon.yaml, numbers: numbers.yaml, phrases: people.yaml, frames: frames.yaml}
        """,
        "lexicon.yaml": """
        language: en
        classes:
          people-noun: {military: [soldiers]}
        verbs:
          - bring brings brought brought bringing
        """,
        "numbers.yaml": "language: en\nunits: {one: 1}\n",
        "people.yaml": """
        language: en
        makes: people
        kind: people
        rules:
          - name: soldiers
            pattern: "count:<number> head:<people-noun>"
        """,
        "frames.yaml": """
        language: en
        frames:
          - name: to-bring
            frame: movement
            verbs: [bring home]
            object: people
        \(examples)
        """,
      ]))
  }

  private func failures(_ examples: String) throws -> [String] {
    try extractor("    finds:\n      - \(examples)").failedExamples().map(\.description)
  }

  @Test(arguments: [
    "They brought home 307 soldiers",
    "They ⟦brought⟧ home 307 soldiers",
    "{text: They brought home 307 soldiers, people: 307 soldiers}",
    "{text: They brought home 307 soldiers, people: [307 soldiers], counter: []}",
    "{text: They ⟦brought⟧ home 307 soldiers, frame: movement, modality: completed}",
  ])
  func `an example that is met`(example: String) throws {
    #expect(try failures(example) == [])
  }

  @Test(arguments: [
    (
      "They took home 307 soldiers",
      "frames.yaml:8: to-bring: finds nothing in \"They took home 307 soldiers\""
    ),
    (
      "They brought ⟦home⟧ 307 soldiers",
      "frames.yaml:8: to-bring: finds \"brought\" in \"They brought home 307 soldiers\""
    ),
    (
      "{text: They brought home 307 soldiers, people: \"307\"}",
      "frames.yaml:8: to-bring: people is \"307 soldiers\", not \"307\" in \"They brought home 307 soldiers\""
    ),
    (
      "{text: They brought home 307 soldiers, people: [], to: They, modality: planned}",
      "frames.yaml:8: to-bring: modality is completed, not planned, people is \"307 soldiers\", "
        + "not nothing, to is nothing, not \"They\" in \"They brought home 307 soldiers\""
    ),
  ])
  func `an example that is not met is told with its own line`(
    example: String, expected: String
  ) throws {
    #expect(try failures(example) == [expected])
  }

  @Test func `the candidate that is least wrong is told`() throws {
    #expect(
      try failures(
        """
        text: They brought home 307 soldiers. They brought home 5 soldiers.
                people: 307 men
                modality: planned
        """
      ) == [
        "frames.yaml:8: to-bring: modality is completed, not planned, people is \"307 soldiers\", "
          + "not \"307 men\" in \"They brought home 307 soldiers. They brought home 5 soldiers.\""
      ])
    #expect(
      try failures(
        "{text: They brought home 3 soldiers. They brought home 5 soldiers., people: 5 soldiers}"
      ) == [])
  }

  @Test func `what must not be found is told`() throws {
    let extractor = try extractor(
      "    not:\n      - They ran\n      - They brought home 5 soldiers")
    #expect(
      extractor.failedExamples().map(\.description) == [
        "frames.yaml:9: to-bring: finds \"brought\", must find nothing "
          + "in \"They brought home 5 soldiers\""
      ])
  }

  @Test(arguments: [
    (
      "{text: They ran, peple: x}",
      "frames.yaml:8: unknown key \"peple\"; did you mean \"people\"?"
    ),
    (
      "{people: x}",
      "frames.yaml:8: the example has no \"text\"; write {text: \"…\", people: \"…\"}"
    ),
    (
      "{text: x, modality: done}",
      "frames.yaml:8: unknown value \"done\"; known are: agreed, completed, ongoing, planned, "
        + "proposed, rejected, suspended, unreal"
    ),
    (
      "{text: x, people: \"\"}",
      "frames.yaml:8: an argument without words; write [] where there must be none"
    ),
    ("{text: \"x⟧\"}", "frames.yaml:8: a ⟧ without its ⟦"),
  ])
  func `a wrong example is told with file, line and hint`(example: String, expected: String) {
    #expect(throws: PackError.self) { try failures(example) }
    do { _ = try failures(example) } catch { #expect("\(error)" == expected) }
  }

  @Test func `a rule of mentions has no arguments`() {
    let files = [
      "pipeline.yaml": """
      name: t
      version: "1"
      stages: [fetch, clean, extract, normalize]
      languages: [en]
      files: {numbers: numbers.yaml, phrases: people.yaml}
      """,
      "numbers.yaml": "language: en\nunits: {one: 1}\n",
      "people.yaml": """
      language: en
      makes: people
      kind: people
      rules:
        - name: a
          pattern: x
          finds:
            - {text: x, people: x}
      """,
    ]
    let expected = PackError(
      file: "people.yaml", line: 8, message: "only the examples of frame rules tell arguments",
      hint: "write the text alone, with what is found in ⟦ ⟧")
    #expect(throws: expected) { _ = try Extractor(Pack(files: files)) }
  }

  @Test func `a rule is summed up with its place and examples`() throws {
    let rules = try extractor("    finds: [a, b]\n    not: c").rules()
    #expect(rules.map(\.name) == ["soldiers", "to-bring"])
    #expect(rules.map(\.kind) == ["people", "movement"])
    #expect(rules.map(\.place) == ["people.yaml:5", "frames.yaml:3"])
    #expect(rules.map(\.finds) == [0, 2])
    #expect(rules.map(\.not) == [0, 1])
    #expect(rules.map(\.language) == ["en", "en"])
  }
}
