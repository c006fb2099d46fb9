internal import Records

/// The two parties whose people an article is about.
struct Sides: Hashable {
  let first: String
  let second: String

  /// The pack's pair that the article names most often; where it names no pair, the first of which it
  /// names one.
  init?(_ mentions: [Mention], _ rules: DiscourseRules) {
    var counts: [String: Int] = [:]
    for mention in mentions {
      if let party = mention.kind == .party ? mention.value : mention.party {
        counts[party, default: 0] += 1
      }
    }
    let ranked = rules.sides.enumerated().compactMap { rank, pair -> (Int, Int, Int)? in
      guard let a = counts[pair.0], let b = counts[pair.1] else { return nil }
      return (min(a, b), a + b, -rank)
    }
    if let best = ranked.max(by: <) {
      (first, second) = rules.sides[-best.2]
      return
    }
    // One side may go without saying.
    guard let pair = rules.sides.first(where: { counts[$0.0] != nil || counts[$0.1] != nil }) else {
      return nil
    }
    (first, second) = pair
  }

  func contains(_ party: String?) -> Bool { party == first || party == second }

  /// The one that faces a party; nil for third parties.
  func other(_ party: String?) -> String? {
    party == first ? second : party == second ? first : nil
  }
}
