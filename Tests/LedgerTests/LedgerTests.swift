import Ledger
import Records
import Testing

/// Events as articles tell them, in short.
private func event(
  _ article: String, _ date: String?,
  _ transfers: [(from: String?, to: String?, count: Int?)], kind: Event.Kind = .exchange,
  status: Event.Status? = .completed,
  published: String? = nil, bound: Bound = .exact, category: Category = .military
) -> EventLine {
  var event = EventLine()
  event.article.path = article
  event.article.published = published
  event.kind = kind
  event.status = status
  event.date = date
  event.transfers = transfers.map {
    Event.Transfer(
      from: $0.from, to: $0.to, count: $0.count, bound: $0.count == nil ? nil : bound,
      category: category)
  }
  return event
}

/// "2025-05-24 RUS>307 UKR>307 from 0 1".
private func told(_ ledger: Ledger) -> [String] {
  ledger.entries.map { entry in
    let flows = entry.flows.map { flow in
      "\(flow.to ?? "?")>\(flow.low)\(flow.high > flow.low ? "-\(flow.high)" : "")"
    }
    return ([entry.date ?? "none"] + flows + ["from"] + entry.events.map(String.init)).joined(
      separator: " ")
  }
}

private let bothWays = [
  (from: Optional("RUS"), to: Optional("UKR"), count: Optional(307)), ("UKR", "RUS", 307),
]

struct LedgerTests {
  @Test func `articles that tell of one movement make one entry`() {
    let ledger = Ledger([
      event("a", "2025-05-24", bothWays), event("b", "2025-05-24", bothWays),
      event("c", "2025-05-24", [("RUS", "UKR", 307)]),
    ])
    #expect(told(ledger) == ["2025-05-24 RUS>307 UKR>307 from 0 1 2"])
    #expect(ledger.entries[0].articles == ["a", "b", "c"])
  }

  @Test func `where articles differ by little both numbers stand`() {
    let ledger = Ledger([
      event("a", "2025-08-24", [("UKR", "RUS", 146)]),
      event("b", "2025-08-24", [("UKR", "RUS", 150)]),
      event("c", "2025-08-24", [("UKR", "RUS", 8)]),
    ])
    #expect(told(ledger) == ["2025-08-24 RUS>146-150 from 0 1", "2025-08-24 RUS>8 from 2"])
  }

  @Test func `events of one article are different movements`() {
    let ledger = Ledger([event("a", "2025-05-24", bothWays), event("a", "2025-05-24", bothWays)])
    #expect(ledger.entries.count == 2)
  }

  @Test func `another day, kind, state or party is another movement`() {
    let ledger = Ledger([
      event("a", "2025-05-24", bothWays), event("b", "2025-05-25", bothWays),
      event("c", "2025-05-24", [("RUS", "UKR", 307)], kind: .release),
      event("d", "2025-05-24", bothWays, status: .planned),
      event("e", "2025-05-24", [("ISR", "PSE", 307)]),
    ])
    #expect(ledger.entries.count == 5)
  }

  @Test func `a month joins the day with the same numbers and no other`() {
    let ledger = Ledger([
      event("a", "2025-10", [("RUS", "UKR", 205)]),
      event("b", "2025-10", [("RUS", "UKR", 204)]),
      event("c", "2025-10-02", [("RUS", "UKR", 205)]),
    ])
    #expect(told(ledger) == ["2025-10 UKR>204 from 1", "2025-10-02 UKR>205 from 0 2"])
  }

  @Test func `transfers to one party are added up, an unknown number is none`() {
    let ledger = Ledger([
      event("a", "2025-10-02", [("RUS", "UKR", 185), ("RUS", "UKR", 20), ("UKR", "RUS", nil)])
    ])
    #expect(told(ledger) == ["2025-10-02 UKR>205 from 0"])
    #expect(ledger.entries[0].receivers == ["RUS", "UKR"])
  }

  @Test func `days of a longer exchange lie within it and are not added up again`() {
    let ledger = Ledger([
      event("a", "2025-05-23/2025-05-25", [("RUS", "UKR", 1000)]),
      event("a", "2025-05-23", [("RUS", "UKR", 390)]),
      event("a", "2025-05-24", [("RUS", "UKR", 307)]),
      event("b", "2025-06-09", [("RUS", "UKR", 100)]),
    ])
    #expect(ledger.entries.map(\.within) == [nil, 0, 0, nil])
    let sum = LedgerSum(
      ledger.entries, to: "UKR", from: "2025-01-01", until: "2025-12-31", ofRemains: false)
    #expect(sum.low == 1100)
    #expect(sum.entries == 2)
  }

  @Test func `of a whole without a number the days are added up`() {
    let ledger = Ledger([
      event("a", "2025-05-23/2025-05-25", [("RUS", "UKR", nil)]),
      event("a", "2025-05-23", [("RUS", "UKR", 390)]),
      event("a", "2025-05-24", [("RUS", "UKR", 307)]),
    ])
    let sum = LedgerSum(
      ledger.entries, to: "UKR", from: "2025-01-01", until: "2025-12-31", ofRemains: false)
    #expect(sum.low == 697)
    #expect(sum.withoutNumber == 0)
  }

  @Test func `a total stands beside the sum of its period, up to its first article`() throws {
    let ledger = Ledger([
      event("a", "2025-05-23", [("RUS", "UKR", 390)]),
      event("a", "2025-05-23", [("RUS", "UKR", 900)], kind: .remains, category: .remains),
      event("b", "2025-05-24", [("RUS", "UKR", nil)]),
      event("b", "2025-05-26", [("RUS", "UKR", 303)]),
      event("c", "2021-05-26", [("RUS", "UKR", 5)]),
      event(
        "b", "2022-02-24/..", [("RUS", "UKR", 4306)], kind: .tally, status: nil,
        published: "2025-05-25"),
      event(
        "d", "2022-02-24/..", [("RUS", "UKR", 4306)], kind: .tally, status: nil,
        published: "2025-05-27"),
      event("d", nil, [("RUS", "UKR", 12)], kind: .tally, status: nil),
    ])
    #expect(ledger.tallies.count == 2)
    let tally = try #require(ledger.tallies.first)
    #expect(tally.count == 4306)
    #expect(tally.asOf == "2025-05-25")
    #expect(tally.events == [5, 6])
    let sum = try #require(tally.sum)
    #expect(sum.low == 390)
    #expect(sum.entries == 1)
    #expect(sum.withoutNumber == 1)
    #expect(ledger.tallies[1].sum == nil)
  }

  @Test func `movements without a date stand behind, merged with nothing and never added up`() {
    let ledger = Ledger([
      event("a", nil, bothWays), event("c", nil, bothWays), event("a", nil, [], kind: .talks),
      event("b", "XXXX-12-03", bothWays), event("d", "2025-05-24", bothWays),
    ])
    #expect(
      told(ledger) == [
        "2025-05-24 RUS>307 UKR>307 from 4", "XXXX-12-03 RUS>307 UKR>307 from 3",
        "none RUS>307 UKR>307 from 0", "none RUS>307 UKR>307 from 1",
      ])
    let sum = LedgerSum(
      ledger.entries, to: "UKR", from: "0000-01-01", until: "9999-12-31", ofRemains: false)
    #expect(sum.low == 307)
  }

  @Test func `bounds and statuses are kept as far as articles agree`() {
    let ledger = Ledger([
      event("a", "2026-04-12", [("RUS", "UKR", 1000)], status: .rejected, bound: .atMost),
      event("b", "2026-04-12", [("RUS", "UKR", 1000)], status: .suspended, bound: .atMost),
      event("c", "2025-06-06", [("RUS", "UKR", 100)], bound: .atLeast),
      event("d", "2025-06-06", [("RUS", "UKR", 100)]),
    ])
    #expect(ledger.entries.map(\.statuses) == [[.completed], [.rejected, .suspended]])
    #expect(ledger.entries.map { $0.flows[0].bound } == [.about, .atMost])
  }

  @Test func `children and civilians are not held against sums of all`() {
    let ledger = Ledger([
      event("a", "2025-05-23", [("RUS", "UKR", 390)]),
      event("a", "2025", [("RUS", "UKR", 12)], kind: .tally, status: nil, category: .child),
    ])
    #expect(ledger.tallies[0].sum == nil)
  }
}
