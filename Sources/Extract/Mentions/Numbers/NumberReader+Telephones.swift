/// Digits that only look like numbers.
extension NumberReader {
  /// The token behind a telephone number; nil where none begins here.
  ///
  /// At least nine digits in three or more groups, with a plus, a hyphen or a zero before all.
  func phoneNumber(at index: Int, before limit: Int) -> Int? {
    let first = text.tokens[index]
    guard first.kind == .digits || first.mark == 0x2B || first.mark == 0x28 else { return nil }
    var digits = 0
    var groups = 0
    var signs = 0
    var position = index
    while position < limit {
      let token = text.tokens[position]
      if token.kind == .digits {
        digits += token.length
        groups += 1
      } else if Self.phoneSigns.contains(token.mark) {
        // Brackets alone may hold years.
        if token.mark == 0x2B || token.mark == 0x2D { signs += 1 }
      } else {
        break
      }
      position += 1
    }
    let isDialed = first.kind == .digits && text.bytes(index).first == 0x30
    return groups >= 3 && digits >= 9 && (signs > 0 || isDialed) ? position : nil
  }

  private static let phoneSigns: Set<UInt32> = [0x28, 0x29, 0x2B, 0x2D]
}
