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
    /// The token up to which numbers are parts of something else.
    var hidden = 0
    for index in text.tokens.indices where chart.firstItem(at: index) >= 0 {
      for family in Family.allCases {
        guard index >= taken[family.rawValue], let item = longest(family, at: index) else { continue }
        if family == .number, index < hidden { continue }
        // What another family's longer mention holds is no name, date or number of its own.
        if family == .name || family == .date || family == .range, index < hidden { continue }
        taken[family.rawValue] = item.end
        if family == .name { appendPlace(beside: item, to: &chosen) }
        if hides(family, item) { hidden = max(hidden, item.end) }
        append(family, item, to: &chosen)
      }
    }
    return chosen.sorted {
      ($0.span, $0.kind.rawValue, $0.rule) < ($1.span, $1.kind.rawValue, $1.rule)
    }
  }

  private func family(_ item: ChartItem) -> Family? {
    let classes = rules.builtIn
    switch item.lexicalClass {
    case classes.person, classes.organization, classes.place, classes.party, classes.nation:
      return .name
    case classes.date, classes.openDate: return .date
    case classes.measure, classes.plainNumber: return .measure
    case classes.range: return .range
    case classes.people: return item.value == nil ? nil : .people
    case classes.number, classes.ordinal:
      // A count without its noun is people: its own number stands in it.
      return item.value.map { found[$0].kind == .people } ?? false ? .people : .number
    default:
      // Counts of people that rules of other classes make.
      return item.value.map { found[$0].kind == .people } ?? false ? .people : nil
    }
  }

  private func longest(_ family: Family, at index: Int) -> ChartItem? {
    var best: ChartItem?
    var number = chart.firstItem(at: index)
    while number >= 0 {
      let item = chart[number]
      if self.family(item) == family, item.end > best?.end ?? 0 || outranks(item, best) {
        best = item
      }
      number = chart.item(after: number)
    }
    return best
  }

  /// Of names of one length a party goes before the place that it is called after.
  private func outranks(_ item: ChartItem, _ other: ChartItem?) -> Bool {
    other.map { $0.end == item.end && $0.lexicalClass == rules.builtIn.place } ?? false
      && item.lexicalClass == rules.builtIn.party
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
      if mention.value?.contains(OwnerLinker.placeholder) ?? false { return }
      chosen.append(mention)
      if mention.party == MentionSheet.antecedent { chosen[chosen.count - 1].party = nil }
      return
    }
    guard family == .name, let entry = item.entry.map({ rules.lexicon.entries[$0] }) else { return }
    if let mention = named(entry, item) { chosen.append(mention) }
  }

  /// A capital that stands for its government is a place too.
  private func appendPlace(beside item: ChartItem, to chosen: inout [Mention]) {
    guard item.lexicalClass == rules.builtIn.party else { return }
    for other in chart.items(at: item.start)
    where other.lexicalClass == rules.builtIn.place && other.end == item.end {
      if let mention = other.entry.flatMap({ named(rules.lexicon.entries[$0], other) }) {
        chosen.append(mention)
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
