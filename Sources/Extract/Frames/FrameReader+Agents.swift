internal import Records

/// Who lets go whom where one verb stands for several, and parts that stand for their whole.
extension FrameReader {
  /// "97 were released by the authorities, and 146 by the SDF": the people behind a passive verb whom another let go,
  /// told apart from those before it.
  func withGappedAgent(_ candidate: EventCandidate, _ verb: Int) -> [EventCandidate] {
    guard candidate.frame == .movement, phrases[verb]?.voice == .passive,
      let (people, actor) = gappedAgent(behind: verb)
    else { return [candidate] }
    let split = finder.span(chunks[people].range).start
    let first = candidate.arguments.filter {
      ![.people, .from, .part].contains($0.role) || $0.span.start < split
    }
    guard first.contains(where: { $0.role == .people && isCounted($0) }),
      first.contains(where: { $0.role == .from })
    else { return [candidate] }
    let shared = candidate.arguments.filter { [.date, .source, .place].contains($0.role) }
    var (one, other) = (candidate, candidate)
    one.arguments = first
    other.arguments = Self.ordered(
      shared + [
        finder.argument(.people, people, value: inherited(people)), finder.argument(.from, actor),
      ])
    return [one, other]
  }

  /// "and 146 soldiers by the SDF": people behind an "and", and the actor behind their "by".
  private func gappedAgent(behind verb: Int) -> (people: Int, actor: Int)? {
    let own = tree.own(tree.owner[verb]).filter { $0 > verb }
    for people in own
    where isCountOfPeople(people) && isCounted(people) && chunks[people - 1].kind == .conjunction {
      let rest = own.filter { $0 > people }
      guard
        let by = rest.first(where: { chunks[$0].kind == .preposition && chunks[$0].value == "by" }),
        by - people <= 5,
        !chunks[people..<by].contains(where: { [.verb, .aux, .trigger, .comma].contains($0.kind) }),
        let actor = rest.first(where: { $0 > by && $0 - by <= 2 && isActor($0) })
      else { continue }
      return (people, actor)
    }
    return nil
  }

  /// "over 700 people whom it says Kinshasa is holding": the people of a relative clause of saying are the object of what
  /// is said.
  func objectOfSaid(_ clause: Int) -> Int? {
    guard tree.clauses[clause].kind == .complement, let parent = tree.clauses[clause].parent,
      tree.clauses[parent].kind == .relative, tree.clauses[parent].isSay,
      let people = tree.clauses[parent].antecedent, isCountOfPeople(people), isCounted(people),
      let start = tree.clauses[clause].headStart,
      tree.own(clause).contains(where: { $0 < start && isActor($0) })
    else { return nil }
    return people
  }

  /// "704 people were flown between five cities": they go both ways.
  func toAndFro(_ rule: FrameRule, _ verb: Int) -> EventCandidate.Argument? {
    guard rule.frame == .movement, rule.prepositions["between"] == .side, verb + 1 < chunks.count
    else { return nil }
    return (verb + 1..<min(verb + 5, chunks.count)).first {
      chunks[$0].kind == .preposition && chunks[$0].value == "between"
        && tree.owner[$0] == tree.owner[verb]
    }.map { finder.argument(.reference, $0, value: "to-and-fro") }
  }

  /// "two hostages whose bodies were returned": of whom the dead are told before a verb.
  func deadOf(_ phrase: VerbPhrase) -> String? {
    guard phrase.start > 1, chunks[phrase.start - 2].kind == .relative,
      chunks[phrase.start - 1].kind == .people, !isCounted(phrase.start - 1),
      chunks[phrase.start - 1].mention.map({ mentions[$0].category == .remains }) ?? false
    else { return nil }
    return Category.remains.rawValue
  }

  /// "Fifty of the 303 pupils were freed": the whole did not go, the part did.
  func withoutWholes(_ candidate: EventCandidate) -> EventCandidate {
    guard candidate.frame == .movement || candidate.frame == .swap,
      !candidate.arguments(.part).isEmpty
    else { return candidate }
    let parts = Set(candidate.arguments(.part).compactMap(\.mention))
    let wholes = Set(
      chunks.indices.filter { place in
        chunks[place].kind == .people && isCounted(place)
          && chunks[max(0, place - 2)..<place].contains { chunk in
            chunk.kind == .part && chunk.mention.map(parts.contains) ?? false
          }
      }.compactMap { chunks[$0].mention })
    guard !wholes.isEmpty else { return candidate }
    var result = candidate
    result.arguments.removeAll {
      $0.role == .people && $0.mention.map(wholes.contains) ?? false
    }
    return result
  }
}
