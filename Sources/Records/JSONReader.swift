/// What is wrong with a piece of JSON, and at which byte of it.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// Bytes from the start of the input.
  public let offset: Int
  /// What was expected or found.
  public let message: String

  /// Makes an error.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// The place and the problem in one line.
  public var description: String { "byte \(offset): \(message)" }
}

/// Reads JSON in one pass, without building a tree (RFC 8259).
///
/// The caller asks for the type it expects; anything else throws. Nesting is limited to 128 so that
/// a hostile line cannot exhaust the stack.
public struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Reads from a line or a whole document.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Throws unless only white space is left.
  public mutating func end() throws(JSONError) {
    skipSpace()
    if position < bytes.count { throw error("more text after the value") }
  }

  /// Reads an object; `member` is called for each key and must read the value or `skip` it.
  public mutating func object(
    _ member: (_ key: String, _ reader: inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "{"), "an object")
    if try !consume(UInt8(ascii: "}")) {
      repeat {
        let key = try string()
        guard try consume(UInt8(ascii: ":")) else { throw error("expected ':' after a key") }
        try member(key, &self)
      } while try consume(UInt8(ascii: ","))
      guard try consume(UInt8(ascii: "}")) else { throw error("expected ',' or '}'") }
    }
    depth -= 1
  }

  /// Reads an array; `element` is called at the start of each element.
  public mutating func array(
    _ element: (_ reader: inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "["), "an array")
    if try !consume(UInt8(ascii: "]")) {
      repeat { try element(&self) } while try consume(UInt8(ascii: ","))
      guard try consume(UInt8(ascii: "]")) else { throw error("expected ',' or ']'") }
    }
    depth -= 1
  }

  /// Reads `null` if it stands here and says whether it did.
  public mutating func null() throws(JSONError) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "n") else { return false }
    try literal("null")
    return true
  }

  /// Reads a string; an unpaired surrogate becomes U+FFFD.
  public mutating func string() throws(JSONError) -> String {
    String(decoding: try utf8(), as: UTF8.self)
  }

  /// Reads a string or `null`.
  public mutating func optionalString() throws(JSONError) -> String? {
    try null() ? nil : try string()
  }

  /// Reads a string as UTF-8 bytes.
  public mutating func utf8() throws(JSONError) -> [UInt8] {
    guard try consume(UInt8(ascii: "\"")) else { throw error("expected a string") }
    var result: [UInt8] = []
    var plain = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        result.append(contentsOf: bytes[plain..<position])
        position += 1
        return result
      }
      if byte < 0x20 { throw error("control character inside a string") }
      if byte == UInt8(ascii: "\\") {
        result.append(contentsOf: bytes[plain..<position])
        try escape(into: &result)
        plain = position
      } else {
        position += 1
      }
    }
    throw error("string without an end")
  }

  /// Reads a whole number.
  public mutating func integer() throws(JSONError) -> Int {
    let text = try number()
    guard let value = Int(text) else { throw error("expected a whole number, found \(text)") }
    return value
  }

  /// Reads a whole number or `null`.
  public mutating func optionalInteger() throws(JSONError) -> Int? {
    try null() ? nil : try integer()
  }

  /// Reads `true` or `false`.
  public mutating func boolean() throws(JSONError) -> Bool {
    skipSpace()
    guard position < bytes.count else { throw error("expected true or false") }
    let isTrue = bytes[position] == UInt8(ascii: "t")
    try literal(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads a number as it is written.
  public mutating func number() throws(JSONError) -> String {
    skipSpace()
    let start = position
    while position < bytes.count, Self.numberBytes.contains(bytes[position]) { position += 1 }
    if start == position { throw error("expected a number") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Moves into the object that begins here, to the value of its first member of that name; what stands
  /// behind is not looked at.
  ///
  /// False where the object has no such member; then nothing more can be read.
  public mutating func enter(_ name: String) throws(JSONError) -> Bool {
    try open(UInt8(ascii: "{"), "an object")
    if try consume(UInt8(ascii: "}")) { return false }
    repeat {
      let key = try string()
      guard try consume(UInt8(ascii: ":")) else { throw error("expected ':' after a key") }
      if key == name { return true }
      try skip()
    } while try consume(UInt8(ascii: ","))
    return false
  }

  /// Reads over any value.
  public mutating func skip() throws(JSONError) { _ = try value() }

  /// Reads any value as a tree.
  public mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    guard position < bytes.count else { throw error("expected a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      var members: [(key: String, value: JSONValue)] = []
      try object { (key, reader) throws(JSONError) in members.append((key, try reader.value())) }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try array { (reader) throws(JSONError) in elements.append(try reader.value()) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try boolean())
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default: return .number(try number())
    }
  }

  private static let numberBytes = Set("+-.0123456789eE".utf8)
  private static let depthLimit = 128

  private func error(_ message: String) -> JSONError {
    JSONError(offset: position, message: message)
  }

  private mutating func skipSpace() {
    while position < bytes.count,
      bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D
        || bytes[position] == 0x09
    {
      position += 1
    }
  }

  private mutating func consume(_ byte: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    guard position < bytes.count else { throw error("the text ends too early") }
    guard bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func open(_ bracket: UInt8, _ what: String) throws(JSONError) {
    guard try consume(bracket) else { throw error("expected \(what)") }
    depth += 1
    if depth > Self.depthLimit { throw error("nested deeper than \(Self.depthLimit)") }
  }

  private mutating func literal(_ word: StaticString) throws(JSONError) {
    let expected = word.description.utf8
    guard bytes[position...].starts(with: expected) else {
      throw error("expected \(word)")
    }
    position += expected.count
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
    guard position + 1 < bytes.count else { throw error("string without an end") }
    let code = bytes[position + 1]
    position += 2
    switch code {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(code)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"):
      result.append(contentsOf: Array(String(try escapedScalar()).utf8))
    default: throw error("unknown escape in a string")
    }
  }

  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try hexadecimal()
    guard (0xD800..<0xE000).contains(first) else { return Unicode.Scalar(first) ?? replacement }
    guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return replacement }
    let mark = position
    position += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      position = mark
      return replacement
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(
        String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw error("expected four hexadecimal digits") }
    position += 4
    return value
  }
}
