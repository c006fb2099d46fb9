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
        let pronoun = own.first(where: { $0 < head && isThing($0) }),
        !own.contains(where: { triggers.contains($0) || isCountOfPeople($0) && isCounted($0) }),
        // "He put off his trip"
        own.filter({ $0 < head && $0 != pronoun && $0 != pronoun - 1 })
          .allSatisfy({ [.pronoun, .aux, .adverb].contains(chunks[$0].kind) }),
        chunks[told.headStart ?? head].kind == .aux || told.headStart == head
      else { return nil }
      return EventCandidate(
        rule: "told-status", frame: .about, modality: status,
        trigger: finder.span(chunks[head].range), sentence: finder.span(sentence),
        arguments: Self.ordered([finder.argument(.reference, pronoun, value: "status")]))
    }
  }

  /// "it", "this", "the plan": no person.
  private func isThing(_ index: Int) -> Bool {
    let token = chunks[index].range.upperBound - 1
    if chunks[index].kind == .pronoun || index == 0 {
      return rules.lexicon.classID("thing-pronoun").map { isWord(token, $0) } ?? false
    }
    return index > 0 && finder.nounMarks.contains(index - 1)
      && rules.lexicon.classID("plan-noun").map { isWord(token, $0) } ?? false
  }
}
