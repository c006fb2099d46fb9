/// What the pack's lists know of a sentence's words.
extension MentionReader {
  mutating func addEntries(_ sentence: Range<Int>) {
    let isHeadline = isTitleCased(sentence)
    for index in sentence {
      let token = text.tokens[index]
      var isKnown = false
      var isName = true
      if token.lexeme != 0 {
        let symbol = rules.index.symbols.symbol(ofWord: token.lexeme)
        if symbol != 0 {
          present.insert(symbol)
          starts[index] |= rules.index.phases[symbol]
        }
        rules.lexicon.matches(text, at: index, before: sentence.upperBound) {
          entry, lexicalClass, end in
          add(lexicalClass, index, end, entry: entry, value: -1)
          isKnown = true
          if end == index + 1, lexicalClass != rules.builtIn.givenName,
            lexicalClass != rules.builtIn.person
          {
            isName = false
          }
        }
      }
      guard token.kind == .word else { continue }
      set(.word, at: index)
      defer {
        for known in rules.index.tests where chart.holds(known.test, at: index) {
          starts[index] |= known.phases
        }
      }
      if token.isCapitalized {
        set(.capitalized, at: index)
        if token.length == 1 {
          set(.initial, at: index)
        } else if isName, isKnown || index > sentence.lowerBound && !isHeadline {
          set(.nameWord, at: index)
        }
      } else if !isKnown {
        set(.unknown, at: index)
      }
    }
  }

  /// Whether a sentence writes nearly all its words with capitals, as headlines do.
  private func isTitleCased(_ sentence: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for index in sentence where text.tokens[index].kind == .word && text.tokens[index].length > 3 {
      words += 1
      if text.tokens[index].isCapitalized { capitals += 1 }
    }
    return words >= 5 && capitals * 10 >= words * 8
  }
}
