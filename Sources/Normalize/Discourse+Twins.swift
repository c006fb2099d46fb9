internal import Records

/// Events that turn out to be one: a headline without a day, and one way of it told further on with its day.
extension Discourse {
  /// "Three Israelis and five Thais freed; Israel releases 110", then "released the three and five Thais on Thursday":
  /// what two events tell alike is of the one without a day, which so has its day.
  mutating func settleTwins() {
    for late in events.indices {
      guard
        let early = events.indices.first(where: {
          isTwin(events[$0], of: events[late]) && $0 != late
        }),
        let date = events[late].date
      else { continue }
      events[early].date = date
      events[early].dateIsOwn = events[late].dateIsOwn
      events[early].noteDate(of: events[late])
      events[early].place = events[early].place ?? events[late].place
      let shared = Self.counted(events[early])
      events[late].transfers.removeAll {
        shared.contains($0.key)
      }
      guard events[late].counts.isEmpty else { continue }
      var rest = events[late]
      rest.transfers = []
      merge(rest, into: early)
      events.remove(at: late)
      return settleTwins()
    }
  }

  /// Whether one event has no day and several numbers, of which another, with a day, tells some and contradicts none.
  private func isTwin(_ early: EventDraft, of late: EventDraft) -> Bool {
    guard early.isMovement, late.isMovement, early.date == nil, early.unknownDate == nil,
      early.modality == .completed, late.modality == .completed,
      late.date?.utf8.count == 10, late.dateIsOwn, early.sentence < late.sentence,
      early.kind == .exchange, late.kind == .release
    else { return false }
    let shared = Self.counted(early).intersection(Self.counted(late))
    return !shared.isEmpty
      && early.transfers.contains { $0.count != nil && !shared.contains($0.key) }
  }

  private static func counted(_ event: EventDraft) -> Set<TransferKey> {
    Set(event.transfers.filter { $0.count != nil && $0.to != nil }.map(\.key))
  }
}

/// Who goes where, and how many: what two mentions of one transfer share.
struct TransferKey: Hashable {
  var from: String?
  var to: String?
  var count: Int?
}

extension Event.Transfer {
  fileprivate var key: TransferKey { TransferKey(from: from, to: to, count: count) }
}
