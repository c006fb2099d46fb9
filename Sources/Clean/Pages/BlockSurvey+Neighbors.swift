/// Questions about what stands before and behind a block.
extension BlockSurvey {
  /// The answers to `BlockFeature.before` and `.after`.
  private enum Neighbor: Int {
    case edge, prose, sentence, heading, links, short, other
  }

  mutating func askNeighbors() {
    let types = blocks.indices.map(type)
    var run = 0
    var last = -1
    for index in blocks.indices {
      set(.before, index, index > 0 ? types[index - 1].rawValue : Neighbor.edge.rawValue)
      set(
        .after, index, index + 1 < blocks.count ? types[index + 1].rawValue : Neighbor.edge.rawValue
      )
      set(.beforeLength, index, index > 0 ? Int(answer(.length, index - 1)) : 0)
      set(.afterLength, index, index + 1 < blocks.count ? Int(answer(.length, index + 1)) : 0)
      set(.lastProse, index, last < 0 ? 6 : Self.step(Double(index - last), [1, 2, 3, 6, 15]))
      if isProse[index] { last = index }
      if types[index] == .links {
        run += 1
      } else {
        markRun(index - run..<index)
        run = 0
      }
    }
    markRun(blocks.count - run..<blocks.count)
    var next = -1
    for index in blocks.indices.reversed() {
      set(.nextProse, index, next < 0 ? 6 : Self.step(Double(next - index), [1, 2, 3, 6, 15]))
      if isProse[index] { next = index }
    }
  }

  private mutating func markRun(_ run: Range<Int>) {
    for index in run { set(.linkRun, index, run.count >= 4 ? 3 : min(2, run.count)) }
  }

  private func type(_ index: Int) -> Neighbor {
    let block = blocks[index]
    if isProse[index] { return .prose }
    if block.linkDensity > 0.6 { return .links }
    if block.kind == .heading { return .heading }
    if list.endsSentence(block), block.length >= 4 { return .sentence }
    return block.length <= 4 ? .short : .other
  }
}
