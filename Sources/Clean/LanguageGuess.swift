/// Tells a text's language by its script, its particular letters and its most frequent words.
struct LanguageGuess {
  let profiles: [LanguageProfile]

  /// A BCP 47 tag, or `und` where nothing speaks for any language.
  func language(of text: String) -> String {
    var latin = 0
    var cyrillic = 0
    var letterVotes = [Int](repeating: 0, count: profiles.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x400...0x52F: cyrillic += 1
      default: continue
      }
      if scalar.value >= 0x400 {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        for (index, profile) in profiles.enumerated() where profile.letters.contains(lower) {
          letterVotes[index] += 1
        }
      }
    }
    guard latin + cyrillic > 0 else { return "und" }
    let script: LanguageProfile.Script = cyrillic > latin ? .cyrillic : .latin
    var votes = [Int](repeating: 0, count: profiles.count)
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" }) {
      for (index, profile) in profiles.enumerated() where profile.words.contains(String(word)) {
        votes[index] += 1
      }
    }
    let ranked = profiles.indices.filter { profiles[$0].script == script }
      .max { votes[$0] + letterVotes[$0] < votes[$1] + letterVotes[$1] }
    guard let best = ranked, votes[best] + letterVotes[best] > 0 else { return "und" }
    return profiles[best].tag
  }
}
