public import Disk
public import Records

/// A folder of rules as data: everything that the program knows about a subject and its languages.
///
/// `pipeline.yaml` names the pack's files; this type reads them, the stages compile what is theirs.
public struct Pack: Sendable {
  /// The pack's name.
  public let name: String
  /// The pack's version; written into `run.json`.
  public let version: String
  /// The stages in their order.
  public let stages: [Stage]
  /// The languages that the pack has rules for (BCP 47 primary tags), in the order of the file.
  public let languages: [String]
  /// All files of the pack in byte order of their paths: what its digest is of.
  public var contents: [(path: String, text: String)] {
    files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (path: $0.key, text: $0.value) }
  }
  private let roles: [String: [String]]
  private let files: [String: String]

  /// The pack that is built into the program.
  public static func embedded() throws(PackError) -> Pack {
    try Pack(files: Dictionary(embeddedPackFiles.map { ($0.path, $0.text) }) { $1 })
  }

  /// A pack on disk: a folder with a `pipeline.yaml`.
  public init(folder: DiskPath) throws(PackError) {
    var files: [String: String] = [:]
    var pending = [DiskPath([])]
    while let relative = pending.popLast() {
      let location = relative.bytes.isEmpty ? folder : folder.appending(relative)
      do throws(DiskError) {
        for name in try Disk.names(in: location) {
          let path = relative.appending(name)
          switch Disk.kind(of: folder.appending(path), followingLinks: true) {
          case .folder: pending.append(path)
          case .file where name.hasSuffix(".yaml") || name.hasSuffix(".tsv"):
            if case .bytes(let bytes) = try Disk.read(folder.appending(path), limit: 64 << 20) {
              files[path.display] = String(decoding: bytes, as: UTF8.self)
            }
          default: break
          }
        }
      } catch {
        throw PackError(
          file: error.path.display, line: nil,
          message: "cannot \(error.operation): \(error.reason)",
          hint: "--pipeline takes a pack's folder")
      }
    }
    try self.init(files: files)
  }

  /// A pack of files by their paths inside the folder.
  public init(files: [String: String]) throws(PackError) {
    // Some editors begin a file with a byte order mark.
    let files = files.mapValues { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
    guard let text = files["pipeline.yaml"] else {
      throw PackError(
        file: "pipeline.yaml", line: nil, message: "the pack has no such file",
        hint: "--pipeline takes a folder that holds one; copy pipelines/prisoner-exchanges to begin"
      )
    }
    let node = try PackNode.parse(text, file: "pipeline.yaml")
    let fields = try node.fields(["name", "version", "stages", "languages", "files"])
    func require(_ key: String) throws(PackError) -> PackNode {
      guard let value = fields[key] else { throw node.error("the key \"\(key)\" is missing") }
      return value
    }
    name = try require("name").text()
    version = try require("version").text()
    languages = try require("languages").texts()
    var stages: [Stage] = []
    for element in try require("stages").list() { stages.append(try element.choice(Stage.self)) }
    guard stages == Stage.allCases else {
      throw try require("stages").error(
        "the stages are fetch, clean, extract and normalize, in this order")
    }
    self.stages = stages
    self.files = files
    var roles: [String: [String]] = [:]
    for (key, value) in try require("files").members() {
      let role = try key.text()
      guard Self.knownRoles.contains(role) else {
        throw key.error(
          "unknown kind of file \"\(role)\"",
          hint: PackError.hint(for: role, among: Self.knownRoles))
      }
      for path in value.isList ? try value.list() : [value] {
        let name = try path.text()
        guard files[name] != nil else {
          throw path.error(
            "the pack has no file \"\(name)\"", hint: PackError.hint(for: name, among: files.keys))
        }
        roles[role, default: []].append(name)
      }
    }
    self.roles = roles
    if let stray = files.keys.sorted().first(where: { name in
      name != "pipeline.yaml" && !roles.values.contains { $0.contains(name) }
    }) {
      throw PackError(
        file: stray, line: nil, message: "pipeline.yaml does not name this file",
        hint: "name it under \"files\" or move it out of the pack")
    }
  }

  private init(_ other: Pack, roles: [String: [String]]) {
    (name, version, stages, languages) = (other.name, other.version, other.stages, other.languages)
    files = other.files
    self.roles = roles
  }

  /// The YAML files of one kind, in the order in which `pipeline.yaml` names them.
  public func documents(_ role: String) throws(PackError) -> [PackNode] {
    var documents: [PackNode] = []
    for name in roles[role] ?? [] {
      documents.append(try PackNode.parse(files[name] ?? "", file: name))
    }
    return documents
  }

  /// The tables of one kind.
  public func tables(_ role: String, columns: [String]) throws(PackError) -> [PackTable] {
    var tables: [PackTable] = []
    for name in roles[role] ?? [] {
      tables.append(try PackTable(files[name] ?? "", file: name, columns: columns))
    }
    return tables
  }

  /// The stage that reads each kind of file.
  private static let readers: KeyValuePairs<String, Stage> = [
    "cleaning": .clean, "scorecard": .clean, "languages": .clean,
    "parties": .extract, "persons": .extract, "organizations": .extract, "places": .extract,
    "given-names": .extract, "lexicon": .extract, "numbers": .extract, "dates": .extract,
    "phrases": .extract, "frames": .extract,
    "discourse": .normalize,
  ]
  private static var knownRoles: [String] { readers.map(\.key) }
}

/// What a stage sees of a pack.
extension Pack {
  /// The pack without the kinds of files that other stages read, so that what a stage makes depends on
  /// nothing else.
  public func part(for stage: Stage) -> Pack {
    let own = Self.readers.filter { $0.value == stage }.map(\.key)
    return Pack(self, roles: roles.filter { own.contains($0.key) })
  }

  /// The kinds of files with the path and text of each in the order in which they are read.
  public var sections: [(role: String, files: [(path: String, text: String)])] {
    roles.sorted { $0.key < $1.key }
      .map { role, paths in (role, paths.map { ($0, files[$0] ?? "") }) }
  }
}
