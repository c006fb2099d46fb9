internal import Markup

/// Questions about how much of the page's prose stands beside a block and among those that look like it.
extension BlockSurvey {
  mutating func askShares() {
    var mass = [Int](repeating: 0, count: page.count + 1)
    var total = 0
    for (block, isProse) in zip(blocks, isProse) where isProse {
      mass[block.node + 1] += block.text.count
      total += block.text.count
    }
    for node in 0..<page.count { mass[node + 1] += mass[node] }
    struct Twins {
      var prose = 0
      var words = 0
      var count = 0
      var linked = 0
    }
    struct Children {
      var count = 0
      var links = 0
      var prose = 0
    }
    var twins: [UInt64: Twins] = [:]
    var children: [Int: Children] = [:]
    let signatures = blocks.map(signature)
    for (index, block) in blocks.enumerated() {
      twins[signatures[index], default: Twins()].count += 1
      twins[signatures[index], default: Twins()].words += block.length
      if block.linked > 0 { twins[signatures[index], default: Twins()].linked += 1 }
      if isProse[index] { twins[signatures[index], default: Twins()].prose += block.text.count }
      let parent = page.parents[block.node]
      children[parent, default: Children()].count += 1
      if block.linkDensity > 0.6 { children[parent, default: Children()].links += 1 }
      if isProse[index] { children[parent, default: Children()].prose += 1 }
    }
    // The blocks that look like most of the prose, and the elements that hold them.
    let main = twins.max { ($0.value.prose, $0.key) < ($1.value.prose, $1.key) }?.key
    var holders: Set<Int> = []
    for (index, block) in blocks.enumerated() where signatures[index] == main && isProse[index] {
      holders.insert(page.parents[block.node])
    }
    let shares = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 0.9]
    for (index, block) in blocks.enumerated() {
      func share(_ node: Int) -> Int {
        Self.step(Double(mass[page.ends[node]] - mass[node]) / Double(max(1, total)), shares)
      }
      let parent = page.parents[block.node]
      let grand = page.parents[parent]
      let kin =
        signatures[index] == main
        ? 0
        : holders.contains(parent)
          ? 1
          : holders.contains(grand) || holders.contains(page.parents[grand])
            ? 2
            : holders.contains(where: { page.parents[$0] == parent }) ? 3 : 4
      set(.kin, index, kin)
      let own = Double(block.text.count) / Double(max(1, total))
      set(.share, index, isPruned[index] ? 0 : Self.step(own, [0, 0.01, 0.03, 0.08, 0.2]))
      set(.parentShare, index, share(parent))
      set(.grandShare, index, share(page.parents[parent]))
      if let twin = twins[signatures[index]] {
        set(.twinShare, index, Self.step(Double(twin.prose) / Double(max(1, total)), shares))
        let isLinked = twin.linked * 10
        set(
          .linkedTwins, index,
          twin.count < 3
            ? 0
            : isLinked == 0 ? 1 : isLinked < 5 * twin.count ? 2 : isLinked < 9 * twin.count ? 3 : 4)
        set(.twinLength, index, BlockFeature.length(twin.words / twin.count))
      }
      if let group = children[parent] {
        let kind =
          group.count == 1
          ? 0
          : group.links * 2 > group.count
            ? 1
            : group.prose * 2 >= group.count ? 3 : 2
        set(.siblings, index, kind)
      }
    }
  }

  /// Blocks whose elements and their parents look alike in the markup have the same signature.
  func signature(_ block: Block) -> UInt64 {
    var hash: UInt64 = 0
    for node in [block.node, page.parents[block.node]] {
      hash = hash &* 1_000_003 &+ UInt64(page.tags[node].rawValue)
      for byte in page.value(.class, of: node) ?? [] { hash = hash &* 31 &+ UInt64(byte) }
    }
    return hash
  }
}
