import Disk
import Outputs
import Records
import TestSupport
import Testing

@testable import Schemas

struct SchemasTests {
  private func value(_ text: String) throws -> JSONValue {
    var json = JSONReader(Array(text.utf8))
    return try json.value()
  }

  private func violations(_ schema: String, _ text: String) throws -> [String] {
    try JSONSchema(try value(schema)).violations(try value(text)).map(\.description)
  }

  @Test(arguments: RecordKind.allCases)
  func `what the fixtures gave is valid`(kind: RecordKind) throws {
    let file = RecordFile(ProjectFiles.path("fixtures/expected/\(kind.fileName)"))
    var findings: [String] = []
    let count = try RecordValidator(nil).validate(file) { findings.append($0.description) }
    #expect(count > 0)
    #expect(findings.isEmpty)
  }

  @Test func `vocabularies are those of the program`() throws {
    func names(_ kind: RecordKind, _ path: String...) throws -> [String?] {
      var json = JSONReader(kind.schemaText)
      var value = try json.value()
      for name in path { value = try #require(value[name]) }
      return value["enum"]?.elements.map(\.string) ?? []
    }
    #expect(
      try names(.failures, "properties", "code") == StageFailure.Code.allCases.map(\.rawValue))
    #expect(try names(.failures, "properties", "stage") == Stage.allCases.map(\.rawValue))
    #expect(
      try names(.extract, "$defs", "mention", "properties", "kind")
        == Mention.Kind.allCases.map(\.rawValue))
    #expect(
      try names(.extract, "$defs", "mention", "properties", "tense")
        == Mention.Tense.allCases.map(\.rawValue))
    #expect(
      try names(.extract, "$defs", "candidate", "properties", "frame")
        == EventCandidate.Frame.allCases.map(\.rawValue))
    #expect(
      try names(.extract, "$defs", "candidate", "properties", "modality")
        == EventCandidate.Modality.allCases.map(\.rawValue))
    #expect(
      try names(
        .extract, "$defs", "candidate", "properties", "arguments", "items", "properties",
        "role") == EventCandidate.Role.allCases.map(\.rawValue))
  }

  @Test func `the schema of events is the published one`() throws {
    let published = ProjectFiles.path("../shared/contract/event.schema.json")
    guard Disk.kind(of: published, followingLinks: true) == .file else {
      print("skipped: the contract is not here")
      return
    }
    #expect(
      try RecordKind.events.schemaText == ProjectFiles.bytes("../shared/contract/event.schema.json")
    )
  }

  @Test(arguments: [
    (#"{"type":"integer","minimum":1}"#, "0", "$: 0 is less than 1"),
    (#"{"type":"integer"}"#, "1.5", "$: expected integer, found 1.5"),
    (#"{"type":["string","null"]}"#, "3", "$: expected string or null, found 3"),
    (#"{"enum":["a",null]}"#, #""b""#, #"$: expected one of "a", null, found "b""#),
    (#"{"const":"a"}"#, "null", #"$: expected "a", found null"#),
    (#"{"type":"string","minLength":1}"#, #""""#, "$: must not be empty"),
    (#"{"pattern":"^Q[0-9]+$"}"#, #""Q1x""#, #"$: "Q1x" does not match ^Q[0-9]+$"#),
    (#"{"items":{"type":"string"}}"#, #"["a",1]"#, "$[1]: expected string, found 1"),
    (#"{"minItems":2,"maxItems":2}"#, "[1]", "$: has 1 elements, expected 2"),
    (#"{"uniqueItems":true}"#, "[1,1]", "$: holds the same element twice"),
    (#"{"required":["a"]}"#, "{}", #"$: "a" is missing"#),
    (
      #"{"properties":{"a":{}},"additionalProperties":false}"#, #"{"b":1}"#,
      #"$: "b" does not belong here"#
    ),
    (#"{"additionalProperties":{"type":"null"}}"#, #"{"b":1}"#, "$.b: expected null, found 1"),
    (
      ##"{"properties":{"a":{"$ref":"#/$defs/x"}},"$defs":{"x":{"type":"null"}}}"##, #"{"a":1}"#,
      "$.a: expected null, found 1"
    ),
    ("{}", #"{"a":1,"a":2}"#, "$: holds a member twice"),
  ])
  func `a violation is told with its path`(schema: String, text: String, told: String) throws {
    #expect(try violations(schema, text) == [told])
  }

  @Test(arguments: [
    (#"{"type":"integer"}"#, "2.0"), (#"{"pattern":"b"}"#, #""abc""#), (#"{"minimum":1}"#, #""0""#),
    (#"{"required":["a"]}"#, "[]"), ("{}", "1"),
  ])
  func `what a keyword says nothing of is valid`(schema: String, text: String) throws {
    #expect(try violations(schema, text).isEmpty)
  }

  @Test(arguments: [
    (#"{"oneOf":[]}"#, "the keyword \"oneOf\" is not known here"),
    (##"{"$ref":"#/$defs/x"}"##, "\"#/$defs/x\" is not there"),
    (#"{"pattern":"("}"#, "( is no regular expression"),
  ])
  func `a schema that we cannot hold to is refused`(schema: String, told: String) throws {
    let schema = try value(schema)
    #expect {
      try JSONSchema(schema)
    } throws: {
      "\($0)".hasSuffix(told)
    }
  }

  @Test func `lines are known by their members, failures in a pipe pass`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "x.ndjson",
      Array(
        """
        {"failure":{"path":"a","stage":"fetch","code":"empty","message":"m"},"path":"a"}
        {"failure":{"path":"a","stage":"wash","code":"empty","message":"m"},"path":"a"}
        {"id":"e-1","evidence":[]}
        {"some":"thing"}
        {
        """.utf8))
    var findings: [String] = []
    let file = RecordFile(folder.path.appending(DiskPath("x.ndjson")))
    let count = try RecordValidator(nil).validate(file) { finding in
      findings.append("\(finding.line) \(finding.message)")
    }
    #expect(count == 5)
    #expect(
      findings.first
        == #"2 $.stage: expected one of "fetch", "clean", "extract", "normalize", found "wash""#)
    #expect(findings.contains("3 $.evidence: has 0 elements, expected at least 1"))
    #expect(findings.contains { $0.hasPrefix("4 no record of ours; --schema says") })
    #expect(findings.last?.hasPrefix("5 byte 1: ") == true)
  }
}
