/// What stands between dashes or brackets: without a verb a mere insertion, with one a clause of its own, behind
/// which the clause around goes on.
extension ClauseParser {
  /// A pair of dashes without a verb is left out; any other strong mark begins a new clause.
  mutating func placeStop(_ index: Int) -> Int {
    if let end = insertionEnd(index) {
      clauses.append(Clause(kind: .insertion, parent: top, start: index))
      for chunk in index...end { owner[chunk] = clauses.count - 1 }
      return end + 1
    }
    if aside == nil, let end = asideEnd(index) { aside = (end, open) }
    begin(at: index)
    return index + 1
  }

  /// "The captives (they had been seized in 2022) were freed".
  mutating func openBracket(_ index: Int) {
    guard aside == nil,
      let end = chunks.indices.first(where: { $0 > index && isMark($0, ")") }),
      hasFiniteVerb(index + 1..<end)
    else { return }
    aside = (end, open)
    begin(at: index)
  }

  func isOpeningBracket(_ index: Int) -> Bool { isMark(index, "(") }

  /// Goes on with the clauses around.
  mutating func closeAside(_ index: Int) -> Int {
    open = aside?.open ?? open
    aside = nil
    owner[index] = top
    segment = index + 1
    return index + 1
  }

  private mutating func begin(at index: Int) {
    open = [clauses.count]
    clauses.append(Clause(kind: .main, start: index))
    owner[index] = top
    segment = index + 1
  }

  /// The dash that ends a clause of its own, where the clause around goes on behind it without a new subject.
  private func asideEnd(_ index: Int) -> Int? {
    guard !isColon(index),
      let end = chunks.indices.first(where: { $0 > index && chunks[$0].kind == .stop }),
      !isColon(end), end + 1 < chunks.count, hasFiniteVerb(index + 1..<end)
    else { return nil }
    let goesOn: Set<Chunk.Kind> =
      open.contains { clauses[$0].head == nil }
      ? [.aux, .verb, .governor, .status, .adverb, .negation] : [.preposition, .date]
    return goesOn.contains(chunks[end + 1].kind) ? end : nil
  }

  private func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    range.contains { index in
      chunks[index].kind == .verb && !inert.contains(index) && phrases[index]?.isFinite == true
        && (range.lowerBound..<index).contains(where: isNominal)
    }
  }

  private func insertionEnd(_ index: Int) -> Int? {
    guard clauses[top].head == nil || clauses[top].headStart ?? 0 < index else { return nil }
    var place = index + 1
    while place < chunks.count, place - index <= Self.longestInsertion {
      switch chunks[place].kind {
      case .stop: return place > index + 1 && !isColon(index) && !isColon(place) ? place : nil
      // "189 Ukrainians - soldiers, border guards and two civilians captured in Mariupol - came home"
      case .verb where isReducedBehindPeople(place): place += 1
      case .verb, .say: return nil
      default: place += 1
      }
    }
    return nil
  }

  private func isReducedBehindPeople(_ verb: Int) -> Bool {
    chunks[verb].form == .pastOrParticiple && chunks[verb - 1].kind == .people
      && verb + 1 < chunks.count && chunks[verb + 1].kind == .preposition
  }

  /// In chunks.
  private static let longestInsertion = 12

  private func isColon(_ index: Int) -> Bool { isMark(index, ":") || isMark(index, ";") }

  private func isMark(_ index: Int, _ mark: String) -> Bool {
    finder.text.bytes(chunks[index].range.lowerBound).elementsEqual(mark.utf8)
  }
}
