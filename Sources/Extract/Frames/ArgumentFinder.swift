internal import Records

/// Finds what governs a chunk: prepositions over coordination, and whether a number can stand alone.
struct ArgumentFinder {
  let chunks: [Chunk]
  let text: TokenizedText
  /// Words that begin a noun phrase: "the", "its".
  var nounMarks: Set<Int> = []
  /// Words of captivity behind a preposition: "from captivity".
  var captivity: Set<Int> = []
  /// Lexemes that go with verbs: "back", "home".
  var particles: Set<Int32> = []

  typealias Argument = EventCandidate.Argument

  /// The chunk before one, adverbs, pronouns and unknown words left out: what governs a phrase.
  func governor(of index: Int) -> Chunk? { governorIndex(of: index).map { chunks[$0] } }

  func governorIndex(of index: Int) -> Int? {
    var place = index - 1
    while place >= 0, index - place <= 4 {
      switch chunks[place].kind {
      case .adverb, .pronoun, .nation, .ordinal: place -= 1
      case .comma where place > 0 && chunks[place - 1].kind == .partCue: place -= 1
      // "in Ukraine's Sumy region"
      case .party
      where (chunks[index].kind == .place || chunks[index].kind == .trigger) && isPossessor(place):
        place -= 1
      // "After the ceremony | the captives": another noun phrase.
      case .other where nounMarks.contains(place + 1) && isMarkedNoun(place): return place
      // "returned from captivity | 100 of our people"
      case .other where captivity.contains(place) && Self.peopleKinds.contains(chunks[index].kind):
        return place
      case .other where isNumberedNoun(place) && Self.peopleKinds.contains(chunks[index].kind):
        return place
      case .other where chunks[place].range.count == 1 && isWord(place): place -= 1
      default: return place
      }
    }
    return nil
  }

  /// "the ceremony": a word that a noun mark stands before, at most one word off.
  private func isMarkedNoun(_ index: Int) -> Bool {
    !nounMarks.contains(index)
      && (max(0, index - 2)..<index).contains { place in
        nounMarks.contains(place) && (place + 1..<index).allSatisfy { chunks[$0].kind == .other }
      }
  }

  /// "Under its first phase | 33 hostages are to be freed": a noun phrase of its own before the people.
  private func isNumberedNoun(_ index: Int) -> Bool {
    index > 1 && chunks[index - 1].kind == .ordinal && nounMarks.contains(index - 2)
  }

  func isWord(_ index: Int) -> Bool {
    text.tokens[chunks[index].range.lowerBound].kind == .word
  }

  /// The preposition that a chunk stands behind, over coordination: "from A and B".
  func preposition(of index: Int, in zone: Range<Int>) -> String? {
    guard let before = governor(of: index) else { return nil }
    if before.kind == .preposition { return before.value }
    guard before.kind == .conjunction || before.kind == .comma else { return nil }
    var place = index - 1
    while place > zone.lowerBound, chunks[place].kind != .conjunction, chunks[place].kind != .comma
    {
      place -= 1
    }
    // "from Turkey, angering Moscow": another word's, where no "and" joins them.
    if before.kind == .comma,
      (place + 1..<index).contains(where: {
        chunks[$0].kind == .other && isWord($0) && !nounMarks.contains($0)
      })
    {
      return nil
    }
    // The one before must be of the same kind and close by; "by the Emirates and the Vatican" are both actors.
    var other = place - 1
    while other >= zone.lowerBound, place - other <= 3 {
      if isAlike(other, index) {
        return isBehindOpening(index, comma: place, other) ? nil : preposition(of: other, in: zone)
      }
      // "in exchange for Viktor Medvedchuk and 55 Russians"
      if chunks[other].kind == .person, chunks[index].kind == .people,
        preposition(of: other, in: zone) == "for"
      {
        return "for"
      }
      other -= 1
    }
    return nil
  }

  /// "Apart from the soldiers, 12 civilians were freed": the comma closes what the sentence opens with, where no "and"
  /// goes on with a list.
  private func isBehindOpening(_ index: Int, comma: Int, _ other: Int) -> Bool {
    guard chunks[comma].kind == .comma, chunks[index].kind == .people,
      let preposition = governorIndex(of: other), preposition <= 1,
      chunks[preposition].kind == .preposition
    else { return false }
    return !(index + 1..<min(index + 3, chunks.count)).contains {
      chunks[$0].kind == .conjunction || chunks[$0].kind == .comma
    }
  }

  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    let kinds: Set = [chunks[left].kind, chunks[right].kind]
    return kinds.count == 1 || kinds == [.party, .organization]
  }

  /// Whether a number without a noun can count people: nothing that it could count follows it.
  func isElliptic(_ index: Int) -> Bool {
    guard index + 1 < chunks.count else { return true }
    let next = chunks[index + 1]
    // "Roman, 31, a marine"
    if next.kind == .comma, index > 0, chunks[index - 1].kind == .comma,
      chunks[index].range.count == 1
    {
      return false
    }
    // "five Indian aircraft"
    if next.kind == .nation, index + 2 < chunks.count, chunks[index + 2].kind == .other,
      isWord(index + 2)
    {
      return false
    }
    if next.kind == .other {
      let token = text.tokens[next.range.lowerBound]
      // "got 31 back"
      return token.kind == .mark || particles.contains(token.lexeme)
    }
    return ![.number, .organization, .person, .place, .measure, .trigger].contains(next.kind)
  }

  /// "Russia's": what follows is meant, not the party.
  func isPossessor(_ index: Int) -> Bool {
    let end = chunks[index].range.upperBound
    return end < text.tokens.count && text.tokens[end].kind == .mark && text.tokens[end].length >= 2
      && !text.tokens[end].followsSpace
      && text.bytes(end).last.map { $0 | 0x20 == UInt8(ascii: "s") } ?? false
  }

  static let peopleKinds: Set<Chunk.Kind> = [.people, .number, .ratio]
  static let actorKinds: Set<Chunk.Kind> = [
    .party, .organization, .person, .delegation, .stateSide, .groupSide,
  ]

  func argument(_ role: EventCandidate.Role, _ index: Int, value: String? = nil) -> Argument {
    argument(role, chunks[index], value: value)
  }

  func argument(_ role: EventCandidate.Role, _ chunk: Chunk, value: String? = nil) -> Argument {
    Argument(
      role: role, mention: chunk.mention, span: span(chunk.range),
      value: value ?? (chunk.mention == nil ? Self.side(chunk) ?? chunk.value : nil))
  }

  /// "the rebels": which of the two sides is meant.
  private static func side(_ chunk: Chunk) -> String? {
    chunk.kind == .stateSide || chunk.kind == .groupSide ? chunk.kind.rawValue : nil
  }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(text.tokens[range.lowerBound].start), Int(text.tokens[range.upperBound - 1].end))
  }

  /// The bytes of a run of chunks.
  func span(chunks range: Range<Int>) -> TextSpan {
    span(chunks[range.lowerBound].range.lowerBound..<chunks[range.upperBound - 1].range.upperBound)
  }
}
