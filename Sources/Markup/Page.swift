/// A parsed page as flat arrays in document order: no objects, no pointers, no recursion.
///
/// Node 0 is the document. The descendants of node `n` are exactly the nodes
/// `n + 1 ..< ends[n]`, so every walk is a loop.
public struct Page: Sendable {
  /// What each node is; the document is `.unknown`.
  public internal(set) var tags: [Tag] = []
  /// One past the last descendant of each node.
  public internal(set) var ends: [Int] = []
  /// The parent of each node; the document is its own.
  public internal(set) var parents: [Int] = []
  /// The text of all text nodes, one after another: UTF-8.
  public internal(set) var text: [UInt8] = []
  /// The contents of the JSON-LD scripts in document order: UTF-8.
  public internal(set) var linkedData: [[UInt8]] = []
  /// Whether a limit cut the page short.
  public internal(set) var isTruncated = false
  /// For text its bytes in `text`, for an element its places in `attributes`.
  var ranges: [Range<Int32>] = []
  var attributes: [Attribute] = []
  var values: [UInt8] = []

  struct Attribute: Sendable {
    let name: AttributeName
    /// Bytes of `values`.
    let value: Range<Int32>
  }

  /// How many nodes there are.
  public var count: Int { tags.count }

  /// The bytes of a text node in `text`.
  public func textRange(_ node: Int) -> Range<Int> {
    Int(ranges[node].lowerBound)..<Int(ranges[node].upperBound)
  }

  /// The bytes of an attribute's value with entities decoded; nil where there is no such attribute.
  public func value(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    guard tags[node] != .text else { return nil }
    for place in ranges[node] {
      let attribute = attributes[Int(place)]
      if attribute.name == name {
        return values[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
      }
    }
    return nil
  }

  /// Calls `body` with every attribute of an element.
  public func forEachAttribute(
    of node: Int, _ body: (_ name: AttributeName, _ value: ArraySlice<UInt8>) -> Void
  ) {
    guard tags[node] != .text else { return }
    for place in ranges[node] {
      let attribute = attributes[Int(place)]
      body(
        attribute.name,
        values[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)])
    }
  }

  /// The value of an element's attribute with entities decoded.
  public func attribute(_ name: AttributeName, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an element has any of the attributes that a page keeps.
  public func hasAttributes(_ node: Int) -> Bool { tags[node] != .text && !ranges[node].isEmpty }

  /// A text without the entities and tags of HTML that are left in it.
  public static func plainText(_ text: String) -> String {
    PageParser.parse(Array("<p>\(text)".utf8)).textContent(of: 0)
  }

  /// Bytes of all text below a node.
  public func textLength(of node: Int) -> Int {
    (node..<ends[node]).reduce(0) { tags[$1] == .text ? $0 + textRange($1).count : $0 }
  }

  /// All text below a node as it stands.
  public func textContent(of node: Int) -> String {
    var bytes: [UInt8] = []
    for descendant in node..<ends[node] where tags[descendant] == .text {
      bytes.append(contentsOf: text[textRange(descendant)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
