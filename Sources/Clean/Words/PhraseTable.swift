/// Groups of phrases that a block begins with or holds, in any letter case.
struct PhraseTable: Sendable {
  /// The groups' names; a group's number is its place and one.
  private(set) var groups: [String] = []
  private var phrases: [(text: [UInt8], group: Int)] = []
  /// The phrases by their first byte, in the order in which they were added.
  private var byFirst = [[Int]](repeating: [], count: 256)
  /// A bit for every two bytes that a phrase begins with: most places of a text need no more.
  private var beginnings = [UInt64](repeating: 0, count: 1024)
  private let isOpening: Bool

  /// - Parameter isOpening: Whether phrases stand at a block's beginning, else anywhere.
  init(isOpening: Bool) { self.isOpening = isOpening }

  mutating func add(_ phrase: String, to group: String) {
    if !groups.contains(group) { groups.append(group) }
    let text = Self.lowercased(Array(phrase.utf8)[...])
    guard let first = text.first, text.count >= 2 else { return }
    let pair = Self.pair(text, 0)
    beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
    byFirst[Int(first)].append(phrases.count)
    phrases.append((text, (groups.firstIndex(of: group) ?? 0) + 1))
  }

  /// The name of the first group with a phrase in the text; nil for none.
  func name(_ text: ArraySlice<UInt8>) -> String? {
    name(group(text))
  }

  /// The name of a group by its number; nil for 0.
  func name(_ number: Int) -> String? { number == 0 ? nil : groups[number - 1] }

  /// The number of the first group, in the order of the file, with a phrase in the text; 0 for none.
  func group(_ text: ArraySlice<UInt8>) -> Int {
    let lower = Self.lowercased(text.prefix(isOpening ? 60 : 600))
    var best = phrases.count
    let last = isOpening ? min(1, lower.count - 1) : lower.count - 1
    for start in 0..<max(0, last) {
      let pair = Self.pair(lower, start)
      guard beginnings[pair >> 6] & 1 << UInt64(pair & 63) != 0 else { continue }
      for place in byFirst[Int(lower[start])] where place < best {
        let phrase = phrases[place].text
        if start + phrase.count <= lower.count,
          lower[start..<start + phrase.count].elementsEqual(phrase)
        {
          best = place
        }
      }
    }
    return best < phrases.count ? phrases[best].group : 0
  }

  private static func pair(_ text: [UInt8], _ place: Int) -> Int {
    Int(text[place]) << 8 | Int(text[place + 1])
  }

  /// The text in lower case, as far as `FoldedLetter` knows it.
  private static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      if byte < 0xC3 || byte > 0xD0 || place + 1 == text.endIndex {
        result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        place += 1
      } else {
        let (first, second) = FoldedLetter.lower(byte, text[place + 1])
        result.append(first)
        result.append(second)
        place += 2
      }
    }
    return result
  }

  /// A hash of a phrase's words, whatever stands between them.
  static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(7) { $0 &* 1_000_003 &+ $1 }
  }
}
