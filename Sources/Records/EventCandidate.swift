/// What one rule read in one sentence: a trigger and its arguments, not yet an event.
///
/// Normalize decides which candidates speak of the same event.
public struct EventCandidate: Hashable, Sendable {
  /// What sort of happening the trigger evokes.
  public enum Frame: String, Sendable, CaseIterable {
    /// People go both ways: to swap, an exchange.
    case swap
    /// People go one way: to free, to come home, the return.
    case movement
    /// People are in captivity.
    case hold
    /// A meeting or call about exchanges.
    case talks
    /// A count over a period.
    case tally
    /// Numbers that are a part of a group told elsewhere.
    case part
    /// A third party mediated.
    case mediation
    /// A fact about an event told elsewhere: its ordinal, its number, its being called off.
    case about
  }

  /// Whether what the sentence says has happened.
  public enum Modality: String, Sendable, CaseIterable {
    /// It happened.
    case completed
    /// It is under way.
    case ongoing
    /// It was settled but not carried out.
    case agreed
    /// It is to happen.
    case planned
    /// Somebody suggests it.
    case proposed
    /// It was called off or put off.
    case suspended
    /// It was turned down.
    case rejected
    /// It did not happen, is a habit or is only imagined: no event.
    case unreal
  }

  /// Something that fills a place in the frame.
  public struct Argument: Hashable, Sendable {
    /// The place that is filled.
    public var role: Role
    /// The index of the mention in `ExtractedArticle.mentions`; nil where `value` says it all.
    public var mention: Int?
    /// UTF-8 bytes of the article's text.
    public var span: TextSpan
    /// What the words mean where they are no mention.
    public var value: String?

    /// Makes an argument.
    public init(role: Role, mention: Int?, span: TextSpan, value: String? = nil) {
      self.role = role
      self.mention = mention
      self.span = span
      self.value = value
    }
  }

  /// The places of all frames.
  public enum Role: String, Sendable, CaseIterable {
    /// The people who move, are held or are counted.
    case people
    /// Who does it, where the words leave open whether they give or get people.
    case agent
    /// The people who go the other way.
    case counter
    /// A part of the people.
    case part
    /// The party that gives people away.
    case from
    /// The party that gets people.
    case to
    /// One of the two sides of a swap, in no order.
    case side
    /// The count holds for both directions.
    case each
    /// The count is of both directions together.
    case total
    /// As many go the other way.
    case equal
    /// Whose officials tell it: who comes home comes home to them.
    case speaker
    /// When it happens or happened.
    case date
    /// The period that a tally covers.
    case period
    /// The verb of what happened at some time up to now: "has turned over".
    case upToNow = "up-to-now"
    /// Where it happened.
    case place
    /// Who mediated.
    case mediator
    /// On whose word.
    case source
    /// The number of the exchange in the war.
    case ordinal
    /// Words that add people to those told before.
    case additional
    /// Words that turn the direction of what was told before: "in return".
    case reply
    /// It went on outside an exchange.
    case outside
    /// Words that refer to an event told before.
    case reference
    /// Words that tell the modality.
    case status
  }

  /// The rule that found it.
  public var rule: String
  /// What the trigger evokes.
  public var frame: Frame
  /// Whether it happened.
  public var modality: Modality
  /// The word or words that evoke the frame.
  public var trigger: TextSpan
  /// The sentence that holds the trigger.
  public var sentence: TextSpan
  /// In text order.
  public var arguments: [Argument]

  /// Makes a candidate.
  public init(
    rule: String, frame: Frame, modality: Modality, trigger: TextSpan, sentence: TextSpan,
    arguments: [Argument]
  ) {
    self.rule = rule
    self.frame = frame
    self.modality = modality
    self.trigger = trigger
    self.sentence = sentence
    self.arguments = arguments
  }

  /// The arguments in one role.
  public func arguments(_ role: Role) -> [Argument] { arguments.filter { $0.role == role } }

  func write(to json: inout JSONWriter, index: CodePointIndex) {
    json.object { json in
      json.member("rule", rule)
      json.member("frame", frame.rawValue)
      json.member("modality", modality.rawValue)
      json.key("trigger")
      json.span(trigger, index)
      json.key("sentence")
      json.span(sentence, index)
      json.key("arguments")
      json.array(arguments) { json, argument in
        json.object { json in
          json.member("role", argument.role.rawValue)
          json.member("mention", argument.mention)
          json.key("span")
          json.span(argument.span, index)
          json.member("value", argument.value)
        }
      }
    }
  }

  /// Reads a candidate whose spans still count code points.
  init(from json: inout JSONReader) throws(JSONError) {
    var candidate = EventCandidate(
      rule: "", frame: .about, modality: .completed, trigger: TextSpan(0, 0),
      sentence: TextSpan(0, 0), arguments: [])
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "rule": candidate.rule = try json.string()
      case "frame": candidate.frame = try json.choice()
      case "modality": candidate.modality = try json.choice()
      case "trigger": candidate.trigger = try json.span()
      case "sentence": candidate.sentence = try json.span()
      case "arguments":
        var arguments: [Argument] = []
        try json.array { (json) throws(JSONError) in arguments.append(try Argument(from: &json)) }
        candidate.arguments = arguments
      default: try json.skip()
      }
    }
    self = candidate
  }

  mutating func mapSpans(_ map: (TextSpan) -> TextSpan) {
    trigger = map(trigger)
    sentence = map(sentence)
    for position in arguments.indices { arguments[position].span = map(arguments[position].span) }
  }
}

extension EventCandidate.Argument {
  init(from json: inout JSONReader) throws(JSONError) {
    var argument = EventCandidate.Argument(role: .people, mention: nil, span: TextSpan(0, 0))
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "role": argument.role = try json.choice()
      case "mention": argument.mention = try json.optionalInteger()
      case "span": argument.span = try json.span()
      case "value": argument.value = try json.optionalString()
      default: try json.skip()
      }
    }
    self = argument
  }
}

extension JSONWriter {
  mutating func span(_ span: TextSpan, _ index: CodePointIndex) {
    array { json in
      json.integer(index.codePoint(atByte: span.start))
      json.integer(index.codePoint(atByte: span.end))
    }
  }
}

extension JSONReader {
  mutating func span() throws(JSONError) -> TextSpan {
    var ends: [Int] = []
    try array { (json) throws(JSONError) in ends.append(try json.integer()) }
    guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else {
      throw JSONError(offset: 0, message: "a span is [start, end]")
    }
    return TextSpan(ends[0], ends[1])
  }
}
