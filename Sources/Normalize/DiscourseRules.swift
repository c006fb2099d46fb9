internal import Packs
internal import Records

/// What the pack knows about conflicts: who holds whose people.
struct DiscourseRules: Sendable {
  private(set) var conflicts: [Conflict] = []
  /// The days on which conflicts began that "the war" alone can mean.
  var began: [String] { conflicts.compactMap(\.began) }
  /// Those who take people over on the way, the Red Cross for one.
  private(set) var goBetweens: Set<String> = []

  /// Words for people whom a state jails at home: "political prisoners".
  private(set) var atHome: Set<String> = []
  /// Words for people who are held: where they are free, they were let go.
  private(set) var captives: Set<String> = []
  /// Words that make a number go on with those told before: "eight more".
  private(set) var more: Set<String> = []
  /// Words that tell of a deal that some of it was carried out: "only in part".
  private(set) var partly: Set<String> = []
  /// Words that make the people of their sentence captives: "abducted".
  private(set) var abductions: Set<String> = []

  init(_ pack: Pack) throws(PackError) {
    for document in try pack.documents("discourse") {
      let fields = try document.fields([
        "conflicts", "go-betweens", "captives", "abductions", "at-home", "more",
        "partly",
      ])
      for node in try fields["conflicts"]?.list() ?? [] {
        conflicts.append(try Self.conflict(node))
      }
      abductions.formUnion(try fields["abductions"]?.texts() ?? [])
      more.formUnion(try fields["more"]?.texts() ?? [])
      partly.formUnion(try fields["partly"]?.texts() ?? [])
      atHome.formUnion(try fields["at-home"]?.texts() ?? [])
      captives.formUnion(try fields["captives"]?.texts() ?? [])
      goBetweens.formUnion(try fields["go-betweens"]?.texts() ?? [])
    }
  }

  private static func conflict(_ node: PackNode) throws(PackError) -> Conflict {
    let fields = try node.fields([
      "name", "began", "easter", "returns", "holders", "acts-for", "people", "others", "captors",
      "rebels",
      "allies", "seats", "lists",
    ])
    guard let name = fields["name"], let sides = fields["holders"] ?? fields["captors"] else {
      throw node.error("a conflict has a name and holders or captors")
    }
    var pairs: [(people: String, holder: String)] = []
    for (people, holder) in try fields["holders"]?.members() ?? [] {
      pairs.append((try people.text(), try holder.text()))
    }
    var conflict = Conflict(name: try name.text(), holders: pairs)
    for (captor, people) in try fields["captors"]?.members() ?? [] {
      conflict.captors[try captor.text()] = try people.text()
    }
    guard conflict.first != nil else {
      throw sides.error(
        "nobody is held", hint: "write whose people: who holds them, {UKR: RUS, RUS: UKR}")
    }
    for (group, party) in try fields["acts-for"]?.members() ?? [] {
      conflict.actsFor[try group.text()] = try party.text()
    }
    for (ally, party) in try fields["allies"]?.members() ?? [] {
      conflict.allies[try ally.text()] = try party.text()
    }
    for (group, seats) in try fields["seats"]?.members() ?? [] {
      for seat in try seats.texts() { conflict.seats[seat.lowercased()] = try group.text() }
    }
    for (party, words) in try fields["people"]?.members() ?? [] {
      conflict.people.append((try party.text(), Set(try words.texts())))
    }
    conflict.returnsAreSwaps = try fields["returns"]?.text() == Event.Kind.exchange.rawValue
    conflict.listsHeld = try fields["lists"]?.text() == Event.Kind.held.rawValue
    conflict.easter = try fields["easter"]?.text()
    conflict.began = try fields["began"]?.text()
    conflict.others = try fields["others"]?.text()
    conflict.rebels = try fields["rebels"]?.text()
    return conflict
  }

  /// The conflict that an article is about: the one whose parties it speaks of most.
  ///
  /// - Parameter counts: How often, and in which weight, the article names each party.
  /// - Parameter acting: The same for parties that are named themselves, not by their places.
  func conflict(_ counts: [String: Int], acting: [String: Int]) -> Conflict? {
    let ranked = conflicts.enumerated().compactMap { rank, conflict -> (Int, Int, Int)? in
      let named = conflict.sides.compactMap { counts[$0] }.sorted(by: >)
      guard named.count > 1 else { return nil }
      return (named[1], named.reduce(0, +), -rank)
    }
    let selfHolder = conflicts.first { conflict in
      conflict.holdsItsOwn && conflict.sides.contains { counts[$0] ?? 0 > 0 }
    }
    if let best = ranked.max(by: <) {
      // Two others may be named beside the state that lets its own people go.
      let own = selfHolder?.sides.compactMap { counts[$0] }.max() ?? 0
      return own > best.0 * Self.clearly ? selfHolder : conflicts[-best.2]
    }
    return selfHolder ?? ofGroup(counts) ?? strangers(acting) ?? oneSided(counts)
  }

  /// The conflict of the one side that is named, where it has no other; an armed group goes without saying only
  /// where it acts for a people.
  private func oneSided(_ counts: [String: Int]) -> Conflict? {
    let related = conflicts.filter { conflict in counts.keys.contains { conflict.contains($0) } }
    let possible = related.filter { conflict in
      !conflict.actsFor.isEmpty || conflict.onlyGroup.map { counts[$0] != nil } ?? true
    }
    guard let first = possible.first else { return nil }
    // Syria is at odds with several: who else is meant goes without saying only where there is one.
    return related.count == 1 || !first.actsFor.isEmpty || first.returnsAreSwaps ? first : nil
  }

  /// How many times more often a party must be named than the sides of a conflict.
  private static let clearly = 3

  /// A conflict that the pack does not know is one of the two parties named most.
  private func strangers(_ counts: [String: Int]) -> Conflict? {
    let named = counts.filter { $0.value > 1 && !goBetweens.contains($0.key) }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return named.count > 1 ? Conflict(between: named[0].key, and: named[1].key) : nil
  }

  /// An armed group of which the pack knows whom it fights is at odds with them, not with who mediates.
  private func ofGroup(_ counts: [String: Int]) -> Conflict? {
    let most = counts.values.max() ?? 0
    return conflicts.first { conflict in
      counts.contains { party, count in
        conflict.contains(party) && count * 2 > most
          && (party.first?.isLowercase == true || conflict.captors.values.contains(party))
      }
    }
  }

  /// The first conflict between some parties.
  func conflict(between parties: Set<String>) -> Conflict? {
    conflicts.first { conflict in parties.allSatisfy(conflict.contains) }
  }
}
