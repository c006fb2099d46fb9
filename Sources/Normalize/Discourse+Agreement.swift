internal import Records

/// Whether what two drafts tell agrees: their numbers, their ways, what one has more.
extension Discourse {
  /// Shared counts, or less than zero where one direction has two different counts.
  func agreement(_ draft: EventDraft, _ event: EventDraft) -> Int {
    var shared = 0
    for left in draft.transfers where left.count != nil {
      for right in event.transfers where right.count != nil && right.category.fits(left.category) {
        if left.from == right.from, left.to == right.to {
          if Self.agree(left, right) {
            shared += 1
          } else if !isBesideShared(left, right, draft, event) {
            return -1
          }
        } else if left.count == right.count,
          left.from == nil || right.from == nil
            || left.from == right.from && (left.to == nil || right.to == nil)
        {
          shared += 1
        } else if left.from == right.from, left.from != nil, left.to == nil || right.to == nil,
          left.count != right.count, event.transfers.count == 1, draft.transfers.count == 1
        {
          // "52 were taken to Lithuania" and "two priests were released": by one, at other times
          return -1
        } else if left.from == nil && left.to == nil || right.from == nil && right.to == nil {
          let sum = (left.from == nil && left.to == nil ? left.count : right.count) ?? 0
          let one = (left.from == nil && left.to == nil ? right.count : left.count) ?? 0
          let isRough = [left, right].contains {
            $0.from == nil && $0.to == nil && $0.bound != .exact
          }
          // "Nearly 200 were exchanged", then "94 Russian soldiers were freed"
          if isRough, abs(one * 2 - sum) * 6 <= sum, left.from != right.from, !draft.isAssumed {
            continue
          }
          // "swap 372 prisoners" in the headline, "exchanged 175 each" and another 22 in the text
          if one * 2 < sum, (sum - one * 2) * 8 <= sum, draft.goesBothWays || event.goesBothWays {
            continue
          }
          // "nearly 270 were exchanged" and "Ukraine recovered 215": more than half of both ways together.
          if one * 2 > sum, one < sum, left.from != right.from, !draft.isAssumed { continue }
          // "200 were swapped", then "Kyiv received 76": one side of the sum
          if one < sum, left.from != right.from, !draft.isAssumed, draft.date == nil,
            draft.kind == event.kind
          {
            continue
          }
          // "179 were exchanged. Russia received 63 and Ukraine 116"
          if draft.sumOfWays == sum { continue }
          if sum != one * 2 && one != sum * 2 { return -1 }
          shared += 1
        }
      }
    }
    return shared
  }

  /// "246 servicemen, and 31 wounded": whether one of two numbers of a way is beside another that both tell.
  func isBesideShared(
    _ left: Event.Transfer, _ right: Event.Transfer, _ draft: EventDraft, _ event: EventDraft
  ) -> Bool {
    left.category != right.category
      && draft.transfers.contains { one in
        one.from == left.from && one.to == left.to && one.count != nil
          && event.transfers.contains {
            $0.from == one.from && $0.to == one.to && $0.count == one.count
              && $0.category == one.category
          }
      }
  }

  /// Whether one date is the other, or the month or year of it.
  static func agree(_ left: String, _ right: String) -> Bool {
    left == right || left.count >= 7 && right.hasPrefix(left)
      || right.count >= 7 && left.hasPrefix(right)
  }

  /// Whether the draft's people are of another category than all that go the same way, or far fewer.
  func adds(_ draft: EventDraft, to event: EventDraft) -> Bool {
    draft.date == nil
      && draft.transfers.allSatisfy { left in
        !event.transfers.contains { right in
          guard let all = right.count else { return false }
          return right.from == left.from && right.to == left.to
            && right.category == left.category
            && (left.count.map { all < Self.farFewer * $0 } ?? true)
        }
      }
  }

  /// "In addition, eight Russians came home": how many times as many a count is that is no other claim of it.
  private static let farFewer = 5

  /// Whether a conflicting claim tells the number of a direction that has none yet.
  func hasNewDirection(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    draft.transfers.contains { left in
      left.count != nil && left.from != nil
        && !event.transfers.contains {
          $0.from == left.from && ($0.to == left.to || left.to == nil) && $0.count != nil
        }
        && conflict?.contains(left.from) ?? true && conflict?.contains(left.to) ?? true
    }
  }

  func sameCount(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    guard let left = draft.counts.first, let right = event.counts.first else { return false }
    if left == right { return true }
    return sameNumbers(draft, event) && (draft.date == event.date || event.date == nil)
  }

  /// Whether the first numbers are one: the same, or one rounded as "over 4,000" for 4,306.
  func sameNumbers(_ draft: EventDraft, _ event: EventDraft) -> Bool {
    guard let left = draft.transfers.first(where: { $0.count != nil }),
      let right = event.transfers.first(where: { $0.count != nil })
    else { return false }
    return Self.agree(left, right)
  }

  static func agree(_ left: Event.Transfer, _ right: Event.Transfer) -> Bool {
    guard let a = left.count, let b = right.count else { return false }
    if a == b { return true }
    let isRounded = (left.bound == .exact) != (right.bound == .exact)
    // "More than 100 were released", then "130 returned home"
    let (low, exact) = left.bound == .exact ? (right, a) : (left, b)
    if isRounded, low.bound == .atLeast, let least = low.count, exact >= least,
      exact * 3 <= least * 4
    {
      return true
    }
    return isRounded && abs(a - b) * 10 <= max(a, b)
  }
}
