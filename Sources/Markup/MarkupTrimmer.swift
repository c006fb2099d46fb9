/// Takes out of a page, before it is parsed, what no reader sees and no rule asks for.
///
/// Comments, scripts, styles, drawings and frames are two thirds of the bytes of news pages, and
/// libxml2 walks through them byte by byte; taking them out here is several times faster. The cuts
/// follow the tokenizer of the HTML standard (13.2.5), which also mends two of libxml2's habits: a
/// slash closes no HTML element, and a `<` in a title opens none.
struct MarkupTrimmer {
  /// Attributes that a tag may have; the largest seen on real pages has about a thousand.
  static let attributeLimit = 2048

  /// The page without what was taken out.
  private(set) var html: [UInt8] = []
  /// The contents of the JSON-LD scripts.
  private(set) var linkedData: [[UInt8]] = []
  /// Whether a tag had more attributes than the limit.
  private(set) var isTruncated = false

  private let source: [UInt8]
  private var position = 0
  /// Whether a search has shown that no drawing ends any more.
  private var isWithoutDrawingEnds = false

  init(_ source: [UInt8]) {
    self.source = source
    html.reserveCapacity(source.count / 2 + 64)
  }

  /// Reads the page through; call once.
  mutating func trim() {
    var kept = 0
    while let open = find(Byte.less, from: position) {
      position = open
      guard open + 1 < source.count else { break }
      let next = source[open + 1]
      if Byte.isLetter(next) {
        html.append(contentsOf: source[kept..<open])
        startTag()
      } else if next == Byte.slash {
        html.append(contentsOf: source[kept..<open])
        endTag()
      } else if next == Byte.bang || next == Byte.question {
        html.append(contentsOf: source[kept..<open])
        comment()
      } else {
        position += 1
        continue
      }
      kept = position
    }
    html.append(contentsOf: source[min(kept, source.count)...])
  }

  private mutating func endTag() {
    let open = position
    guard open + 2 < source.count, Byte.isLetter(source[open + 2]) else {
      // `</>` and `</ x>` are comments.
      position = (find(Byte.greater, from: open) ?? source.count - 1) + 1
      return
    }
    var end = open + 2
    while end < source.count, Byte.isName(source[end]) { end += 1 }
    let close = find(Byte.greater, from: end) ?? source.count
    html.append(contentsOf: source[open..<end])
    html.append(Byte.greater)
    position = min(close + 1, source.count)
  }

  private mutating func comment() {
    let open = position
    let isComment =
      open + 3 < source.count && source[open + 1] == Byte.bang && source[open + 2] == Byte.dash
      && source[open + 3] == Byte.dash
    guard isComment else {
      position = (find(Byte.greater, from: open) ?? source.count - 1) + 1
      return
    }
    var place = open + 4
    while let close = find(Byte.greater, from: place) {
      // `<!-->` and `<!--->` are whole comments as well.
      let isEnd =
        source[close - 1] == Byte.dash && source[close - 2] == Byte.dash
        || source[close - 1] == Byte.bang && close >= open + 6 && source[close - 2] == Byte.dash
          && source[close - 3] == Byte.dash
      if isEnd {
        position = close + 1
        return
      }
      place = close + 1
    }
    position = source.count
  }

  private mutating func startTag() {
    let open = position
    var hash = NameTable.seed
    var place = open + 1
    while place < source.count, Byte.isName(source[place]) {
      hash = NameTable.hash(hash, source[place])
      place += 1
    }
    let tag = Tag.byName.code(hash).flatMap { Tag(rawValue: $0) }
    let written = html.count
    html.append(contentsOf: source[open..<place])
    position = place
    let attributes = self.attributes(of: tag)
    switch tag {
    case .script:
      html.removeSubrange(written...)
      let content = rawContent(upTo: "script")
      if attributes.isLinkedData { linkedData.append(Array(source[content])) }
    case .style, .iframe, .noscript, .textarea, .noframes:
      html.removeSubrange(written...)
      _ = rawContent(upTo: tag?.name ?? "")
    case .svg where !attributes.isSelfClosing:
      html.removeSubrange(written...)
      skipDrawing()
    case .svg: html.removeSubrange(written...)
    case .img, .source, .input, .track, .param, .area, .col, .base, .embed, .wbr:
      // Elements without content, of which no rule asks anything.
      html.removeSubrange(written...)
    case .link where !attributes.isCanonical: html.removeSubrange(written...)
    case .title:
      html.append(Byte.greater)
      for byte in source[rawContent(upTo: "title")] {
        if byte == Byte.less { html.append(contentsOf: "&lt;".utf8) } else { html.append(byte) }
      }
      html.append(contentsOf: "</title>".utf8)
    default:
      if attributes.isSelfClosing, tag == nil { html.append(Byte.slash) }
      html.append(Byte.greater)
    }
  }

  private struct Attributes {
    var isLinkedData = false
    var isSelfClosing = false
    var isCanonical = false
  }

  /// Copies the attributes that a page keeps, the first of each name, and passes the tag's end.
  private mutating func attributes(of tag: Tag?) -> Attributes {
    let kept = Self.kept(tag)
    var result = Attributes()
    var seen: UInt32 = 0
    var count = 0
    while position < source.count {
      let byte = source[position]
      if byte == Byte.greater {
        position += 1
        return result
      }
      if byte <= Byte.space || byte == Byte.slash {
        result.isSelfClosing = byte == Byte.slash
        position += 1
        continue
      }
      result.isSelfClosing = false
      let start = position
      var hash = NameTable.seed
      repeat {
        hash = NameTable.hash(hash, source[position])
        position += 1
      } while position < source.count && source[position] != Byte.equals
        && Byte.isName(source[position])
      let name = start..<position
      let value = attributeValue()
      count += 1
      guard count <= Self.attributeLimit else {
        isTruncated = true
        continue
      }
      guard let code = AttributeName.byName.code(hash), kept & ~seen & 1 << code != 0 else {
        continue
      }
      seen |= 1 << code
      if code == AttributeName.type.rawValue, contains(value, "ld+json") {
        result.isLinkedData = true
      }
      if code == AttributeName.rel.rawValue, contains(value, "canonical") {
        result.isCanonical = true
      }
      if code == AttributeName.style.rawValue, !mayHide(value) { continue }
      keep(name, value)
    }
    return result
  }

  /// Writes an attribute with its value in double quotes.
  private mutating func keep(_ name: Range<Int>, _ value: Range<Int>) {
    html.append(Byte.space)
    html.append(contentsOf: source[name])
    html.append(Byte.equals)
    html.append(Byte.quote)
    if source[value].contains(Byte.quote) {
      for byte in source[value] {
        if byte == Byte.quote { html.append(contentsOf: "&quot;".utf8) } else { html.append(byte) }
      }
    } else {
      html.append(contentsOf: source[value])
    }
    html.append(Byte.quote)
  }

  /// Passes the value behind an attribute's name.
  private mutating func attributeValue() -> Range<Int> {
    var place = position
    while place < source.count, source[place] <= Byte.space { place += 1 }
    guard place < source.count, source[place] == Byte.equals else { return place..<place }
    place += 1
    while place < source.count, source[place] <= Byte.space { place += 1 }
    guard place < source.count else {
      position = place
      return place..<place
    }
    let quote = source[place]
    if quote == Byte.quote || quote == Byte.apostrophe {
      let close = find(quote, from: place + 1) ?? source.count
      position = min(close + 1, source.count)
      return place + 1..<close
    }
    let start = place
    while place < source.count, source[place] > Byte.space, source[place] != Byte.greater {
      place += 1
    }
    position = place
    return start..<place
  }

  /// Passes the content of an element whose content is no markup, and its end tag.
  private mutating func rawContent(upTo name: String) -> Range<Int> {
    let start = position
    let name = Array(name.utf8)
    var place = start
    while let open = find(Byte.less, from: place) {
      let after = open + 2 + name.count
      if after <= source.count, source[open + 1] == Byte.slash,
        zip(source[open + 2..<after], name).allSatisfy({ $0 | 0x20 == $1 }),
        after == source.count || !Byte.isName(source[after])
      {
        position = (find(Byte.greater, from: after) ?? source.count - 1) + 1
        return start..<open
      }
      place = open + 1
    }
    position = source.count
    return start..<source.count
  }

  /// Passes a drawing up to its first end tag; one that never ends is no drawing.
  ///
  /// Drawings inside drawings are rare, and counting them would cost quadratic time where they are
  /// never closed; what is left of them has no text.
  private mutating func skipDrawing() {
    guard !isWithoutDrawingEnds else { return }
    var place = position
    while let open = find(Byte.less, from: place) {
      place = open + 1
      guard open + 5 < source.count else { break }
      if source[open + 1] == Byte.slash, source[open + 2] | 0x20 == 0x73,
        source[open + 3] | 0x20 == 0x76, source[open + 4] | 0x20 == 0x67,
        !Byte.isName(source[open + 5])
      {
        position = (find(Byte.greater, from: open) ?? source.count - 1) + 1
        return
      }
    }
    isWithoutDrawingEnds = true
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    ByteSearch.first(byte, in: source, from: start)
  }

  /// The attributes that are of use on an element, a bit each.
  private static func kept(_ tag: Tag?) -> UInt32 {
    switch tag {
    case .meta: metaAttributes
    case .link: linkAttributes
    case .script: scriptAttributes
    default: otherAttributes
    }
  }

  private static let metaAttributes = bits([.property, .name, .itemprop, .content])
  private static let linkAttributes = bits([.rel, .href])
  private static let scriptAttributes = bits([.type])
  private static let otherAttributes = bits([
    .class, .id, .role, .itemprop, .content, .datetime, .rel, .lang, .xmlLang, .hidden, .ariaHidden,
    .style, .dataComponent, .dataTestid,
  ])

  private static func bits(_ names: [AttributeName]) -> UInt32 {
    names.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  /// Whether a style could hide its element: it has a word with "none", "hidden" or a far offset.
  private func mayHide(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place + 3 < range.upperBound {
      switch source[place] | 0x20 {
      case 0x6E where source[place + 1] | 0x20 == 0x6F && source[place + 2] | 0x20 == 0x6E:
        return true
      case 0x68 where source[place + 1] | 0x20 == 0x69 && source[place + 2] | 0x20 == 0x64:
        return true
      case 0x39 where source[place + 1] == 0x39 && source[place + 2] == 0x39: return true
      default: place += 1
      }
    }
    return false
  }

  private func contains(_ range: Range<Int>, _ word: String) -> Bool {
    String(decoding: source[range], as: UTF8.self).lowercased().contains(word)
  }
}

/// The ASCII characters of markup.
enum Byte {
  static let space: UInt8 = 0x20
  static let bang: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27
  static let dash: UInt8 = 0x2D
  static let slash: UInt8 = 0x2F
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// A byte that goes on with the name of a tag.
  static func isName(_ byte: UInt8) -> Bool { byte > space && byte != slash && byte != greater }
}
