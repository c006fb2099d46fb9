internal import Records

/// The years of a list whose entries begin with a day and a month, as "June 29: …" does.
///
/// Such a list goes forward or backward in time. The entry nearest to publication has the latest day that it
/// can have, each of the others the latest that keeps the order; read alone, each would be of the last year.
struct ListYears {
  let text: [UInt8]
  let published: CalendarDay

  /// The mentions, those that entries begin with as whole dates.
  func dated(_ mentions: [Mention]) -> [Mention] {
    let labels = mentions.indices.filter {
      mentions[$0].kind == .date && isLabel(mentions[$0].span)
    }
    let days = labels.compactMap { mentions[$0].value.flatMap(Self.monthAndDay) }
    guard days.count >= Self.shortest, days.count == labels.count else { return mentions }
    let later = zip(days, days.dropFirst()).count { $0 < $1 }
    let earlier = days.count - 1 - later
    guard later != earlier else { return mentions }
    var result = mentions
    var limit = published
    let order = later > earlier ? Array(labels.indices.reversed()) : Array(labels.indices)
    for place in order {
      var day = CalendarDay(limit.year, days[place].month, days[place].day)
      if day > limit { day.year -= 1 }
      limit = day
      result[labels[place]].value = day.text
    }
    return result
  }

  /// How few entries make a list.
  private static let shortest = 3

  private struct MonthAndDay: Comparable {
    var month: Int
    var day: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.month, left.day) < (right.month, right.day)
    }
  }

  /// Of `XXXX-06-29`; nil where the year is told.
  private static func monthAndDay(_ value: String) -> MonthAndDay? {
    let parts = value.split(separator: "-")
    guard parts.count == 3, parts[0] == "XXXX", let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return MonthAndDay(month: month, day: day)
  }

  /// Whether a line begins with the date, and a colon, a dash or the line's end follows it.
  private func isLabel(_ span: TextSpan) -> Bool {
    let before = text[..<span.start].last { !Self.marks.contains($0) }
    guard before == nil || before == Self.newline else { return false }
    let next = text[span.end...].first { $0 != Self.space }
    return next == nil || next.map { [Self.newline, 0x3A, 0x2D, 0xE2].contains($0) } ?? false
  }

  private static let newline: UInt8 = 0x0A
  private static let space: UInt8 = 0x20
  /// Spaces, asterisks, hyphens and the bytes of bullets.
  private static let marks: Set<UInt8> = [0x20, 0x2A, 0x2D, 0xE2, 0x80, 0xA2]
}
