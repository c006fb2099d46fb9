internal import Markup

/// Finds which of a page's `article` elements is its article.
///
/// Pages hold many: teasers, comments, whole other stories. The first one with a fair share of the prose
/// is the page's own.
enum ArticleUnit {
  private static let none = 0
  private static let own = 1
  private static let around = 2
  private static let other = 3

  /// For each block the answer to `BlockFeature.unit`.
  static func answers(_ page: Page, _ blocks: [Block], isProse: [Bool]) -> [Int] {
    var article = [Int](repeating: 0, count: page.count)
    for node in 1..<max(1, page.count) {
      article[node] = page.tags[node] == .article ? node : article[page.parents[node]]
    }
    var mass: [Int: Int] = [:]
    var best = 0
    for (index, block) in blocks.enumerated() where isProse[index] {
      let unit = article[block.node]
      mass[unit, default: 0] += block.length
      // The first article that holds a fair share; a later one must be far larger.
      if mass[unit, default: 0] > 3 * mass[best, default: 0]
        || best == 0 && unit != 0 && mass[unit, default: 0] * 2 > mass[best, default: 0]
      {
        best = unit
      }
    }
    // A live blog is a row of articles, each of them short: all of them are the article.
    var rows: [Int: Int] = [:]
    for unit in mass.keys where unit > 0 { rows[page.parents[unit], default: 0] += 1 }
    let total = mass.values.reduce(0, +)
    let row =
      best > 0 && mass[best, default: 0] * 2 < total && rows[page.parents[best], default: 0] >= 4
      ? page.parents[best] : nil
    return blocks.map { block in
      let unit = article[block.node]
      if unit == 0 { return none }
      if unit == best || page.parents[unit] == row { return own }
      return unit < best && best < page.ends[unit] ? around : other
    }
  }
}
