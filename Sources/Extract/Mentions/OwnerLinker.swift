internal import Records

/// Tells whose ministry "the foreign ministry" is, and gives organizations that rules made the names of
/// the gazetteer.
///
/// The owner is the state named first in the sentence, else first in the one before: news names who
/// speaks before what it says.
struct OwnerLinker {
  let rules: LanguageRules
  let text: TokenizedText
  let chart: Chart

  /// Stands in a rule's value for the owner's name.
  private static let placeholder = "@"

  /// Completes the organizations among some mentions.
  func complete(_ mentions: inout [Mention]) {
    for item in chart.all where item.lexicalClass == rules.builtIn.organization {
      guard let number = item.value, let value = mentions[number].value else { continue }
      if value.contains(Self.placeholder) {
        let owner = owner(of: item)
        // Without an owner it is known to be a ministry and no more.
        mentions[number].value = owner.map {
          value.replacing(Self.placeholder, with: $0.nameBehindOf)
        }
        mentions[number].party = owner?.party
      }
      canonicalize(&mentions[number])
    }
  }

  private func canonicalize(_ mention: inout Mention) {
    guard
      let name = mention.value.flatMap({ rules.lexicon.organizations[$0] })
        .flatMap({ rules.lexicon.entries[$0].name })
    else { return }
    mention.value = name.canonical
    mention.party = name.party ?? mention.party
    mention.wikidata = name.wikidata
    mention.role = name.role
  }

  private func owner(of item: ChartItem) -> NameEntry? {
    guard let place = sentence(of: item.start) else { return nil }
    if let here = firstState(in: text.sentences[place].tokens) { return here }
    return place > 0 ? firstState(in: text.sentences[place - 1].tokens) : nil
  }

  private func sentence(of token: Int) -> Int? {
    var low = 0
    var high = text.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < text.sentences.count ? low : nil
  }

  private func firstState(in tokens: Range<Int>) -> NameEntry? {
    for token in tokens {
      for item in chart.items(at: token)
      where item.lexicalClass == rules.builtIn.party || item.lexicalClass == rules.builtIn.nation {
        if let name = item.entry.flatMap({ rules.lexicon.entries[$0].name }),
          name.party?.first?.isUppercase ?? false
        {
          return name
        }
      }
    }
    return nil
  }
}
