import Packs
import Records
import Testing

@testable import Extract

struct RulesTests {
  @Test func `every rule does what its own examples say`() throws {
    let failures = try Extractor(Pack.embedded()).failedExamples()
    #expect(failures.map(\.description) == [])
  }

  @Test func `every rule has a text that it finds and a near miss`() throws {
    let rules = try Extractor(Pack.embedded()).rules()
    #expect(!rules.isEmpty)
    let incomplete = rules.filter { $0.finds == 0 || $0.not == 0 }
    #expect(incomplete.map { "\($0.place): \($0.name)" } == [])
  }

  @Test func `every rule of frames has an example that tells who stands where`() throws {
    let rules = try #require(try Extractor(Pack.embedded()).rules(for: "en")).frames.rules
    #expect(!rules.isEmpty)
    let incomplete = rules.filter { $0.examples.finds.allSatisfy(\.arguments.isEmpty) }
    #expect(incomplete.map { "\($0.examples.file):\($0.examples.line): \($0.name)" } == [])
  }

  /// The files of a small pack with one rule file of a kind.
  private func pack(
    lexicon: String, kind: String, file: String, rules: String
  ) -> [String: String] {
    [
      "pipeline.yaml": """
      name: t
      version: "1"
      stages: [fetch, clean, extract, normalize]
      languages: [en]
      files: {lexicon: lexicon.yaml, numbers: numbers.yaml, \(kind): \(file)}
      """,
      "lexicon.yaml": "language: en\n" + lexicon,
      "numbers.yaml": "language: en\nunits: {one: 1}\n", file: rules,
    ]
  }

  /// What a small pack with these people rules is told.
  private func error(rules: String) -> String {
    let files = pack(
      lexicon: "classes:\n  people-noun: {military: [soldiers]}\n", kind: "phrases",
      file: "people.yaml",
      rules: rules)
    do {
      _ = try Extractor(try Pack(files: files))
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private static let head = "language: en\nmakes: people\nkind: people\nrules:\n"

  @Test(arguments: [
    (
      "  - {name: a, pattern: \"count:<nubmer> head:<people-noun>\"}",
      "people.yaml:5: unknown class <nubmer>; did you mean \"number\"?"
    ),
    ("  - {name: a, pattern: \"( <number>\"}", "people.yaml:5: a \"(\" without its \")\""),
    ("  - {name: a, pattern: \"<number\"}", "people.yaml:5: a \"<\" without its \">\""),
    (
      "  - {name: a, pattern: \"_{0,99} x\"}",
      "people.yaml:5: a gap is written _{0,3}, with at most 12 tokens"
    ),
    (
      "  - {name: a, patern: x}", "people.yaml:5: unknown key \"patern\"; did you mean \"pattern\"?"
    ),
    (
      "  - {name: a, pattern: x}\n  - {name: a, pattern: y}",
      "people.yaml:6: another rule is named \"a\"; see people.yaml:5"
    ),
    (
      "  - {name: a, pattern: \"n:<number>\", value: \"{m}\"}",
      "people.yaml:5: the pattern has no part named \"m\"; did you mean \"n\"?"
    ),
    (
      "  - {name: a, pattern: x, bound: atleast}",
      "people.yaml:5: unknown value \"atleast\"; did you mean \"at_least\"?"
    ),
    ("  - {name: a, pattern: x, finds: [\"⟦x\"]}", "people.yaml:5: a ⟦ without its ⟧"),
  ])
  func `a wrong rule is told with file, line and hint`(rule: String, expected: String) {
    #expect(error(rules: Self.head + rule) == expected)
  }

  @Test func `a frame's verb without forms is told`() throws {
    let files = pack(
      lexicon: "verbs:\n  - bring brings brought brought bringing\n", kind: "frames",
      file: "frames.yaml",
      rules: "language: en\nframes:\n  - {name: a, frame: swap, verbs: [brnig home]}\n")
    let expected = PackError(
      file: "frames.yaml", line: 3, message: "the lexicon has no forms of the verb \"brnig\"",
      hint: "did you mean \"bring\"?")
    #expect(throws: expected) { _ = try Extractor(Pack(files: files)) }
  }

  @Test func `a hostile paragraph ends`() throws {
    let extractor = try Extractor(Pack.embedded())
    for piece in [
      "Ukraine and Russia exchanged ", "at least at least 1 ", "(((", "1 000 ",
      "prisoners of war, ", "Iryna Melnyk met Oleh Melnyk. ", "Ukraine freed its men. ",
      "on May 24, 25 and 26 ", "the Ministry of Defence ",
    ] {
      let body = String(repeating: piece, count: 2000)
      let article = CleanArticle(
        head: ArticleHead(id: "a", path: "p", url: nil, title: nil, published: nil, language: "en"),
        authors: [], body: body)
      #expect(extractor.extract(article).languageKnown)
    }
  }
}
