internal import Packs

/// Reads a pattern's line.
///
/// Unknown classes and stray signs are errors at the pattern's place.
struct PatternParser {
  private let node: PackNode
  private var pieces: [Piece]
  private var position = 0
  private var names: [String] = []

  private enum Piece: Hashable, ExpressibleByUnicodeScalarLiteral {
    case word(String)
    case lexicalClass(String)
    case name(String)
    case gap(Int, Int)
    case sign(UInt8)

    init(unicodeScalarLiteral sign: Unicode.Scalar) { self = .sign(UInt8(ascii: sign)) }
  }

  /// Compiles the pattern in a node.
  static func parse(_ node: PackNode, _ lexicon: inout Lexicon) throws(PackError) -> CompiledPattern
  {
    var parser = PatternParser(node: node, pieces: try pieces(of: node))
    let pattern = try parser.choice(&lexicon)
    if parser.position < parser.pieces.count { throw node.error("a \")\" closes nothing") }
    return CompiledPattern(pattern, names: parser.names, tests: lexicon.tests)
  }

  private init(node: PackNode, pieces: [Piece]) {
    self.node = node
    self.pieces = pieces
  }

  /// Cut by bytes: a pack has thousands of patterns, and all its signs are ASCII.
  private static func pieces(of node: PackNode) throws(PackError) -> [Piece] {
    var pieces: [Piece] = []
    let bytes = Array(try node.text().utf8)
    var rest = bytes[...]
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    while let first = rest.first {
      if isSpace(first) {
        rest.removeFirst()
      } else if first == UInt8(ascii: "<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
          throw node.error("a \"<\" without its \">\"")
        }
        pieces.append(.lexicalClass(text(rest[..<end].dropFirst())))
        rest = rest[(end + 1)...]
      } else if rest.starts(with: "_{".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
          throw node.error("a \"_{\" without its \"}\"")
        }
        let limits = text(rest[..<end].dropFirst(2)).split(separator: ",").compactMap { Int($0) }
        guard limits.count == 2, limits[0] <= limits[1], limits[1] <= 12 else {
          throw node.error("a gap is written _{0,3}, with at most 12 tokens")
        }
        pieces.append(.gap(limits[0], limits[1]))
        rest = rest[(end + 1)...]
      } else if first == UInt8(ascii: "\\"), rest.count > 1 {
        let character = Substring(text(rest.dropFirst())).prefix(1)
        pieces.append(.word(String(character)))
        rest = rest.dropFirst(1 + character.utf8.count)
      } else if isSign(first) {
        pieces.append(.sign(first))
        rest.removeFirst()
      } else {
        let word = rest.prefix { !isSpace($0) && !isSign($0) && !"<:\\".utf8.contains($0) }
        if word.isEmpty { throw node.error("a stray \"\(Character(Unicode.Scalar(first)))\"") }
        rest = rest[word.endIndex...]
        if rest.first == UInt8(ascii: ":"), let next = rest.dropFirst().first, !isSpace(next) {
          rest.removeFirst()
          pieces.append(.name(text(word)))
        } else {
          pieces.append(.word(text(word)))
        }
      }
    }
    if pieces.isEmpty { throw node.error("an empty pattern") }
    return pieces
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isSign(_ byte: UInt8) -> Bool { "()|?*+".utf8.contains(byte) }

  private mutating func choice(_ lexicon: inout Lexicon) throws(PackError) -> Pattern {
    var branches = [try sequence(&lexicon)]
    while take("|") { branches.append(try sequence(&lexicon)) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(_ lexicon: inout Lexicon) throws(PackError) -> Pattern {
    var parts: [Pattern] = []
    while position < pieces.count, pieces[position] != "|", pieces[position] != ")" {
      parts.append(try part(&lexicon))
    }
    if parts.isEmpty { throw node.error("an empty branch") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part(_ lexicon: inout Lexicon) throws(PackError) -> Pattern {
    var result: Pattern
    switch pieces[position] {
    case .name(let name):
      position += 1
      if !names.contains(name) { names.append(name) }
      let number = names.firstIndex(of: name) ?? 0
      guard position < pieces.count else { throw node.error("\"\(name):\" names nothing") }
      // A quantifier holds for the name too: "count:<number>?" may be missing.
      switch try part(&lexicon) {
      case .optional(let inner): return .optional(.capture(number, inner))
      case .repeated(let inner, let minimum):
        return .repeated(.capture(number, inner), minimum: minimum)
      case let inner: return .capture(number, inner)
      }
    case .word(let word):
      position += 1
      // A word with a hyphen or apostrophe is as many tokens as the tokenizer makes of it.
      let bytes = Array(word.utf8)
      let tokens = Tokenizer.withoutWords.tokenize(bytes).map { token in
        Pattern.word(
          lexicon.addWord(String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self))
        )
      }
      result = tokens.count == 1 ? tokens[0] : .sequence(tokens)
    case .lexicalClass(let name):
      position += 1
      guard let id = lexicon.classID(name) else {
        throw node.error(
          "unknown class <\(name)>", hint: PackError.hint(for: name, among: lexicon.knownClasses))
      }
      result = .lexicalClass(id)
    case .gap(let low, let high):
      position += 1
      result = .gap(low, high)
    case .sign(UInt8(ascii: "(")):
      position += 1
      result = try choice(&lexicon)
      guard take(")") else { throw node.error("a \"(\" without its \")\"") }
    case .sign(let sign): throw node.error("a stray \"\(Character(Unicode.Scalar(sign)))\"")
    }
    if take("?") { return .optional(result) }
    if take("*") { return .repeated(result, minimum: 0) }
    if take("+") { return .repeated(result, minimum: 1) }
    return result
  }

  private mutating func take(_ piece: Piece) -> Bool {
    guard position < pieces.count, pieces[position] == piece else { return false }
    position += 1
    return true
  }
}
