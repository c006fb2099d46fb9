internal import Packs
internal import Records

/// Everything that the pack knows of one language, compiled.
struct LanguageRules: Sendable {
  let language: String
  var lexicon: Lexicon
  var builtIn: BuiltInClasses
  var numbers: NumberWords
  /// Mention rules in the order of the pack.
  var phases: [MentionPhase]
  var starts: PhaseStarts
  var frames: FrameRules
  var abbreviations: Set<Int32>

  var tokenizer: Tokenizer { Tokenizer(vocabulary: lexicon.vocabulary) }
}

/// Classes that the program itself makes.
struct BuiltInClasses: Sendable {
  /// A number in digits or words.
  let number: ClassID
  /// An ordinal in digits or words.
  let ordinal: ClassID
  /// A number or ordinal from 1 to 31.
  let day: ClassID
  /// An ordinal in digits from 1 to 31: "3rd".
  let ordinalDay: ClassID
  /// Four digits from 1900 to 2100.
  let year: ClassID
  /// A person, organization, place or party of the gazetteers, or what rules make of them.
  let person: ClassID
  let organization: ClassID
  let place: ClassID
  let party: ClassID
  /// An adjective of a party: "Ukrainian".
  let nation: ClassID
  /// A person of a party: "Ukrainians".
  let national: ClassID
  /// A form of a verb.
  let verb: ClassID
  /// What the phrase rules make.
  let date: ClassID
  let people: ClassID

  init(_ lexicon: inout Lexicon) {
    number = lexicon.addClass("number")
    ordinal = lexicon.addClass("ordinal")
    day = lexicon.addClass("day")
    ordinalDay = lexicon.addClass("day-ordinal")
    year = lexicon.addClass("year")
    for test in TokenTest.allCases { lexicon.add(test) }
    person = lexicon.addClass("person")
    organization = lexicon.addClass("organization")
    place = lexicon.addClass("place")
    party = lexicon.addClass("party")
    nation = lexicon.addClass("nation")
    national = lexicon.addClass("national")
    verb = lexicon.addClass("verb")
    date = lexicon.addClass("date")
    people = lexicon.addClass("people")
  }
}
