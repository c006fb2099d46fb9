/// Questions about what a block says of itself and of the elements around it.
extension BlockSurvey {
  mutating func askThemselves() {
    let repetitions = Repetition.answers(list)
    let total = blocks.indices.reduce(0) { isProse[$1] ? $0 + blocks[$1].length : $0 }
    let units = ArticleUnit.answers(page, blocks, isProse: isProse)
    for (index, block) in blocks.enumerated() {
      let text = list.text[block.text]
      let words = list.words(block)
      set(.kind, index, Int(block.kind.rawValue))
      set(.length, index, BlockFeature.length(block.length))
      set(.headline, index, likeHeadline(words))
      // What is dropped whatever its points are, half of most pages, is asked no more.
      if isPruned[index] { continue }
      set(.repetition, index, repetitions[index])
      set(.unit, index, units[index])
      set(.prose, index, Self.step(Double(total), [100, 300, 800]))
      set(.witness, index, witness.isEmpty ? 0 : 1 + witness.share(words))
      set(.described, index, !description.isEmpty && description.share(words) >= 2 ? 1 : 0)
      askText(index, block, text, words)
      askElements(index, block)
    }
  }

  private mutating func askText(
    _ index: Int, _ block: Block, _ text: ArraySlice<UInt8>, _ words: ArraySlice<UInt64>
  ) {
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
    set(.startsWithLink, index, block.startsWithLink ? 1 : 0)
    set(.sentences, index, sentences(text))
  }

  private mutating func askElements(_ index: Int, _ block: Block) {
    set(.inLink, index, block.inside.contains(.link) ? 1 : 0)
    for (feature, mark) in Self.around {
      set(feature, index, block.inside.contains(mark) ? 1 : 0)
    }
    let first = index * width + BlockFeature.allCases.count
    for group in 0..<width - BlockFeature.allCases.count {
      let bit = CueSet(rawValue: 1 << UInt64(group))
      answers[first + group] =
        block.near.contains(bit)
        ? 3 : block.far.contains(bit) ? 2 : block.around.contains(bit) ? 1 : 0
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

  /// The place of the answer to `BlockFeature.ending`.
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
}
