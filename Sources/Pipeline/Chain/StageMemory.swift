internal import Fetch
internal import Packs
internal import Records
internal import Store

/// What earlier runs left, and the keys under which it lies.
///
/// A key is the fingerprint of all that a result depends on: the program, the options and the part of
/// the pack that its stage reads, and the record that it was made of. Times have no part in it.
struct StageMemory: Sendable {
  let store: StoreReader
  private let salts: [Stage: Fingerprint]

  init(_ store: StoreReader, _ makers: StageMakers) {
    self.store = store
    salts = makers.salts
  }

  /// The key of what clean makes of bytes on disk; fetch is part of it, for its record is large and soon
  /// made again.
  func key(cleaning path: String, content: Fingerprint) -> Fingerprint {
    salt(.clean).joined(with: content.bytes + Array(path.utf8))
  }

  /// The key of what a stage makes of the line of the stage before.
  func key(of stage: Stage, after line: [UInt8]) -> Fingerprint {
    salt(stage).joined(with: Fingerprint(of: line).bytes)
  }

  private func salt(_ stage: Stage) -> Fingerprint {
    salts[stage] ?? Fingerprint(of: [stage.rawValue])
  }

  /// A result of an earlier run, and where it lies.
  func recall(_ key: Fingerprint) -> (StageResult, StoredPlace)? {
    guard let (content, place) = store.find(key), let result = StageResult(stored: content) else {
      return nil
    }
    return (result, place)
  }
}

/// What results depend on beside the articles.
struct StageMakers: Hashable, Sendable {
  /// The executable and the libraries whose version changes what it makes.
  var program: Fingerprint
  /// The label given by `--charset`.
  var charset: String?
  /// The most bytes that an article may have.
  var byteLimit: Int
  /// The fingerprints of the pack's files, by stage and path.
  var rules: [Stage: [String: Fingerprint]] = [:]
  /// By stage; the order of a pack's files counts too.
  fileprivate(set) var salts: [Stage: Fingerprint] = [:]

  init(program: Fingerprint, charset: String?, byteLimit: Int) {
    self.program = program
    self.charset = charset
    self.byteLimit = byteLimit
  }

  init(_ chain: StageChain, program: Fingerprint, charset: String?) {
    self.init(program: program, charset: charset, byteLimit: chain.fetcher.byteLimit)
    for stage in [Stage.clean, .extract, .normalize] {
      var texts = [program.text, stage.rawValue] + chain.pack.languages
      if stage == .clean { texts += [charset ?? "", String(byteLimit)] }
      for (role, files) in chain.pack.part(for: stage).sections {
        for (path, text) in files {
          texts += [role, path, text]
          rules[stage, default: [:]][path] = Fingerprint(of: [text])
        }
      }
      salts[stage] = Fingerprint(of: texts)
    }
  }
}
