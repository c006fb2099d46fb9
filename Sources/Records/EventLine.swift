/// A line of `events.ndjson` without the text that it was read from.
public struct EventLine: Hashable, Sendable {
  /// A piece of evidence as the line tells it.
  public struct Evidence: Hashable, Sendable {
    /// The first code point.
    public var start = 0
    /// Behind the last code point.
    public var end = 0
    /// The words.
    public var text = ""
    /// The slots that they fill.
    public var slots: [String] = []
    /// The rule.
    public var rule = ""

    /// Evidence of nothing.
    public init() {}
  }

  /// The event's id.
  public var id = ""
  /// Its article.
  public var article = ArticleHead()
  /// What sort of event it is.
  public var kind = Event.Kind.exchange
  /// How far it has come.
  public var status: Event.Status?
  /// EDTF.
  public var date: String?
  /// From whom, to whom, how many.
  public var transfers: [Event.Transfer] = []
  /// Counted parts.
  public var including: [Event.Part] = []
  /// Which in a row of exchanges.
  public var ordinal: Int?
  /// Where it was.
  public var place: String?
  /// Codes.
  public var mediators: [String] = []
  /// On whose word.
  public var sources: [Event.Source] = []
  /// In text order.
  public var evidence: [Evidence] = []

  /// Reads a line; throws where it is no event.
  public init(_ line: [UInt8]) throws(JSONError) {
    var json = JSONReader(line)
    self = try Self(from: &json)
    try json.end()
  }

  /// Reads an event; throws where it is none.
  public init(from json: inout JSONReader) throws(JSONError) {
    var keys: Set<String> = []
    var event = Self()
    try json.object { (key, json) throws(JSONError) in
      keys.insert(key)
      try event.read(key, &json)
    }
    guard keys.isSuperset(of: ["article", "type", "evidence"]) else {
      throw JSONError(
        offset: 0, message: "no event: \"article\", \"type\" or \"evidence\" is missing")
    }
    self = event
  }

  /// An event that tells nothing.
  public init() {}

  private mutating func read(_ key: String, _ json: inout JSONReader) throws(JSONError) {
    switch key {
    case "id": id = try json.string()
    case "article":
      var head = ArticleHead()
      try json.object { (key, json) throws(JSONError) in
        if try !head.read(key, from: &json) { try json.skip() }
      }
      article = head
    case "type": kind = try json.choice()
    case "status": status = try json.optionalChoice()
    case "date": date = try json.optionalString()
    case "transfers":
      transfers = try json.list { (json) throws(JSONError) in try Event.Transfer(from: &json) }
    case "including":
      including = try json.list { (json) throws(JSONError) in try Event.Part(from: &json) }
    case "ordinal": ordinal = try json.optionalInteger()
    case "place": place = try json.optionalString()
    case "mediators":
      mediators = try json.list { (json) throws(JSONError) in try json.string() }
    case "sources":
      sources = try json.list { (json) throws(JSONError) in try Event.Source(from: &json) }
    case "evidence":
      evidence = try json.list { (json) throws(JSONError) in try Evidence(from: &json) }
    default: try json.skip()
    }
  }
}

extension EventLine.Evidence {
  fileprivate init(from json: inout JSONReader) throws(JSONError) {
    var evidence = Self()
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "start": evidence.start = try json.integer()
      case "end": evidence.end = try json.integer()
      case "text": evidence.text = try json.string()
      case "slots":
        evidence.slots = try json.list { (json) throws(JSONError) in try json.string() }
      case "rule": evidence.rule = try json.string()
      default: try json.skip()
      }
    }
    self = evidence
  }
}
