internal import Records

/// Reads the frames of a sentence: for each trigger its rule, modality and arguments.
///
/// The work is split by what is looked at: verbs, their subjects, nouns, parts, circumstances, modality.
struct FrameReader {
  let rules: LanguageRules
  let text: TokenizedText
  let nodes: [ClauseNode]
  let mentions: [Mention]
  let phrases: [Int: VerbPhrase]
  let finder: ArgumentFinder

  init(_ rules: LanguageRules, _ text: TokenizedText, _ nodes: [ClauseNode], _ mentions: [Mention])
  {
    let triggers = Triggers(nodes, rules, text)
    self.rules = rules
    self.text = text
    self.nodes = triggers.nodes
    self.mentions = mentions
    phrases = triggers.phrases
    finder = ArgumentFinder(
      nodes: triggers.nodes, phrases: triggers.phrases, text: text,
      triggers: triggers.nodesOfFrames, particles: triggers.particles)
  }

  /// A node as an argument.
  func argument(_ role: EventCandidate.Role, _ node: ClauseNode) -> EventCandidate.Argument {
    EventCandidate.Argument(role: role, mention: node.mention, span: finder.span(node.range))
  }

  /// The bytes of a run of tokens.
  func span(_ tokens: Range<Int>) -> TextSpan { finder.span(tokens) }

  /// The candidates of the sentence in text order.
  func candidates(_ sentence: Range<Int>) -> [EventCandidate] {
    var candidates: [EventCandidate] = []
    for index in nodes.indices {
      switch nodes[index].kind {
      case .verb:
        guard finder.triggers.contains(index), let rule = verbRule(at: index) else { continue }
        let candidate = verbCandidate(rule, index, sentence)
        let gapped = gapped(candidate)
        if !gapped.isEmpty {
          candidates += gapped
          continue
        }
        if Self.isComplete(candidate, rule), rule.frame != .mediation || isOurMediation(index) {
          candidates.append(candidate)
        }
      case .trigger:
        guard let number = nodes[index].value.flatMap({ Int($0) }) else { continue }
        let rule = rules.frames.rules[number]
        var candidate = nounCandidate(rule, index, sentence)
        if isTopicOfTalks(index, rule) { candidate.frame = .about }
        let isComplete = Self.isComplete(candidate, rule)
        // "exchanges" at large still tell what the article is about.
        if rule.isGeneric, !isComplete { candidate.frame = .about }
        if isComplete || rule.isGeneric { candidates.append(candidate) }
      default: break
      }
    }
    candidates += eachCandidates(candidates, sentence)
    return candidates + partCandidates(candidates, sentence)
  }

  /// A return without people is no event of ours.
  static func isComplete(_ candidate: EventCandidate, _ rule: FrameRule) -> Bool {
    if rule.isGeneric {
      return candidate.arguments.contains {
        [.people, .each, .ordinal].contains($0.role) || $0.role == .date && $0.value == nil
      }
    }
    return !rule.needsPeople
      || candidate.arguments.contains {
        [.people, .part, .equal, .counter, .ordinal].contains($0.role)
      }
  }

  static func ordered(_ arguments: [EventCandidate.Argument]) -> [EventCandidate.Argument] {
    var seen: Set<EventCandidate.Argument> = []
    return arguments.filter { seen.insert($0).inserted }
      .sorted { ($0.span, $0.role.rawValue) < ($1.span, $1.role.rawValue) }
  }
}
