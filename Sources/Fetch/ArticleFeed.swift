public import Disk
public import Records

/// Gives the articles of a run one after the other: files in byte order of their paths, the articles of
/// a container where the container stands.
///
/// Holds no more than the list of files and a piece of one container.
public final class ArticleFeed {
  /// What comes next.
  public enum Item: Sendable {
    /// A file that is not read yet.
    case file(SourceFile)
    /// An article out of a container.
    case stored(StoredArticle)
    /// Something that cannot be read.
    case failure(StageFailure)
  }

  private let fields: DumpFields
  private let byteLimit: Int
  private let sources: SourceList
  private var position = 0
  private var container: Container?
  /// The number of articles; nil where containers hold some of them.
  public let count: Int?

  /// Finds the files of some inputs; throws where an input is missing, or two hold an article of one path.
  ///
  /// - Parameters:
  ///   - inputs: Files and folders; `-` is standard input, which is a container.
  ///   - listed: Files and folders out of a list, whose articles keep the paths that it gives.
  ///   - fields: Which members of JSON objects tell what.
  ///   - byteLimit: The most bytes that an article in a container may have.
  public init(
    _ inputs: [DiskPath], listed: [DiskPath] = [], fields: DumpFields, byteLimit: Int
  ) throws {
    var sources = SourceList()
    for input in listed { try sources.add(input, isListed: true) }
    for input in inputs { try sources.add(input, isListed: false) }
    if let twin = sources.sort() {
      throw FeedError(
        "two inputs hold an article \"\(twin.display)\"; name the folder above both instead")
    }
    self.sources = sources
    count = sources.hasContainers ? nil : sources.count
    self.fields = fields
    self.byteLimit = byteLimit
  }

  /// The next article; nil at the end.
  public func next() -> Item? {
    while true {
      if let result = container?.next() {
        switch result {
        case .success(let article): return .stored(article)
        case .failure(let failure): return .failure(failure)
        }
      }
      container = nil
      guard position < sources.count else { return nil }
      let item = sources[position]
      position += 1
      switch item {
      case .file(let source): return .file(source)
      case .failure(let failure): return .failure(failure)
      case .container(let source, let name):
        if let failure = open(source, name) { return .failure(failure) }
      }
    }
  }

  /// Opens a container; why it cannot be opened, or nil.
  private func open(_ source: SourceFile, _ name: ContainerName?) -> StageFailure? {
    let path = source.path.display
    do {
      container = try Container(source, name: name, fields: fields, byteLimit: byteLimit)
      return nil
    } catch let error as ContainerFault {
      return error.failure(path)
    } catch let error as DiskError {
      return StageFailure(
        path: path, stage: .fetch, code: .unreadable,
        cause: "cannot \(error.operation): \(error.reason)")
    } catch {
      return StageFailure(path: path, stage: .fetch, code: .unreadable, cause: "\(error)")
    }
  }
}

/// Inputs that cannot be read together.
public struct FeedError: Error, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}
