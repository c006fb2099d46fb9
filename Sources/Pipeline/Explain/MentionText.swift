internal import Disk
internal import Records

/// A text with its mentions marked, for people.
struct MentionText {
  /// Colors instead of brackets.
  let isColored: Bool

  /// The text with the outermost mentions marked, then a line for each mention.
  func text(_ text: [UInt8], _ mentions: [Mention]) -> String {
    let table = TextColumns.lines(mentions.map { row($0, text) }, indent: "  ")
    return ([marked(text, mentions)] + table).joined(separator: "\n") + "\n\n"
  }

  /// Kind, value, words and rule.
  private func row(_ mention: Mention, _ text: [UInt8]) -> [String] {
    var value = TerminalText.printable(mention.value ?? "not told")
    if let range = mention.value.flatMap({ NumberRange($0) }), mention.kind == .numberRange {
      value = told(range)
    } else {
      value = mention.bound.told(value)
    }
    if let modifier = mention.modifier { value = "\(modifier) \(value)" }
    if let category = mention.category { value += " \(category.rawValue)" }
    if let party = mention.party, party != mention.value { value += " (\(party))" }
    if let wikidata = mention.wikidata { value += " \(wikidata)" }
    let words = TerminalText.printable(
      String(decoding: text[mention.span.start..<mention.span.end], as: UTF8.self))
    return [mention.kind.rawValue, value, words, mention.rule]
  }

  private func told(_ range: NumberRange) -> String {
    switch (range.low, range.high) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): (range.includesLow ? "at least " : "more than ") + low
    case (nil, let high?): (range.includesHigh ? "at most " : "less than ") + high
    case (nil, nil): "not told"
    }
  }

  private func marked(_ text: [UInt8], _ mentions: [Mention]) -> String {
    var result = ""
    var position = 0
    for (index, mention) in mentions.enumerated() where mention.span.start >= position {
      // Of those that begin together the longest comes last.
      let outermost =
        mentions[index...].prefix { $0.span.start == mention.span.start }.last ?? mention
      result += printable(text[position..<mention.span.start])
      let words = printable(text[outermost.span.start..<outermost.span.end])
      result += isColored ? "\u{1B}[1;34m\(words)\u{1B}[0m" : "[\(words)]"
      position = outermost.span.end
    }
    return result + printable(text[position...])
  }

  private func printable(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.printable($0) }.joined(separator: "\n")
  }
}

extension Bound? {
  /// A number with its bound in words: "at least 307".
  func told(_ number: String) -> String {
    switch self {
    case .atLeast: "at least \(number)"
    case .atMost: "at most \(number)"
    case .about: "about \(number)"
    case .exact, nil: number
    }
  }
}
