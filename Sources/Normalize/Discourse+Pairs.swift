internal import Records

/// Two moves of one sentence that make a swap: "Iran freed four Americans and the United States seven Iranians".
extension Discourse {
  /// Joins two events of one sentence that nothing else linked: people who go each way between the same two.
  ///
  /// Who gets living people for bodies swaps them too.
  mutating func settlePairs() {
    for first in events.indices {
      let partners = events.indices.filter {
        $0 > first && isBeside(events[$0], events[first])
          && events[first].isOtherWay(of: events[$0], conflict)
      }
      // Of three nothing tells which two belong together.
      guard partners.count == 1 else { continue }
      events[first].takeOtherWay(events[partners[0]])
      events.remove(at: partners[0])
      return settlePairs()
    }
  }

  /// Whether two events are told in one sentence, or in two of which one follows the other: "Hamas freed eight
  /// hostages on Thursday. Israel released 110 prisoners."
  private func isBeside(_ late: EventDraft, _ early: EventDraft) -> Bool {
    if late.sentence == early.sentence { return true }
    return late.sentence.start >= early.sentence.end
      && late.sentence.start - early.lastSentence.end <= Self.nextParagraph
      && (late.date == nil || !late.dateIsOwn || late.date == early.date)
      && late.modality == .completed && !late.counts.isEmpty && !early.counts.isEmpty
      && late.kind == .release && early.kind == .release && early.dateIsOwn
  }

  /// "agreed to exchange about 2,900", and further on "the government is to receive 1,200 and the Houthis 1,700":
  /// the sum of both ways is the event that tells each.
  mutating func settleSums() {
    for total in events.indices {
      let sides = events.indices.filter { isSum(events[total], of: events[$0]) }
      guard sides.count == 1, let side = sides.first else { continue }
      var told = events[side]
      told.date = told.date ?? events[total].date
      events[total].transfers = []
      merge(told, into: total)
      events.remove(at: side)
      return settleSums()
    }
  }

  private func isSum(_ total: EventDraft, of sides: EventDraft) -> Bool {
    guard tellsSides(sides, of: total), (sides.kind == .remains) == (total.kind == .remains),
      sides.modality == total.modality || isSamePlan(sides, total)
        || Self.planned.contains(sides.modality) && Self.planned.contains(total.modality)
    else { return false }
    return sides.date == nil || total.date == nil || sides.date == total.date
  }

  private static let planned: Set<EventCandidate.Modality> = [.planned, .agreed]
}

extension SentenceUnifier {
  /// "Iran let Xiyue Wang go and Washington freed a scientist": two moves without numbers, which alone are no events.
  static func withPairs(_ drafts: [EventDraft], _ conflict: Conflict?) -> [EventDraft] {
    let moves = drafts.indices.filter { drafts[$0].isMovement }
    guard moves.count == 2, moves.allSatisfy({ drafts[$0].counts.isEmpty }),
      drafts[moves[0]].isOtherWay(of: drafts[moves[1]], conflict)
    else { return drafts }
    var result = drafts
    result[moves[0]].takeOtherWay(drafts[moves[1]])
    result.remove(at: moves[1])
    return result
  }
}

extension EventDraft {
  /// Whether another draft tells people who go back between the same two parties.
  func isOtherWay(of other: EventDraft, _ conflict: Conflict?) -> Bool {
    guard let there = onlyWay, let back = other.onlyWay, modality == other.modality,
      trigger != other.trigger, kind != .exchange || other.kind != .exchange,
      kind != .remains || other.kind != .remains
    else { return false }
    let reverse = conflict?.reverse(there) ?? Conflict.Way(from: there.to, to: there.from)
    return reverse == back && (date == nil || other.date == nil || date == other.date)
  }

  /// The way that its people go, where it is a single one that words tell.
  ///
  /// "In 2016 Iran freed four" counts them over the year only where nobody goes the other way.
  private var onlyWay: Conflict.Way? {
    let isOfYear = kind == .tally && date?.utf8.count == 4
    let ways = Set(transfers.map { Conflict.Way(from: $0.from, to: $0.to) })
    guard isMovement || isOfYear, !isPartOnly, !isOutside, !isAssumed, !isEqual, ways.count == 1,
      let way = ways.first, way.from != nil, way.to != nil
    else { return nil }
    return way
  }

  fileprivate mutating func takeOtherWay(_ other: EventDraft) {
    kind = .exchange
    if modality == .completed, date?.utf8.count == 4 { date = nil }
    transfers += other.transfers
    parts += other.parts
    // A year dates no swap.
    if date == nil, let day = other.date, day.utf8.count > 4 {
      date = day
      dateIsOwn = other.dateIsOwn
    }
    place = place ?? other.place
    mediators.formUnion(other.mediators)
    sources += other.sources.filter { !sources.contains($0) }
    for evidence in other.evidence {
      for slot in evidence.slots { note(evidence.span, slot, evidence.rule) }
    }
  }
}
