internal import Markup

/// Answers every question of `BlockFeature` for every block of a page.
///
/// One pass over the blocks for each room of questions; all are linear in the page.
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
  private(set) var chosen = 0
  /// Answers, a row of `width` for each block.
  private(set) var answers: [UInt8] = []
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

  private mutating func set(_ feature: BlockFeature, _ block: Int, _ value: Int) {
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

  // What a block says of itself and of the elements around it.
  private mutating func askThemselves() {
    let repetitions = self.repetitions()
    let total = blocks.indices.reduce(0) { isProse[$1] ? $0 + blocks[$1].length : $0 }
    let units = self.units()
    for (index, block) in blocks.enumerated() {
      let text = list.text[block.text]
      let words = list.words(block)
      set(.kind, index, Int(block.kind.rawValue))
      set(.length, index, BlockFeature.length(block.length))
      set(.linkDensity, index, Self.step(block.linkDensity, [0, 0.05, 0.2, 0.4, 0.7, 0.95]))
      let bold = Double(block.emphasized) / Double(max(1, text.count))
      set(.emphasis, index, Self.step(bold, [0, 0.5, 0.95]))
      set(.ending, index, ending(text))
      set(.commas, index, Self.step(Double(block.counts.commas), [0, 1, 3]))
      let digits = Double(block.counts.digits) / Double(max(1, text.count))
      set(.digits, index, Self.step(digits, [0, 0.05, 0.15, 0.4]))
      let capitals = Double(block.counts.capitals) / Double(max(1, block.counts.letters))
      set(.capitals, index, Self.step(capitals, [0.08, 0.2, 0.6]))
      set(.functionWords, index, functionWords(words))
      set(.opening, index, block.length < 60 ? rules.openings.group(text) : 0)
      set(.mark, index, block.length < 60 ? rules.marks.group(text) : 0)
      set(.headline, index, likeHeadline(words))
      set(.repetition, index, repetitions[index])
      set(.unit, index, units[index])
      set(.startsWithLink, index, block.startsWithLink ? 1 : 0)
      set(.sentences, index, sentences(text))
      set(.prose, index, Self.step(Double(total), [100, 300, 800]))
      set(.inLink, index, block.inside.contains(.link) ? 1 : 0)
      for (feature, mark) in Self.around {
        set(feature, index, block.inside.contains(mark) ? 1 : 0)
      }
      set(.witness, index, witness.isEmpty ? 0 : 1 + witness.share(words))
      set(.described, index, !description.isEmpty && description.share(words) >= 2 ? 1 : 0)
      for group in rules.cues.groups.indices {
        let bit = CueSet(rawValue: 1 << UInt64(group))
        let value: UInt8 =
          block.near.contains(bit)
          ? 3
          : block.far.contains(bit)
            ? 2
            : block.around.contains(bit) ? 1 : 0
        answers[index * width + BlockFeature.allCases.count + group] = value
      }
    }
  }

  private static let around: [(BlockFeature, Block.Surroundings)] = [
    (.main, .main), (.aside, .aside), (.header, .header),
    (.footer, .footer), (.nav, .nav), (.form, .form), (.figure, .figure), (.item, .item),
    (.table, .table), (.quotation, .quotation), (.section, .section),
  ]

  private func sentences(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var place = text.startIndex
    while place < text.endIndex, count < 3 {
      let byte = text[place]
      if byte == 0x2E || byte == 0x3F || byte == 0x21
        || byte == 0xE3 && text[place...].starts(with: [0xE3, 0x80, 0x82])
      {
        if byte == 0xE3 || place + 1 == text.endIndex || text[place + 1] == 0x20
          || text[place + 1] == 0x22 || text[place + 1] >= 0x80
        {
          count += 1
        }
      }
      place += 1
    }
    return count
  }

  /// For each block whether its text comes more than once: 1 first of several, 2 most of it stood
  /// in one block before, 3 all of it.
  private func repetitions() -> [Int] {
    var result = [Int](repeating: 0, count: blocks.count)
    var first = HashTable<Int>(capacity: blocks.count)
    var shingles = HashTable<Bool>(capacity: list.words.count)
    var times: [UInt64: [Int]] = [:]
    for (index, block) in blocks.enumerated() {
      let words = list.words(block)
      guard words.count > 2 else { continue }
      var hash: UInt64 = 1
      for word in words { hash = hash &* 31 &+ word }
      times[hash, default: []].append(index)
      if let earlier = first[hash] {
        result[index] = 3
        if result[earlier] == 0 { result[earlier] = 1 }
        continue
      }
      first[hash] = index
      guard words.count >= 8 else { continue }
      var seen = 0
      for start in words.startIndex...(words.endIndex - 4) {
        let shingle = PhraseTable.hash(words[start..<start + 4])
        if shingles[shingle] == nil { shingles[shingle] = true } else { seen += 1 }
      }
      if seen * 10 > (words.count - 3) * 7 { result[index] = 2 }
    }
    for places in times.values where places.count >= 3 {
      for place in places { result[place] = 4 }
    }
    return result
  }

  /// Whether a block stands in the article element of the page's first long prose, around or apart.
  private func units() -> [Int] {
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
      if unit == best { return unit == 0 ? 0 : 1 }
      if unit == 0 { return 0 }
      if page.parents[unit] == row { return 1 }
      return unit < best && best < page.ends[unit] ? 2 : 3
    }
  }

  private func ending(_ text: ArraySlice<UInt8>) -> Int {
    if text.last == 0x3A { return 2 }
    if text.count >= 3, text.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) { return 3 }
    if text.count >= 3, text.suffix(3).elementsEqual([0x2E, 0x2E, 0x2E]) { return 3 }
    return SentenceEnd.ends(text) ? 1 : 0
  }

  private func functionWords(_ words: ArraySlice<UInt64>) -> Int {
    guard !words.isEmpty else { return 0 }
    let count = words.count { rules.functionWords[$0] != nil }
    let share = Double(count) / Double(words.count)
    return count == 0 ? 1 : 2 + Self.step(share, [0.1, 0.2, 0.35])
  }

  private func likeHeadline(_ words: ArraySlice<UInt64>) -> Int {
    guard !headline.isEmpty, words.count <= headline.count * 2 + 4 else { return 0 }
    let common = headline.count { words.contains($0) }
    let share = Double(2 * common) / Double(headline.count + words.count)
    return share < 0.3 ? 0 : share < 0.7 ? 1 : share < 0.95 ? 2 : 3
  }

  // Where a block stands between the headline, the chosen element and the page's ends.
  private mutating func askPlaces() {
    chosen = ChosenElement(page: page, blocks: blocks, isProse: isProse).node
    let inside = blocks.indices.filter {
      isProse[$0] && chosen <= blocks[$0].node && blocks[$0].node < page.ends[chosen]
    }
    let headlines = blocks.indices.filter { answer(.headline, $0) >= 2 && blocks[$0].length > 2 }
    let headlineBlock =
      headlines.last { $0 <= inside.first ?? 0 } ?? headlines.first
      ?? blocks.indices.first { page.tags[blocks[$0].node] == .h1 }
    var chain: [Int] = []
    var node = chosen
    while true {
      chain.append(node)
      if node == 0 { break }
      node = page.parents[node]
    }
    var isBehindEnd = false
    var endScope = 0..<0
    for (index, block) in blocks.enumerated() {
      if let first = inside.first { set(.fromFirst, index, Self.distance(first - index)) }
      if let last = inside.last { set(.fromLast, index, Self.distance(index - last)) }
      if let headlineBlock {
        let distance = index - headlineBlock
        set(.afterHeading, index, distance <= 0 ? 0 : distance <= 3 ? 1 : distance <= 10 ? 2 : 3)
      } else {
        set(.afterHeading, index, 4)
      }
      set(
        .place, index, Self.step(Double(index) / Double(blocks.count), [0.1, 0.25, 0.5, 0.75, 0.9]))
      let steps = chain.firstIndex { $0 <= block.node && block.node < page.ends[$0] } ?? 0
      set(.path, index, Self.step(Double(steps), [0, 1, 2, 3, 4, 6]))
      set(.chosen, index, steps == 0 ? 1 : 0)
      let isEnd =
        block.length <= 6 && index > (inside.first ?? 0)
        && (rules.sectionEnds[PhraseTable.hash(list.words(block))] != nil
          || isHeadingLike(block) && rules.sectionOpenings.group(list.text[block.text]) > 0
          || block.kind == .heading && !block.near.isDisjoint(with: rules.relatedCue))
      if isEnd {
        isBehindEnd = true
        let parent = page.parents[block.node]
        endScope = block.node..<max(endScope.upperBound, page.ends[parent])
      }
      let isBeside = endScope.contains(block.node)
      set(.sectionEnd, index, isEnd ? 3 : isBeside ? 2 : isBehindEnd ? 1 : 0)
    }
  }

  private func isHeadingLike(_ block: Block) -> Bool {
    block.kind == .heading || block.emphasized * 10 > block.text.count * 9
  }

  private static func distance(_ outside: Int) -> Int {
    switch outside {
    case 21...: 0
    case 9...20: 1
    case 4...8: 2
    case 2...3: 3
    case 1: 4
    case 0: 5
    default: 6
    }
  }

  // How much of the page's prose stands beside a block, and among those that look like it.
  private mutating func askShares() {
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

  // What stands before and behind a block.
  private mutating func askNeighbors() {
    let types = blocks.indices.map(type)
    var run = 0
    var last = -1
    for index in blocks.indices {
      set(.before, index, index > 0 ? types[index - 1] : 0)
      set(.after, index, index + 1 < blocks.count ? types[index + 1] : 0)
      set(.beforeLength, index, index > 0 ? Int(answer(.length, index - 1)) : 0)
      set(.afterLength, index, index + 1 < blocks.count ? Int(answer(.length, index + 1)) : 0)
      set(.lastProse, index, last < 0 ? 6 : Self.step(Double(index - last), [1, 2, 3, 6, 15]))
      if isProse[index] { last = index }
      if types[index] == 4 {
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

  private func type(_ index: Int) -> Int {
    let block = blocks[index]
    if isProse[index] { return 1 }
    if block.linkDensity > 0.6 { return 4 }
    if block.kind == .heading { return 3 }
    if list.endsSentence(block), block.length >= 4 { return 2 }
    return block.length <= 4 ? 5 : 6
  }

  /// The number of limits that a value is above.
  static func step(_ value: Double, _ limits: [Double]) -> Int {
    limits.prefix { value > $0 }.count
  }
}
