internal import Packs
internal import Records

/// A rule of the pack that says how a language speaks of one sort of happening: the verbs and nouns
/// that evoke it, and what their subject, object and prepositions stand for.
struct FrameRule: Sendable {
  var name: String
  var frame: EventCandidate.Frame
  /// Who the subject of an active verb is.
  var subject: EventCandidate.Role?
  /// Who the object is; also the subject of a passive verb.
  var object: EventCandidate.Role?
  /// Who the subject is where there is no object: "307 returned".
  var intransitive: EventCandidate.Role?
  /// Who a party is that stands behind the verb without a preposition: "reached Ukraine".
  var partyObject: EventCandidate.Role?
  /// Whether a place right behind the verb is where it happened: "crossed the bridge".
  var takesPlace = false
  /// What stands behind a preposition, by the lexicon's name for it.
  var prepositions: [String: EventCandidate.Role] = [:]
  /// The modality that the words themselves bring; nil where tense tells it.
  var modality: EventCandidate.Modality?
  /// What the people are, where the words themselves tell it: "repatriation measures".
  var category: Category?
  /// Prepositions of which one must govern the noun; empty where any may.
  var after: Set<String> = []
  /// "exchanges" at large are no event: it needs people, an ordinal or a date of its own.
  var isGeneric = false
  /// Whether the noun phrase is a predicate: "are back".
  var isPredicate = false
  /// Whether it goes on with what was told before: "a further 1,200 followed on Friday" go the same way.
  var continues = false
  /// Whether the noun stands for another like what was told before where it has a day and no people: "the previous
  /// return took place on May 10".
  var recalls = false
  /// Arguments without which there is no such happening.
  var needs: Set<EventCandidate.Role> = []
  /// Words of which some people must be called one: captives "remain", soldiers only stay.
  var peopleClasses: [ClassID] = []
  /// Whether the people must go to the state that they are of.
  var goesToOwnCountry = false
  /// Whether the verb needs people among its arguments to count.
  var needsPeople = false
  var examples: RuleExamples
}

/// A verb that evokes a frame, perhaps only with a particle ("bring … home").
struct VerbTrigger: Sendable {
  var rule: Int
  /// Any one of them; empty where none is needed.
  var particles: Set<Int32>
}

/// The frames of a language, found by the words that evoke them.
struct FrameRules: Sendable {
  private(set) var rules: [FrameRule] = []
  /// By the base form of the verb.
  private(set) var verbs: [String: [VerbTrigger]] = [:]
  /// The lexemes of the particles of verbs that move people: what a number without a noun may stand before.
  private(set) var particles: Set<Int32> = []
  /// The rule of each noun phrase, by its place in the lexicon's class `trigger`.
  static let nounClass = "trigger"

  mutating func add(
    _ document: PackNode, _ lexicon: inout Lexicon, names: inout [String: PackNode]
  ) throws(PackError) {
    let fields = try document.fields(["language", "frames"])
    let nounClass = lexicon.addClass(Self.nounClass)
    for node in try fields["frames"]?.list() ?? [] {
      let fields = try node.fields([
        "name", "frame", "verbs", "nouns", "subject", "object", "intransitive", "party-object",
        "place-object", "prepositions",
        "modality", "category", "needs", "people-class", "own-country", "needs-people",
        "after", "generic", "predicate", "continues", "recalls", "finds", "not",
      ])
      guard let name = fields["name"], let frame = fields["frame"] else {
        throw node.error("a frame rule has a name and a frame")
      }
      var rule = FrameRule(
        name: try name.text(), frame: try frame.choice(),
        examples: try RuleExamples(node, finds: fields["finds"], not: fields["not"]))
      try LanguageCompiler.register(rule.name, node, &names)
      rule.subject = try fields["subject"]?.choice()
      rule.object = try fields["object"]?.choice()
      rule.intransitive = try fields["intransitive"]?.choice()
      rule.takesPlace = try fields["place-object"]?.boolean() ?? false
      rule.partyObject = try fields["party-object"]?.choice()
      rule.modality = try fields["modality"]?.choice()
      rule.category = try fields["category"]?.choice()
      rule.after = Set(try fields["after"]?.words() ?? [])
      rule.isGeneric = try fields["generic"]?.boolean() ?? false
      for name in try fields["people-class"]?.elements() ?? [] {
        rule.peopleClasses.append(lexicon.addClass(try name.text()))
      }
      rule.goesToOwnCountry = try fields["own-country"]?.boolean() ?? false
      rule.isPredicate = try fields["predicate"]?.boolean() ?? false
      rule.continues = try fields["continues"]?.boolean() ?? false
      rule.recalls = try fields["recalls"]?.boolean() ?? false
      for role in try fields["needs"]?.elements() ?? [] { rule.needs.insert(try role.choice()) }
      rule.needsPeople = try fields["needs-people"]?.boolean() ?? false
      for (key, value) in try fields["prepositions"]?.members() ?? [] {
        rule.prepositions[try key.text()] = try value.choice()
      }
      let number = rules.count
      rules.append(rule)
      for verb in try fields["verbs"]?.texts() ?? [] {
        var parts = verb.split(separator: " ").map(String.init)
        let base = parts.removeFirst()
        guard lexicon.verbs.contains(base) else {
          throw node.error(
            "the lexicon has no forms of the verb \"\(base)\"",
            hint: Spelling.closest(to: base, among: lexicon.verbs).map {
              "did you mean \"\($0)\"?"
            }
              ?? "add a line with its forms under \"verbs\" of the lexicon")
        }
        let particles = Set(
          parts.flatMap { $0.split(separator: "|") }.map { lexicon.addWord(String($0)) })
        // "shared the names of 30": a noun, which a number before it counts
        if rule.frame != .hold { self.particles.formUnion(particles) }
        verbs[base, default: []].append(VerbTrigger(rule: number, particles: particles))
      }
      for noun in try fields["nouns"]?.texts() ?? [] {
        lexicon.add(noun, LexicalEntry(lexicalClass: nounClass, value: String(number)))
      }
    }
  }
}
