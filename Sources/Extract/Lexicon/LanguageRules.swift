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
  var index: PhaseIndex
  var frames: FrameRules
  var abbreviations: Set<Int32>
  /// First words of the names of months.
  var months: Set<Int32>

  /// Endings of the regular past: "ed".
  var pastEndings: [[UInt8]]
  /// Words that only look like a past form: "hundred".
  var notPast: Set<Int32>

  /// Whether a word looks like a past form.
  func isRegularPast(_ word: ArraySlice<UInt8>) -> Bool {
    pastEndings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
  }

  var tokenizer: Tokenizer { Tokenizer(vocabulary: lexicon.vocabulary) }
}

/// Classes that the program itself makes.
struct BuiltInClasses: Sendable {
  /// A number in digits or words.
  let number: ClassID
  /// "half" alone.
  let half: ClassID
  /// An ordinal in digits or words.
  let ordinal: ClassID
  /// A number or ordinal from 1 to 31.
  let day: ClassID
  /// An ordinal from 1 to 31 in digits or two words: "3rd", "twenty-second".
  let ordinalDay: ClassID
  /// Four digits from 1900 to 2100.
  let year: ClassID
  /// Two digits as a year: "15" in "April 15", "'15".
  let shortYear: ClassID
  /// A number in words from 1100 to 2100: "two thousand and eighteen".
  let spokenYear: ClassID
  /// Half of a year in words: the "nineteen" and the "eighty-six".
  let halfYear: ClassID
  /// "1970s"; "70s".
  let decade: ClassID
  let shortDecade: ClassID
  /// A number in words from 2 to 31, which may be a day beside a month's name.
  let spokenDay: ClassID
  /// The same from 21 to 31, which no one takes for a count behind a month's name.
  let lateSpokenDay: ClassID
  /// What dates are made of beside `date`: those of one day, of one month.
  let dayDate: ClassID
  let monthDate: ClassID
  /// A person, organization, place or party of the gazetteers, or what rules make of them.
  let person: ClassID
  let organization: ClassID
  let place: ClassID
  let party: ClassID
  /// "Iryna".
  let givenName: ClassID
  /// An adjective of a party: "Ukrainian".
  let nation: ClassID
  /// A person of a party: "Ukrainians".
  let national: ClassID
  /// A form of a verb.
  let verb: ClassID
  /// A noun that evokes a frame.
  let trigger: ClassID
  /// What the phrase rules make.
  let date: ClassID
  /// "since Monday": a date that is never an event's own.
  let openDate: ClassID
  /// The name of a month.
  let month: ClassID
  /// Money, percentages, ages, numbers of things.
  let measure: ClassID
  /// "at least", "some": its value is a `Bound`.
  let bound: ClassID
  /// Numbers that count nothing: "no one", "10:30".
  let plainNumber: ClassID
  let range: ClassID
  let people: ClassID

  /// From the first to the last class of names.
  var names: ClosedRange<ClassID> { person...nation }

  init(_ lexicon: inout Lexicon) {
    number = lexicon.addClass("number")
    half = lexicon.addClass("half")
    ordinal = lexicon.addClass("ordinal")
    day = lexicon.addClass("day")
    ordinalDay = lexicon.addClass("day-ordinal")
    year = lexicon.addClass("year")
    shortYear = lexicon.addClass("short-year")
    spokenYear = lexicon.addClass("spoken-year")
    halfYear = lexicon.addClass("half-year")
    decade = lexicon.addClass("decade")
    shortDecade = lexicon.addClass("short-decade")
    spokenDay = lexicon.addClass("spoken-day")
    lateSpokenDay = lexicon.addClass("late-spoken-day")
    dayDate = lexicon.addClass("day-date")
    monthDate = lexicon.addClass("month-date")
    for test in TokenTest.allCases { lexicon.add(test) }
    person = lexicon.addClass("person")
    organization = lexicon.addClass("organization")
    place = lexicon.addClass("place")
    party = lexicon.addClass("party")
    givenName = lexicon.addClass("given-name")
    nation = lexicon.addClass("nation")
    national = lexicon.addClass("national")
    verb = lexicon.addClass("verb")
    trigger = lexicon.addClass("trigger")
    date = lexicon.addClass("date")
    month = lexicon.addClass("month")
    openDate = lexicon.addClass("open-date")
    bound = lexicon.addClass("bound")
    plainNumber = lexicon.addClass("plain-number")
    measure = lexicon.addClass("measure")
    range = lexicon.addClass("range")
    people = lexicon.addClass("people")
  }
}
