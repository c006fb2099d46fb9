internal import Markup

/// Finds the element that holds the article's prose best.
///
/// Each paragraph votes for its parent and, with half its weight, for its grandparent, as in Arc90's
/// Readability (2009); of all the element with the most votes is chosen.
struct ChosenElement {
  let node: Int

  init(page: Page, blocks: [Block], isProse: [Bool]) {
    var votes: [Int: Int] = [:]
    for (block, isProse) in zip(blocks, isProse) where isProse {
      let parent = page.parents[block.node]
      votes[parent, default: 0] += 2 * block.text.count
      votes[page.parents[parent], default: 0] += block.text.count
    }
    node = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}
