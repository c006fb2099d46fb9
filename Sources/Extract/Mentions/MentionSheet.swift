internal import Records

/// The mentions that stand in the chunks of sentences, to which the arguments of candidates point.
struct MentionSheet {
  private(set) var mentions: [Mention] = []
  private let found: [Mention]
  private let rules: LanguageRules
  private let text: TokenizedText

  init(_ found: [Mention], _ rules: LanguageRules, _ text: TokenizedText) {
    self.found = found
    self.rules = rules
    self.text = text
  }

  /// Stands for the party that "its" and "their" refer to, until it is known.
  static let antecedent = "its"
  /// The party that was named last in the sentence.
  private var lastParty: String?
  /// The people of the sentence who are somebody's own: "its own dead".
  private(set) var owned: Set<Int> = []

  mutating func beginSentence() {
    lastParty = nil
    owned = []
  }

  /// Tells whose people a mention means.
  mutating func setParty(_ party: String, of mention: Int) { mentions[mention].party = party }

  /// The chunk with the number of its mention among those that leave.
  mutating func register(_ chunk: Chunk) -> Chunk {
    var chunk = chunk
    guard var mention = mention(of: chunk) else {
      chunk.mention = nil
      return chunk
    }
    if mention.party == Self.antecedent {
      mention.party = lastParty
      owned.insert(mentions.count)
    }
    if mention.kind != .people, let party = mention.kind == .party ? mention.value : mention.party {
      lastParty = party
    }
    chunk.mention = mentions.count
    mentions.append(mention)
    return chunk
  }

  /// The mentions that candidates point at and those that stand by themselves, in text order, with
  /// the candidates pointing at their new places.
  func joined(
    with chosen: [Mention], _ candidates: [EventCandidate]
  ) -> (mentions: [Mention], candidates: [EventCandidate]) {
    struct Key: Hashable {
      let kind: Mention.Kind
      let span: TextSpan
    }
    var all = mentions.enumerated().map { (mention: $1, old: Int?.some($0)) }
    let known = Set(mentions.map { Key(kind: $0.kind, span: $0.span) })
    all += chosen.filter { !known.contains(Key(kind: $0.kind, span: $0.span)) }.map { ($0, nil) }
    all.sort {
      ($0.mention.span, $0.mention.kind.rawValue, $0.mention.rule, $0.old ?? -1)
        < ($1.mention.span, $1.mention.kind.rawValue, $1.mention.rule, $1.old ?? -1)
    }
    var places = [Int](repeating: 0, count: mentions.count)
    for (place, entry) in all.enumerated() {
      if let old = entry.old { places[old] = place }
    }
    var moved = candidates
    for candidate in moved.indices {
      for argument in moved[candidate].arguments.indices {
        moved[candidate].arguments[argument].mention =
          moved[candidate].arguments[argument].mention.map { places[$0] }
      }
    }
    return (all.map(\.mention), moved)
  }

  private func mention(of chunk: Chunk) -> Mention? {
    // A number of other things only keeps its words from being read as a count of people.
    if let number = chunk.mention {
      return chunk.kind == .measure && found[number].kind == .number ? nil : found[number]
    }
    let kind: Mention.Kind
    switch chunk.kind {
    case .person: kind = .person
    case .organization: kind = .organization
    case .place: kind = .place
    case .party, .nation: kind = .party
    default: return nil
    }
    let isAdjective = chunk.kind == .nation
    let span = text.span(chunk.range)
    guard let entry = chunk.entry.map({ rules.lexicon.entries[$0] }) else {
      return Mention(kind: kind, span: span, value: chunk.value, rule: "gazetteer")
    }
    return Mention(kind, named: entry, at: span, isAdjective: isAdjective)
  }
}
