public import Records

extension Ledger {
  /// Calls `write` with each entry as a line of JSON, in their order.
  ///
  /// Members: type, state, statuses, date (null where none is told), days (first and last, or null), parties, flows (to, from, low, high, bound),
  /// events (ids), articles (paths), within (the date of the longer exchange that it is a day of, or null) and
  /// computed, which is always true.
  ///
  /// - Parameter events: What the ledger was made from.
  public func writeLines(of events: [EventLine], _ write: ([UInt8]) throws -> Void) rethrows {
    for entry in entries {
      var json = JSONWriter()
      json.object { json in
        json.member("type", entry.kind.rawValue)
        json.member("state", entry.state.rawValue)
        json.key("statuses")
        json.array(entry.statuses) { $0.string($1.rawValue) }
        json.member("date", entry.date)
        json.key("days")
        entry.days.write(to: &json)
        json.key("parties")
        json.array(entry.parties) { $0.string($1) }
        json.key("flows")
        json.array(entry.flows) { $1.write(to: &$0) }
        json.key("events")
        json.array(entry.events) { $0.string(events[$1].id) }
        json.key("articles")
        json.array(entry.articles) { $0.string($1) }
        json.member("within", entry.within.flatMap { entries[$0].date })
        json.member("computed", true)
      }
      json.endLine()
      try write(json.bytes)
    }
  }
}

extension DayRange? {
  /// Writes `[FIRST, LAST]`, or null.
  public func write(to json: inout JSONWriter) {
    guard let days = self else { return json.null() }
    json.array([days.first, days.last]) { json, day in json.string(day) }
  }
}

extension LedgerEntry.Flow {
  /// Writes an object with to, from, low, high and bound.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("to", to)
      json.member("from", from)
      json.member("low", low)
      json.member("high", high)
      json.member("bound", bound.rawValue)
    }
  }
}
