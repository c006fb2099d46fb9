extension EventLine {
  /// Writes what the event says, from `type` to `sources`.
  public func writeFacts(to json: inout JSONWriter) {
    var event = Event(article: article, kind: kind, status: status)
    event.date = date
    event.transfers = transfers
    event.including = including
    event.ordinal = ordinal
    event.place = place
    event.mediators = mediators
    event.sources = sources
    event.writeFacts(to: &json)
  }

  /// Writes the member `evidence`.
  public func writeEvidence(to json: inout JSONWriter) {
    json.key("evidence")
    json.array(evidence) { $1.write(to: &$0) }
  }
}

extension EventLine.Evidence {
  /// Writes a member of `evidence`.
  package func write(to json: inout JSONWriter) {
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

extension JSONWriter {
  /// Writes a value that was read, its members in the order in which they were.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .object(let members):
      object { json in
        for (key, value) in members {
          json.dynamicKey(key)
          json.value(value)
        }
      }
    case .array(let elements): array(elements) { json, element in json.value(element) }
    case .string(let text): string(text)
    case .number(let text): raw(text.utf8)
    case .boolean(let isTrue): boolean(isTrue)
    case .null: null()
    }
  }
}
