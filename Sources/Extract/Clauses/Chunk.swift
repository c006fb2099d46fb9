internal import Records

/// A piece of a sentence that the frames look at; everything else is `other`.
struct Chunk: Hashable {
  enum Kind: String {
    /// People, counted or not.
    case people
    /// People told as a part of others: "six of them".
    case part
    /// "103-for-103": the first and the second number.
    case ratio
    /// A number without a noun.
    case number
    /// A number of other things.
    case measure
    case date
    case person, organization, place, party
    /// An adjective of a party.
    case nation
    case ordinal
    case verb
    /// A noun that evokes a frame.
    case trigger
    case preposition, conjunction, relative, comma, stop
    /// "each", "apiece", "in each direction".
    case each
    /// "on both sides": the count is of both together.
    case bothTotal = "both-total"
    /// "wounded", "military": an adjective that tells a category.
    case state = "people-state"
    /// "killed", "dead": its numbers are casualties.
    case casualty
    /// "an equal number".
    case equal
    /// "as well", "additional".
    case additional
    /// "in total", "so far".
    case total
    /// "outside the swap".
    case outside
    /// "said", "announced".
    case say
    /// "agreed to", "is expected to".
    case governor
    /// "was called off".
    case status
    /// "among them", "including".
    case partCue = "part-cue"
    /// "in return": what follows goes back for what was told.
    case reply
    /// "negotiators", "the delegations": they talk for their sides.
    case delegation
    /// "the government": the state of two sides of which only one is one.
    case stateSide = "state-side"
    /// "the rebels", "the group": the armed group of two sides of which only one is one.
    case groupSide = "group-side"
    case negation, habitual, aux, pronoun, adverb
    /// A phrase that only looks like a trigger: "exchange of letters".
    case plain
    case other
  }

  var kind: Kind
  /// Token numbers, half-open.
  var range: Range<Int>
  /// The number of the mention.
  var mention: Int?
  /// The lexicon's entry.
  var entry: Int?
  /// What the lexicon makes of the words.
  var value: String?
  var form: VerbForm?
  /// The place that a party's name is too: "Abu Dhabi".
  var place: String?
  /// The state that a party is called by its own name, and not by that of its capital: "Switzerland".
  var country: String?
}
