/// An article that a stage could not do: a line of `failures.ndjson`.
public struct StageFailure: Error, Hashable, Sendable {
  /// The fixed vocabulary of causes.
  public enum Code: String, Sendable, CaseIterable {
    /// The file cannot be opened or read.
    case unreadable
    /// A device, FIFO, socket or other thing that is no regular file.
    case notAFile = "not_a_file"
    /// The file changed while it was read.
    case changed
    /// No bytes, or nothing but white space.
    case empty
    /// The bytes are no text.
    case binary
    /// More bytes than the limit.
    case tooLarge = "too_large"
    /// The gzip data ends early, is damaged or is no gzip.
    case badGzip = "bad_gzip"
    /// The sidecar beside the article is no JSON object of texts.
    case badSidecar = "bad_sidecar"
    /// A page without any text that could be an article.
    case noText = "no_text"
    /// A line of a stage's input is no record of the stage before, or an object of a dump no article.
    case badRecord = "bad_record"
    /// A WARC file, dump or archive is damaged or ends too early; its sound parts are read.
    case badContainer = "bad_container"
    /// A member of an archive without a name of its own below the archive, or that is a container itself.
    case badMember = "bad_member"

    /// What the user can do about it; the end of every message.
    public var advice: String {
      switch self {
      case .unreadable: "make it readable and run again"
      case .notAFile: "move it out of the folder or archive"
      case .changed: "run again when nothing writes to it"
      case .empty: "save the article again, or remove the file"
      case .binary: "save the article as HTML or text"
      case .tooLarge: "raise the limit with --max-bytes, or split the file"
      case .badGzip: "fetch or compress the file again"
      case .badSidecar: "write {\"url\", \"title\", \"published\", \"language\"} with texts"
      case .noText: "swapwire explain FILE shows what was left out and why"
      case .badRecord: "feed it what the stage before wrote; --fields names the members of dumps"
      case .badContainer: "fetch the file again; the records around it are read"
      case .badMember: "unpack the archive into a folder, or pack it again"
      }
    }
  }

  /// The article's path, relative to the input folder.
  public let path: String
  /// The stage that failed.
  public let stage: Stage
  /// The cause.
  public let code: Code
  /// The cause in words, a semicolon and what to do about it.
  public let message: String

  /// Makes a failure whose message ends in the code's advice.
  public init(path: String, stage: Stage, code: Code, cause: String) {
    self.init(path: path, stage: stage, code: code, message: "\(cause); \(code.advice)")
  }

  private init(path: String, stage: Stage, code: Code, message: String) {
    self.path = path
    self.stage = stage
    self.code = code
    self.message = message
  }

  /// Reads a line of `failures.ndjson`.
  public init(from json: inout JSONReader) throws(JSONError) {
    var path = ""
    var stage = Stage.fetch
    var code = Code.unreadable
    var message = ""
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "path": path = try json.string()
      case "stage": stage = try json.choice()
      case "code": code = try json.choice()
      case "message": message = try json.string()
      default: try json.skip()
      }
    }
    self.init(path: path, stage: stage, code: code, message: message)
  }

  /// Writes the object that `failures.ndjson` holds a line of.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("path", path)
      json.member("stage", stage.rawValue)
      json.member("code", code.rawValue)
      json.member("message", message)
    }
  }

  /// Writes the line by which a failure travels through a pipe: `{"failure": …, "path": …}`.
  public func writePiped(to json: inout JSONWriter) {
    json.object { json in
      json.key("failure")
      write(to: &json)
      json.member("path", path)
    }
  }
}

/// The stages in their order.
public enum Stage: String, Sendable, CaseIterable, Comparable {
  /// Files to decoded text.
  case fetch
  /// Pages to titles and paragraphs.
  case clean
  /// Text to mentions and event candidates.
  case extract
  /// Candidates to events.
  case normalize

  /// In the order in which they run.
  public static func < (left: Stage, right: Stage) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
