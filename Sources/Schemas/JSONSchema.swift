public import Records

/// A JSON Schema (2020-12) that values are held against.
///
/// No package for it resolves, so this knows the keywords that our own schemas use and refuses every other, that
/// none is passed over in silence.
public struct JSONSchema: Sendable {
  private let root: SchemaRule
  private let definitions: [String: SchemaRule]

  /// Reads a schema; throws where it uses what is not known here.
  public init(_ value: JSONValue) throws(SchemaError) {
    var definitions: [String: SchemaRule] = [:]
    for (name, rule) in value["$defs"]?.members ?? [] {
      definitions[name] = try SchemaRule(rule, at: "$defs.\(name)")
    }
    self.definitions = definitions
    root = try SchemaRule(value, at: "$")
    for reference in ([root] + definitions.values).flatMap(\.references)
    where definitions[reference] == nil {
      throw SchemaError("$: \"#/$defs/\(reference)\" is not there")
    }
  }

  /// What is wrong with a value, in its order; empty where nothing is.
  public func violations(_ value: JSONValue) -> [SchemaViolation] {
    var violations: [SchemaViolation] = []
    root.check(value, at: "$", definitions, &violations)
    return violations
  }
}

/// A place in a value that a schema does not allow.
public struct SchemaViolation: Hashable, Sendable, CustomStringConvertible {
  /// Where: `$.transfers[0].count`.
  public let path: String
  /// What was expected, and what stands there.
  public let message: String

  /// `PATH: MESSAGE`.
  public var description: String { "\(path): \(message)" }
}

/// Why a schema cannot be used.
public struct SchemaError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension JSONValue {
  /// The members of an object; nil for other values.
  var members: [(key: String, value: JSONValue)]? {
    if case .object(let members) = self { members } else { nil }
  }
}
