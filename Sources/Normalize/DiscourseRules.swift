internal import Packs

/// What the pack knows about conflicts: who faces whom.
struct DiscourseRules: Sendable {
  /// Pairs of parties that exchange people.
  private(set) var sides: [(String, String)] = []
  /// Where a conflict's people come from the first and go to the second by default.
  private(set) var minimumPartyMentions = 1

  init(_ pack: Pack) throws(PackError) {
    for document in try pack.documents("discourse") {
      let fields = try document.fields(["sides"])
      for pair in try fields["sides"]?.list() ?? [] {
        let parties = try pair.texts()
        guard parties.count == 2 else {
          throw pair.error("two parties face each other, here are \(parties.count)")
        }
        sides.append((parties[0], parties[1]))
      }
    }
  }
}
