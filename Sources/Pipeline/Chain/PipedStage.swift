public import Disk
internal import Fetch
public import Packs
public import Records

/// One stage, or several behind each other, as a filter: a line of JSON in, lines of JSON out.
///
/// Failures are data and pass through.
public struct PipedStage: Sendable {
  private let worker: ArticleWorker
  private let stage: Stage
  private let last: Stage

  /// Makes a filter of a stage, or of all stages up to `last`.
  public init(_ chain: StageChain, _ stage: Stage, through last: Stage? = nil) {
    self.stage = stage
    self.last = last ?? stage
    worker = ArticleWorker(chain: chain, memory: nil, last: self.last, kept: [self.last])
  }

  /// What a line became.
  public struct Output: Sendable {
    /// Lines with their line ends; may be empty.
    public let bytes: [UInt8]
    /// Whether the line failed here, or came as a failure.
    public let isFailure: Bool
  }

  /// Works on one line; an empty line gives nothing.
  ///
  /// Throws where the rules are wrong.
  public func process(_ line: [UInt8], number: Int) throws(PackError) -> Output {
    guard line.contains(where: { $0 > 0x20 }) else { return Output(bytes: [], isFailure: false) }
    if Self.isFailure(line) { return Output(bytes: line + [0x0A], isFailure: true) }
    return switch stage {
    case .fetch: try output(of: Self.source(line, number: number))
    case .clean: try output(of: .line(.fetch, line, number: number))
    case .extract: try output(of: .line(.clean, line, number: number))
    case .normalize: try output(of: .line(.extract, line, number: number))
    }
  }

  /// The articles of inputs that are named instead of read from lines.
  public func fetch(_ inputs: [DiskPath], _ body: (Output) throws -> Void) throws {
    try fetch(RunOptions(inputs: inputs, output: DiskPath("")), body)
  }

  /// The articles of a run's inputs; nothing else of the options counts.
  public func fetch(_ options: RunOptions, _ body: (Output) throws -> Void) throws {
    let source = try ChainSource(options)
    while let input = try source.next() { try body(try output(of: input)) }
  }

  private func output(of input: ChainInput) throws(PackError) -> Output {
    let outcome = try worker.outcome(of: input)
    if let failure = outcome.failure {
      var json = JSONWriter()
      failure.writePiped(to: &json)
      json.endLine()
      return Output(bytes: json.bytes, isFailure: true)
    }
    let bytes = last == .normalize ? outcome.events : outcome.lines[last] ?? []
    return Output(bytes: bytes, isFailure: false)
  }

  /// `{"path": "FILE"}`, looked for from the working directory.
  private static func source(_ line: [UInt8], number: Int) -> ChainInput {
    var json = JSONReader(line)
    do throws(JSONError) {
      let value = try json.value()
      try json.end()
      if let path = value["path"]?.string {
        let path = DiskPath(display: path)
        return .source(SourceFile(location: path, path: path))
      }
    } catch {
      return .failed(
        StageFailure(
          path: "line \(number)", stage: .fetch, code: .badRecord, cause: "\(error)"))
    }
    return .failed(
      StageFailure(
        path: "line \(number)", stage: .fetch, code: .badRecord,
        cause: "expected {\"path\": \"FILE\"}"))
  }

  /// An object with a member `failure` that is an object, in any order of keys.
  private static func isFailure(_ line: [UInt8]) -> Bool {
    guard let text = String(validating: line, as: UTF8.self), text.contains("\"failure\"") else {
      return false
    }
    var json = JSONReader(line)
    do throws(JSONError) {
      let value = try json.value()
      try json.end()
      guard case .object = value["failure"] else { return false }
      return true
    } catch {
      return false
    }
  }
}
