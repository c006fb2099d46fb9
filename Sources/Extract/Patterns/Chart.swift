/// What shows in a token itself, so that no item need stand for it.
enum TokenTest: UInt8, Sendable, Hashable, CaseIterable {
  /// A word in lower case that no list of the pack knows.
  case unknown = 1
  /// A word with a capital first letter.
  case capitalized = 2
  /// Any word.
  case word = 4
  /// A capitalized word that can be a part of a name: no list of words knows it, and it does not
  /// owe its capital to the beginning of a sentence or a headline.
  case nameWord = 8
  /// A single capital letter.
  case initial = 16
  /// A word with a capital that it does not owe to the beginning of a sentence or a headline.
  case innerCapital = 32

  /// How many there are: the bits that tell all of a token.
  static let count = allCases.count

  /// The name of the class in patterns.
  var className: String {
    switch self {
    case .unknown: "unknown"
    case .capitalized: "capitalized"
    case .word: "word"
    case .nameWord: "name-word"
    case .initial: "initial"
    case .innerCapital: "inner-capital"
    }
  }
}

/// Something that was recognized at a run of tokens: a lexical entry, or what an earlier rule made.
struct ChartItem: Hashable {
  var lexicalClass: ClassID
  /// Token numbers, half-open.
  var start: Int
  var end: Int
  /// The lexicon's entry; nil for what rules made.
  var entry: Int?
  /// The place in the reader's own list of values; nil for entries.
  var value: Int?

  var range: Range<Int> { start..<end }
}

/// All items of a text, found by the token at which they begin.
///
/// Items lie in one array in the order in which they were added; those of one token are chained.
struct Chart {
  private struct Cell {
    var lexicalClass: Int32
    var start: Int32
    var end: Int32
    /// -1 for none.
    var entry: Int32
    var value: Int32
    /// The next item of the same token; -1 behind the last.
    var next: Int32
  }

  private var cells: [Cell] = []
  /// Whether any item at a token is a mention of its own.
  private(set) var hasMention: [Bool]
  /// What each token is by itself, a bit for each test.
  private var tests: [UInt8]
  private var first: [Int32]
  private var last: [Int32]

  init(tokenCount: Int) {
    first = [Int32](repeating: -1, count: tokenCount)
    last = first
    hasMention = [Bool](repeating: false, count: tokenCount)
    tests = [UInt8](repeating: 0, count: tokenCount)
    cells.reserveCapacity(tokenCount)
  }

  /// Adds an item; `entry` and `value` are negative where there is none.
  mutating func add(
    _ lexicalClass: ClassID, _ start: Int, _ end: Int, entry: Int, value: Int,
    isMention: Bool
  ) {
    let number = Int32(cells.count)
    cells.append(
      Cell(
        lexicalClass: Int32(lexicalClass), start: Int32(start), end: Int32(end),
        entry: Int32(entry), value: Int32(value), next: -1))
    if last[start] < 0 {
      first[start] = number
    } else {
      cells[Int(last[start])].next = number
    }
    last[start] = number
    if isMention { hasMention[start] = true }
  }

  /// Tells what a token is by itself, a bit for each test.
  mutating func set(_ tests: UInt8, at token: Int) { self.tests[token] = tests }

  /// What a token is by itself, a bit for each test.
  func tests(at token: Int) -> UInt8 { tests[token] }

  /// Whether a token is of a kind.
  func holds(_ test: TokenTest, at token: Int) -> Bool { tests[token] & test.rawValue != 0 }

  /// The number of the first item at a token; negative where there is none.
  func firstItem(at token: Int) -> Int { token < first.count ? Int(first[token]) : -1 }

  /// The number of the next item at the same token; negative where there is none.
  func item(after number: Int) -> Int { Int(cells[number].next) }

  func lexicalClass(_ number: Int) -> ClassID { ClassID(cells[number].lexicalClass) }

  func end(_ number: Int) -> Int { Int(cells[number].end) }

  /// The lexicon's entry of an item; negative where it has none.
  func entry(_ number: Int) -> Int { Int(cells[number].entry) }

  /// The place of an item's value; negative where it has none.
  func value(_ number: Int) -> Int { Int(cells[number].value) }

  subscript(number: Int) -> ChartItem {
    let cell = cells[number]
    return ChartItem(
      lexicalClass: ClassID(cell.lexicalClass), start: Int(cell.start), end: Int(cell.end),
      entry: cell.entry < 0 ? nil : Int(cell.entry), value: cell.value < 0 ? nil : Int(cell.value))
  }

  /// The items at a token in the order in which they were added.
  func items(at token: Int) -> [ChartItem] {
    var items: [ChartItem] = []
    var number = firstItem(at: token)
    while number >= 0 {
      items.append(self[number])
      number = item(after: number)
    }
    return items
  }

  /// How many items there are; they are numbered from 0.
  var count: Int { cells.count }

  /// All items in the order in which they were added.
  var all: some Sequence<ChartItem> { cells.indices.lazy.map { self[$0] } }

  /// The longest item of a class at a token.
  func longest(_ lexicalClass: ClassID, at token: Int) -> ChartItem? {
    var best: ChartItem?
    var number = firstItem(at: token)
    while number >= 0 {
      if self.lexicalClass(number) == lexicalClass, end(number) > best?.end ?? 0 {
        best = self[number]
      }
      number = item(after: number)
    }
    return best
  }

  /// Whether an item of a class begins at a token.
  func has(_ lexicalClass: ClassID, at token: Int) -> Bool {
    var number = firstItem(at: token)
    while number >= 0 {
      if self.lexicalClass(number) == lexicalClass { return true }
      number = item(after: number)
    }
    return false
  }
}
