/// Two or more parties that hold each other's people, as the pack tells.
struct Conflict: Hashable, Sendable {
  /// A way that people go.
  struct Way: Hashable, Sendable {
    var from: String?
    var to: String?
  }

  var name: String
  /// Whose people are held by whom; the first one's are meant where nothing tells.
  var holders: [(people: String, holder: String)]
  /// Groups that abduct people of a party: they hold them only where words say so.
  var captors: [String: String] = [:]
  /// Armed groups, and the party whose people they get back.
  var actsFor: [String: String] = [:]
  /// Who fights on a party's side, and so lets go whom that holds.
  var allies: [String: String] = [:]
  /// The capitals that armed groups rule, in small letters.
  var seats: [String: String] = [:]
  /// Whether the lists that its sides give each other name those whom they hold.
  var listsHeld = false
  /// Words for people, by the party that they belong to.
  var people: [(party: String, words: Set<String>)] = []
  /// Whether who comes home comes in an exchange, where no words tell.
  var returnsAreSwaps = false
  /// The date expression of the Easter that its parties keep; nil for the western one.
  var easter: String?
  /// The day, EDTF, that "since the war began" tells; nil where the pack's date rules name none.
  var began: String?
  /// Whom "the rebels" fight for, where no party is an armed group.
  var rebels: String?
  /// Who holds people of other parties.
  var others: String?

  /// Whether it is of one state that lets its own people go.
  var holdsItsOwn: Bool { holders.count == 1 && holders[0].people == holders[0].holder }

  /// Who holds people, and whose people are held.
  var sides: Set<String> {
    Set(holders.flatMap { [$0.people, $0.holder] } + captors.flatMap { [$0.key, $0.value] })
  }

  /// The party whose people are meant where nothing tells.
  var first: String? { holders.first?.people ?? captors.values.min() }

  /// The armed group, where one side is one; groups have codes in small letters.
  var onlyGroup: String? {
    let groups = Set(holders.flatMap { [$0.people, $0.holder] }.filter(Self.isGroup))
    return groups.count == 1 ? groups.first : nil
  }

  /// The state that both holds people and has people held, where the other side is an armed group.
  var onlyState: String? {
    guard onlyGroup != nil else { return nil }
    let states = Set(holders.map(\.people)).intersection(holders.map(\.holder)).filter {
      !Self.isGroup($0)
    }
    return states.count == 1 ? states.first : nil
  }

  private static func isGroup(_ party: String) -> Bool { party.first?.isLowercase ?? false }

  /// The ways of a swap that tells none: of the first two parties' people.
  var ways: [Way] { holders.prefix(2).map { Way(from: $0.holder, to: $0.people) } }

  /// Whether a party gives or gets people in this conflict.
  func contains(_ party: String?) -> Bool {
    party.map { party in
      actsFor[party] != nil || captors[party] != nil || captors.values.contains(party)
        || holders.contains { $0.people == party || $0.holder == party }
    } ?? false
  }

  /// Who lets a party's people go; nil for third parties.
  func holder(of party: String?) -> String? {
    guard let party else { return nil }
    if captors.values.contains(party) { return nil }
    // "five of its commanders": who abducts a state's people is held by that state.
    if let state = captors[party] { return state }
    return holders.first { $0.people == receiver(party) }?.holder ?? others
  }

  /// Whose people a party lets go; nil for third parties.
  func receiver(from party: String?) -> String? {
    guard let party else { return nil }
    let giver = giver(party)
    return holders.first { $0.holder == giver }?.people ?? captors[giver]
      ?? allies[giver].flatMap { receiver(from: $0) }
  }

  /// The other direction.
  func reverse(_ way: Way) -> Way {
    Way(from: way.to.map(giver), to: way.from.map(receiver))
  }

  /// A party as who gets people: an armed group gets those of its side.
  func receiver(_ party: String) -> String { actsFor[party] ?? party }

  /// A party as who gives people away: its armed group does.
  func giver(_ party: String) -> String {
    holders.contains { $0.holder == party }
      ? party : actsFor.first { $0.value == party }?.key ?? party
  }

  /// Whose people some words mean: "hostages".
  func party(ofWords words: some Sequence<String>) -> String? {
    for word in words {
      if let found = people.first(where: { $0.words.contains(word) }) { return found.party }
    }
    return nil
  }

  static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Conflict {
  /// A conflict that the pack does not know: two parties that hold each other's people.
  init(between one: String, and other: String) {
    self.init(
      name: "\(one) and \(other)",
      holders: [(people: one, holder: other), (people: other, holder: one)])
  }
}
