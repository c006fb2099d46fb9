internal import Packs

/// How a language writes numbers.
struct NumberWords: Sendable {
  /// What a word can mean inside a number.
  struct Meaning: Sendable, Hashable {
    /// Zero to nineteen, and others that stand alone.
    var unit: Int?
    /// Twenty to ninety.
    var ten: Int?
    /// Hundred, thousand, dozen.
    var scale: Int?
    /// "hundreds": a scale behind a number, and by itself a number that is not told.
    var isPlural = false
    var ordinal: Int?
    /// "half", "thirds": what is divided by.
    var denominator: Int?
    /// "half" needs no number before it.
    var isFractionAlone = false
    /// "k", "bn": a scale glued to digits.
    var suffix: Int?
    /// What follows digits in an ordinal: "st", "nd".
    var isOrdinalSuffix = false
    /// "C" of "-7C".
    var isGluedUnit = false
    /// "a" in "a hundred".
    var isArticle = false
    /// "and" in "a hundred and three".
    var isJoiner = false
    /// "between", behind which "and" joins no number.
    var opensRange = false
    var isMinus = false
    /// "point" in "two point five".
    var isPoint = false
    /// "of" in "two thirds of a million".
    var isOf = false
    /// "a couple", which counts only behind an article and before "of" or nothing.
    var pair: Int?
    /// "to" in "25 to 30 thousand".
    var joinsRange = false
    /// "in" in "one in five".
    var isRatio = false

    /// Whether a number can begin with the word.
    var isBeginning: Bool {
      unit != nil || ten != nil || scale != nil || ordinal != nil || isFractionAlone || isMinus
    }
  }

  /// Marks that part the digits of a date in which the month comes first where either could.
  private(set) var monthFirst: Set<UInt32>
  private var meanings: [Meaning] = [Meaning()]
  /// The place of a lexeme's meaning in `meanings`; 0 for words that mean no number.
  private var places: [UInt16] = []

  /// Nil for words that have nothing to do with numbers.
  @inline(__always)
  func meaning(_ lexeme: Int32) -> Meaning? {
    let place = Int(lexeme) < places.count ? Int(places[Int(lexeme)]) : 0
    return place == 0 ? nil : meanings[place]
  }

  /// Whether a number can begin with a word, the next being another.
  @inline(__always)
  func beginsNumber(_ lexeme: Int32, next: Int32) -> Bool {
    guard Int(lexeme) < places.count, places[Int(lexeme)] != 0 else { return false }
    let meaning = meanings[Int(places[Int(lexeme)])]
    if meaning.isArticle { return Int(next) < places.count && places[Int(next)] != 0 }
    return meaning.isBeginning
  }

  init(_ node: PackNode, _ lexicon: inout Lexicon) throws(PackError) {
    let fields = try node.fields([
      "language", "units", "tens", "scales", "plural-scales", "ordinals", "ordinal-suffixes",
      "fractions", "fractions-alone", "suffixes", "pairs", "articles", "joiners", "openers",
      "minus", "point", "of", "ratio", "range-joiners", "month-first", "glued-units",
    ])
    monthFirst = Set(
      try fields["month-first"]?.words().compactMap { $0.unicodeScalars.first?.value } ?? [])
    try addTable(fields["units"], &lexicon) { $0.unit = $1 }
    try addTable(fields["tens"], &lexicon) { $0.ten = $1 }
    try addTable(fields["scales"], &lexicon) { $0.scale = $1 }
    try addTable(fields["plural-scales"], &lexicon) {
      $0.scale = $1
      $0.isPlural = true
    }
    try addTable(fields["ordinals"], &lexicon) { $0.ordinal = $1 }
    try addTable(fields["fractions"], &lexicon) { $0.denominator = $1 }
    try addTable(fields["fractions-alone"], &lexicon) {
      $0.denominator = $1
      $0.isFractionAlone = true
    }
    try addTable(fields["suffixes"], &lexicon) { $0.suffix = $1 }
    try addTable(fields["pairs"], &lexicon) { $0.pair = $1 }
    try addSet(fields["ordinal-suffixes"], &lexicon) { $0.isOrdinalSuffix = true }
    try addSet(fields["glued-units"], &lexicon) { $0.isGluedUnit = true }
    try addSet(fields["articles"], &lexicon) { $0.isArticle = true }
    try addSet(fields["joiners"], &lexicon) { $0.isJoiner = true }
    try addSet(fields["openers"], &lexicon) { $0.opensRange = true }
    try addSet(fields["minus"], &lexicon) { $0.isMinus = true }
    try addSet(fields["point"], &lexicon) { $0.isPoint = true }
    try addSet(fields["of"], &lexicon) { $0.isOf = true }
    try addSet(fields["range-joiners"], &lexicon) { $0.joinsRange = true }
    try addSet(fields["ratio"], &lexicon) { $0.isRatio = true }
    try addCompounds(fields, &lexicon)
  }

  /// "twentyfifth": tens and units written as one word.
  private mutating func addCompounds(
    _ fields: [String: PackNode], _ lexicon: inout Lexicon
  ) throws(PackError) {
    let tens = try Self.pairs(fields["tens"])
    for (ten, tenValue) in tens {
      for (unit, value) in try Self.pairs(fields["units"]) where (1...9).contains(value) {
        update(lexicon.addWord(ten + unit)) { $0.unit = tenValue + value }
      }
      for (ordinal, value) in try Self.pairs(fields["ordinals"]) where (1...9).contains(value) {
        update(lexicon.addWord(ten + ordinal)) { $0.ordinal = tenValue + value }
      }
    }
  }

  private mutating func addTable(
    _ node: PackNode?, _ lexicon: inout Lexicon, _ change: (inout Meaning, Int) -> Void
  ) throws(PackError) {
    for (word, number) in try Self.pairs(node) {
      update(lexicon.addWord(word)) { change(&$0, number) }
    }
  }

  private mutating func addSet(
    _ node: PackNode?, _ lexicon: inout Lexicon, _ change: (inout Meaning) -> Void
  ) throws(PackError) {
    for word in try node?.words() ?? [] { update(lexicon.addWord(word), change) }
  }

  /// The words of a table; several may share a line: `один одна одного: 1`.
  private static func pairs(_ node: PackNode?) throws(PackError) -> [(String, Int)] {
    var pairs: [(String, Int)] = []
    for (key, value) in try node?.members() ?? [] {
      let number = try value.integer()
      for word in try key.text().split(separator: " ") { pairs.append((String(word), number)) }
    }
    return pairs
  }

  private mutating func update(_ lexeme: Int32, _ change: (inout Meaning) -> Void) {
    while places.count <= Int(lexeme) { places.append(0) }
    if places[Int(lexeme)] == 0 {
      meanings.append(Meaning())
      places[Int(lexeme)] = UInt16(meanings.count - 1)
    }
    change(&meanings[Int(places[Int(lexeme)])])
  }
}
