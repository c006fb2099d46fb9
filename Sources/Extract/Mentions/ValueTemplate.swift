internal import Packs

/// What a rule makes of its parts: text with the names of parts in braces.
///
/// `{name}` is the meaning of the part, `{name.of}` the name of the state that it means as it stands
/// behind "of". Meanings of parts whose names begin with "month" or "day" get two digits.
struct ValueTemplate: Sendable {
  enum Piece: Sendable {
    case text(String)
    /// The number of the part's name in the pattern.
    case part(Int, isPadded: Bool)
    case stateBehindOf(Int)
  }

  let pieces: [Piece]

  init(_ node: PackNode, _ names: [String]) throws(PackError) {
    var pieces: [Piece] = []
    var rest = Substring(try node.text())
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let placeholder = rest[rest.index(after: open)..<close].split(separator: ".")
      let name = placeholder.first.map(String.init) ?? ""
      guard let number = names.firstIndex(of: name) else {
        throw node.error(
          "the pattern has no part named \"\(name)\"",
          hint: PackError.hint(for: name, among: names))
      }
      pieces.append(
        placeholder.count > 1
          ? .stateBehindOf(number)
          : .part(number, isPadded: name.hasPrefix("month") || name.hasPrefix("day")))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }
}
