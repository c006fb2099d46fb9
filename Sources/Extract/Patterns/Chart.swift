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

/// All items of a text by the token at which they begin.
struct Chart {
  private(set) var items: [[ChartItem]]

  init(tokenCount: Int) { items = Array(repeating: [], count: tokenCount) }

  mutating func add(_ item: ChartItem) { items[item.start].append(item) }

  /// The items of a class at a token, longest first.
  func items(_ lexicalClass: ClassID, at token: Int) -> [ChartItem] {
    guard token < items.count else { return [] }
    return items[token].filter { $0.lexicalClass == lexicalClass }.sorted { $0.end > $1.end }
  }

  /// The longest item of a class at a token.
  func longest(_ lexicalClass: ClassID, at token: Int) -> ChartItem? {
    guard token < items.count else { return nil }
    var best: ChartItem?
    for item in items[token] where item.lexicalClass == lexicalClass && item.end > best?.end ?? 0 {
      best = item
    }
    return best
  }

  /// Removes items.
  mutating func removeAll(where isRemoved: (ChartItem) -> Bool) {
    for index in items.indices where !items[index].isEmpty {
      items[index].removeAll(where: isRemoved)
    }
  }
}
