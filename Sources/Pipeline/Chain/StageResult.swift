internal import Records

/// What a stage made of one article, in the form in which the store keeps it: a line of JSON that
/// tells what the lines behind it do not, then the lines of the stage's file.
struct StageResult: Sendable {
  /// What is counted for the summary.
  struct Counts: Hashable, Sendable {
    var mentions = 0
    var candidates = 0
    var events = 0
    /// The article's language where the pack has no rules for it.
    var unreadLanguage: String?
  }

  var path: String
  /// Nil where the article failed before it had one.
  var id: String?
  var counts = Counts()
  var failure: StageFailure?
  /// Each with its line end; none for a failure.
  var lines: [UInt8] = []

  init(path: String, id: String?) {
    self.path = path
    self.id = id
  }

  init(_ head: ArticleHead, _ write: (inout JSONWriter) -> Void) {
    self.init(path: head.path, id: head.id)
    var json = JSONWriter()
    write(&json)
    json.endLine()
    lines = json.bytes
  }

  /// Reads what the store kept; nil where it is something else.
  init?(stored: [UInt8]) {
    guard let end = stored.firstIndex(of: 0x0A) else { return nil }
    self.init(path: "", id: nil)
    var json = JSONReader(Array(stored[..<end]))
    do throws(JSONError) {
      try json.object { (key, json) throws(JSONError) in
        switch key {
        case "path": path = try json.string()
        case "id": id = try json.optionalString()
        case "mentions": counts.mentions = try json.integer()
        case "candidates": counts.candidates = try json.integer()
        case "events": counts.events = try json.integer()
        case "unread": counts.unreadLanguage = try json.optionalString()
        case "failure": failure = try StageFailure(from: &json)
        default: try json.skip()
        }
      }
      try json.end()
    } catch {
      return nil
    }
    lines = Array(stored[(end + 1)...])
  }

  /// What the store keeps.
  var stored: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("path", path)
      json.member("id", id)
      json.member("mentions", counts.mentions)
      json.member("candidates", counts.candidates)
      json.member("events", counts.events)
      json.member("unread", counts.unreadLanguage)
      if let failure {
        json.key("failure")
        failure.write(to: &json)
      }
    }
    json.endLine()
    return json.bytes + lines
  }
}
