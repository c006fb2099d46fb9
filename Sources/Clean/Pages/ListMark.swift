/// The marks with which texts without lists begin their items.
enum ListMark {
  /// A text without the mark that it begins with; nil where it begins with none.
  ///
  /// - Parameter text: UTF-8.
  static func passed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let rest = text.drop { $0 <= 0x20 }
    for mark in marks where rest.starts(with: mark) {
      let item = rest.dropFirst(mark.count)
      // A variation selector belongs to the mark, as in U+25AA U+FE0F.
      return item.starts(with: variation) ? item.dropFirst(variation.count) : item
    }
    return nil
  }

  private static let marks = ["•", "▪", "■", "●", "‣", "◦", "▸", "▶", "🔹", "🔸"].map {
    Array($0.utf8)
  }
  private static let variation = Array("\u{FE0F}".utf8)
}
