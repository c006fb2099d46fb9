/// Blanks attributes beyond a limit, since libxml2 takes quadratic time over those of one tag: half a
/// megabyte of them costs it seconds.
enum AttributeCap {
  /// Attributes that a tag may have; the largest seen on real pages has about a thousand.
  static let limit = 2048

  /// The page with what is too much turned into spaces; nil where nothing is, which is the rule.
  static func capped(_ html: [UInt8]) -> [UInt8]? {
    var result: [UInt8]?
    var position = 0
    while let open = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      guard open + 1 < html.count, isLetter(html[open + 1]) else {
        position = open + 1
        continue
      }
      let (end, excess) = tag(html, from: open + 1)
      if let excess {
        var copy = result ?? html
        for place in excess..<end { copy[place] = UInt8(ascii: " ") }
        result = copy
      }
      position = rawEnd(html, tag: open + 1, after: end)
    }
    return result
  }

  /// Where a tag ends, and where its attributes become too many.
  private static func tag(_ html: [UInt8], from start: Int) -> (end: Int, excess: Int?) {
    var position = start
    var attributes = 0
    var excess: Int?
    var quote: UInt8?
    while position < html.count {
      let byte = html[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if html[position - 1] == UInt8(ascii: "=") { quote = byte }
      } else if byte <= 0x20, position + 1 < html.count, html[position + 1] > 0x20 {
        attributes += 1
        if attributes > limit, excess == nil { excess = position }
      }
      position += 1
    }
    return (position, excess)
  }

  /// Behind the content of a script or style element, in which `<` opens no tag.
  private static func rawEnd(_ html: [UInt8], tag: Int, after end: Int) -> Int {
    for name in ["script", "style"] {
      let name = Array(name.utf8)
      guard tag + name.count <= html.count,
        zip(html[tag..<tag + name.count], name).allSatisfy({ $0 | 0x20 == $1 })
      else { continue }
      var position = end
      while let close = html[position...].firstIndex(of: UInt8(ascii: "<")) {
        if close + 1 < html.count, html[close + 1] == UInt8(ascii: "/") { return close }
        position = close + 1
      }
      return html.count
    }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
