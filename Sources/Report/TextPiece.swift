internal import Records

/// Part of an article's text.
struct TextPiece: Hashable {
  /// The first code point.
  var start: Int
  var text: String

  /// The paragraphs that hold evidence, in text order; those that evidence spans are one piece.
  static func around(_ evidence: [EventLine.Evidence], in text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var start = 0
    var kept: Range<Int>?
    let scalars = Array(text.unicodeScalars)
    func take() {
      guard let range = kept else { return }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      pieces.append(TextPiece(start: range.lowerBound, text: String(view)))
      kept = nil
    }
    while start < scalars.count {
      let end = endOfParagraph(scalars, from: start)
      let isSpanned = evidence.contains { $0.start < end && $0.end > start }
      if isSpanned {
        // What begins in the paragraph before goes on here.
        let isContinued = evidence.contains { $0.start < start && $0.end > start }
        if isContinued, let range = kept {
          kept = range.lowerBound..<end
        } else {
          take()
          kept = start..<end
        }
      }
      start = end + 2
    }
    take()
    return pieces
  }

  private static func endOfParagraph(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var place = start
    while place < scalars.count {
      if scalars[place] == "\n", place + 1 < scalars.count, scalars[place + 1] == "\n" {
        return place
      }
      place += 1
    }
    return place
  }
}
