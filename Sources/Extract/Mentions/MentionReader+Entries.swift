/// What the pack's lists know of a sentence's words.
extension MentionReader {
  mutating func addEntries(_ sentence: Range<Int>) {
    let isHeadline = isTitleCased(sentence)
    hasDigits = false
    for index in sentence {
      let token = text.tokens[index]
      var isKnown = false
      var isName = true
      if token.lexeme != 0 {
        let symbol = rules.index.symbols.symbol(ofWord: token.lexeme)
        if symbol != 0 {
          seen.insert(symbol, at: index)
          starts[index] |= rules.index.phases[symbol]
          keyedHere |= rules.index.keyed[symbol]
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
      guard token.kind == .word else {
        hasDigits = hasDigits || token.kind == .digits
        startsHere |= starts[index]
        continue
      }
      var tests = TokenTest.word.rawValue
      if token.isCapitalized {
        tests |= TokenTest.capitalized.rawValue
        let isInner = index > sentence.lowerBound && !isHeadline
        if isInner { tests |= TokenTest.innerCapital.rawValue }
        if token.length == 1 {
          tests |= TokenTest.initial.rawValue
        } else if isName, isKnown || isInner {
          tests |= TokenTest.nameWord.rawValue
        }
      } else if !isKnown {
        tests |= TokenTest.unknown.rawValue
      }
      matcher.chart.set(tests, at: index)
      starts[index] |= rules.index.phasesByTests[Int(tests)]
      startsHere |= starts[index]
    }
  }

  /// Whether a sentence writes nearly all its words with capitals, as headlines do.
  private func isTitleCased(_ sentence: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for index in sentence where text.tokens[index].kind == .word && text.tokens[index].length > 3 {
      words += 1
      if text.tokens[index].isCapitalized { capitals += 1 }
      // Prose shows itself soon.
      if words - capitals > 3, capitals < words / 2 { return false }
    }
    return words >= 5 && capitals * 10 >= words * 8
  }
}
