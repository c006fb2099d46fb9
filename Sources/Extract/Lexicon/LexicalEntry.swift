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
  /// With capitals on the first and the last word: "Russia Today" is not "Russia today".
  case capitalizedAtEnds
  /// In capitals: "US" is not "us".
  case upper
  /// The same from the second word on: "the US", "the Emirates".
  case capitalizedBehindFirst
  case upperBehindFirst
}

/// A name of a gazetteer.
struct NameEntry: Hashable, Sendable {
  var kind: Kind
  var canonical: String
  var wikidata: String?
  var party: String?
  var role: String?
  /// Written with "the" inside a sentence: the Philippines.
  var takesArticle = false

  /// The canonical name as it stands behind "of": "the United Arab Emirates".
  var nameBehindOf: String { takesArticle ? "the \(canonical)" : canonical }

  enum Kind: String, Sendable { case person, organization, place, party }
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
