internal import Records

/// Joins what one sentence says of one event in two words: "brought home 307 in the 50th exchange".
///
/// A draft of an exchange without a number gives its date, ordinal, place and mediators to the nearest
/// draft with a number, unless their dates differ.
enum SentenceUnifier {
  static func unified(_ told: [EventDraft], in conflict: Conflict?) -> [EventDraft] {
    let drafts = withSums(withPairs(told, conflict))
    var result = drafts.filter { !isSuperseded($0, drafts) }.filter { draft in
      !isBare(draft) && !drafts.contains { $0.isEachWay(of: draft) }
        && sides(of: draft, in: drafts).isEmpty
    }
    // "swapped 206 prisoners in a 103-for-103 trade": the total gives its date to the halves.
    for total in drafts {
      for half in result.indices where result[half].isEachWay(of: total) {
        absorb(total, into: &result[half])
      }
      for side in sides(of: total, in: result) { absorb(total, into: &result[side]) }
    }
    for bare in drafts.filter(isBare) {
      let fitting = result.indices.filter { fits(bare, result[$0]) }
      guard
        let nearest = fitting.min(by: { distance(bare, result[$0]) < distance(bare, result[$1]) })
      else {
        result.append(bare)
        continue
      }
      absorb(bare, into: &result[nearest])
    }
    return result
  }

  /// "two Latvians, two Japanese": parts of one number that one sentence lists are told together, so that none
  /// passes for the other.
  static func withTwins(_ drafts: [EventDraft]) -> [EventDraft] {
    var result: [EventDraft] = []
    for draft in drafts {
      let twin = result.firstIndex { other in
        other.isPartOnly && draft.isPartOnly && other.kind == draft.kind
          && other.parts.contains { part in draft.parts.contains { $0.count == part.count } }
      }
      guard let twin else {
        result.append(draft)
        continue
      }
      result[twin].parts += draft.parts
      for evidence in draft.evidence {
        for slot in evidence.slots { result[twin].note(evidence.span, slot, evidence.rule) }
      }
    }
    return result
  }

  /// The drafts, those of one verb that tell one way each with the sum of both.
  private static func withSums(_ drafts: [EventDraft]) -> [EventDraft] {
    var result = drafts
    for index in drafts.indices where drafts[index].transfers.count == 1 {
      let other = drafts.indices.first { place in
        place != index && drafts[place].trigger == drafts[index].trigger
          && drafts[place].transfers.count == 1
          && drafts[place].transfers[0].to == drafts[index].transfers[0].from
      }
      guard let other, let one = drafts[index].counts.first, let two = drafts[other].counts.first
      else { continue }
      result[index].sumOfWays = one + two
    }
    return result
  }

  /// "said it would release 23, but only handed over 22": what came is told beside what was to come.
  private static func isSuperseded(_ draft: EventDraft, _ others: [EventDraft]) -> Bool {
    guard draft.modality == .planned, draft.isMovement,
      let planned = draft.transfers.first
    else { return false }
    return others.contains { other in
      other.modality == .completed && (draft.date == nil || draft.counts == other.counts)
        && other.kind == draft.kind && other.trigger > draft.trigger
        && other.transfers.contains {
          $0.count != nil && $0.from == planned.from && $0.to == planned.to
        }
    }
  }

  /// "exchanged 318 prisoners on Friday: the Houthis freed 181 and the government 137": the two drafts that tell
  /// each way what a number tells of both together.
  private static func sides(of total: EventDraft, in drafts: [EventDraft]) -> [Int] {
    guard total.kind == .exchange, total.transfers.count == 1, let sum = total.transfers.first,
      sum.from == nil, sum.to == nil, let all = sum.count
    else { return [] }
    let told = drafts.indices.compactMap { index in
      drafts[index].isMovement && drafts[index].modality == total.modality
        && drafts[index].transfers.count == 1
        ? drafts[index].transfers.first.map { (index, $0) } : nil
    }
    for (left, one) in told {
      for (right, other) in told
      where one.from != nil && one.from == other.to && one.to != nil && one.to == other.from
        && (one.count ?? all) + (other.count ?? all) == all
      {
        return [left, right]
      }
    }
    return []
  }

  private static func isBare(_ draft: EventDraft) -> Bool {
    // "the first 1,212 bodies arrived, but the handover fell through"
    let isOfNobody = draft.kind == .release && draft.transfers.isEmpty && draft.parts.isEmpty
    return (draft.kind == .exchange || isOfNobody) && draft.counts.isEmpty && !draft.isPartOnly
      && !draft.isPartOfWhole
      && !draft.isEqual
      && !draft.isOutside
  }

  private static func fits(_ bare: EventDraft, _ full: EventDraft) -> Bool {
    guard full.isMovement, full.kind != .remains || !bare.isSwapWord, !full.isPartOnly,
      !full.isOutside, !full.isOfManyUpToNow,
      // "The swap was part of a deal for the exchange of 1,000 from each side": not all of it.
      !(full.isWhole && full.isLasting) || bare.isWhole
    else { return false }
    // "It was the 49th exchange and the first since August 7, when 22 were freed"
    if full.isAside, bare.trigger < full.trigger, !(bare.dateIsOwn && bare.date == full.date) {
      return false
    }
    if let left = bare.date, let right = full.date, left != right, bare.dateIsOwn, full.dateIsOwn {
      return false
    }
    // "exchanged dozens on Tuesday under a deal that should see 1,000 freed": done, and a part of what is to come.
    let isOpen = [.planned, .agreed, .proposed].contains(full.modality)
    if bare.modality == .completed, bare.dateIsOwn, isOpen, !full.dateIsOwn { return false }
    return bare.modality == full.modality || bare.modality == .completed
      || full.modality == .completed
  }

  private static func distance(_ left: EventDraft, _ right: EventDraft) -> Int {
    abs(left.trigger.start - right.trigger.start)
  }

  private static func absorb(_ bare: EventDraft, into full: inout EventDraft) {
    if full.date == nil || !full.dateIsOwn && bare.dateIsOwn, let date = bare.date {
      full.date = date
      full.dateIsOwn = bare.dateIsOwn
    }
    // "released 390 on Friday in what is expected to be the biggest swap": what has its day went ahead.
    let isPlan = [.planned, .agreed, .proposed].contains(bare.modality)
    // and "mediated to return the servicemen" tells no plan.
    if full.modality == .completed, !(isPlan && (full.dateIsOwn || !bare.isSwapWord)) {
      full.modality = bare.modality
    }
    // "has conducted an exchange, as a result of which 189 are returning"
    if full.isHomecoming, full.modality == .ongoing, bare.modality == .completed {
      full.modality = .completed
      full.isHomecoming = false
    }
    if full.kind != .remains, bare.kind == .exchange { full.kind = .exchange }
    // "Petro Reva came home in the swap of 26 June"
    if full.counts.isEmpty { full.isSwapWord = full.isSwapWord || bare.isSwapWord }
    full.ordinal = full.ordinal ?? bare.ordinal
    full.place = full.place ?? bare.place
    full.mediators.formUnion(bare.mediators)
    for evidence in bare.evidence {
      for slot in evidence.slots { full.note(evidence.span, slot, evidence.rule) }
    }
  }
}
