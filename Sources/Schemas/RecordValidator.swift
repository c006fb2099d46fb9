public import Disk
public import Outputs
internal import Records

/// Holds files of records against their schemas.
public struct RecordValidator {
  /// Something that a file may not hold.
  public struct Finding: Hashable, Sendable {
    /// The file.
    public let file: DiskPath
    /// From 1.
    public let line: Int
    /// Path and problem: `$.date: expected string or null, found 3`.
    public let message: String

    /// `FILE:LINE: PATH: MESSAGE`.
    public var description: String { "\(file.display):\(line): \(message)" }
  }

  /// Nil where each record tells what it is.
  private let kind: RecordKind?
  private var schemas: [RecordKind: JSONSchema] = [:]

  /// - Parameter kind: What all records must be; nil to tell by the file's name, or by their members.
  public init(_ kind: RecordKind?) throws {
    self.kind = kind
    for kind in RecordKind.allCases { schemas[kind] = try kind.schema() }
  }

  /// Checks a file, line by line.
  ///
  /// A line by which a failure travels through a pipe is fine wherever records of stages are.
  ///
  /// - Returns: The number of records.
  public func validate(_ file: RecordFile, found: (Finding) throws -> Void) throws -> Int {
    let named = kind ?? RecordKind.allCases.first { file.path.lastComponent.display == $0.fileName }
    var count = 0
    try file.forEachLine { line, number in
      count += 1
      for message in messages(line, named) {
        try found(Finding(file: file.path, line: number, message: message))
      }
    }
    return count
  }

  private func messages(_ line: [UInt8], _ named: RecordKind?) -> [String] {
    guard String(validating: line, as: UTF8.self) != nil else { return ["the line is no UTF-8"] }
    var json = JSONReader(line)
    var value: JSONValue
    do throws(JSONError) {
      value = try json.value()
      try json.end()
    } catch {
      return ["\(error)"]
    }
    var kind = named ?? RecordKind(of: value)
    if kind != .failures, kind != .run, let failure = value["failure"] {
      (value, kind) = (failure, .failures)
    }
    guard let kind, let schema = schemas[kind] else {
      let names = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
      return ["no record of ours; --schema says what it should be: \(names)"]
    }
    return schema.violations(value).map(\.description)
  }
}
