/// Lower case of the letters that stand in two bytes of UTF-8: Latin-1 and Cyrillic.
///
/// Enough to compare words of a page with each other and with word lists, at no cost.
enum FoldedLetter {
  static func lower(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    switch (first, second) {
    case (0xC3, 0x80...0x9E), (0xD0, 0x90...0x9F): (first, second + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, second - 0x20)
    case (0xD0, 0x80...0x8F): (0xD1, second + 0x10)
    default: (first, second)
    }
  }
}
