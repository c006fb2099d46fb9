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
  private let clean: Fingerprint
  private let extract: Fingerprint
  private let normalize: Fingerprint

  init(_ store: StoreReader, _ chain: StageChain, _ makers: StageMakers) {
    func salt(_ stage: Stage, _ options: [String] = []) -> Fingerprint {
      // The order of a pack's files counts too.
      let files = chain.pack.part(for: stage).sections.flatMap { role, files in
        files.flatMap { [role, $0.path, Fingerprint(of: [$0.text]).text] }
      }
      return Fingerprint(
        of: [makers.program.text, stage.rawValue] + chain.pack.languages + options + files)
    }
    self.store = store
    clean = salt(.clean, [makers.charset ?? "", String(makers.byteLimit)])
    extract = salt(.extract)
    normalize = salt(.normalize)
  }

  /// The key of what clean makes of bytes on disk; fetch is part of it, for its record is large and soon
  /// made again.
  func key(cleaning path: String, content: Fingerprint) -> Fingerprint {
    clean.joined(with: content.bytes + Array(path.utf8))
  }

  /// The key of what extract makes of a line of clean.
  func key(extracting line: [UInt8]) -> Fingerprint {
    extract.joined(with: Fingerprint(of: line).bytes)
  }

  /// The key of what normalize makes of a line of extract.
  func key(normalizing line: [UInt8]) -> Fingerprint {
    normalize.joined(with: Fingerprint(of: line).bytes)
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
struct StageMakers: Sendable {
  /// The executable and the libraries whose version changes what it makes.
  var program: Fingerprint
  /// The label given by `--charset`.
  var charset: String?
  /// The most bytes that an article may have.
  var byteLimit: Int
  /// The fingerprints of the pack's files, by stage and path.
  var rules: [Stage: [String: Fingerprint]] = [:]

  init(program: Fingerprint, charset: String?, byteLimit: Int) {
    self.program = program
    self.charset = charset
    self.byteLimit = byteLimit
  }

  init(_ chain: StageChain, program: Fingerprint, charset: String?) {
    self.init(program: program, charset: charset, byteLimit: chain.fetcher.byteLimit)
    for stage in [Stage.clean, .extract, .normalize] {
      for (_, files) in chain.pack.part(for: stage).sections {
        for (path, text) in files {
          rules[stage, default: [:]][path] = Fingerprint(of: [text])
        }
      }
    }
  }
}
