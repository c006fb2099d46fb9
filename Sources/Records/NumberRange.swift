/// The ends of a `number_range` mention.
///
/// As text: `20..30`, open ends left out (`30..`, `..700`), an end that is not included behind `<`
/// (`<30..` is more than thirty).
public struct NumberRange: Hashable, Sendable {
  /// A decimal text; nil where the range has no low end.
  public let low: String?
  /// A decimal text; nil where the range has no high end.
  public let high: String?
  /// Whether the low end is in the range.
  public let includesLow: Bool
  /// Whether the high end is in the range.
  public let includesHigh: Bool

  /// Reads the text; nil where it is none, or where the low end is above the high one.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard
      let dots = bytes.indices.dropLast().first(where: {
        bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
      })
    else { return nil }
    let low = Self.end(bytes[..<dots])
    let high = Self.end(bytes[(dots + 2)...])
    guard !low.text.isEmpty || !high.text.isEmpty else { return nil }
    if let a = Double(low.text), let b = Double(high.text), a > b { return nil }
    self.low = low.text.isEmpty ? nil : low.text
    self.high = high.text.isEmpty ? nil : high.text
    includesLow = low.isIncluded
    includesHigh = high.isIncluded
  }

  private static func end(_ bytes: ArraySlice<UInt8>) -> (text: String, isIncluded: Bool) {
    let isIncluded = bytes.first != UInt8(ascii: "<")
    return (String(decoding: isIncluded ? bytes : bytes.dropFirst(), as: UTF8.self), isIncluded)
  }
}
