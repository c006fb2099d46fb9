internal import Records

/// The mentions that leave the stage: those that stand in a sentence's nodes, once each, in text order.
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

  mutating func beginSentence() { lastParty = nil }

  /// The node with the number of its mention among those that leave.
  mutating func register(_ node: ClauseNode) -> ClauseNode {
    var node = node
    guard var mention = mention(of: node) else {
      node.mention = nil
      return node
    }
    if mention.party == Self.antecedent { mention.party = lastParty }
    if mention.kind != .people, let party = mention.kind == .party ? mention.value : mention.party {
      lastParty = party
    }
    node.mention = mentions.count
    mentions.append(mention)
    return node
  }

  func record(_ article: CleanArticle, _ candidates: [EventCandidate]) -> ExtractedArticle {
    ExtractedArticle(
      article: article, languageKnown: true, mentions: mentions, candidates: candidates)
  }

  private func mention(of node: ClauseNode) -> Mention? {
    // A number of other things only keeps its words from being read as a count of people.
    if let number = node.mention {
      return node.kind == .measure && found[number].kind == .number ? nil : found[number]
    }
    let kind: Mention.Kind
    switch node.kind {
    case .person: kind = .person
    case .organization: kind = .organization
    case .place: kind = .place
    case .party, .nation: kind = .party
    default: return nil
    }
    let span = TextSpan(
      Int(text.tokens[node.range.lowerBound].start), Int(text.tokens[node.range.upperBound - 1].end)
    )
    var mention = Mention(kind: kind, span: span, value: node.value, rule: "gazetteer")
    var name: NameEntry?
    rules.lexicon.matches(text, at: node.range.lowerBound, before: node.range.upperBound) {
      entry, end in
      if end == node.range.upperBound, rules.lexicon.entries[entry].value == node.value {
        name = rules.lexicon.entries[entry].name
      }
    }
    mention.party = name?.party
    mention.wikidata = name?.wikidata
    mention.role = name?.role
    return mention
  }
}
