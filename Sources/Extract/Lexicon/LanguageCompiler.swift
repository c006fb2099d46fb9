internal import Packs
internal import Records

/// Compiles the pack's files of one language.
struct LanguageCompiler {
  let pack: Pack
  private let language: String
  var lexicon = Lexicon()

  /// The rules of every language of the pack, by its tag.
  static func compile(_ pack: Pack) throws(PackError) -> [String: LanguageRules] {
    var rules: [String: LanguageRules] = [:]
    for language in pack.languages {
      var compiler = LanguageCompiler(pack, language)
      rules[language] = try compiler.compile()
    }
    return rules
  }

  private init(_ pack: Pack, _ language: String) {
    self.pack = pack
    self.language = language
  }

  private mutating func compile() throws(PackError) -> LanguageRules {
    let builtIn = BuiltInClasses(&lexicon)
    try addGazetteers(builtIn)
    try addGivenNames()
    var abbreviations: Set<Int32> = []
    var pastEndings: [[UInt8]] = []
    var notPast: Set<Int32> = []
    var commonWords: [String] = []
    for document in try documents("lexicon") {
      let fields = try document.fields([
        "language", "abbreviations", "classes", "verbs", "past-endings", "not-past", "common-words",
      ])
      abbreviations.formUnion(
        try fields["abbreviations"]?.words().map { lexicon.addWord($0) } ?? [])
      commonWords += try fields["common-words"]?.words() ?? []
      notPast.formUnion(try fields["not-past"]?.words().map { lexicon.addWord($0) } ?? [])
      pastEndings += try fields["past-endings"]?.words().map { Array($0.utf8) } ?? []
      for (name, content) in try fields["classes"]?.members() ?? [] {
        try addClass(try name.text(), content)
      }
      for verb in try fields["verbs"]?.list() ?? [] { try addVerb(verb) }
    }
    guard let numbers = try documents("numbers").first else {
      throw PackError(
        file: "pipeline.yaml", line: nil,
        message: "no \"numbers\" file for the language \(language)")
    }
    let words = try NumberWords(numbers, &lexicon)
    var phases: [MentionPhase] = []
    var names: [String: PackNode] = [:]
    for role in ["dates", "phrases"] {
      for document in try documents(role) {
        phases.append(try phase(document, names: &names))
      }
    }
    var frames = FrameRules()
    for document in try documents("frames") { try frames.add(document, &lexicon, names: &names) }
    if phases.count > PhaseIndex.limit {
      throw PackError(
        file: "pipeline.yaml", line: nil,
        message: "\(phases.count) files of mention rules; there can be \(PhaseIndex.limit)")
    }
    lexicon.seal()
    return LanguageRules(
      language: language, lexicon: lexicon, builtIn: builtIn, numbers: words, phases: phases,
      index: PhaseIndex(phases, lexicon, commonWords: commonWords), frames: frames,
      abbreviations: abbreviations,
      months: lexicon.classID("month").map { lexicon.firstWords(of: $0) } ?? [],
      pastEndings: pastEndings, notPast: notPast)
  }

  private func documents(_ role: String) throws(PackError) -> [PackNode] {
    var result: [PackNode] = []
    for document in try pack.documents(role) {
      guard let tag = try document.member("language") else {
        throw document.error(
          "the file does not say its language", hint: "begin it with \"language: en\"")
      }
      if try tag.text() == language { result.append(document) }
    }
    return result
  }

  private mutating func addClass(_ name: String, _ content: PackNode) throws(PackError) {
    let id = lexicon.addClass(name)
    func add(_ phrases: PackNode, value: String?) throws(PackError) {
      for phrase in try phrases.texts() {
        // A phrase with a capital must be written with one: "May" is no "may".
        let isName = phrase.first?.isUppercase ?? false
        lexicon.add(
          phrase,
          LexicalEntry(lexicalClass: id, value: value, letterCase: isName ? .capitalized : .any))
      }
    }
    if content.isList { return try add(content, value: nil) }
    for (value, phrases) in try content.members() { try add(phrases, value: try value.text()) }
  }

  /// "swap swaps swapped swapped swapping": base, present, past, participle, gerund.
  ///
  /// The class of a verb is `verb` with the base form as its value. A form "-" is left out; behind "~"
  /// the base form is a name alone.
  private mutating func addVerb(_ node: PackNode) throws(PackError) {
    // Verbs of two words are written with slashes; frames name them with an underscore: hand_over.
    let text = Array(try node.text().utf8)
    let slash = UInt8(ascii: "/")
    let forms = text.split(separator: text.contains(slash) ? slash : 0x20).map { form in
      form.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        .joined(separator: " ")
    }
    guard forms.count == 5 else {
      throw node.error(
        "a verb has five forms, here are \(forms.count)",
        hint: "write them so: give gives gave given giving")
    }
    let id = lexicon.addClass("verb")
    let kinds: [VerbForm] =
      forms[2] == forms[3]
      ? [.base, .present, .pastOrParticiple, .pastOrParticiple, .gerund]
      : [.base, .present, .past, .participle, .gerund]
    let base = forms[0].drop { $0 == "~" }.split(separator: " ").joined(separator: "_")
    lexicon.verbs.insert(base)
    var seen: Set<String> = []
    for (form, kind) in zip(forms, kinds)
    where form != "-" && !form.hasPrefix("~") && seen.insert(form).inserted {
      lexicon.add(form, LexicalEntry(lexicalClass: id, value: base, form: kind))
    }
  }

  private mutating func phase(
    _ document: PackNode, names: inout [String: PackNode]
  ) throws(PackError) -> MentionPhase {
    let fields = try document.fields(["language", "makes", "kind", "rules"])
    guard let makes = fields["makes"], let kind = fields["kind"], let list = fields["rules"] else {
      throw document.error(
        "the file needs \"makes\" (a class), \"kind\" (a mention's kind) and \"rules\"")
    }
    let id = lexicon.addClass(try makes.text())
    let mentionKind: Mention.Kind = try kind.choice()
    var rules: [MentionRule] = []
    for node in try list.list() {
      let rule = try MentionRule(node, makes: id, kind: mentionKind, &lexicon)
      try Self.register(rule.name, node, &names)
      rules.append(rule)
    }
    return MentionPhase(rules: rules)
  }

  static func register(
    _ name: String, _ node: PackNode, _ names: inout [String: PackNode]
  ) throws(PackError) {
    if let other = names[name] {
      throw node.error(
        "another rule is named \"\(name)\"", hint: "see \(other.file):\(other.line ?? 0)")
    }
    names[name] = node
  }
}
