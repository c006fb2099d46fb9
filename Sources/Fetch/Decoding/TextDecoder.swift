/// Bytes in any encoding to clean UTF-8.
///
/// The encoding is, in this order: a byte order mark, the caller's choice, the HTTP header, what the page declares,
/// UTF-8 where the bytes are valid, windows-1251 or windows-1252 by what the bytes look like.
/// libxml2 gets nothing else than UTF-8, since its own guesses are wrong in half of these cases.
struct TextDecoder {
  /// The text and the encoding it was read in.
  struct Decoded: Hashable {
    var text: [UInt8]
    var charset: String
  }

  /// A WHATWG name that overrides what the page declares; nil to trust the page.
  var override: String?
  /// A WHATWG name out of an HTTP header; stronger than what the page declares, weaker than a mark.
  var transport: String?

  func decode(_ bytes: [UInt8], isHTML: Bool) -> Decoded {
    if let (charset, length) = Self.byteOrderMark(bytes) {
      return Self.decode(Array(bytes.dropFirst(length)), as: charset)
    }
    if let override { return Self.decode(bytes, as: override) }
    let declared = transport ?? (isHTML ? MetaPrescan.charset(in: bytes) : nil)
    if let declared {
      // A page that can be read far enough to find the declaration is no UTF-16.
      let charset = transport == nil && declared.hasPrefix("utf-16") ? "utf-8" : declared
      // Many pages were re-saved as UTF-8 and kept their old declaration.
      if Self.isSingleByte(charset), Self.isMultibyteUTF8(bytes) {
        return Self.decode(bytes, as: "utf-8")
      }
      return Self.decode(bytes, as: charset)
    }
    if Self.isValidUTF8(bytes) { return Self.decode(bytes, as: "utf-8") }
    return Self.decode(bytes, as: Self.looksCyrillic(bytes) ? "windows-1251" : "windows-1252")
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (charset: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    return nil
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    UTF8Check.isValid(bytes)
  }

  /// Whether nothing has to be changed, which is the rule: such a text is not copied.
  private static func isCleanUTF8(_ bytes: [UInt8]) -> Bool {
    // Written without branches, so that the compiler reads 16 bytes at a time.
    var high: UInt8 = 0
    var controls: UInt8 = 0
    for byte in bytes {
      high |= byte
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let isTab: UInt8 = byte &- 0x09 < 2 ? 1 : 0
      let isReturn: UInt8 = byte == 0x0D ? 1 : 0
      controls |= isControl ^ isTab ^ isReturn
    }
    return controls == 0 && (high < 0x80 || UTF8Check.isValid(bytes))
  }

  private static func isSingleByte(_ charset: String) -> Bool {
    ["windows-125", "iso-8859-", "koi8-"].contains(where: charset.hasPrefix)
  }

  /// Valid UTF-8 with enough multi-byte characters that it cannot be chance.
  private static func isMultibyteUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.lazy.filter { $0 >= 0xC2 }.prefix(4).count == 4 && isValidUTF8(bytes)
  }

  /// In windows-1251 Cyrillic words are runs of bytes from C0 up; in windows-1252 such bytes are
  /// accented letters that stand alone among ASCII.
  private static func looksCyrillic(_ bytes: [UInt8]) -> Bool {
    var inRuns = 0
    var alone = 0
    var run = 0
    for byte in bytes + [0x20] {
      if byte >= 0xC0 {
        run += 1
      } else {
        if run >= 3 { inRuns += run } else { alone += run }
        run = 0
      }
    }
    return inRuns > alone
  }

  private static func decode(_ bytes: [UInt8], as charset: String) -> Decoded {
    if charset == "utf-8", isCleanUTF8(bytes) { return Decoded(text: bytes, charset: charset) }
    let text =
      switch charset {
      case "utf-8": Array(String(decoding: bytes, as: UTF8.self).utf8)
      case "utf-16le": utf16(bytes, isBigEndian: false)
      case "utf-16be": utf16(bytes, isBigEndian: true)
      default: Iconv.utf8(bytes, from: CharsetLabels.iconvName(for: charset)) ?? latin1(bytes)
      }
    return Decoded(text: text.map(Self.withoutControls), charset: charset)
  }

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for position in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The last resort where the system's iconv lacks a table: every byte is a character.
  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return Array(String(text).utf8)
  }

  /// NUL ends libxml2's parse without a word; other control characters have no place in a text.
  private static func withoutControls(_ byte: UInt8) -> UInt8 {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D ? 0x20 : byte
  }
}
