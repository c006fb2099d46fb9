/// Finds the encoding that a page declares, before it is parsed.
///
/// After the WHATWG "prescan a byte stream" algorithm, simplified: the first `charset=` inside a
/// `<meta` tag (both the short and the `http-equiv` form) or an XML declaration's `encoding=`,
/// comments left out.
enum MetaPrescan {
  /// How far into the page to look.
  ///
  /// The standard says 1024; real pages put it later.
  static let reach = 8192

  /// The WHATWG name of the declared encoding; nil where there is none or it is unknown.
  static func charset(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(reach).map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    var position = 0
    while let open = head[position...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = head[open...]
      if rest.starts(with: "<!--".utf8) {
        position = end(of: "-->", in: head, from: open + 4)
      } else if rest.starts(with: "<meta".utf8) {
        let close = end(of: ">", in: head, from: open)
        if let name = value(after: "charset", in: head[open..<close]) { return name }
        position = close
      } else if rest.starts(with: "<?xml".utf8) {
        let close = end(of: ">", in: head, from: open)
        if let name = value(after: "encoding", in: head[open..<close]) { return name }
        position = close
      } else {
        position = open + 1
      }
      if position >= head.count { break }
    }
    return nil
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var position = start
    while position + mark.count <= bytes.count {
      if bytes[position..<position + mark.count].elementsEqual(mark) {
        return position + mark.count
      }
      position += 1
    }
    return bytes.count
  }

  private static func value(after word: String, in tag: ArraySlice<UInt8>) -> String? {
    let word = Array(word.utf8)
    var position = tag.startIndex
    while position + word.count < tag.endIndex {
      guard tag[position..<position + word.count].elementsEqual(word) else {
        position += 1
        continue
      }
      position += word.count
      var rest = tag[position...].drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
      let label = rest.prefix { $0 > 0x20 && !Array("\"';>/?".utf8).contains($0) }
      if let name = CharsetLabels.name(for: String(decoding: label, as: UTF8.self)) { return name }
    }
    return nil
  }
}
