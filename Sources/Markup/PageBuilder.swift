/// Turns start, end and text events into a `Page`.
///
/// libxml2 sends one end for every start. HTML 5 elements that it does not know to end a paragraph
/// end it here; the parser's own end of that paragraph is then awaited and changes nothing.
struct PageBuilder {
  private var page = Page()
  /// One entry for each start that still waits for its end: the node, or nil once it was ended here.
  private var open: [Int?] = [0]
  private var opened = [0]
  /// Ends the parse; set while one runs.
  var stop: (() -> Void)?
  private var isCut = false

  init(linkedData: [[UInt8]] = [], isTruncated: Bool = false) {
    isCut = isTruncated
    page.linkedData = linkedData
    page.tags.append(.unknown)
    page.ends.append(1)
    page.parents.append(0)
    page.ranges.append(0..<0)
  }

  /// Adds an attribute of the element whose start comes next.
  mutating func attribute(_ name: AttributeName, _ value: some Sequence<UInt8>) {
    guard !page.isTruncated else { return }
    let start = Int32(page.values.count)
    page.values.append(contentsOf: value)
    page.attributes.append(.init(name: name, value: start..<Int32(page.values.count)))
  }

  /// - Parameter attributes: How many attributes were added for it.
  mutating func start(_ tag: Tag, attributes: Int) {
    guard !page.isTruncated else { return }
    if open.count > PageParser.depthLimit || page.count >= PageParser.nodeLimit {
      page.isTruncated = true
      stop?()
      return
    }
    if tag.closesParagraph, let node = opened.last, page.tags[node] == .p { close(node) }
    let end = Int32(page.attributes.count)
    let node = append(tag, end - Int32(attributes)..<end)
    open.append(node)
    opened.append(node)
  }

  mutating func end() {
    guard open.count > 1 else { return }
    if let node = open.removeLast() {
      page.ends[node] = page.count
      if opened.last == node { opened.removeLast() }
    }
  }

  mutating func text(_ bytes: some Sequence<UInt8>) {
    guard !page.isTruncated, let parent = opened.last else { return }
    let start = Int32(page.text.count)
    page.text.append(contentsOf: bytes)
    let end = Int32(page.text.count)
    // libxml2 reports one run of text in several calls; one node a run keeps the walks short.
    let last = page.count - 1
    if page.tags[last] == .text, page.parents[last] == parent {
      page.ranges[last] = page.ranges[last].lowerBound..<end
    } else {
      _ = append(.text, start..<end)
    }
  }

  mutating func finish() -> Page {
    for node in open { if let node { page.ends[node] = page.count } }
    page.isTruncated = page.isTruncated || isCut
    return page
  }

  private mutating func close(_ node: Int) {
    page.ends[node] = page.count
    opened.removeLast()
    if let position = open.lastIndex(of: node) { open[position] = nil }
  }

  private mutating func append(_ tag: Tag, _ range: Range<Int32>) -> Int {
    page.tags.append(tag)
    page.ends.append(page.count)
    page.parents.append(opened.last ?? 0)
    page.ranges.append(range)
    return page.count - 1
  }
}

/// Holds a builder where C callbacks can find it.
final class PageSink {
  var builder: PageBuilder

  init(_ builder: PageBuilder) { self.builder = builder }
}
