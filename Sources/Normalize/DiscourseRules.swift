internal import Packs

/// What the pack knows about conflicts: who faces whom.
struct DiscourseRules: Sendable {
  /// Pairs of parties that exchange people, the one whose people are meant by default first.
  private(set) var sides: [(String, String)] = []

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
