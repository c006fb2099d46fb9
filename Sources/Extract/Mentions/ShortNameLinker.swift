internal import Records

/// Finds the short forms of people whom the article names in full: "Melnyk" for "Iryna Melnyk".
///
/// Where several share the short form, the one named last before it is meant, else the first.
struct ShortNameLinker {
  private let text: TokenizedText
  private let chart: Chart
  private let people: [Person]
  private let isNamed: (Int) -> Bool

  /// A person named in full.
  private struct Person {
    /// Tokens of the last part of the name.
    var family: Int
    var range: Range<Int>
    var mention: Mention
  }

  init(_ rules: LanguageRules, _ text: TokenizedText, _ chart: Chart, _ mentions: [Mention]) {
    self.text = text
    self.chart = chart
    let classes = rules.builtIn
    // "May 12" is no Theresa May.
    let others = [
      classes.person, classes.organization, classes.place, classes.party, classes.nation,
      classes.month, classes.date,
    ]
    isNamed = { token in chart.items(at: token).contains { others.contains($0.lexicalClass) } }
    var people: [Person] = []
    for number in 0..<chart.count where chart.lexicalClass(number) == classes.person {
      if let person = Self.person(chart[number], rules, text, mentions) { people.append(person) }
    }
    self.people = people.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func person(
    _ item: ChartItem, _ rules: LanguageRules, _ text: TokenizedText, _ mentions: [Mention]
  ) -> Person? {
    let family = item.end - 1
    guard item.range.count > 1, text.tokens[family].kind == .word, text.tokens[family].length > 2
    else { return nil }
    if let value = item.value {
      return Person(family: family, range: item.range, mention: mentions[value])
    }
    guard let entry = item.entry.map({ rules.lexicon.entries[$0] }) else { return nil }
    return Person(
      family: family, range: item.range,
      mention: Mention(.person, named: entry, at: text.span(item.range)))
  }

  /// The short forms in text order.
  func names() -> [(range: Range<Int>, mention: Mention)] {
    guard !people.isEmpty else { return [] }
    var covered = [Bool](repeating: false, count: text.tokens.count)
    for index in people.lazy.flatMap(\.range) { covered[index] = true }
    let byFamily = Dictionary(grouping: people.indices) { text.bytes(people[$0].family) }
    // Most capitalized words differ from all family names in length or first letter.
    let shapes = Set(people.map { shape($0.family) })
    var names: [(range: Range<Int>, mention: Mention)] = []
    for index in text.tokens.indices where text.tokens[index].isCapitalized {
      guard shapes.contains(shape(index)), !covered[index],
        let known = byFamily[text.bytes(index)], let first = known.first, !isNamed(index),
        !isInsideName(index)
      else { continue }
      let person = people[lastBefore(index, known) ?? first]
      var mention = person.mention
      mention.span = text.span(index..<index + 1)
      mention.rule = "short-name"
      names.append((index..<index + 1, mention))
    }
    return names
  }

  /// The last of some people, in text order, who is named before a token.
  private func lastBefore(_ token: Int, _ known: [Int]) -> Int? {
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if people[known[middle]].range.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? known[low - 1] : nil
  }

  /// A word's length and first byte.
  private func shape(_ token: Int) -> Int {
    text.tokens[token].length << 8 | Int(text.bytes[Int(text.tokens[token].start)])
  }

  /// "Melnyk" in "Oleh Melnyk" and "Melnyk Street" is part of another name.
  private func isInsideName(_ index: Int) -> Bool {
    let isAfterName =
      index > 0 && text.tokens[index].followsSpace && chart.holds(.nameWord, at: index - 1)
    return isAfterName
      || index + 1 < text.tokens.count && chart.holds(.nameWord, at: index + 1)
        && text.tokens[index + 1].followsSpace
  }
}
