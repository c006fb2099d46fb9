/// A text that a page tells about itself elsewhere, to compare blocks with: JSON-LD's `articleBody`,
/// the description of its meta tags.
struct TextWitness {
  private var shingles: Set<UInt64> = []
  private static let size = 3

  init(_ text: String) {
    let words = TextCollector.words(of: text)
    guard words.count >= 5 else { return }
    for start in 0...(words.count - Self.size) {
      shingles.insert(Self.shingle(words[start..<start + Self.size]))
    }
  }

  var isEmpty: Bool { shingles.isEmpty }

  /// How much of a block stands in the text: 0 nothing, 1 some, 2 most, 3 all of it.
  func share(_ words: ArraySlice<UInt64>) -> Int {
    guard words.count >= Self.size else { return 0 }
    var found = 0
    for start in words.startIndex...(words.endIndex - Self.size)
    where shingles.contains(Self.shingle(words[start..<start + Self.size])) {
      found += 1
    }
    let share = Double(found) / Double(words.count - Self.size + 1)
    return share < 0.1 ? 0 : share < 0.5 ? 1 : share < 0.9 ? 2 : 3
  }

  private static func shingle(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0) { ($0 &* 1_000_003) ^ $1 }
  }
}
