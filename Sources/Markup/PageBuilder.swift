/// Turns start, end and text events into a `Page`.
///
/// libxml2 sends one end for every start. HTML 5 elements that it does not know to end a paragraph
/// end it here; the parser's own end of that paragraph is then awaited and changes nothing.
final class PageBuilder {
  private var page = Page()
  /// One entry for each start that still waits for its end: the node, or nil once it was ended here.
  private var open: [Int?] = [0]
  private var opened = [0]
  /// Ends the parse; set while one runs.
  var stop: (() -> Void)?
  private var isCut = false

  init() {
    page.nodes.append(.element(.unknown))
    page.ends.append(1)
    page.parents.append(0)
  }

  /// Notes that a limit cut something of the page; the parse goes on.
  func markTruncated() { isCut = true }

  func start(_ name: String, _ attributes: [Page.Attribute]) {
    guard !page.isTruncated else { return }
    if open.count > PageParser.depthLimit {
      page.isTruncated = true
      stop?()
      return
    }
    let tag = Tag(name)
    if tag.closesParagraph, let node = opened.last, page.tag(node) == Self.paragraph {
      close(node)
    }
    let node = append(.element(tag))
    if !attributes.isEmpty { page.attributeLists[node] = attributes }
    open.append(node)
    opened.append(node)
  }

  func end() {
    guard open.count > 1 else { return }
    if let node = open.removeLast() {
      page.ends[node] = page.nodes.count
      if opened.last == node { opened.removeLast() }
    }
  }

  func text(_ bytes: some Sequence<UInt8>) { append(bytes) { .text($0) } }

  func raw(_ bytes: some Sequence<UInt8>) { append(bytes) { .raw($0) } }

  func finish() -> Page {
    for node in open { if let node { page.ends[node] = page.nodes.count } }
    page.isTruncated = page.isTruncated || isCut
    return page
  }

  private static let paragraph = Tag("p")

  private func close(_ node: Int) {
    page.ends[node] = page.nodes.count
    opened.removeLast()
    if let position = open.lastIndex(of: node) { open[position] = nil }
  }

  private func append(_ bytes: some Sequence<UInt8>, _ node: (Range<Int>) -> Page.Node) {
    guard !page.isTruncated else { return }
    let start = page.text.count
    page.text.append(contentsOf: bytes)
    let range = start..<page.text.count
    // libxml2 reports one run of text in several calls; one node a run keeps the walks short.
    let last = page.nodes.count - 1
    guard page.parents[last] == opened.last else {
      _ = append(node(range))
      return
    }
    switch (page.nodes[last], node(range)) {
    case (.text(let before), .text): page.nodes[last] = .text(before.lowerBound..<range.upperBound)
    case (.raw(let before), .raw): page.nodes[last] = .raw(before.lowerBound..<range.upperBound)
    default: _ = append(node(range))
    }
  }

  private func append(_ node: Page.Node) -> Int {
    page.nodes.append(node)
    page.ends.append(page.nodes.count)
    page.parents.append(opened.last ?? 0)
    return page.nodes.count - 1
  }
}
