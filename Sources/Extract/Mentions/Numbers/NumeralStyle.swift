/// How a text writes its numerals, as far as it shows.
struct NumeralStyle {
  /// A dot before one or two digits, or commas between groups of three, make "1.245" a fraction;
  /// without them it is a count with a dot between the groups, as most of Europe writes it.
  private(set) var dotIsDecimal = false

  init(_ text: TokenizedText) {
    let tokens = text.tokens
    for index in tokens.indices.dropLast(2) where tokens[index].kind == .digits {
      let mark = tokens[index + 1]
      guard mark.kind == .mark, mark.mark == 0x2C || mark.mark == 0x2E, !mark.followsSpace,
        tokens[index + 2].kind == .digits, !tokens[index + 2].followsSpace
      else { continue }
      let places = tokens[index + 2].length
      if mark.mark == 0x2C, places == 3, tokens[index].length <= 3 {
        dotIsDecimal = true
      } else if mark.mark == 0x2E, places == 1, index == 0 || tokens[index - 1].mark != 0x2E,
        index + 3 >= tokens.count || tokens[index + 3].mark != 0x2E
          || tokens[index + 3].followsSpace
      {
        dotIsDecimal = true
      }
    }
  }
}
