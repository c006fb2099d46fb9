internal import Records

/// The nodes of a sentence that evoke a frame, and how their verbs stand.
struct Triggers {
  /// The sentence, with nouns that evoke nothing where they stand made plain words.
  let nodes: [ClauseNode]
  /// The phrase of every verb.
  let phrases: [Int: VerbPhrase]
  /// The nodes that evoke a frame.
  let nodesOfFrames: Set<Int>
  /// Verbs that are only particles of a trigger: "go" in "let them go".
  let particles: [Int: Int]

  init(_ sentence: [ClauseNode], _ rules: LanguageRules, _ text: TokenizedText) {
    let nodes = Self.withoutForeignNouns(sentence, rules, text)
    let reader = VerbPhraseReader(nodes: nodes)
    var phrases: [Int: VerbPhrase] = [:]
    for index in nodes.indices where nodes[index].kind == .verb {
      phrases[index] = reader.phrase(at: index)
      if Self.isHyphenated(index, nodes, text) { phrases[index]?.isFinite = false }
    }
    var triggers = Set(nodes.indices.filter { nodes[$0].kind == .trigger })
    for index in phrases.keys where rules.frames.verbs[nodes[index].value ?? ""] != nil {
      if Self.hasRule(at: index, nodes, text, rules), !Self.isLight(index, nodes, phrases, rules),
        !Self.isHyphenated(index, nodes, text) || Self.isMediation(index, nodes, rules)
      {
        triggers.insert(index)
      }
    }
    var particles: [Int: Int] = [:]
    for index in triggers where nodes[index].kind == .verb {
      if let particle = Self.verbParticle(of: index, nodes, text, rules) {
        particles[particle] = index
      }
    }
    self.nodes = nodes
    self.phrases = phrases
    self.particles = particles
    nodesOfFrames = triggers.subtracting(particles.keys)
  }

  /// "go" of "let them go", where the particle of a trigger is a verb itself.
  static func verbParticle(
    of index: Int, _ nodes: [ClauseNode], _ text: TokenizedText, _ rules: LanguageRules
  ) -> Int? {
    for trigger in rules.frames.verbs[nodes[index].value ?? ""] ?? []
    where !trigger.particles.isEmpty {
      for place in index + 1..<max(index + 1, min(index + 12, nodes.count))
      where nodes[place].kind == .verb {
        return nodes[place].range.contains { trigger.particles.contains(text.tokens[$0].lexeme) }
          ? place : nil
      }
    }
    return nil
  }

  /// "Russian-held territory".
  static func isHyphenated(_ index: Int, _ nodes: [ClauseNode], _ text: TokenizedText)
    -> Bool
  {
    let token = nodes[index].range.lowerBound
    return token > 0 && !text.tokens[token].followsSpace
      && text.bytes(token - 1).elementsEqual("-".utf8)
  }

  static func isMediation(_ index: Int, _ nodes: [ClauseNode], _ rules: LanguageRules) -> Bool {
    evokes(.mediation, index, nodes, rules)
  }

  static func evokes(
    _ frame: EventCandidate.Frame, _ verb: Int, _ nodes: [ClauseNode], _ rules: LanguageRules
  ) -> Bool {
    rules.frames.verbs[nodes[verb].value ?? ""]?.contains {
      rules.frames.rules[$0.rule].frame == frame
    } ?? false
  }

  /// Nouns that evoke a frame only behind a preposition ("in captivity") are words like others elsewhere.
  static func withoutForeignNouns(
    _ nodes: [ClauseNode], _ rules: LanguageRules, _ text: TokenizedText
  ) -> [ClauseNode] {
    let finder = ArgumentFinder(nodes: nodes, phrases: [:], text: text, triggers: [])
    return nodes.indices.map { index in
      var node = nodes[index]
      if node.kind == .trigger, let number = node.value.flatMap({ Int($0) }) {
        let after = rules.frames.rules[number].after
        if !after.isEmpty, !after.contains(finder.governor(of: index)?.value ?? "") {
          node.kind = .other
        }
      }
      return node
    }
  }

  /// "The first round, held on May 16": the verb only says that the noun happened.
  static func isLight(
    _ verb: Int, _ nodes: [ClauseNode], _ phrases: [Int: VerbPhrase], _ rules: LanguageRules
  ) -> Bool {
    guard evokes(.hold, verb, nodes, rules) else { return false }
    var place = (phrases[verb]?.start ?? verb) - 1
    while place >= 0, verb - place <= 6 {
      switch nodes[place].kind {
      case .trigger: return true
      case .comma, .aux, .adverb, .relative, .other: place -= 1
      default: return false
      }
    }
    return false
  }

  static func hasRule(
    at index: Int, _ nodes: [ClauseNode], _ text: TokenizedText, _ rules: LanguageRules
  ) -> Bool {
    rules.frames.verbs[nodes[index].value ?? ""]?.contains { trigger in
      trigger.particles.isEmpty || hasParticle(trigger.particles, after: index, nodes, text)
    } ?? false
  }

  /// A particle stands behind the verb or its object: "brought 307 soldiers home".
  static func hasParticle(
    _ particles: Set<Int32>, after verb: Int, _ nodes: [ClauseNode], _ text: TokenizedText
  ) -> Bool {
    for index in (verb + 1)..<min(verb + 12, nodes.count) {
      if nodes[index].range.contains(where: { particles.contains(text.tokens[$0].lexeme) }) {
        return true
      }
      if nodes[index].kind == .stop || nodes[index].kind == .verb { return false }
    }
    return false
  }
}
