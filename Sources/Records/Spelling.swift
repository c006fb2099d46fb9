/// Names that someone may have meant.
public enum Spelling {
  /// The known name that is most like another; nil where none is close.
  public static func closest(to name: String, among known: some Collection<String>) -> String? {
    let best = known.map { (distance($0, name), $0) }.min { $0 < $1 }
    return best.flatMap { $0.0 <= max(2, name.count / 3) ? $0.1 : nil }
  }

  /// Levenshtein's edit distance.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
