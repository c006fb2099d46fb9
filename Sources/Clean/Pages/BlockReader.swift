internal import Markup

/// Cuts the visible part of a page into blocks, in one pass over the arena.
struct BlockReader {
  private let page: Page
  private let cues: [CueSet]
  private let hidden: CueSet
  private var collector = TextCollector()
  private var list = BlockList()
  private var open: [Open] = []
  /// The open elements that are blocks, as places in `open`.
  private var openBlocks: [Int] = []
  private var links = 0
  private var emphases = 0
  private var linked = 0
  private var startsWithLink = false
  /// Whether the text began with the mark of an item.
  private var isItem = false
  private var emphasized = 0
  private var breaks = 0
  private var isBehindBreak = false
  /// Cues of the inline elements that stood open when the block's text began.
  private var inline: CueSet = []
  private var prose: [Int] = []

  /// An element that is still open.
  private struct Open {
    var end: Int
    var node: Int
    var kind: Block.Kind
    var isBlock = false
    var isLink = false
    var isEmphasis = false
    var own: CueSet = []
    var far: CueSet = []
    var around: CueSet = []
    var inside: Block.Surroundings = []
  }

  /// - Parameters:
  ///   - cues: The cues of every element of the page.
  ///   - hidden: The cue that elements get which their attributes hide.
  init(_ page: Page, cues: [CueSet], hidden: CueSet) {
    self.page = page
    self.cues = cues
    self.hidden = hidden
  }

  /// The blocks in document order.
  mutating func read() -> BlockList {
    sumProse()
    open = [Open(end: page.count, node: 0, kind: .other, isBlock: true)]
    openBlocks = [0]
    collector.begin()
    var rowEnd = 0
    var hasCell = false
    var node = 1
    while node < page.count {
      while let last = open.last, last.end <= node { close() }
      let tag = page.tags[node]
      switch tag {
      case .text: append(node)
      case .br: lineBreak()
      case .td, .th:
        if node < rowEnd {
          if hasCell { collector.tab() }
          hasCell = true
        } else {
          element(node, tag)
        }
      // Scripts, frames, inputs and drawings never come as far as this; see `MarkupTrimmer`.
      case .head, .template, .object, .video, .audio, .canvas, .select, .button, .option, .dialog,
        .ampAd, .ampIframe, .ampVideo, .ampSidebar, .ampList, .ampEmbed, .ampAnalytics,
        .ampSocialShare, .rp, .rt:
        node = page.ends[node]
        continue
      case .tr where isDataRow(node):
        element(node, tag)
        open[open.count - 1].kind = .row
        rowEnd = page.ends[node]
        hasCell = false
      default:
        if node < rowEnd, !tag.isInline { collector.space() } else { element(node, tag) }
      }
      node += 1
    }
    while open.count > 1 { close() }
    flush()
    list.text = collector.bytes
    list.words = collector.words
    return list
  }

  private mutating func element(_ node: Int, _ tag: Tag) {
    guard let parent = open.last else { return }
    var entry = Open(end: page.ends[node], node: node, kind: parent.kind)
    entry.far = parent.far
    entry.around = parent.around
    entry.inside = parent.inside
    switch tag {
    case .a:
      entry.isLink = true
      links += 1
      entry.inside.insert(.link)
    case .b, .strong, .em, .i:
      entry.isEmphasis = true
      emphases += 1
    default: break
    }
    var cues = self.cues[node]
    if isHidden(node) { cues.formUnion(hidden) }
    entry.own = cues
    if tag.isInline {
      if collector.isEmpty { inline.formUnion(cues) }
    } else {
      flush()
      entry.isBlock = true
      entry.kind = Self.kind(tag, parent.kind)
      entry.inside.formUnion(Self.inside(tag))
      if holdsMostProse(node) {
        entry.around.formUnion(cues)
        entry.own = []
      }
      // What an element says of itself holds for its children and theirs as near, then as far.
      if openBlocks.count >= 2 {
        entry.far.formUnion(open[openBlocks[openBlocks.count - 2]].own)
      }
      openBlocks.append(open.count)
    }
    open.append(entry)
  }

  private mutating func close() {
    guard let last = open.last else { return }
    if last.isBlock {
      flush()
      openBlocks.removeLast()
    }
    open.removeLast()
    if last.isLink { links -= 1 }
    if last.isEmphasis { emphases -= 1 }
  }

  private static func kind(_ tag: Tag, _ parent: Block.Kind) -> Block.Kind {
    switch tag {
    case .p: parent == .quotation || parent == .caption ? parent : .paragraph
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li, .dt, .dd: .item
    case .blockquote: .quotation
    case .figcaption, .caption, .figure: .caption
    case .td, .th: .cell
    case .div, .section, .article, .main:
      parent == .item || parent == .quotation || parent == .caption ? parent : .division
    default: .other
    }
  }

  private static func inside(_ tag: Tag) -> Block.Surroundings {
    switch tag {
    case .main: .main
    case .aside: .aside
    case .header: .header
    case .footer: .footer
    case .nav, .menu: .nav
    case .form, .fieldset: .form
    case .figure: .figure
    case .figcaption: [.figure, .caption]
    case .li: .item
    case .table: .table
    case .blockquote: .quotation
    case .section: .section
    default: []
    }
  }

  private func isHidden(_ node: Int) -> Bool {
    guard page.hasAttributes(node) else { return false }
    if page.value(.hidden, of: node) != nil { return true }
    if let value = page.value(.ariaHidden, of: node), value.elementsEqual("true".utf8) {
      return true
    }
    guard let style = page.value(.style, of: node) else { return false }
    let text = style.filter { $0 > 0x20 }.map { $0 | 0x20 }
    return Self.hidingStyles.contains { holds(text, $0) }
  }

  private static let hidingStyles = ["display:none", "visibility:hidden", "left:-9999px"]
    .map { Array($0.utf8).map { $0 | 0x20 } }

  private func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Bytes of longer texts before each node: a cheap measure of where sentences are.
  private mutating func sumProse() {
    prose.reserveCapacity(page.count + 1)
    var sum = 0
    for node in 0..<page.count {
      prose.append(sum)
      if page.tags[node] == .text {
        let length = page.textRange(node).count
        if length >= 60 { sum += length }
      }
    }
    prose.append(sum)
  }

  private func holdsMostProse(_ node: Int) -> Bool {
    (prose[page.ends[node]] - prose[node]) * 2 > prose[page.count]
  }

  /// A row of a table of data: short cells without blocks inside.
  ///
  /// Rows of layout tables are not.
  private func isDataRow(_ row: Int) -> Bool {
    var cells = 0
    var length = 0
    var node = row + 1
    while node < page.ends[row] {
      switch page.tags[node] {
      case .table, .p, .div, .ul, .h1, .h2, .h3: return false
      case .td, .th: cells += 1
      case .text: length += page.textRange(node).count
      default: break
      }
      if length >= 400 { return false }
      node += 1
    }
    return cells >= 2
  }

  private mutating func append(_ node: Int) {
    let range = page.textRange(node)
    if isBehindBreak, let rest = ListMark.passed(page.text[range]) {
      // "<br>• item": a list made by hand.
      flush()
      isItem = true
      append(rest)
    } else {
      append(page.text[range])
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    let before = collector.bytes.count
    let isFirst = collector.isEmpty
    collector.append(text)
    let added = collector.bytes.count - before
    guard added > 0 else { return }
    breaks = 0
    isBehindBreak = false
    if isFirst { startsWithLink = links > 0 }
    if links > 0 { linked += added }
    if emphases > 0 { emphasized += added }
  }

  /// Two line breaks in a row separate paragraphs, as does one behind a line that is all bold: a
  /// headline or heading made by hand; others are a space.
  private mutating func lineBreak() {
    breaks += 1
    isBehindBreak = true
    let isHeading = emphases == 0 && emphasized > 0 && emphasized * 10 >= blockLength * 9
    if breaks >= 2 || isHeading { flush() } else { collector.space() }
  }

  /// Bytes of text since the block began.
  private var blockLength: Int {
    collector.bytes.count - (list.blocks.last?.text.upperBound ?? 0)
  }

  private mutating func flush() {
    defer {
      collector.begin()
      linked = 0
      emphasized = 0
      inline = []
      isItem = false
    }
    let start = list.blocks.last?.text.upperBound ?? 0
    let firstWord = list.blocks.last?.words.upperBound ?? 0
    guard collector.end(), let place = openBlocks.last else { return }
    breaks = 0
    let owner = open[place]
    var block = Block(
      kind: isItem ? .item : owner.kind, node: owner.node, text: start..<collector.bytes.count,
      words: firstWord..<collector.words.count, counts: collector.counts)
    block.linked = linked
    block.startsWithLink = startsWithLink
    block.emphasized = emphasized
    block.near = owner.own.union(inline)
    if openBlocks.count >= 2 { block.near.formUnion(open[openBlocks[openBlocks.count - 2]].own) }
    block.far = owner.far
    block.around = owner.around
    block.inside = owner.inside
    list.blocks.append(block)
  }
}
