internal import Markup

/// A run of text that a page shows as one block: a paragraph, heading, list item or table row.
struct Block: Hashable {
  enum Kind: Hashable { case paragraph, heading, item, row }

  var kind: Kind
  /// The node of the page that the block's text stands in.
  var node: Int
  var text: String
  /// Bytes of the text that stand inside links.
  var linked: Int

  var words: Int { BlockText.wordCount(text) }
  /// The share of the text that stands inside links.
  var linkDensity: Double { text.isEmpty ? 0 : Double(linked) / Double(text.utf8.count) }
  /// A block of several words that ends as a sentence does and is no list of links.
  var isProse: Bool {
    words >= 8 && linkDensity < 0.5 && (BlockText.endsSentence(text) || words >= 25)
  }
}

/// Cuts the visible part of a page into blocks, in one pass over the arena.
struct BlockReader {
  private let page: Page
  private let isDropped: [Bool]
  private var blocks: [Block] = []
  private var buffer: [UInt8] = []
  private var linked = 0
  private var breaks = 0
  private var owner = 0
  private var kind = Block.Kind.paragraph

  /// - Parameter isDropped: For each node, whether it and what is below it stay out.
  init(_ page: Page, isDropped: [Bool]) {
    self.page = page
    self.isDropped = isDropped
  }

  /// The blocks in document order.
  mutating func read() -> [Block] {
    /// Elements that are open: where they end, and what to do there.
    var open: [(end: Int, node: Int, isBlock: Bool, isLink: Bool)] = []
    var links = 0
    var rowEnd = 0
    var node = 0
    while node < page.nodes.count {
      while let last = open.last, last.end <= node {
        open.removeLast()
        if last.isLink { links -= 1 }
        if last.isBlock { flush() }
        if last.isBlock, let parent = open.last(where: \.isBlock) { begin(parent.node) }
      }
      if isDropped[node] {
        node = page.ends[node]
        continue
      }
      switch page.nodes[node] {
      case .raw: break
      case .text(let range):
        append(page.text[range], isLinked: links > 0)
      case .element(let tag):
        let isCell = tag == Self.cell || tag == Self.headCell
        if tag == Self.lineBreak {
          lineBreak()
        } else if isCell, node < rowEnd {
          if !buffer.isEmpty { buffer.append(0x09) }
        } else if tag == Self.link {
          links += 1
          open.append((page.ends[node], node, false, true))
        } else if !tag.isInline, node > 0, !(node < rowEnd && tag != Self.row) {
          flush()
          begin(node)
          if tag == Self.row, isDataRow(node) {
            rowEnd = page.ends[node]
            kind = .row
          }
          open.append((page.ends[node], node, true, false))
        }
      }
      node += 1
    }
    flush()
    return blocks
  }

  private static let lineBreak = Tag("br")
  private static let link = Tag("a")
  private static let row = Tag("tr")
  private static let cell = Tag("td")
  private static let headCell = Tag("th")
  private static let item = Tag("li")
  private static let headings = Set((1...6).map { Tag("h\($0)") })
  private static let blocksInCells = Set(
    ["table", "p", "div", "ul", "h1", "h2", "h3"].map { Tag($0) })

  /// A row of a table of data: short cells without blocks inside.
  ///
  /// Rows of layout tables are not.
  private func isDataRow(_ row: Int) -> Bool {
    var cells = 0
    var length = 0
    for node in page.descendants(of: row) {
      switch page.nodes[node] {
      case .element(let tag):
        if Self.blocksInCells.contains(tag) { return false }
        if tag == Self.cell || tag == Self.headCell { cells += 1 }
      case .text(let range): length += range.count
      case .raw: break
      }
    }
    return cells >= 2 && length < 400
  }

  private mutating func begin(_ node: Int) {
    owner = node
    kind =
      switch page.tag(node) {
      case let tag? where Self.headings.contains(tag): .heading
      case Self.item: .item
      default: .paragraph
      }
  }

  private mutating func append(_ text: ArraySlice<UInt8>, isLinked: Bool) {
    if breaks > 0, text.contains(where: { $0 > 0x20 }) { breaks = 0 }
    buffer.append(contentsOf: text)
    if isLinked { linked += text.count }
  }

  /// Two line breaks in a row separate paragraphs; one is a space.
  private mutating func lineBreak() {
    breaks += 1
    if breaks >= 2 {
      flush()
    } else {
      buffer.append(0x20)
    }
  }

  private mutating func flush() {
    defer {
      buffer.removeAll(keepingCapacity: true)
      linked = 0
    }
    let raw = String(decoding: buffer, as: UTF8.self)
    let text = BlockText.collapsed(raw, keepingTabs: kind == .row)
    guard !text.isEmpty else { return }
    breaks = 0
    blocks.append(Block(kind: kind, node: owner, text: text, linked: min(linked, text.utf8.count)))
  }
}
