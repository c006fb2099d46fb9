internal import Glibc

/// The C library's character conversion.
enum Iconv {
  /// The text in UTF-8, a U+FFFD for every byte that cannot be read; nil for an unknown encoding.
  static func utf8(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
    let descriptor = unsafe iconv_open("UTF-8", charset)
    guard Int(bitPattern: descriptor) != -1 else { return nil }
    defer { unsafe iconv_close(descriptor) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var result: [UInt8] = []
    var consumed = 0
    while consumed < input.count {
      let (read, written) = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
          var from = unsafe UnsafeMutableBufferPointer(rebasing: source[consumed...]).baseAddress
          var to = target.baseAddress
          var left = source.count - consumed
          var room = target.count
          let before = left
          _ = unsafe iconv(descriptor, &from, &left, &to, &room)
          return (before - left, target.count - room)
        }
      }
      result.append(contentsOf: output[..<written].lazy.map { UInt8(bitPattern: $0) })
      consumed += read
      if consumed < input.count {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        consumed += 1
      }
    }
    return result
  }
}
