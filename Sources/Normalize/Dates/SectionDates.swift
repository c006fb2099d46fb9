internal import Records

/// The days under which a text tells things: "January 3" before a sentence, a line "Tuesday" above paragraphs.
struct SectionDates {
  private struct Section {
    /// Where the day stands.
    var mention: Mention
    /// Bytes up to which it holds.
    var end: Int
  }

  private var sections: [Section] = []

  /// - Parameter text: UTF-8.
  init(_ text: [UInt8], _ mentions: [Mention]) {
    let heads = mentions.filter { $0.kind == .date && Self.isHead($0.span, text) }
    // One alone is the article's own day.
    guard heads.count >= Self.fewest else { return }
    for (number, head) in heads.enumerated() {
      let next = number + 1 < heads.count ? heads[number + 1].span.start : text.count
      sections.append(Section(mention: head, end: min(next, Self.end(of: head.span, text))))
    }
  }

  /// How few days make a text one of sections.
  private static let fewest = 2

  /// The day of the section that a place is in.
  func head(at place: Int) -> Mention? {
    sections.first { $0.mention.span.end <= place && place < $0.end }?.mention
  }

  /// Whether a line begins with the date, and a full stop, a colon, a dash or the line's end follows it.
  private static func isHead(_ span: TextSpan, _ text: [UInt8]) -> Bool {
    guard span.start == 0 || text[span.start - 1] == newline else { return false }
    guard let next = text[span.end...].first else { return false }
    return next == newline || next == UInt8(ascii: ".") || next == UInt8(ascii: ":")
  }

  /// A day in the line of its text holds for that line, one in a line of its own for a few paragraphs.
  private static func end(of span: TextSpan, _ text: [UInt8]) -> Int {
    var end = text[span.end...].firstIndex(of: newline) ?? text.count
    guard end == span.end else { return end }
    for _ in 0..<paragraphs {
      while end < text.count, text[end] == newline { end += 1 }
      end = text[end...].firstIndex(of: newline) ?? text.count
    }
    return end
  }

  private static let newline = UInt8(ascii: "\n")
  /// How many paragraphs a heading holds for at most.
  private static let paragraphs = 4
}
