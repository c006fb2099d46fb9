/// Lower case and letters without Foundation: a table for the scripts of the packs (Latin, Greek,
/// Cyrillic, Armenian), taken from Unicode's own data at start-up.
enum LetterCase {
  private static let limit: UInt32 = 0x590

  private static let lower: [UInt32] = (0..<limit).map { value in
    guard let scalar = Unicode.Scalar(value) else { return value }
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first?.value ?? value : value
  }

  private static let letter: [Bool] = (0..<limit).map { value in
    Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < limit { return letter[Int(scalar)] }
    // General punctuation, symbols and CJK punctuation are marks; all other scripts are letters.
    return !(0x2000...0x2BFF).contains(scalar) && !(0x3000...0x303F).contains(scalar)
      && !(0xFE00...0xFE6F).contains(scalar) && scalar < 0x1F000 && scalar != 0xFEFF
      && scalar != 0xFFFD
  }

  static func isUpper(_ scalar: UInt32) -> Bool { scalar < limit && lower[Int(scalar)] != scalar }

  /// Appends the lower-case form of UTF-8 bytes; typographic apostrophes become plain ones.
  static func appendLower(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte < 0x80 {
        result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        position += 1
        continue
      }
      let (scalar, length) = decode(bytes, at: position)
      if scalar == 0x2019 || scalar == 0x2BC || scalar == 0x2018 {
        result.append(0x27)
      } else if scalar < limit, lower[Int(scalar)] != scalar,
        let mapped = Unicode.Scalar(lower[Int(scalar)])
      {
        result.append(contentsOf: UTF8.encode(mapped) ?? UTF8.encodedReplacementCharacter)
      } else {
        result.append(contentsOf: bytes[position..<min(position + length, bytes.endIndex)])
      }
      position += length
    }
  }

  /// The scalar at a byte of valid UTF-8 and its length in bytes.
  static func decode(_ bytes: ArraySlice<UInt8>, at position: Int) -> (scalar: UInt32, length: Int)
  {
    let first = UInt32(bytes[position])
    func next(_ offset: Int) -> UInt32 {
      position + offset < bytes.endIndex ? UInt32(bytes[position + offset]) & 0x3F : 0
    }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}
