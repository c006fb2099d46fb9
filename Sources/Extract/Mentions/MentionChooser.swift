internal import Records

/// The mentions of a text by themselves: of all that the rules and lists found, at each place the
/// longest of a family.
///
/// Families may share words ("307 soldiers" is people and holds a number), but a number inside a
/// date, a name, an amount of money, a percentage or an age is told by that alone.
struct MentionChooser {
  let rules: LanguageRules
  let text: TokenizedText
  let chart: Chart
  let found: [Mention]

  /// What competes for the same words.
  private enum Family: Int, CaseIterable {
    case name, date, measure, range, people, number
  }

  /// In text order.
  func mentions() -> [Mention] {
    var chosen: [Mention] = []
    var taken = [Int](repeating: 0, count: Family.allCases.count)
    var best = taken
    /// The token up to which numbers are parts of something else.
    var hidden = 0
    for index in text.tokens.indices where chart.hasMention[index] {
      longest(at: index, &best)
      for family in Family.allCases {
        guard index >= taken[family.rawValue], best[family.rawValue] >= 0 else { continue }
        let item = chart[best[family.rawValue]]
        if family == .number, index < hidden || isBareYear(item) { continue }
        // What another family's longer mention holds is no name, date or number of its own.
        if family == .name || family == .date || family == .range, index < hidden { continue }
        taken[family.rawValue] = item.end
        if hides(family, item) { hidden = max(hidden, item.end) }
        append(family, item, to: &chosen)
        if family == .name { appendPlace(beside: item, to: &chosen) }
      }
    }
    return chosen
  }

  /// Appends a mention so that those that begin together stand in the order of their ends.
  private func insert(_ mention: Mention, into chosen: inout [Mention]) {
    chosen.append(mention)
    var place = chosen.count - 1
    while place > 0, chosen[place].span < chosen[place - 1].span {
      chosen.swapAt(place, place - 1)
      place -= 1
    }
  }

  @inline(__always)
  private func family(_ number: Int) -> Family? {
    let value = chart.value(number)
    // Most items are words of the lexicon that are no mentions.
    guard value >= 0 || rules.builtIn.names.contains(chart.lexicalClass(number)) else { return nil }
    let classes = rules.builtIn
    switch chart.lexicalClass(number) {
    case classes.person, classes.organization, classes.place, classes.party, classes.nation:
      return .name
    case classes.date, classes.openDate: return .date
    case classes.measure, classes.plainNumber: return .measure
    case classes.range: return .range
    case classes.people: return value < 0 ? nil : .people
    case classes.number, classes.ordinal:
      // A count without its noun is people: its own number stands in it.
      return value >= 0 && found[value].kind == .people ? .people : .number
    default:
      // Counts of people that rules of other classes make.
      return value >= 0 && found[value].kind == .people ? .people : nil
    }
  }

  /// The longest item of each family at a token; negative where there is none.
  private func longest(at index: Int, _ best: inout [Int]) {
    for family in best.indices { best[family] = -1 }
    var number = chart.firstItem(at: index)
    while number >= 0 {
      if let family = family(number)?.rawValue {
        let other = best[family]
        if other < 0 || chart.end(number) > chart.end(other) || outranks(number, other) {
          best[family] = number
        }
      }
      number = chart.item(after: number)
    }
  }

  /// Of names of one length a party goes before the place that it is called after.
  private func outranks(_ number: Int, _ other: Int) -> Bool {
    chart.end(number) == chart.end(other)
      && chart.lexicalClass(number) == rules.builtIn.party
      && chart.lexicalClass(other) == rules.builtIn.place
  }

  /// Whether the numbers inside belong to the mention alone.
  private func hides(_ family: Family, _ item: ChartItem) -> Bool {
    switch family {
    case .name, .date: return true
    case .measure:
      guard let mention = item.value.map({ found[$0] }) else { return false }
      return mention.kind != .number || mention.value == nil
    default: return false
    }
  }

  private func append(_ family: Family, _ item: ChartItem, to chosen: inout [Mention]) {
    if let mention = item.value.map({ found[$0] }) {
      // A measure of other things is told by its number.
      if family == .measure, mention.kind == .number { return }
      // Nothing tells whose ministry it is.
      if mention.value?.utf8.contains(OwnerLinker.placeholder) ?? false { return }
      var own = mention
      if family == .number {
        own.bound = own.bound ?? bound(before: item) ?? bound(around: own, chosen)
      }
      if own.party == MentionSheet.antecedent { own.party = lastParty(chosen) }
      insert(own, into: &chosen)
      return
    }
    guard family == .name, let entry = item.entry.map({ rules.lexicon.entries[$0] }) else { return }
    if let mention = named(entry, item) { insert(mention, into: &chosen) }
  }

  /// "2024 budget": four digits that can be a year count something only before what can be counted.
  private func isBareYear(_ item: ChartItem) -> Bool {
    guard item.lexicalClass == rules.builtIn.number, item.end == item.start + 1,
      chart.has(rules.builtIn.year, at: item.start)
    else { return false }
    guard item.end < text.tokens.count, !text.isMark(item.end, ".") else { return false }
    return !chart.has(rules.builtIn.people, at: item.start) && chart.holds(.word, at: item.end)
  }

  /// The party named last before "its".
  private func lastParty(_ chosen: [Mention]) -> String? {
    chosen.last { $0.kind == .party }?.value
  }

  /// The bound of the words right before a number: "an estimated 500".
  private func bound(before item: ChartItem) -> Bound? {
    for start in max(0, item.start - Self.longestBound)..<item.start {
      var number = chart.firstItem(at: start)
      while number >= 0 {
        if chart.lexicalClass(number) == rules.builtIn.bound, chart.end(number) == item.start,
          let value = rules.lexicon.entries[chart.entry(number)].value
        {
          return Bound(rawValue: value)
        }
        number = chart.item(after: number)
      }
    }
    return nil
  }

  /// The most words of a bound.
  private static let longestBound = 5

  /// The bound of the range that a number is the end of: "500 or more".
  private func bound(around number: Mention, _ chosen: [Mention]) -> Bound? {
    chosen.suffix(3).last { $0.kind == .numberRange && $0.span.contains(number.span) }?.bound
  }

  /// A capital that stands for its government is a place too.
  private func appendPlace(beside item: ChartItem, to chosen: inout [Mention]) {
    guard item.lexicalClass == rules.builtIn.party else { return }
    for other in chart.items(at: item.start)
    where other.lexicalClass == rules.builtIn.place && other.end == item.end {
      if let mention = other.entry.flatMap({ named(rules.lexicon.entries[$0], other) }) {
        insert(mention, into: &chosen)
      }
      return
    }
  }

  private func named(_ entry: LexicalEntry, _ item: ChartItem) -> Mention? {
    let classes = rules.builtIn
    let kind: Mention.Kind
    switch item.lexicalClass {
    case classes.person: kind = .person
    case classes.organization: kind = .organization
    case classes.place: kind = .place
    default: kind = .party
    }
    var mention = Mention(
      kind: kind, span: text.span(item.range), value: entry.value,
      rule: item.lexicalClass == classes.nation ? "gazetteer-adjective" : "gazetteer")
    mention.party = entry.name?.party
    mention.wikidata = entry.name?.wikidata
    mention.role = entry.name?.role
    return mention
  }
}
