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
    let names = [classes.person, classes.organization, classes.place, classes.party, classes.nation]
    isNamed = { token in chart.items(at: token).contains { names.contains($0.lexicalClass) } }
    people = chart.all.compactMap { item -> Person? in
      guard item.lexicalClass == classes.person, item.range.count > 1 else { return nil }
      let family = item.end - 1
      guard text.tokens[family].kind == .word, text.tokens[family].length > 2 else { return nil }
      if let value = item.value {
        return Person(family: family, range: item.range, mention: mentions[value])
      }
      guard let entry = item.entry.map({ rules.lexicon.entries[$0] }) else { return nil }
      var mention = Mention(
        kind: .person, span: text.span(item.range), value: entry.value, rule: "gazetteer")
      mention.party = entry.name?.party
      mention.wikidata = entry.name?.wikidata
      mention.role = entry.name?.role
      return Person(family: family, range: item.range, mention: mention)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The short forms in text order.
  func names() -> [(range: Range<Int>, mention: Mention)] {
    guard !people.isEmpty else { return [] }
    var families: [ArraySlice<UInt8>: [Person]] = [:]
    for person in people { families[text.bytes(person.family), default: []].append(person) }
    var covered = Set<Int>()
    for person in people { covered.formUnion(person.range) }
    return text.tokens.indices.compactMap { index in
      let token = text.tokens[index]
      guard token.kind == .word, token.isCapitalized, !covered.contains(index),
        let known = families[text.bytes(index)], !isNamed(index), !isInsideName(index),
        let person = known.last(where: { $0.range.lowerBound < index }) ?? known.first
      else { return nil }
      var mention = person.mention
      mention.span = text.span(index..<index + 1)
      mention.rule = "short-name"
      return (index..<index + 1, mention)
    }
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
