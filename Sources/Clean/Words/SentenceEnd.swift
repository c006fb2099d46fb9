/// The marks that end a sentence.
enum SentenceEnd {
  /// - Parameter text: UTF-8.
  static func ends(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let last = rest.last {
      switch last {
      case 0x20, 0x22, 0x27, 0x29, 0x5D: rest.removeLast()
      case 0x2E, 0x21, 0x3F, 0x3A: return true
      case 0x80...0xBF where rest.count >= 3:
        let tail = Array(rest.suffix(3))
        if closing.contains(tail) || tail[1] == 0xC2 && tail[2] == 0xBB {
          rest.removeLast(tail[1] == 0xC2 ? 2 : 3)
        } else {
          return full.contains(tail)
        }
      default: return false
      }
    }
    return false
  }

  private static let closing = Set(["“", "”", "’", "‘", "」", "』", "）"].map { Array($0.utf8) })
  private static let full = Set(["…", "。", "！", "？", "।"].map { Array($0.utf8) })
}
