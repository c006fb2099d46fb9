internal import Records

/// What the auxiliaries around a verb tell: voice and whether it has happened.
struct VerbPhrase: Hashable {
  enum Voice: Hashable { case active, passive }

  var voice = Voice.active
  var modality = EventCandidate.Modality.completed
  /// The first chunk of the phrase, auxiliaries included.
  var start: Int
  /// A finite verb bounds the clauses beside it; infinitives and participles do not.
  var isFinite = true
  var isGerund = false
  var isInfinitive = false
  /// "had been held", "was held", "held": of a state it tells that it has ended.
  var isOver = false
  /// The verb whose auxiliaries hold for this one too: "will be freed and taken home".
  var joinedTo: Int?
}

/// Reads the verb phrase around a verb.
struct VerbPhraseReader {
  let chunks: [Chunk]

  func phrase(at verb: Int) -> VerbPhrase {
    var phrase = VerbPhrase(start: verb)
    var auxiliaries: [String] = []
    var isNegated = false
    var governor: EventCandidate.Modality?
    var index = verb - 1
    scan: while index >= 0, verb - index <= 8 {
      switch chunks[index].kind {
      case .aux:
        auxiliaries.append(chunks[index].value ?? "")
        phrase.start = index
      case .negation:
        isNegated = true
        phrase.start = index
      case .adverb, .additional, .total, .each, .bothTotal: break
      case .governor:
        // "is ready to release": the auxiliary before it is the governor's.
        governor = chunks[index].value.flatMap(EventCandidate.Modality.init(rawValue:))
        phrase.start = index
        break scan
      default: break scan
      }
      index -= 1
    }
    // "that 1,000 be freed": a bare "be" asserts nothing.
    let isSubjunctive = auxiliaries == ["be-base"]
    // "with 200 being freed by either side"
    if auxiliaries.last == "being" { phrase.isFinite = false }
    auxiliaries = auxiliaries.map { $0 == "be-base" || $0 == "being" ? "be" : $0 }
    phrase.isOver =
      auxiliaries.contains("had")
      || auxiliaries.last == "was" && chunks[verb].form != .gerund
        && !auxiliaries.dropLast().contains("be")
      || auxiliaries.isEmpty && [.past, .pastOrParticiple].contains(chunks[verb].form)
    auxiliaries = auxiliaries.map { $0 == "had" ? "have" : $0 == "was" ? "be" : $0 }
    // "to be exchanged"
    if auxiliaries.count > 1, auxiliaries.last == "to" {
      phrase.isFinite = false
      phrase.isInfinitive = true
    }
    let nearest = auxiliaries.first
    switch chunks[verb].form {
    case .gerund:
      phrase.isFinite = phrase.isFinite && nearest == "be"
      phrase.isGerund = true
    case .base where nearest == "to":
      phrase.isFinite = false
      phrase.isInfinitive = true
    // "let" and "set" are their own participles.
    case .base where nearest == "be": phrase.voice = .passive
    case .participle, .pastOrParticiple:
      if nearest == "be" {
        phrase.voice = .passive
      } else if nearest != "have", chunks[verb].form == .participle {
        phrase.voice = .passive
        phrase.isFinite = false
      }
    default: break
    }
    phrase.modality =
      isSubjunctive ? .planned : modality(chunks[verb].form, auxiliaries, governor, phrase)
    if isNegated, phrase.modality == .completed { phrase.modality = .unreal }
    if auxiliaries.isEmpty, governor == nil, !isNegated { share(verb, &phrase) }
    return phrase
  }

  /// "will be freed and taken home", "is to free 30 and hand over 20": what stands before the first of two
  /// joined verbs holds for the second too.
  private func share(_ verb: Int, _ phrase: inout VerbPhrase) {
    guard let first = verbJoined(to: verb) else { return }
    let twin = self.phrase(at: first)
    guard twin.start < first || twin.joinedTo != nil else { return }
    switch chunks[verb].form {
    case .participle where twin.voice == .passive,
      .pastOrParticiple where twin.voice == .passive && twin.modality == .planned:
      phrase.voice = .passive
    case .participle where chunks[first].form != .base && !twin.isGerund: phrase.voice = .active
    case .base where chunks[first].form == .base && twin.voice == .active: break
    default: return
    }
    phrase.joinedTo = twin.joinedTo ?? first
    phrase.modality = twin.modality
    phrase.isFinite = twin.isFinite
    phrase.isInfinitive = twin.isInfinitive
    phrase.isOver = twin.isOver
  }

  /// The verb before an "and" that stands right before another.
  private func verbJoined(to verb: Int) -> Int? {
    var place = verb - 1
    while place >= 0, chunks[place].kind == .adverb { place -= 1 }
    guard place >= 0, chunks[place].kind == .conjunction, chunks[place].value == "and" else {
      return nil
    }
    for index in stride(from: place - 1, through: max(0, place - 12), by: -1) {
      switch chunks[index].kind {
      case .verb: return index
      case .stop, .relative, .say, .conjunction, .comma: return nil
      default: continue
      }
    }
    return nil
  }

  private func modality(
    _ form: VerbForm?, _ auxiliaries: [String], _ governor: EventCandidate.Modality?,
    _ phrase: VerbPhrase
  ) -> EventCandidate.Modality {
    if let governor { return governor }
    if auxiliaries.contains("will") || auxiliaries.contains("modal") { return .planned }
    // "one of 303 Ukrainians to walk free" tells what happened; other infinitives what is to come.
    if phrase.isInfinitive {
      let before = phrase.start > 0 ? chunks[phrase.start - 1].kind : .other
      // but "with 300 more to follow" is to come
      let isOpen =
        phrase.start > 1 && chunks[phrase.start - 2].kind == .preposition
        && chunks[phrase.start - 2].value == "with"
      let isTold = (before == .people || before == .number) && !isOpen
      return isTold && phrase.voice == .active ? .completed : .planned
    }
    if phrase.isGerund, auxiliaries.first == "be" { return .ongoing }
    return .completed
  }
}
