internal import Records

/// The day of the event that an article is about, where its own sentences tell none: the first day that the
/// opening names.
///
/// Reporters tell the day once, with what is told first: "… came down the steps. On Tuesday …", "Zelensky said
/// on Friday". EVENTS.md takes the day of an announcement for that of the event unless the text tells another.
struct LeadDate {
  let context: ArticleContext
  /// Bytes of the article's title and what parts it from the body.
  let bodyStart: Int

  /// The date and where it stands; nil where the opening names no day shortly before publication.
  func date() -> (text: String, mention: Mention)? {
    guard let published = context.dates.published else { return nil }
    for (number, mention) in context.mentions.enumerated()
    // "More are due to be freed on Saturday": no day of what has happened.
    where mention.kind == .date && !context.plannedDays.contains(number) {
      guard mention.span.start < bodyStart + Self.opening else { break }
      guard !isDateline(mention), !isPossessor(mention),
        let expression = mention.value.flatMap({ DateExpression($0) }),
        expression.isDay,
        let found = context.dates.resolve(expression, anchor: nil, tense: .past),
        found.unit == .day, let day = CalendarDay(found.text)
      else { continue }
      if (0...Self.reach).contains(published.number - day.number) { return (found.text, mention) }
    }
    return nil
  }

  /// "Wednesday's lists": the day of something else.
  private func isPossessor(_ mention: Mention) -> Bool {
    let next = context.text[mention.span.end...].prefix(3)
    return next.first == 0x27 || Array(next) == [0xE2, 0x80, 0x99]
  }

  /// In bytes of the body: the first paragraphs.
  private static let opening = 700
  /// How many days before publication.
  private static let reach = 3

  /// "KYIV, May 24 (Meridian) -", "MOSCOW, June 26.": the day of writing, before the text begins.
  private func isDateline(_ mention: Mention) -> Bool {
    let start = mention.span.start - bodyStart
    guard start >= 0, start < Self.dateline else { return false }
    let next = context.text[mention.span.end...].first { $0 != 0x20 }
    // A full stop, a dash (also the first byte of a long one), a bracket or a colon.
    return next.map { [0x2E, 0x2D, 0xE2, 0x28, 0x3A, 0x2F].contains($0) } ?? true
  }

  /// In bytes.
  private static let dateline = 40
}
