import Testing

@testable import Records

struct CodePointIndexTests {
  @Test(arguments: ["", "plain", "Київ — 307 полонених 😀", String(repeating: "аб c", count: 100)])
  func `every code point's byte leads back to it`(text: String) {
    let index = CodePointIndex(Array(text.utf8))
    var byte = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.codePoint(atByte: byte) == number)
      #expect(index.byte(atCodePoint: number) == byte)
      byte += UTF8.width(scalar)
    }
    #expect(index.codePoint(atByte: byte) == text.unicodeScalars.count)
    #expect(index.byte(atCodePoint: text.unicodeScalars.count) == byte)
    #expect(index.byte(atCodePoint: text.unicodeScalars.count + 1) == nil)
  }
}
