/// What was read in an article: a line of `extract.ndjson`.
public struct ExtractedArticle: Hashable, Sendable {
  /// The article as cleaned.
  public var article: CleanArticle
  /// Whether the pack has rules for the article's language.
  public var languageKnown: Bool
  /// In text order, longer ones first.
  public var mentions: [Mention]
  /// In the order of their sentences.
  public var candidates: [EventCandidate]

  /// Makes a record.
  public init(
    article: CleanArticle, languageKnown: Bool, mentions: [Mention], candidates: [EventCandidate]
  ) {
    self.article = article
    self.languageKnown = languageKnown
    self.mentions = mentions
    self.candidates = candidates
  }

  /// Writes the record without a line end.
  public func write(to json: inout JSONWriter) {
    let text = Array(article.text.utf8)
    let index = CodePointIndex(text)
    json.object { json in
      article.writeMembers(to: &json)
      json.member("languageKnown", languageKnown)
      json.key("mentions")
      json.array(mentions) { $1.write(to: &$0, text: text, index: index) }
      json.key("candidates")
      json.array(candidates) { $1.write(to: &$0, index: index) }
    }
  }

  /// Reads a record; members of other names are passed over.
  public init(from json: inout JSONReader) throws(JSONError) {
    var record = ExtractedArticle(
      article: CleanArticle(), languageKnown: true, mentions: [], candidates: [])
    var keys: Set<String> = []
    try json.object { (key, json) throws(JSONError) in
      keys.insert(key)
      if try record.article.read(key, from: &json) { return }
      switch key {
      case "languageKnown": record.languageKnown = try json.boolean()
      case "mentions":
        var mentions: [Mention] = []
        try json.array { (json) throws(JSONError) in mentions.append(try Mention(from: &json)) }
        record.mentions = mentions
      case "candidates":
        var candidates: [EventCandidate] = []
        try json.array { (json) throws(JSONError) in
          candidates.append(try EventCandidate(from: &json))
        }
        record.candidates = candidates
      default: try json.skip()
      }
    }
    try record.article.head.validated("extract")
    guard keys.isSuperset(of: ["body", "mentions", "candidates"]) else {
      throw JSONError(
        offset: 0, message: "no extract record: \"mentions\" or \"candidates\" are missing")
    }
    try record.toBytes()
    self = record
  }

  /// Turns the code-point spans of a record just read into bytes and checks them.
  private mutating func toBytes() throws(JSONError) {
    let index = CodePointIndex(Array(article.text.utf8))
    var isBroken = false
    func bytes(_ span: TextSpan) -> TextSpan {
      guard let start = index.byte(atCodePoint: span.start),
        let end = index.byte(atCodePoint: span.end), start <= end
      else {
        isBroken = true
        return TextSpan(0, 0)
      }
      return TextSpan(start, end)
    }
    for position in mentions.indices { mentions[position].span = bytes(mentions[position].span) }
    for position in candidates.indices { candidates[position].mapSpans(bytes) }
    let hasStrayArgument = candidates.contains { candidate in
      candidate.arguments.contains {
        !mentions.indices.contains($0.mention ?? 0) && $0.mention != nil
      }
    }
    if isBroken || hasStrayArgument {
      throw JSONError(offset: 0, message: "a span or mention index is outside the article's text")
    }
  }
}
