import Testing

@testable import Records

struct JSONReaderTests {
  @Test(arguments: [
    (#""a\"b\\c\/\n""#, "a\"b\\c/\n"),
    (#""\u0416""#, "Ж"),
    (#""\ud83d\ude00""#, "😀"),
    (#""\ud83d""#, "\u{FFFD}"),
    (#""\ud83dx""#, "\u{FFFD}x"),
  ])
  func `a string's escapes are decoded`(json: String, expected: String) throws {
    var reader = JSONReader(Array(json.utf8))
    #expect(try reader.string() == expected)
  }

  @Test func `a value's members keep their order`() throws {
    var reader = JSONReader(Array(#"{"b": [1, -2.5e3, true, null], "a": {"c": "d"}}"#.utf8))
    let value = try reader.value()
    try reader.end()
    guard case .object(let members) = value else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["b", "a"])
    #expect(value["a"]?["c"]?.string == "d")
    #expect(value["b"]?.elements.count == 4)
  }

  @Test(arguments: [
    ("{\"a\" 1}", 5, "expected ':' after a key"),
    ("[1, 2", 5, "the text ends too early"),
    ("\"a\u{1}\"", 2, "control character inside a string"),
    ("{\"a\": 1} x", 9, "more text after the value"),
  ])
  func `what is wrong is told with its byte`(json: String, offset: Int, message: String) {
    var reader = JSONReader(Array(json.utf8))
    #expect(throws: JSONError(offset: offset, message: message)) {
      _ = try reader.value()
      try reader.end()
    }
  }

  @Test func `deep nesting is an error and not the end of the process`() {
    var reader = JSONReader([UInt8](repeating: UInt8(ascii: "["), count: 100_000))
    #expect(throws: JSONError.self) { _ = try reader.value() }
  }
}

struct JSONWriterTests {
  @Test func `control characters and quotes are escaped and all else is kept`() {
    var json = JSONWriter()
    json.object { json in
      json.key("text")
      json.string("a\"b\\c\n\t\u{1}é😀")
      json.key("list")
      json.array([1, 2]) { $0.integer($1) }
      json.key("none")
      json.string(nil)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"text":"a\"b\\c\n\t\u0001é😀","list":[1,2],"none":null}"#)
  }
}
