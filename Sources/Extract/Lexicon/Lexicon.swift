internal import Packs

/// A lexical class, by its number.
typealias ClassID = Int

/// A word or phrase of the pack: the class that it belongs to and what it means there.
struct LexicalEntry: Sendable {
  var lexicalClass: ClassID
  /// What the class makes of it: a category, a party code, a month's number.
  var value: String?
  /// Further properties of a gazetteer's name.
  var name: NameEntry?
  /// The form of a verb.
  var form: VerbForm?
  /// How the words must be capitalized.
  var letterCase: RequiredCase = .any
}

/// How a phrase must be written to count.
enum RequiredCase: Sendable {
  /// In any way.
  case any
  /// With a capital first letter: names.
  case capitalized
  /// In capitals: "US" is not "us".
  case upper
}

/// A name of a gazetteer.
struct NameEntry: Hashable, Sendable {
  var kind: Kind
  var canonical: String
  var wikidata: String?
  var party: String?
  var role: String?

  enum Kind: String, Sendable { case person, organization, place, party }
}

/// The words of one language: classes, phrases and what they mean.
struct Lexicon: Sendable {
  private(set) var vocabulary = Vocabulary()
  private(set) var entries: [LexicalEntry] = []
  private(set) var classNames: [String] = []
  /// The base forms of the verbs.
  var verbs: Set<String> = []
  private var classIDs: [String: ClassID] = [:]
  /// The phrases that begin with a lexeme, longest first.
  private var phrases: [Int32: [(rest: [Int32], entry: Int)]] = [:]

  /// The number of a class, which is added where it is new.
  mutating func addClass(_ name: String) -> ClassID {
    if let known = classIDs[name] { return known }
    classNames.append(name)
    classIDs[name] = classNames.count - 1
    return classNames.count - 1
  }

  /// The number of a class; nil where no word or rule makes one.
  func classID(_ name: String) -> ClassID? { classIDs[name] }

  /// All class names.
  var knownClasses: [String] { classNames }

  /// The lexeme of a word, which is added where it is new.
  mutating func addWord(_ word: String) -> Int32 {
    var lower: [UInt8] = []
    LetterCase.appendLower(Array(word.utf8)[...], to: &lower)
    return vocabulary.add(lower)
  }

  /// Adds a phrase as the tokenizer will cut it.
  mutating func add(_ phrase: String, _ entry: LexicalEntry) {
    let bytes = Array(phrase.utf8)
    let lexemes = Tokenizer(vocabulary: Vocabulary()).tokenize(bytes).map { token in
      addWord(String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self))
    }
    guard let first = lexemes.first else { return }
    entries.append(entry)
    phrases[first, default: []].append((Array(lexemes.dropFirst()), entries.count - 1))
  }

  /// Puts the phrases of each first word in order; call once after the last `add`.
  mutating func seal() {
    for key in phrases.keys {
      phrases[key]?.sort { ($0.rest.count, $1.entry) > ($1.rest.count, $0.entry) }
    }
  }

  /// Calls `body` for each phrase that stands at a token.
  func matches(
    _ text: TokenizedText, at index: Int, before limit: Int,
    _ body: (_ entry: Int, _ end: Int) -> Void
  ) {
    guard text.tokens[index].lexeme != 0, let candidates = phrases[text.tokens[index].lexeme] else {
      return
    }
    for candidate in candidates {
      let end = index + 1 + candidate.rest.count
      guard end <= limit,
        zip(index + 1..<end, candidate.rest).allSatisfy({ text.tokens[$0].lexeme == $1 }),
        isWritten(entries[candidate.entry].letterCase, text, index, end)
      else { continue }
      body(candidate.entry, end)
    }
  }

  private func isWritten(_ required: RequiredCase, _ text: TokenizedText, _ start: Int, _ end: Int)
    -> Bool
  {
    switch required {
    case .any: true
    case .capitalized: text.tokens[start].isCapitalized
    case .upper:
      text.tokens[start..<end].allSatisfy {
        $0.kind != .word || $0.isUpper || $0.length == 1 && $0.isCapitalized
      }
    }
  }
}

/// The form of a verb, as far as clauses depend on it.
enum VerbForm: String, Sendable, CaseIterable {
  /// To swap; after "to", "will" and modals, and the plural of the present.
  case base
  /// Swaps.
  case present
  /// Swapped, as the past tense.
  case past
  /// Swapped, after "be" and "have".
  case participle
  /// Swapped: past tense or participle.
  case pastOrParticiple
  /// Swapping.
  case gerund
}
