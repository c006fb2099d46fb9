internal import Yams

/// A value of a pack's YAML file that knows its file and line, so that every complaint can say where.
public struct PackNode {
  /// The file, relative to the pack's folder.
  public let file: String
  private let node: Node

  /// Parses a file; an empty one is an empty mapping.
  ///
  /// Scalars stay texts: what they mean is for the reader of each key to say.
  public static func parse(_ text: String, file: String) throws(PackError) -> PackNode {
    do {
      // Without an encoding the library asks the environment for one, every time.
      let node =
        try Yams.compose(yaml: text, .basic, .default, .utf8) ?? Node([(Node, Node)]())
      return PackNode(file: file, node: node)
    } catch let error as YamlError {
      throw PackError(
        file: file, line: line(of: error), message: "this is no YAML",
        hint: "\(error)".split(separator: "\n").first.map(String.init))
    } catch {
      throw PackError(file: file, line: nil, message: "\(error)")
    }
  }

  /// From 1.
  public var line: Int? { node.mark?.line }

  /// An error at this value.
  public func error(_ message: String, hint: String? = nil) -> PackError {
    PackError(file: file, line: line, message: message, hint: hint)
  }

  /// The text of a scalar.
  public func text() throws(PackError) -> String {
    guard let scalar = node.scalar else { throw error("expected a text") }
    return scalar.string
  }

  /// A whole number.
  public func integer() throws(PackError) -> Int {
    let text = try text()
    guard let value = Int(text) else { throw error("expected a whole number, found \"\(text)\"") }
    return value
  }

  /// A decimal number.
  public func decimal() throws(PackError) -> Double {
    let text = try text()
    guard let value = Double(text) else { throw error("expected a number, found \"\(text)\"") }
    return value
  }

  /// `true` or `false`.
  public func boolean() throws(PackError) -> Bool {
    switch try text() {
    case "true", "yes": return true
    case "false", "no": return false
    case let text: throw error("expected true or false, found \"\(text)\"")
    }
  }

  /// The elements of a list.
  public func list() throws(PackError) -> [PackNode] {
    guard let sequence = node.sequence else {
      throw error("expected a list", hint: "write [a, b] or one \"- \" line each")
    }
    return sequence.map { PackNode(file: file, node: $0) }
  }

  /// The elements of a list; a single value counts as a list of one.
  public func elements() throws(PackError) -> [PackNode] { isList ? try list() : [self] }

  /// Whether this is a list.
  public var isList: Bool { node.sequence != nil }

  /// Whether this is a mapping.
  public var isMapping: Bool { node.mapping != nil }

  /// The texts of a list; a single text counts as a list of one.
  public func texts() throws(PackError) -> [String] {
    if node.scalar != nil { return [try text()] }
    var result: [String] = []
    for element in try list() { result.append(try element.text()) }
    return result
  }

  /// The words of a text, split at white space.
  public func words() throws(PackError) -> [String] {
    var result: [String] = []
    for text in try texts() { result += text.split(separator: " ").map(String.init) }
    return result
  }

  /// The members of a mapping in the order of the file.
  public func members() throws(PackError) -> [(key: PackNode, value: PackNode)] {
    guard let mapping = node.mapping else {
      throw error("expected a mapping", hint: "write \"key: value\" lines")
    }
    return mapping.map {
      (PackNode(file: file, node: $0.key), PackNode(file: file, node: $0.value))
    }
  }

  /// The value of one key of a mapping; nil where it is not there.
  public func member(_ name: String) throws(PackError) -> PackNode? {
    for (key, value) in try members() where try key.text() == name { return value }
    return nil
  }

  /// The members of a mapping that may hold only these keys, each once.
  public func fields(_ allowed: [String]) throws(PackError) -> [String: PackNode] {
    var fields: [String: PackNode] = [:]
    for (key, value) in try members() {
      let name = try key.text()
      guard allowed.contains(name) else {
        throw key.error("unknown key \"\(name)\"", hint: PackError.hint(for: name, among: allowed))
      }
      guard fields.updateValue(value, forKey: name) == nil else {
        throw key.error("the key \"\(name)\" stands here twice")
      }
    }
    return fields
  }

  /// One of an enumeration's raw values.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type = Choice.self
  ) throws(PackError) -> Choice where Choice.RawValue == String {
    let name = try text()
    guard let value = Choice(rawValue: name) else {
      throw error(
        "unknown value \"\(name)\"",
        hint: PackError.hint(for: name, among: Choice.allCases.map(\.rawValue)))
    }
    return value
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }
}
