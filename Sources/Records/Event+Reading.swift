extension Event {
  /// Reads a line of `events.ndjson`; members of other names are passed over.
  ///
  /// `text` is the article's text that the evidence indexes; throws where the evidence is not what stands
  /// there.
  public init(
    from json: inout JSONReader, text: [UInt8], index: CodePointIndex
  ) throws(JSONError) {
    var event = Event(article: ArticleHead(), kind: .exchange, status: nil)
    var keys: Set<String> = []
    try json.object { (key, json) throws(JSONError) in
      keys.insert(key)
      switch key {
      case "id": event.id = try json.string()
      case "article":
        var head = ArticleHead()
        try json.object { (key, json) throws(JSONError) in
          if try !head.read(key, from: &json) { try json.skip() }
        }
        event.article = head
      case "type": event.kind = try json.choice()
      case "status": event.status = try json.optionalChoice()
      case "date": event.date = try json.optionalString()
      case "transfers":
        event.transfers = try json.list { (json) throws(JSONError) in try Transfer(from: &json) }
      case "including":
        event.including = try json.list { (json) throws(JSONError) in try Part(from: &json) }
      case "ordinal": event.ordinal = try json.optionalInteger()
      case "place": event.place = try json.optionalString()
      case "mediators":
        event.mediators = try json.list { (json) throws(JSONError) in try json.string() }
      case "sources":
        event.sources = try json.list { (json) throws(JSONError) in try Source(from: &json) }
      case "evidence":
        event.evidence = try json.list { (json) throws(JSONError) in
          try Evidence(from: &json, text: text, index: index)
        }
      default: try json.skip()
      }
    }
    guard keys.isSuperset(of: ["id", "article", "type", "evidence"]) else {
      throw JSONError(
        offset: 0, message: "no event: \"id\", \"article\", \"type\" or \"evidence\" is missing")
    }
    self = event
  }
}

extension Event.Transfer {
  /// Reads a member of `transfers`.
  package init(from json: inout JSONReader) throws(JSONError) {
    var transfer = Self(from: nil, to: nil, count: nil, bound: nil, category: .people)
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "from": transfer.from = try json.optionalString()
      case "to": transfer.to = try json.optionalString()
      case "count": transfer.count = try json.optionalInteger()
      case "bound": transfer.bound = try json.optionalChoice()
      case "category": transfer.category = try json.choice()
      default: try json.skip()
      }
    }
    self = transfer
  }
}

extension Event.Part {
  /// Reads a member of `including`.
  package init(from json: inout JSONReader) throws(JSONError) {
    var part = Self(category: .people, label: nil, count: nil, bound: nil, to: nil)
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "category": part.category = try json.choice()
      case "label": part.label = try json.optionalString()
      case "count": part.count = try json.optionalInteger()
      case "bound": part.bound = try json.optionalChoice()
      case "to": part.to = try json.optionalString()
      default: try json.skip()
      }
    }
    self = part
  }
}

extension Event.Source {
  /// Reads a member of `sources`.
  package init(from json: inout JSONReader) throws(JSONError) {
    var source = Self(name: nil, role: nil, organization: nil, channel: nil, wikidata: nil)
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "name": source.name = try json.optionalString()
      case "role": source.role = try json.optionalString()
      case "organization": source.organization = try json.optionalString()
      case "channel": source.channel = try json.optionalString()
      case "wikidata": source.wikidata = try json.optionalString()
      default: try json.skip()
      }
    }
    self = source
  }
}

extension Event.Evidence {
  fileprivate init(
    from json: inout JSONReader, text: [UInt8], index: CodePointIndex
  ) throws(JSONError) {
    var evidence = Self(span: TextSpan(0, 0), slots: [], rule: "")
    var words: [UInt8] = []
    var (start, end) = (0, 0)
    try json.object { (key, json) throws(JSONError) in
      switch key {
      case "start": start = try json.integer()
      case "end": end = try json.integer()
      case "text": words = try json.utf8()
      case "slots":
        evidence.slots = try json.list { (json) throws(JSONError) in try json.string() }
      case "rule": evidence.rule = try json.string()
      default: try json.skip()
      }
    }
    guard start >= 0, start <= end, let first = index.byte(atCodePoint: start),
      let last = index.byte(atCodePoint: end), text[first..<last].elementsEqual(words)
    else {
      throw JSONError(
        offset: 0, message: "the evidence at \(start) is not what stands there in the article")
    }
    evidence.span = TextSpan(first, last)
    self = evidence
  }
}

extension JSONReader {
  /// Reads an array of what `element` reads.
  package mutating func list<Element>(
    _ element: (inout JSONReader) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    var list: [Element] = []
    try array { (json) throws(JSONError) in list.append(try element(&json)) }
    return list
  }

  /// Reads one of an enumeration's raw values; nil for `null`.
  package mutating func optionalChoice<Choice: RawRepresentable>() throws(JSONError) -> Choice?
  where Choice.RawValue == String {
    try null() ? nil : try choice()
  }
}
