import Testing

@testable import Fetch

struct TextDecoderTests {
  private static let cyrillic: [UInt8] = [0xCE, 0xE1, 0xEC, 0xB3, 0xED]  // "Обмін" in windows-1251

  private func decode(_ bytes: [UInt8], charset: String? = nil, isHTML: Bool = true) -> (
    String, String
  ) {
    let decoded = TextDecoder(override: charset).decode(bytes, isHTML: isHTML)
    return (String(decoding: decoded.text, as: UTF8.self), decoded.charset)
  }

  @Test func `a byte order mark beats all other hints`() {
    let html = [0xEF, 0xBB, 0xBF] + Array("<meta charset=windows-1251>Обмін".utf8)
    #expect(decode(html, charset: "windows-1252") == ("<meta charset=windows-1251>Обмін", "utf-8"))
    #expect(decode([0xFF, 0xFE, 0x1E, 0x04]) == ("О", "utf-16le"))
    #expect(decode([0xFE, 0xFF, 0x04, 0x1E]) == ("О", "utf-16be"))
  }

  @Test func `the caller's choice beats the declaration`() {
    let html = Array("<meta charset=koi8-r>".utf8) + Self.cyrillic
    #expect(decode(html, charset: "windows-1251").0.hasSuffix("Обмін"))
  }

  @Test(arguments: [
    "<meta charset=\"windows-1251\">",
    "<META http-equiv=Content-Type content='text/html; charset=CP1251'>",
    "<!-- <meta charset=utf-8> --><meta charset=win-1251>",
  ])
  func `a declaration is believed`(meta: String) {
    let (text, charset) = decode(Array(meta.utf8) + Self.cyrillic)
    #expect(text.hasSuffix("Обмін"))
    #expect(charset == "windows-1251")
  }

  @Test func `a declaration of one byte a letter is not believed of valid UTF-8`() {
    let html = Array("<meta charset=windows-1251>Обмін полоненими".utf8)
    #expect(decode(html) == ("<meta charset=windows-1251>Обмін полоненими", "utf-8"))
  }

  @Test func `latin1 means windows-1252 on the web`() {
    let html = Array("<meta charset=iso-8859-1>".utf8) + [0x93, 0x61, 0x94]
    #expect(decode(html).0.hasSuffix("“a”"))
  }

  @Test func `bytes that declare nothing are told apart by what they look like`() {
    #expect(decode(Self.cyrillic, isHTML: false) == ("Обмін", "windows-1251"))
    #expect(decode([0x63, 0x61, 0x66, 0xE9], isHTML: false) == ("café", "windows-1252"))
    #expect(decode(Array("café".utf8), isHTML: false) == ("café", "utf-8"))
  }

  @Test func `bad sequences and control characters do not survive`() {
    #expect(
      decode(Array("<meta charset=utf-8>a".utf8) + [0xFF, 0x00, 0x62]).0.hasSuffix("a\u{FFFD} b"))
  }
}
