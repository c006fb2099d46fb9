internal import Records

/// The chunks of a sentence that evoke a frame, and how their verbs stand.
struct Triggers {
  /// The sentence, with nouns that evoke nothing where they stand made plain words.
  let chunks: [Chunk]
  /// The phrase of every verb.
  let phrases: [Int: VerbPhrase]
  /// The chunks that evoke a frame.
  let ofFrames: Set<Int>
  /// Verbs that head no clause: particles and parts of compounds ("Russian-held").
  let inert: Set<Int>
  /// Nouns that are predicates: "are back".
  let predicates: Set<Int>
  /// Verbs that are only particles of a trigger: "go" in "let them go".
  let particles: [Int: Int]
  /// Words that begin a noun phrase: "the", "its".
  let nounMarks: Set<Int>
  /// Words of captivity behind a preposition.
  let captivity: Set<Int>
  /// Verbs of what captives have behind them: "detained", "sentenced".
  let records: Set<Int>

  init(_ sentence: [Chunk], _ rules: LanguageRules, _ text: TokenizedText) {
    let chunks = Self.withoutForeignNouns(sentence, rules, text)
    let reader = VerbPhraseReader(chunks: chunks)
    var phrases: [Int: VerbPhrase] = [:]
    var inert: Set<Int> = []
    for index in chunks.indices where chunks[index].kind == .verb {
      phrases[index] = reader.phrase(at: index)
      if Self.isHyphenated(index, chunks, text) || Self.isAttribute(index, chunks, phrases, rules) {
        inert.insert(index)
      }
    }
    var triggers = Set(chunks.indices.filter { chunks[$0].kind == .trigger })
    for index in phrases.keys where rules.frames.verbs[chunks[index].value ?? ""] != nil {
      if Self.hasRule(at: index, chunks, text, rules), !Self.isLight(index, chunks, phrases, rules),
        !Self.isHyphenated(index, chunks, text) || Self.isMediation(index, chunks, rules)
      {
        triggers.insert(index)
      }
    }
    var particles: [Int: Int] = [:]
    for index in triggers where chunks[index].kind == .verb {
      if let particle = Self.verbParticle(of: index, chunks, text, rules) {
        particles[particle] = index
      }
    }
    self.chunks = chunks
    self.phrases = phrases
    self.particles = particles
    self.inert = inert.union(particles.keys)
    predicates = triggers.filter { index in
      chunks[index].kind == .trigger
        && chunks[index].value.flatMap { Int($0) }.map { rules.frames.rules[$0].isPredicate }
          ?? false
    }
    ofFrames = triggers.subtracting(particles.keys)
    nounMarks = Set(
      chunks.indices.filter { index in
        chunks[index].kind == .other && Self.isOfClass("noun-mark", chunks[index], text, rules)
      })
    captivity = Set(
      chunks.indices.filter { index in
        chunks[index].kind == .other && Self.isOfClass("captivity", chunks[index], text, rules)
      })
    records = Set(phrases.keys.filter { Self.isOfClass("record", chunks[$0], text, rules) })
  }

  private static func isOfClass(
    _ name: String, _ chunk: Chunk, _ text: TokenizedText, _ rules: LanguageRules
  ) -> Bool {
    guard let wanted = rules.lexicon.classID(name) else { return false }
    var isFound = false
    rules.lexicon.matches(text, at: chunk.range.lowerBound, before: chunk.range.upperBound) {
      _, found, _ in isFound = isFound || found == wanted
    }
    return isFound
  }

  /// "go" of "let them go", "release" of "secured the release": the particle of a trigger is a verb or a noun
  /// that evokes a frame itself.
  static func verbParticle(
    of index: Int, _ chunks: [Chunk], _ text: TokenizedText, _ rules: LanguageRules
  ) -> Int? {
    let next = chunks[(index + 1)...].prefix(11).firstIndex {
      $0.kind == .verb || $0.kind == .trigger
    }
    guard let next else { return nil }
    let isParticle = (rules.frames.verbs[chunks[index].value ?? ""] ?? []).contains { trigger in
      chunks[next].range.contains { trigger.particles.contains(text.tokens[$0].lexeme) }
    }
    return isParticle ? next : nil
  }

  /// "Russian-held territory".
  static func isHyphenated(_ index: Int, _ chunks: [Chunk], _ text: TokenizedText)
    -> Bool
  {
    let token = chunks[index].range.lowerBound
    return token > 0 && !text.tokens[token].followsSpace
      && text.bytes(token - 1).elementsEqual("-".utf8)
  }

  /// "in occupied areas": a participle between a preposition and its noun.
  private static func isAttribute(
    _ index: Int, _ chunks: [Chunk], _ phrases: [Int: VerbPhrase], _ rules: LanguageRules
  ) -> Bool {
    guard index > 0, index + 1 < chunks.count, phrases[index]?.start == index,
      [.pastOrParticiple, .participle].contains(chunks[index].form),
      rules.frames.verbs[chunks[index].value ?? ""] == nil
    else { return false }
    let before = chunks[..<index].last { $0.kind != .adverb }
    let isGoverned =
      before?.kind == .preposition || before?.kind == .aux && before?.value == "to"
    return isGoverned && [.other, .place, .party].contains(chunks[index + 1].kind)
  }

  static func isMediation(_ index: Int, _ chunks: [Chunk], _ rules: LanguageRules) -> Bool {
    evokes(.mediation, index, chunks, rules)
  }

  static func evokes(
    _ frame: EventCandidate.Frame, _ verb: Int, _ chunks: [Chunk], _ rules: LanguageRules
  ) -> Bool {
    rules.frames.verbs[chunks[verb].value ?? ""]?.contains {
      rules.frames.rules[$0.rule].frame == frame
    } ?? false
  }

  /// Nouns that evoke a frame only behind a preposition ("in captivity") are words like others elsewhere.
  static func withoutForeignNouns(
    _ chunks: [Chunk], _ rules: LanguageRules, _ text: TokenizedText
  ) -> [Chunk] {
    let finder = ArgumentFinder(chunks: chunks, text: text)
    return chunks.indices.map { index in
      var chunk = chunks[index]
      if chunk.kind == .trigger, let number = chunk.value.flatMap({ Int($0) }) {
        let after = rules.frames.rules[number].after
        if !after.isEmpty, !after.contains(finder.governor(of: index)?.value ?? "") {
          chunk.kind = .other
        }
      }
      // "outside any exchange", but "outside Kyiv"
      if chunk.kind == .outside, let preposition = chunk.value, preposition != "always",
        !isBeforeSwap(index, chunks, rules)
      {
        chunk.kind = .preposition
      }
      return chunk
    }
  }

  /// Whether what a word governs is an exchange.
  private static func isBeforeSwap(
    _ index: Int, _ chunks: [Chunk], _ rules: LanguageRules
  ) -> Bool {
    let words: Set<Chunk.Kind> = [.other, .adverb, .nation, .ordinal, .date, .people]
    guard let noun = chunks[(index + 1)...].prefix(4).first(where: { !words.contains($0.kind) }),
      noun.kind == .trigger, let rule = noun.value.flatMap({ Int($0) })
    else { return false }
    return rules.frames.rules[rule].frame == .swap
  }

  /// "The first round, held on May 16": the verb only says that the noun happened.
  static func isLight(
    _ verb: Int, _ chunks: [Chunk], _ phrases: [Int: VerbPhrase], _ rules: LanguageRules
  ) -> Bool {
    guard evokes(.hold, verb, chunks, rules) else { return false }
    var place = (phrases[verb]?.start ?? verb) - 1
    while place >= 0, verb - place <= 6 {
      switch chunks[place].kind {
      case .trigger: return true
      case .comma, .aux, .adverb, .relative, .other: place -= 1
      default: return false
      }
    }
    return false
  }

  static func hasRule(
    at index: Int, _ chunks: [Chunk], _ text: TokenizedText, _ rules: LanguageRules
  ) -> Bool {
    rules.frames.verbs[chunks[index].value ?? ""]?.contains { trigger in
      trigger.particles.isEmpty || hasParticle(trigger.particles, after: index, chunks, text)
    } ?? false
  }

  /// A particle stands behind the verb or its object: "brought 307 soldiers home".
  static func hasParticle(
    _ particles: Set<Int32>, after verb: Int, _ chunks: [Chunk], _ text: TokenizedText
  ) -> Bool {
    for index in (verb + 1)..<min(verb + 12, chunks.count) {
      if chunks[index].range.contains(where: { particles.contains(text.tokens[$0].lexeme) }) {
        return true
      }
      if chunks[index].kind == .stop { return false }
      // "brought to government-controlled territory"
      if chunks[index].kind == .verb, !isHyphenated(index, chunks, text) { return false }
    }
    return false
  }
}
