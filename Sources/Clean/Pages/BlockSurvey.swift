internal import Markup

/// Answers every question of `BlockFeature` for every block of a page.
///
/// One pass over the blocks for each group of questions, a file each; all are linear in the page.
struct BlockSurvey {
  let page: Page
  let list: BlockList
  let rules: CleaningRules
  let headline: [UInt64]
  let witness: TextWitness
  let description: TextWitness

  var blocks: [Block] { list.blocks }
  private(set) var isProse: [Bool] = []
  /// Blocks in elements that no article stands in.
  private(set) var isPruned: [Bool] = []
  /// The element that holds the article's prose best.
  var chosen = 0
  /// Answers, a row of `width` for each block.
  var answers: [UInt8] = []
  /// Answers in a row: those of `BlockFeature`, then one for each group of cues.
  let width: Int

  init(
    page: Page, list: BlockList, rules: CleaningRules, title: String?, description: String?,
    articleBody: String?
  ) {
    self.page = page
    self.list = list
    self.rules = rules
    headline = TextCollector.words(of: title ?? "")
    witness = TextWitness(articleBody ?? "")
    self.description = TextWitness(description ?? "")
    width = BlockFeature.allCases.count + rules.cues.groups.count
  }

  func answer(_ feature: BlockFeature, _ block: Int) -> UInt8 {
    answers[block * width + feature.rawValue]
  }

  mutating func set(_ feature: BlockFeature, _ block: Int, _ value: Int) {
    answers[block * width + feature.rawValue] = UInt8(clamping: value)
  }

  /// Asks all questions; call once.
  mutating func run() {
    answers = [UInt8](repeating: 0, count: blocks.count * width)
    isProse = blocks.map(judgeProse)
    prune()
    askThemselves()
    askPlaces()
    askShares()
    askNeighbors()
  }

  private func judgeProse(_ block: Block) -> Bool {
    block.length >= 10 && block.linkDensity < 0.4
      && (block.length >= 25 || list.endsSentence(block))
  }

  /// Takes blocks in comments, hidden parts and the like out of the prose, as long as much is left.
  private mutating func prune() {
    isPruned = [Bool](repeating: false, count: blocks.count)
    var total = 0
    for (index, block) in blocks.enumerated() where isProse[index] { total += block.length }
    for (cue, mark) in rules.prunes {
      var pruned: [Int] = []
      var left = 0
      for (index, block) in blocks.enumerated() where !isPruned[index] {
        if !block.near.isDisjoint(with: cue) || !block.far.isDisjoint(with: cue)
          || !block.inside.isDisjoint(with: mark)
        {
          pruned.append(index)
        } else if isProse[index] {
          left += block.length
        }
      }
      guard left * 8 > total, left >= 15 else { continue }
      for index in pruned { isPruned[index] = true }
    }
    for index in blocks.indices where isPruned[index] { isProse[index] = false }
  }

  /// The number of limits that a value is above.
  @inline(__always)
  static func step(_ value: Double, _ limits: [Double]) -> Int {
    limits.reduce(0) { value > $1 ? $0 + 1 : $0 }
  }
}
