/// A day before which an article was published: that of its fetch.
struct DayBound {
  /// `YYYY-MM-DD`, in UTC as crawlers write it.
  let retrieved: String

  /// Whether a day may be that of publication: clocks of other zones are up to a day ahead.
  func allows(_ day: String) -> Bool {
    guard day > retrieved, let first = Self.number(retrieved), let second = Self.number(day) else {
      return true
    }
    return second - first <= 1
  }

  /// Days since the first of March of the year 0, by the method of Hinnant's `days_from_civil`.
  private static func number(_ day: String) -> Int? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let month = (parts[1] + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }
}
