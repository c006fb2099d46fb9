/// A span of an article's text that was recognized as a thing of some kind.
///
/// Mentions come in text order. Mentions of one kind never overlap; a people count holds a number.
public struct Mention: Hashable, Sendable {
  /// What sort of thing a mention is.
  public enum Kind: String, Sendable, CaseIterable {
    /// `value` is a decimal string.
    case number
    /// `value` is a whole number.
    case ordinal
    /// `value` is `low..high`; either may be missing.
    case numberRange = "number_range"
    /// `value` is a date expression (`DateExpression`), EDTF once normalized.
    case date
    /// Like `date`, with two ends.
    case dateRange = "date_range"
    /// A group of people, counted or not.
    case people
    /// `value` is the canonical name.
    case person
    /// `value` is the canonical name.
    case organization
    /// `value` is the canonical name.
    case place
    /// `value` is the party's code.
    case party
    /// An amount of money, kept so that it is never read as a count.
    case money
    /// A percentage, kept so that it is never read as a count.
    case percent
    /// An age, kept so that it is never read as a count.
    case age
  }

  /// What the verb nearest to a date says of it.
  public enum Tense: String, Sendable, CaseIterable {
    /// It has been.
    case past
    /// It is to come.
    case future
  }

  /// What sort of thing it is.
  public var kind: Kind
  /// UTF-8 bytes of the article's text.
  public var span: TextSpan
  /// The value in the form that the kind says; nil where the words tell none ("dozens").
  public var value: String?
  /// How a count or number is bounded; nil for other kinds and where there is no number.
  public var bound: Bound?
  /// People only: who they are.
  public var category: Category?
  /// The code of the party that people, an organization or a person belong to.
  public var party: String? {
    get { details?.fields.party }
    set { change { $0.party = newValue } }
  }
  /// People only: what the text calls them besides ("defenders of Mariupol").
  public var label: String? {
    get { details?.fields.label }
    set { change { $0.label = newValue } }
  }
  /// Wikidata id of a linked name.
  public var wikidata: String? {
    get { details?.fields.wikidata }
    set { change { $0.wikidata = newValue } }
  }
  /// Persons only: the office that the text or the gazetteer gives.
  public var role: String? {
    get { details?.fields.role }
    set { change { $0.role = newValue } }
  }
  /// Dates only, once normalized: "early", "mid", "late", "start" or "end" of the value.
  public var modifier: String? {
    get { details?.fields.modifier }
    set { change { $0.modifier = newValue } }
  }
  /// Dates only: whether the sentence speaks of what was or of what is to come; nil where no verb tells.
  public var tense: Tense?
  /// The rule or gazetteer that found it.
  public var rule: String

  /// What few mentions have stands apart, since mentions are copied and moved in great numbers.
  private var details: MentionDetails?

  private mutating func change(_ body: (inout MentionDetails.Fields) -> Void) {
    var fields = details?.fields ?? MentionDetails.Fields()
    body(&fields)
    details = fields == MentionDetails.Fields() ? nil : MentionDetails(fields)
  }

  /// Makes a mention.
  public init(kind: Kind, span: TextSpan, value: String?, rule: String) {
    self.kind = kind
    self.span = span
    self.value = value
    self.rule = rule
  }

  /// The count of people or the number as an integer; nil where there is none, or where it is greater
  /// than mankind.
  public var count: Int? { value.flatMap { Int($0) }.flatMap { $0 <= 10_000_000_000 ? $0 : nil } }

  func write(to json: inout JSONWriter, text: [UInt8], index: CodePointIndex) {
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member("start", index.codePoint(atByte: span.start))
      json.member("end", index.codePoint(atByte: span.end))
      json.key("text")
      json.string(utf8: text[span.start..<span.end])
      json.member("value", value)
      if let bound {
        json.member("bound", bound.rawValue)
      }
      if let category {
        json.member("category", category.rawValue)
      }
      if let party {
        json.member("party", party)
      }
      if let label {
        json.member("label", label)
      }
      if let wikidata {
        json.member("wikidata", wikidata)
      }
      if let role {
        json.member("role", role)
      }
      if let tense {
        json.member("tense", tense.rawValue)
      }
      json.member("rule", rule)
    }
  }

  /// Reads a mention whose span still counts code points.
  init(from json: inout JSONReader) throws(JSONError) {
    var mention = Mention(kind: .number, span: TextSpan(0, 0), value: nil, rule: "")
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "kind": mention.kind = try json.choice()
      case "start": mention.span.start = try json.integer()
      case "end": mention.span.end = try json.integer()
      case "value": mention.value = try json.optionalString()
      case "bound": mention.bound = try json.choice()
      case "category": mention.category = try json.choice()
      case "party": mention.party = try json.optionalString()
      case "label": mention.label = try json.optionalString()
      case "wikidata": mention.wikidata = try json.optionalString()
      case "role": mention.role = try json.optionalString()
      case "tense": mention.tense = try json.choice()
      case "rule": mention.rule = try json.string()
      default: try json.skip()
      }
    }
    self = mention
  }
}

/// How a stated count relates to the real one.
public enum Bound: String, Sendable, CaseIterable {
  /// The number as it is.
  case exact
  /// About, some, nearly, around, approximately.
  case about
  /// At least, more than, over.
  case atLeast = "at_least"
  /// Up to, as many as, fewer than.
  case atMost = "at_most"
}

/// Who the moved people are.
public enum Category: String, Sendable, CaseIterable {
  /// Prisoners of war, soldiers, service members, defenders.
  case military
  /// Civilians.
  case civilian
  /// Children.
  case child
  /// The wounded and the sick.
  case wounded
  /// Bodies.
  case remains
  /// Not told, or mixed.
  case people
}

extension JSONReader {
  /// Reads a string that must be one of an enumeration's raw values.
  package mutating func choice<Choice: RawRepresentable>() throws(JSONError) -> Choice
  where Choice.RawValue == String {
    let name = try string()
    guard let value = Choice(rawValue: name) else {
      throw JSONError(offset: 0, message: "unknown value \"\(name)\"")
    }
    return value
  }
}

/// The fields that few mentions have.
private final class MentionDetails: Hashable, Sendable {
  struct Fields: Hashable, Sendable {
    var party: String?
    var label: String?
    var wikidata: String?
    var role: String?
    var modifier: String?
  }

  let fields: Fields

  init(_ fields: Fields) { self.fields = fields }

  static func == (left: MentionDetails, right: MentionDetails) -> Bool {
    left.fields == right.fields
  }

  func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}

extension Mention {
  /// The party that a mention is, or that its people or office belong to.
  public var belongsTo: String? { kind == .party ? value : party }
}
