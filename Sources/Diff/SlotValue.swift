public import Records

/// A value of a slot: as people read it and as the event's line has it.
public struct SlotValue: Hashable, Sendable {
  /// For people: `307 military RUS→UKR`.
  public let text: String
  /// JSON.
  public let json: [UInt8]
  /// The rule that made it; told of evidence alone.
  public let rule: String?

  init(_ text: String, rule: String? = nil, _ write: (inout JSONWriter) -> Void) {
    self.text = text
    self.rule = rule
    var json = JSONWriter()
    write(&json)
    self.json = json.bytes
  }

  init(_ text: String) { self.init(text) { $0.string(text) } }
}

extension EventLine {
  /// The values of a slot; none where nothing is told.
  func values(of slot: DiffSlot) -> [SlotValue] {
    switch slot {
    case .type: [SlotValue(kind.rawValue)]
    case .status: Self.one(status?.rawValue)
    case .date: Self.one(date)
    case .ordinal: ordinal.map { number in [SlotValue("\(number)") { $0.integer(number) }] } ?? []
    case .place: Self.one(place)
    case .mediators: mediators.map { SlotValue($0) }
    case .transfers: transfers.map { transfer in SlotValue(transfer.text, transfer.write) }
    case .including: including.map { part in SlotValue(part.text, part.write) }
    case .sources: sources.map { source in SlotValue(source.text, source.write) }
    case .evidence:
      evidence.map { evidence in
        SlotValue(evidence.told, rule: evidence.rule, evidence.write)
      }
    case .article: article.values
    case .events, .articles, .failures: []
    }
  }

  private static func one(_ text: String?) -> [SlotValue] { text.map { [SlotValue($0)] } ?? [] }

  /// The event in one line for people.
  public var summary: String {
    var parts = [kind.rawValue]
    if let ordinal { parts.append("no. \(ordinal)") }
    if let status { parts.append(status.rawValue) }
    if let date { parts.append(date) }
    parts += transfers.map(\.text)
    if !including.isEmpty {
      parts.append("including " + including.map(\.text).joined(separator: " and "))
    }
    if let place { parts.append("in \(place)") }
    if !mediators.isEmpty { parts.append("mediated by " + mediators.joined(separator: " and ")) }
    return parts.joined(separator: ", ")
  }
}

extension ArticleHead {
  fileprivate var values: [SlotValue] {
    let members: [(String, String?)] = [
      ("id", id), ("path", path), ("url", url), ("title", title), ("published", published),
      ("language", language),
    ]
    return members.compactMap { name, value in value.map { SlotValue("\(name) \($0)") } }
  }
}

extension Event.Transfer {
  /// `about 307 military RUS→UKR`.
  var text: String {
    "\(Event.counted(count, bound)) \(category.rawValue) \(from ?? "?")→\(to ?? "?")"
  }
}

extension Event.Part {
  var text: String {
    var text = "\(Event.counted(count, bound)) \(category.rawValue)"
    if let label { text += " (\(label))" }
    if let to { text += " →\(to)" }
    return text
  }
}

extension Event.Source {
  var text: String {
    [name, role, organization, channel].compactMap(\.self).joined(separator: ", ")
  }
}

extension EventLine.Evidence {
  var told: String { "\"\(text)\" \(slots.joined(separator: "+")) by \(rule)" }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("start", start)
      json.member("end", end)
      json.member("text", text)
      json.key("slots")
      json.array(slots) { $0.string($1) }
      json.member("rule", rule)
    }
  }
}

extension Event {
  fileprivate static func counted(_ count: Int?, _ bound: Bound?) -> String {
    guard let count else { return "?" }
    guard let bound, bound != .exact else { return "\(count)" }
    return "\(bound.rawValue.replacing("_", with: " ")) \(count)"
  }
}
