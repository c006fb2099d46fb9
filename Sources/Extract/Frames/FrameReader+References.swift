internal import Records

/// What a sentence says of something told before, for which a pronoun stands.
extension FrameReader {
  /// "It was called off", "This was put off": what became of what was told before.
  func statusReferences(_ sentence: Range<Int>) -> [EventCandidate] {
    tree.clauses.indices.compactMap { clause in
      let told = tree.clauses[clause]
      let own = tree.own(clause)
      guard told.kind == .main, let head = told.head, let status = status(in: own),
        [.suspended, .rejected].contains(status),
        let pronoun = own.first(where: { $0 < head && chunks[$0].kind == .pronoun }),
        !own.contains(where: { triggers.contains($0) || isCountOfPeople($0) && isCounted($0) }),
        // "He put off his trip"
        own.filter({ $0 < head }).allSatisfy({ [.pronoun, .aux, .adverb].contains(chunks[$0].kind) }),
        chunks[told.headStart ?? head].kind == .aux || told.headStart == head,
        isThing(pronoun)
      else { return nil }
      return EventCandidate(
        rule: "told-status", frame: .about, modality: status,
        trigger: finder.span(chunks[head].range), sentence: finder.span(sentence),
        arguments: Self.ordered([finder.argument(.reference, pronoun, value: "status")]))
    }
  }

  /// "it", "this", "that": no person.
  private func isThing(_ pronoun: Int) -> Bool {
    rules.lexicon.classID("thing-pronoun").map { isWord(chunks[pronoun].range.lowerBound, $0) }
      ?? false
  }
}
