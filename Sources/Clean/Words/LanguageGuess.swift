/// Tells a text's language by its script, its particular letters and its most frequent words.
struct LanguageGuess: Sendable {
  private let profiles: [LanguageProfile]
  /// For each frequent word the languages that have it, a bit each.
  private var words = HashTable<UInt64>(capacity: 1024)
  /// For each letter that not all languages of a script have, the languages that have it.
  private var letters = HashTable<UInt64>(capacity: 128)

  init(profiles: [LanguageProfile]) {
    self.profiles = profiles
    for (index, profile) in profiles.enumerated() {
      for hash in profile.wordHashes { words[hash] = (words[hash] ?? 0) | 1 << UInt64(index) }
      for letter in profile.letters {
        let key = UInt64(letter.value)
        letters[key] = (letters[key] ?? 0) | 1 << UInt64(index)
      }
    }
  }

  /// A BCP 47 tag, or `und` where nothing speaks for any language.
  func language(of text: some StringProtocol) -> String {
    let collector = TextCollector.collecting(text)
    return language(of: collector.bytes[...], words: collector.words[...])
  }

  /// A BCP 47 tag, or `und`.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - words: The hashes of its words.
  func language(of text: ArraySlice<UInt8>, words: ArraySlice<UInt64>) -> String {
    var votes = [Int](repeating: 0, count: profiles.count)
    func vote(_ languages: UInt64) {
      var rest = languages
      while rest != 0 {
        votes[rest.trailingZeroBitCount] += 1
        rest &= rest - 1
      }
    }
    var latin = 0
    var cyrillic = 0
    var others = 0
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0xC3...0xC9: latin += 1
      case 0xD0...0xD4:
        cyrillic += 1
        if place + 1 < text.endIndex {
          let letter = Self.small(UInt64(byte & 0x1F) << 6 | UInt64(text[place + 1] & 0x3F))
          if let languages = letters[letter] {
            vote(languages)
          }
        }
      case 0xCE, 0xCF, 0xD6...0xED: others += 1
      default: break
      }
      place += 1
    }
    for word in words { if let languages = self.words[word] { vote(languages) } }
    guard max(latin, cyrillic) > others else { return "und" }
    let script: LanguageProfile.Script = cyrillic > latin ? .cyrillic : .latin
    let ranked = profiles.indices.filter { profiles[$0].script == script }
      .sorted { (votes[$1], $0) < (votes[$0], $1) }
    guard let best = ranked.first, votes[best] > 0 else { return "und" }
    // A text in a language that no profile knows shares a few words with some that one does.
    let second = ranked.count > 1 ? votes[ranked[1]] : 0
    let isClear =
      votes[best] * 10 >= words.count
      || votes[best] * 20 >= words.count && votes[best] * 2 > second * 5
    return isClear ? profiles[best].tag : "und"
  }

  /// The small letter of a Cyrillic one.
  private static func small(_ letter: UInt64) -> UInt64 {
    switch letter {
    case 0x400...0x40F: letter + 0x50
    case 0x410...0x42F: letter + 0x20
    case 0x490: 0x491
    default: letter
    }
  }
}
