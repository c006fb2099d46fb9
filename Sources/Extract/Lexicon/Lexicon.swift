internal import Packs

/// The words of one language: classes, phrases and what they mean.
struct Lexicon: Sendable {
  private(set) var vocabulary = Vocabulary()
  private(set) var entries: [LexicalEntry] = []
  private(set) var classNames: [String] = []
  /// The base forms of the verbs.
  var verbs: Set<String> = []
  private var classIDs: [String: ClassID] = [:]
  /// The entry of each organization's name and aliases.
  private(set) var organizations: [String: Int] = [:]
  /// The classes that tokens belong to by themselves.
  private(set) var tests: [ClassID: TokenTest] = [:]
  /// Phrases as they were added; sorted into the table below by `seal`.
  private var added: [(words: [Int32], entry: Int32)] = []
  /// The phrases by their first word, then by their second; those of one word come last.
  private var phrases: [Phrase] = []
  /// By lexeme: the phrases that begin with it.
  private var heads: [Head] = []
  /// The words behind the first of all phrases.
  private var rests: [Int32] = []

  /// Where the phrases that begin with a word stand in `phrases`.
  ///
  /// In one place, since each word of a text asks for all of it.
  private struct Head: Sendable {
    var first: Int32 = 0
    /// Where those of one word begin.
    var single: Int32 = 0
    var end: Int32 = 0
    /// A bit for the lower six bits of each second word: most neighbors share none.
    var seconds: UInt64 = 0
  }

  private struct Phrase: Sendable {
    var entry: Int32
    var lexicalClass: Int32
    var rest: Int32
    var restCount: Int32
    var letterCase: RequiredCase
  }

  /// The number of a class, which is added where it is new.
  mutating func addClass(_ name: String) -> ClassID {
    if let known = classIDs[name] { return known }
    classNames.append(name)
    classIDs[name] = classNames.count - 1
    return classNames.count - 1
  }

  /// Adds the class of a token test.
  mutating func add(_ test: TokenTest) { tests[addClass(test.className)] = test }

  /// The number of a class; nil where no word or rule makes one.
  func classID(_ name: String) -> ClassID? { classIDs[name] }

  /// All class names.
  var knownClasses: [String] { classNames }

  /// The lexeme of a word, which is added where it is new.
  mutating func addWord(_ word: String) -> Int32 {
    addWord(Array(word.utf8)[...])
  }

  private mutating func addWord(_ word: ArraySlice<UInt8>) -> Int32 {
    var lower: [UInt8] = []
    lower.reserveCapacity(word.count)
    LetterCase.appendLower(word, to: &lower)
    return vocabulary.add(lower)
  }

  /// Adds a phrase as the tokenizer will cut it.
  mutating func add(_ phrase: String, _ entry: LexicalEntry) {
    let words = addWords(phrase)
    guard !words.isEmpty else { return }
    entries.append(entry)
    if entry.name?.kind == .organization { organizations[phrase] = entries.count - 1 }
    added.append((words, Int32(entries.count - 1)))
  }

  /// The lexemes of a text's tokens, which are added where they are new.
  mutating func addWords(_ text: String) -> [Int32] {
    let bytes = Array(text.utf8)
    return Tokenizer.withoutWords.tokenize(bytes).map {
      addWord(bytes[Int($0.start)..<Int($0.end)])
    }
  }

  /// Puts the phrases of each first word in order; call once after the last `add`.
  mutating func seal() {
    func second(_ words: [Int32]) -> Int32 { words.count > 1 ? words[1] : Int32.max }
    added.sort {
      ($0.words[0], second($0.words), $1.words.count, $1.entry)
        < ($1.words[0], second($1.words), $0.words.count, $0.entry)
    }
    heads = [Head](repeating: Head(), count: vocabulary.count)
    for phrase in added {
      let head = Int(phrase.words[0])
      if heads[head].end == 0 {
        heads[head].first = Int32(phrases.count)
        heads[head].single = heads[head].first
      }
      if phrase.words.count > 1 {
        heads[head].single += 1
        heads[head].seconds |= 1 << UInt64(phrase.words[1] & 63)
      }
      phrases.append(
        Phrase(
          entry: phrase.entry,
          lexicalClass: Int32(entries[Int(phrase.entry)].lexicalClass), rest: Int32(rests.count),
          restCount: Int32(phrase.words.count - 1),
          letterCase: entries[Int(phrase.entry)].letterCase))
      rests += phrase.words.dropFirst()
      heads[head].end = Int32(phrases.count)
    }
    added = []
  }

  /// The first words of a class's phrases, once sealed.
  func firstWords(of lexicalClass: ClassID) -> Set<Int32> {
    var words: Set<Int32> = []
    for (lexeme, head) in heads.enumerated() {
      let phrases = phrases[Int(head.first)..<Int(head.end)]
      if phrases.contains(where: { ClassID($0.lexicalClass) == lexicalClass }) {
        words.insert(Int32(lexeme))
      }
    }
    return words
  }

  /// The classes that a word belongs to by itself, once sealed.
  func classes(ofWord lexeme: Int32) -> [ClassID] {
    let head = heads[Int(lexeme)]
    return phrases[Int(head.single)..<Int(head.end)].map { ClassID($0.lexicalClass) }
  }

  /// Calls `body` for each phrase that stands at a token.
  @inline(__always)
  func matches(
    _ text: TokenizedText, at index: Int, before limit: Int,
    _ body: (_ entry: Int, _ lexicalClass: ClassID, _ end: Int) -> Void
  ) {
    let lexeme = Int(text.tokens[index].lexeme)
    guard lexeme != 0, lexeme < heads.count else { return }
    let head = heads[lexeme]
    let single = Int(head.single)
    let end = Int(head.end)
    var number = Int(head.first)
    if number < single, index + 1 < limit,
      head.seconds & 1 << UInt64(text.tokens[index + 1].lexeme & 63) != 0
    {
      number = firstPhrase(from: number, to: single, second: text.tokens[index + 1].lexeme)
      let second = text.tokens[index + 1].lexeme
      while number < single, rests[Int(phrases[number].rest)] == second {
        let phrase = phrases[number]
        let end = index + 1 + Int(phrase.restCount)
        if end <= limit, stands(phrase, text, index), isWritten(phrase.letterCase, text, index, end)
        {
          body(Int(phrase.entry), ClassID(phrase.lexicalClass), end)
        }
        number += 1
      }
    }
    number = single
    while number < end {
      let phrase = phrases[number]
      if isWritten(phrase.letterCase, text, index, index + 1) {
        body(Int(phrase.entry), ClassID(phrase.lexicalClass), index + 1)
      }
      number += 1
    }
  }

  /// The first phrase among some whose second word is a lexeme, or greater; "the" begins hundreds.
  private func firstPhrase(from start: Int, to end: Int, second: Int32) -> Int {
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if rests[Int(phrases[middle].rest)] < second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the words behind the first are the phrase's.
  private func stands(_ phrase: Phrase, _ text: TokenizedText, _ index: Int) -> Bool {
    // The second word was found already.
    var offset = 1
    while offset < Int(phrase.restCount) {
      guard text.tokens[index + 1 + offset].lexeme == rests[Int(phrase.rest) + offset] else {
        return false
      }
      offset += 1
    }
    return true
  }

  private func isWritten(_ required: RequiredCase, _ text: TokenizedText, _ start: Int, _ end: Int)
    -> Bool
  {
    switch required {
    case .any: true
    case .capitalized: text.tokens[start].isCapitalized
    case .capitalizedAtEnds:
      text.tokens[start].isCapitalized && text.tokens[end - 1].isCapitalized
    case .upper: isUpper(text, start, end)
    case .capitalizedBehindFirst: text.tokens[start + 1].isCapitalized
    case .upperBehindFirst: isUpper(text, start + 1, end)
    }
  }

  private func isUpper(_ text: TokenizedText, _ start: Int, _ end: Int) -> Bool {
    text.tokens[start..<end].allSatisfy {
      $0.kind != .word || $0.isUpper || $0.length == 1 && $0.isCapitalized
    }
  }
}
