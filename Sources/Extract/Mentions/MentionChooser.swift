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
    /// The token up to which words are parts of something else.
    var hidden = 0
    for sentence in text.sentences {
      var lastParty: String?
      for index in sentence.tokens where chart.hasMention[index] {
        longest(at: index, &best)
        let hiddenBefore = hidden
        for family in Family.allCases where index >= taken[family.rawValue] {
          guard best[family.rawValue] >= 0 else { continue }
          let item = chart[best[family.rawValue]]
          guard isFree(family, item, hiddenBefore, hidden, chosen) else { continue }
          taken[family.rawValue] = item.end
          if hides(family, item) { hidden = max(hidden, item.end) }
          append(family, item, &lastParty, to: &chosen)
          if family == .name { appendPlace(beside: item, to: &chosen) }
        }
      }
    }
    return chosen
  }

  /// Whether an item is no part of something longer: "Ukraine" does not hide the day that begins with
  /// it, but all inside a name, date or amount is told by that alone.
  private func isFree(
    _ family: Family, _ item: ChartItem, _ hiddenBefore: Int, _ hidden: Int, _ chosen: [Mention]
  ) -> Bool {
    switch family {
    case .name, .date, .range: item.start >= hiddenBefore && (family == .name || item.end > hidden)
    case .number: item.start >= hidden && !isBareYear(item, chosen)
    case .measure, .people: true
    }
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

  private func append(
    _ family: Family, _ item: ChartItem, _ lastParty: inout String?, to chosen: inout [Mention]
  ) {
    var mention: Mention
    if let value = item.value {
      mention = found[value]
    } else if family == .name, let entry = item.entry.map({ rules.lexicon.entries[$0] }) {
      mention = named(entry, item)
    } else {
      return
    }
    // A measure of other things is told by its number; nothing tells whose ministry some are.
    if family == .measure, mention.kind == .number { return }
    if mention.kind == .organization, mention.value == nil { return }
    if family == .number {
      mention.bound = mention.bound ?? bound(before: item) ?? bound(around: mention, chosen)
    }
    if mention.party == MentionSheet.antecedent { mention.party = lastParty }
    if mention.kind != .people {
      lastParty = (mention.kind == .party ? mention.value : mention.party) ?? lastParty
    }
    insert(mention, into: &chosen)
  }

  /// "2024 budget": four digits that can be a year count something only before what can be counted.
  private func isBareYear(_ item: ChartItem, _ chosen: [Mention]) -> Bool {
    guard item.lexicalClass == rules.builtIn.number, item.end == item.start + 1,
      chart.has(rules.builtIn.year, at: item.start), item.end < text.tokens.count,
      chart.holds(.word, at: item.end), !chart.has(rules.builtIn.measure, at: item.start)
    else { return false }
    let span = text.span(item.range)
    return bound(before: item) == nil
      && !chosen.suffix(3).contains {
        ($0.kind == .people || $0.kind == .numberRange) && $0.span.contains(span)
      }
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
      if let entry = other.entry {
        insert(named(rules.lexicon.entries[entry], other), into: &chosen)
      }
      return
    }
  }

  private func named(_ entry: LexicalEntry, _ item: ChartItem) -> Mention {
    let classes = rules.builtIn
    let kind: Mention.Kind =
      switch item.lexicalClass {
      case classes.person: .person
      case classes.organization: .organization
      case classes.place: .place
      default: .party
      }
    return Mention(
      kind, named: entry, at: text.span(item.range),
      isAdjective: item.lexicalClass == classes.nation)
  }
}
