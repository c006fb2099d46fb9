internal import Ledger
internal import Records

extension Ledger {
  /// Writes the members `ledger` and `tallies`.
  func write(to json: inout JSONWriter) {
    json.key("ledger")
    json.array(entries) { json, entry in entry.write(to: &json) }
    json.key("tallies")
    json.array(tallies) { json, tally in tally.write(to: &json) }
  }
}

extension LedgerEntry {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member("state", state.rawValue)
      json.key("statuses")
      json.array(statuses) { $0.string($1.rawValue) }
      json.member("date", date)
      json.key("days")
      days.write(to: &json)
      json.key("parties")
      json.array(parties) { json, party in json.string(party) }
      json.key("flows")
      json.array(flows) { $1.write(to: &$0) }
      json.key("events")
      json.array(events) { json, place in json.integer(place) }
      json.member("articles", articles.count)
      json.member("within", within)
    }
  }
}

extension TallyComparison {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("from", from)
      json.member("to", to)
      json.member("count", count)
      json.member("bound", bound?.rawValue)
      json.member("category", category.rawValue)
      json.member("period", period)
      json.member("asOf", asOf)
      json.key("events")
      json.array(events) { json, place in json.integer(place) }
      json.key("sum")
      guard let sum else { return json.null() }
      json.object { json in
        json.member("low", sum.low)
        json.member("high", sum.high)
        json.member("entries", sum.entries)
        json.member("withoutNumber", sum.withoutNumber)
      }
    }
  }
}
