internal import Records

/// One object of a schema.
final class SchemaRule: Sendable {
  private let types: [String]?
  private let allowed: [JSONValue]?
  private let properties: [String: SchemaRule]
  private let required: [String]
  /// For members that `properties` does not name; nil where they may be anything.
  private let others: Others?
  private let items: SchemaRule?
  private let counts: ClosedRange<Int>
  private let hasUniqueItems: Bool
  private let minimumLength: Int
  private let pattern: TextPattern?
  private let minimum: Double?
  private let reference: String?

  private enum Others {
    case none
    case rule(SchemaRule)
  }

  /// - Parameter path: Where the rule stands in its schema, for complaints.
  init(_ value: JSONValue, at path: String) throws(SchemaError) {
    guard let members = value.members else { throw SchemaError("\(path): no object") }
    for (key, _) in members where !Self.known.contains(key) {
      throw SchemaError("\(path): the keyword \"\(key)\" is not known here")
    }
    types = value["type"].map { $0.elements.compactMap(\.string) }
    if let constant = value["const"] {
      allowed = [constant]
    } else {
      allowed = value["enum"]?.elements
    }
    var properties: [String: SchemaRule] = [:]
    for (name, rule) in value["properties"]?.members ?? [] {
      properties[name] = try SchemaRule(rule, at: "\(path).\(name)")
    }
    self.properties = properties
    required = value["required"]?.elements.compactMap(\.string) ?? []
    switch value["additionalProperties"] {
    case nil, .boolean(true): others = nil
    case .boolean(false): others = Others.none
    case let rule?: others = .rule(try SchemaRule(rule, at: "\(path).*"))
    }
    if let rule = value["items"] {
      items = try SchemaRule(rule, at: "\(path)[]")
    } else {
      items = nil
    }
    let least = value["minItems"]?.integer ?? 0
    counts = least...max(least, value["maxItems"]?.integer ?? Int.max)
    if case .boolean(true)? = value["uniqueItems"] {
      hasUniqueItems = true
    } else {
      hasUniqueItems = false
    }
    minimumLength = value["minLength"]?.integer ?? 0
    pattern = try value["pattern"]?.string.map { text throws(SchemaError) in
      try TextPattern(text, at: path)
    }
    minimum = value["minimum"]?.integer.map(Double.init)
    if let target = value["$ref"]?.string {
      guard target.hasPrefix("#/$defs/") else {
        throw SchemaError("\(path): only references to #/$defs/ are known here")
      }
      reference = String(target.dropFirst("#/$defs/".count))
    } else {
      reference = nil
    }
  }

  /// What it tells people alone, and what it asks.
  private static let known: Set<String> = [
    "$schema", "$id", "$defs", "title", "description", "type", "enum", "const", "properties",
    "required", "additionalProperties", "items", "minItems", "maxItems", "uniqueItems",
    "minLength", "pattern", "minimum", "$ref",
  ]

  /// The names of definitions that this rule and those in it refer to.
  var references: [String] {
    var inner = Array(properties.values) + [items].compactMap(\.self)
    if case .rule(let rule)? = others { inner.append(rule) }
    return [reference].compactMap(\.self) + inner.flatMap(\.references)
  }

  /// Adds what is wrong with a value.
  func check(
    _ value: JSONValue, at path: String, _ definitions: [String: SchemaRule],
    _ violations: inout [SchemaViolation]
  ) {
    func complain(_ message: String) {
      violations.append(SchemaViolation(path: path, message: message))
    }
    if let reference { definitions[reference]?.check(value, at: path, definitions, &violations) }
    if let types, !types.contains(where: value.isOf) {
      return complain("expected \(types.joined(separator: " or ")), found \(value.shown)")
    }
    if let allowed, !allowed.contains(where: { $0.json == value.json }) {
      let names = allowed.map(\.shown).joined(separator: ", ")
      return complain(
        "expected \(allowed.count > 1 ? "one of " : "")\(names), found \(value.shown)")
    }
    switch value {
    case .string(let text):
      if text.unicodeScalars.count < minimumLength { complain("must not be empty") }
      if let pattern, !pattern.matches(text) {
        complain("\(value.shown) does not match \(pattern.text)")
      }
    case .number(let text):
      if let minimum, let number = Double(text), number < minimum {
        complain("\(text) is less than \(Int(minimum))")
      }
    case .array(let elements):
      if !counts.contains(elements.count) {
        complain("has \(elements.count) elements, expected \(countsText)")
      }
      if hasUniqueItems, Set(elements.map(\.json)).count < elements.count {
        complain("holds the same element twice")
      }
      for (place, element) in elements.enumerated() {
        items?.check(element, at: "\(path)[\(place)]", definitions, &violations)
      }
    case .object(let members):
      checkMembers(members, at: path, definitions, &violations)
    case .boolean, .null: break
    }
  }

  private func checkMembers(
    _ members: [(key: String, value: JSONValue)], at path: String,
    _ definitions: [String: SchemaRule], _ violations: inout [SchemaViolation]
  ) {
    let names = Set(members.map(\.key))
    for name in required where !names.contains(name) {
      violations.append(SchemaViolation(path: path, message: "\"\(name)\" is missing"))
    }
    if names.count < members.count {
      violations.append(SchemaViolation(path: path, message: "holds a member twice"))
    }
    for (name, value) in members {
      if let rule = properties[name] {
        rule.check(value, at: "\(path).\(name)", definitions, &violations)
      } else if case .rule(let rule)? = others {
        rule.check(value, at: "\(path).\(name)", definitions, &violations)
      } else if others != nil {
        violations.append(SchemaViolation(path: path, message: "\"\(name)\" does not belong here"))
      }
    }
  }

  private var countsText: String {
    counts.upperBound == Int.max
      ? "at least \(counts.lowerBound)"
      : counts.lowerBound == counts.upperBound ? "\(counts.lowerBound)" : "\(counts)"
  }
}

extension JSONValue {
  fileprivate func isOf(_ type: String) -> Bool {
    switch (self, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.number, "number"),
      (.boolean, "boolean"), (.null, "null"):
      true
    case (.number(let text), "integer"): Double(text).map { $0 == $0.rounded() } ?? false
    default: false
    }
  }

  fileprivate var json: [UInt8] {
    var json = JSONWriter()
    json.value(self)
    return json.bytes
  }

  /// The value as JSON, shortened for people.
  fileprivate var shown: String {
    let text = String(decoding: json, as: UTF8.self)
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}
