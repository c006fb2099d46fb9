public import Records

/// The sorts of records that the program writes, each with its published schema.
public enum RecordKind: String, Sendable, CaseIterable {
  /// `fetch.ndjson`.
  case fetch
  /// `clean.ndjson`.
  case clean
  /// `extract.ndjson`.
  case extract
  /// `events.ndjson`.
  case events
  /// `failures.ndjson`.
  case failures
  /// `run.json`.
  case run

  /// The schema's text.
  public var schemaText: [UInt8] {
    switch self {
    case .fetch: PackageResources.fetch_schema_json
    case .clean: PackageResources.clean_schema_json
    case .extract: PackageResources.extract_schema_json
    case .events: PackageResources.events_schema_json
    case .failures: PackageResources.failures_schema_json
    case .run: PackageResources.run_schema_json
    }
  }

  /// The schema.
  public func schema() throws -> JSONSchema {
    var json = JSONReader(schemaText)
    return try JSONSchema(try json.value())
  }

  /// The file of an output folder that holds such records.
  public var fileName: String { self == .run ? "run.json" : "\(rawValue).ndjson" }

  /// What a record is by the members that only its kind has; nil where it has none of them.
  public init?(of record: JSONValue) {
    let tells: [(String, RecordKind)] = [
      ("evidence", .events), ("candidates", .extract), ("source", .fetch), ("body", .clean),
      ("code", .failures), ("tool", .run),
    ]
    guard let kind = tells.first(where: { record[$0.0] != nil })?.1 else { return nil }
    self = kind
  }
}
