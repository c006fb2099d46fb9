/// A parsed page as flat arrays in document order: no objects, no pointers, no recursion.
///
/// Node 0 is the document. The descendants of node `n` are exactly the nodes
/// `n + 1 ..< ends[n]`, so every walk is a loop.
public struct Page: Sendable {
  /// What a node is.
  public enum Node: Sendable, Equatable {
    /// An element (or the document, whose tag is `.unknown`).
    case element(Tag)
    /// A run of text: a range of `Page.text`.
    case text(Range<Int>)
    /// The raw content of a script or style element: a range of `Page.text`.
    case raw(Range<Int>)
  }

  /// One attribute of an element; names are in lower case.
  public struct Attribute: Sendable {
    /// The name.
    public let name: String
    /// The value with entities decoded; empty where there is none.
    public let value: String
  }

  /// Every node in document order.
  public internal(set) var nodes: [Node] = []
  /// One past the last descendant of each node.
  public internal(set) var ends: [Int] = []
  /// The parent of each node; the document is its own.
  public internal(set) var parents: [Int] = []
  /// The text of all text nodes, one after another: UTF-8.
  public internal(set) var text: [UInt8] = []
  /// Whether a limit cut the page short.
  public internal(set) var isTruncated = false
  var attributeLists: [Int: [Attribute]] = [:]

  /// The tag of an element; nil for text.
  public func tag(_ node: Int) -> Tag? {
    if case .element(let tag) = nodes[node] { tag } else { nil }
  }

  /// The attributes of an element in the order of the page.
  public func attributes(_ node: Int) -> [Attribute] { attributeLists[node] ?? [] }

  /// The value of an element's attribute.
  public func attribute(_ name: String, of node: Int) -> String? {
    attributeLists[node]?.first { $0.name == name }?.value
  }

  /// The nodes below a node.
  public func descendants(of node: Int) -> Range<Int> { node + 1..<ends[node] }

  /// All text below a node as it stands, script and style left out.
  public func textContent(of node: Int) -> String {
    var bytes: [UInt8] = []
    for descendant in node..<ends[node] {
      if case .text(let range) = nodes[descendant] { bytes.append(contentsOf: text[range]) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
