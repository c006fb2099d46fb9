internal import Records

/// The two parties whose people an article is about.
struct Sides: Hashable {
  let first: String
  let second: String

  /// The pack's pair that the article speaks of most: parties that give, get or swap count more
  /// than others, those that mediate do not count.
  ///
  /// Where it names no pair, the first of which it names one.
  init?(_ record: ExtractedArticle, _ rules: DiscourseRules) {
    var counts: [String: Int] = [:]
    let mediators = Set(record.candidates.flatMap { $0.arguments(.mediator) }.compactMap(\.mention))
    func party(_ mention: Mention) -> String? {
      mention.kind == .party ? mention.value : mention.party
    }
    for (index, mention) in record.mentions.enumerated() where !mediators.contains(index) {
      if let party = party(mention) { counts[party, default: 0] += 1 }
    }
    let roles: Set<EventCandidate.Role> = [.side, .from, .to, .agent, .people, .counter]
    for argument in record.candidates.flatMap(\.arguments) where roles.contains(argument.role) {
      if let party = argument.mention.flatMap({ party(record.mentions[$0]) }) {
        counts[party, default: 0] += Self.roleWeight
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

  /// How much more a party counts that gives, gets or swaps.
  private static let roleWeight = 3

  func contains(_ party: String?) -> Bool { party == first || party == second }

  /// The one that faces a party; nil for third parties.
  func other(_ party: String?) -> String? {
    party == first ? second : party == second ? first : nil
  }
}
