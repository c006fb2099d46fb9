/// The regular expression of a `pattern`, which may match anywhere (ECMA-262, as Swift reads it).
struct TextPattern: Sendable {
  let text: String
  // Compiled expressions are not `Sendable`, though this one is only read.
  private nonisolated(unsafe) let expression: Regex<AnyRegexOutput>

  init(_ text: String, at path: String) throws(SchemaError) {
    guard let expression = try? Regex(text) else {
      throw SchemaError("\(path): \(text) is no regular expression")
    }
    self.text = text
    unsafe self.expression = expression
  }

  func matches(_ value: String) -> Bool {
    // Strings of JSON are compared by code point, not by grapheme.
    unsafe value.firstMatch(of: expression.matchingSemantics(.unicodeScalar)) != nil
  }
}
