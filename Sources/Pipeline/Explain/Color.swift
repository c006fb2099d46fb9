/// How a terminal shows words of an explanation: SGR parameters of ECMA-48.
enum Color: String {
  case kept = "32"
  case dropped = "31"
  case marked = "1;34"
  case quiet = "2"
  case strong = "1"

  /// The text between the color's codes, or as it is.
  func paint(_ text: String, if isColored: Bool) -> String {
    isColored ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
