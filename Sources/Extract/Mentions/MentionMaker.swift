internal import Records

/// Turns a rule's match into mentions: templates are filled, properties are taken from the parts.
struct MentionMaker {
  let text: TokenizedText
  let lexicon: Lexicon

  /// A mention with the tokens that it stands on.
  struct Made {
    var range: Range<Int>
    var mention: Mention
  }

  func mentions(_ rule: MentionRule, _ start: Int, _ match: PatternMatch, _ values: [Mention])
    -> [Made]
  {
    if rule.values.count > 1 || rule.values.count == 1 && rule.values[""] == nil {
      return match.captures.compactMap { captured in
        let name = rule.pattern.names[captured.name]
        guard let template = rule.values[name] else { return nil }
        var mention = self.mention(rule, captured.range)
        mention.value = fill(template, match, values, own: captured)
        return Made(range: captured.range, mention: mention)
      }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    var range = start..<match.end
    if let whole = match.captures.first(where: { rule.pattern.names[$0.name] == "span" }) {
      range = whole.range
    }
    var mention = mention(rule, range)
    if let template = rule.values[""] {
      mention.value = fill(template, match, values, own: nil)
    }
    describe(&mention, rule, match, values)
    return [Made(range: range, mention: mention)]
  }

  private func mention(_ rule: MentionRule, _ range: Range<Int>) -> Mention {
    let span = TextSpan(
      Int(text.tokens[range.lowerBound].start), Int(text.tokens[range.upperBound - 1].end))
    var mention = Mention(kind: rule.kind, span: span, value: nil, rule: rule.name)
    mention.bound = rule.bound
    mention.category = rule.category
    mention.label = rule.label
    return mention
  }

  /// Properties by the names of the parts.
  private func describe(
    _ mention: inout Mention, _ rule: MentionRule, _ match: PatternMatch, _ values: [Mention]
  ) {
    for captured in match.captures {
      let meaning = meaning(captured, values)
      switch rule.pattern.names[captured.name] {
      case "count":
        mention.value = meaning
        mention.bound = mention.bound ?? captured.item?.value.flatMap { values[$0].bound } ?? .exact
      case "bound": mention.bound = meaning.flatMap(Bound.init(rawValue:))
      case "head", "state":
        let category = meaning.flatMap(Category.init(rawValue:))
        mention.category = Self.stronger(mention.category, category)
      case "also":
        // "soldiers and civilians" are people.
        if meaning != mention.category?.rawValue, mention.category != .wounded {
          mention.category = .people
        }
      case "own": mention.party = mention.party ?? MentionSheet.antecedent
      case "home":
        // "residents of the Kursk Region" are Russia's.
        let place = captured.item?.entry.flatMap { lexicon.entries[$0].name }
        mention.party = mention.party ?? place?.party
      case "nation": mention.party = mention.party ?? meaning
      case "label": mention.label = text.string(captured.range)
      default: break
      }
    }
  }

  /// `wounded` wins over all, and anything over `people`.
  static func stronger(_ left: Category?, _ right: Category?) -> Category? {
    guard let left, left != .people else { return right ?? left }
    guard let right, right != .people else { return left }
    if left == .wounded || right == .wounded { return .wounded }
    return left
  }

  private func meaning(_ captured: PatternMatch.Captured, _ values: [Mention]) -> String? {
    guard let item = captured.item else { return text.string(captured.range) }
    if let value = item.value { return values[value].value }
    return item.entry.flatMap { lexicon.entries[$0].value ?? lexicon.entries[$0].name?.party }
  }

  /// Nil where a part of the template has no meaning.
  private func fill(
    _ template: ValueTemplate, _ match: PatternMatch, _ values: [Mention],
    own: PatternMatch.Captured?
  ) -> String? {
    var result = ""
    for piece in template.pieces {
      switch piece {
      case .text(let text): result += text
      case .part(let name, let isPadded):
        guard let captured = own?.name == name ? own : match.first(name),
          let meaning = meaning(captured, values)
        else { return nil }
        if isPadded, meaning.utf8.count == 1 { result += "0" }
        result += meaning
      case .stateBehindOf(let name):
        guard let captured = match.first(name),
          let state = captured.item?.entry.flatMap({ lexicon.entries[$0].name })
        else { return nil }
        result += state.nameBehindOf
      }
    }
    return result
  }
}
