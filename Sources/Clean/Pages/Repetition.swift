/// Finds blocks whose text a page tells more than once: notices in place of embeds, teasers, and bodies
/// that stand in the page twice.
enum Repetition {
  private static let comesAgain = 1
  private static let mostlySeen = 2
  private static let again = 3
  private static let often = 4

  /// For each block the answer to `BlockFeature.repetition`.
  static func answers(_ list: BlockList) -> [Int] {
    let blocks = list.blocks
    var result = [Int](repeating: 0, count: blocks.count)
    var first = HashTable<Int>(capacity: blocks.count)
    var shingles = HashTable<Bool>(capacity: list.words.count)
    var times: [UInt64: [Int]] = [:]
    for (index, block) in blocks.enumerated() {
      let words = list.words(block)
      guard words.count > 2 else { continue }
      var hash: UInt64 = 1
      for word in words { hash = hash &* 31 &+ word }
      times[hash, default: []].append(index)
      if let earlier = first[hash] {
        result[index] = again
        if result[earlier] == 0 { result[earlier] = comesAgain }
        continue
      }
      first[hash] = index
      guard words.count >= 8 else { continue }
      var seen = 0
      for start in words.startIndex...(words.endIndex - 4) {
        let shingle = PhraseTable.hash(words[start..<start + 4])
        if shingles[shingle] == nil { shingles[shingle] = true } else { seen += 1 }
      }
      if seen * 10 > (words.count - 3) * 7 { result[index] = mostlySeen }
    }
    for places in times.values where places.count >= 3 {
      for place in places { result[place] = often }
    }
    return result
  }
}
