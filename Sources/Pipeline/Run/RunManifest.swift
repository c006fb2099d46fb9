internal import Disk
internal import Records
internal import Store

/// What the last run that ended was made with and what it read.
///
/// It is there so that `status` can say why something would be done again; results never depend on it.
///
/// The first line tells the makers and options, the last the outputs with their fingerprints, each other
/// line an article: `{"path", "content"}`, the content null where it could not be read.
struct RunManifest {
  static let format = 2

  var makers: StageMakers
  /// The options that decide which files there are and what they hold.
  var options: String
  /// The fingerprints of the output files by name.
  var outputs: [String: Fingerprint] = [:]
  /// By path, as bytes: names that differ in Unicode normalization alone are two.
  var contents: [DiskPath: Fingerprint?]

  /// Reads the manifest; nil where there is none, or it is damaged or another version's.
  init?(_ path: DiskPath) {
    guard case .bytes(let bytes)? = try? Disk.read(path, limit: .max) else { return nil }
    var lines = bytes.split(separator: 0x0A).makeIterator()
    guard let head = lines.next(), let makers = StageMakers(line: Array(head)) else { return nil }
    var json = JSONReader(Array(head))
    guard let options = try? json.value()["options"]?.string else { return nil }
    self.makers = makers
    self.options = options
    contents = [:]
    while let line = lines.next() {
      var json = JSONReader(Array(line))
      guard let value = try? json.value() else { return nil }
      if case .object(let files) = value["outputs"] {
        for (name, text) in files { outputs[name] = text.string.flatMap(Fingerprint.init(text:)) }
        continue
      }
      guard let path = value["path"]?.string else { return nil }
      contents[DiskPath(display: path)] = .some(
        value["content"]?.string.flatMap(Fingerprint.init(text:)))
    }
  }

  /// The makers alone, without reading what stands behind them; nil where nothing tells.
  static func makers(_ path: DiskPath) -> StageMakers? {
    guard Disk.kind(of: path, followingLinks: true) == .file,
      let file = try? SequentialFile(path), let line = try? LineReader(file).line()
    else { return nil }
    return StageMakers(line: line)
  }

  /// The first line.
  static func line(_ makers: StageMakers, _ options: RunOptions) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      makers.writeMembers(to: &json)
      json.member("options", Self.text(of: options))
    }
    json.endLine()
    return json.bytes
  }

  /// The last line, of the files as they are now.
  static func line(outputs options: RunOptions) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("outputs")
      json.object { json in
        for name in options.outputNames {
          json.dynamicKey(name)
          json.string(Fingerprint(ofFile: options.file(name))?.text ?? "")
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// The options that decide which files there are and what they hold, as the command line has them.
  static func text(of options: RunOptions) -> String {
    let keep = options.keep.sorted().map(\.rawValue).joined(separator: ",")
    return "--to \(options.to.rawValue) --keep \(keep.isEmpty ? "none" : keep)"
      + (options.strict ? " --strict" : "")
  }

  /// The line of an article.
  static func line(path: String, content: Fingerprint?) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("path", path)
      json.member("content", content?.text)
    }
    json.endLine()
    return json.bytes
  }
}

extension StageMakers {
  /// Writes the makers' members of the manifest's first line.
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.member("manifest", RunManifest.format)
    json.member("program", program.text)
    json.member("charset", charset)
    json.member("maxBytes", byteLimit)
    json.key("rules")
    json.object { json in
      for (stage, files) in rules.sorted(by: { $0.key < $1.key }) {
        json.dynamicKey(stage.rawValue)
        json.object { json in
          for (path, fingerprint) in files.sorted(by: { $0.key < $1.key }) {
            json.dynamicKey(path)
            json.string(fingerprint.text)
          }
        }
      }
    }
  }

  fileprivate init?(line: [UInt8]) {
    var json = JSONReader(line)
    guard let value = try? json.value(), value["manifest"]?.integer == RunManifest.format,
      let program = value["program"]?.string.flatMap(Fingerprint.init(text:)),
      let byteLimit = value["maxBytes"]?.integer, case .object(let stages) = value["rules"]
    else { return nil }
    self.init(program: program, charset: value["charset"]?.string, byteLimit: byteLimit)
    for (name, files) in stages {
      guard let stage = Stage(rawValue: name), case .object(let files) = files else { return nil }
      for (path, text) in files {
        guard let text = text.string, let fingerprint = Fingerprint(text: text) else { return nil }
        rules[stage, default: [:]][path] = fingerprint
      }
    }
  }
}
