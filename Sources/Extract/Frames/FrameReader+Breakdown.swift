internal import Records

/// A number told again in parts: "390 people: 270 soldiers and 120 civilians", "45 defenders, 35 men and 10
/// women", "139 defenders and two civilians – 141 people in all".
extension FrameReader {
  /// The candidate with what breaks its number down as parts, and a sum told behind its parts as the number.
  func withBreakdown(_ candidate: EventCandidate) -> EventCandidate {
    guard candidate.frame == .movement || candidate.frame == .swap else { return candidate }
    var result = candidate
    let people = candidate.arguments(.people).filter { isCounted($0) }
    for argument in people {
      guard let index = chunks.firstIndex(where: { $0.mention == argument.mention }) else {
        continue
      }
      var parts = breakdown(behind: index)
      if parts.isEmpty, let colon = colon(behind: index) {
        parts = breakdown(behind: colon, of: index)
      }
      if parts.isEmpty { parts = nations(behind: index) }
      guard !parts.isEmpty else { continue }
      let told = Set(parts.compactMap { chunks[$0].mention })
      result.arguments.removeAll { $0.mention.map(told.contains) ?? false }
      // but "16 Saudis and three Sudanese were flown to Riyadh" went one way.
      if isOfBothSides(parts), candidate.arguments(.to).isEmpty {
        // "260 captives: 130 Ukrainians and 130 Russians"
        result.arguments.removeAll { $0 == argument }
        let category = argument.mention.flatMap { mentions[$0].category?.rawValue }
        result.arguments += parts.map { part in
          let own = chunks[part].mention.flatMap { mentions[$0].category }
          return finder.argument(.people, part, value: own == nil ? category : nil)
        }
        continue
      }
      result.arguments += parts.map {
        finder.argument(.part, $0, value: predicateCategory($0) ?? state(behind: $0))
      }
    }
    if people.count > 1, let last = people.last, let sum = sum(of: people, behind: last) {
      result.arguments = result.arguments.map { argument in
        var argument = argument
        if people.contains(argument) { argument.role = .part }
        return argument
      }
      result.arguments.append(finder.argument(.people, sum))
    }
    result.arguments = Self.ordered(result.arguments)
    return result
  }

  /// The counted chunks of a list behind a comma or strong mark that add up to a number, or behind a colon
  /// to no more than it.
  private func breakdown(behind index: Int, of people: Int? = nil) -> [Int] {
    guard let whole = count(of: people ?? index) else { return [] }
    var place = people == nil ? index + 1 : index
    // "30 Palestinians in return, 15 women and 15 minors"
    while place < chunks.count, place - index <= 4,
      [.plain, .reply, .other, .each, .total, .preposition, .nation, .date, .organization].contains(
        chunks[place].kind)
    {
      place += 1
    }
    guard place < chunks.count, chunks[place].kind == .comma || chunks[place].kind == .stop else {
      return []
    }
    let isList = chunks[place].kind == .stop
    let opening = place
    var parts: [Int] = []
    var sum = 0
    place += 1
    while place < chunks.count, place - index <= Self.longestList {
      let kind = chunks[place].kind
      if kind == .people || kind == .part || kind == .number && isPartNumber(place),
        let count = count(of: place)
      {
        sum += count
        if sum > whole { return [] }
        parts.append(place)
        if sum == whole { break }
      } else if [.aux, .verb, .say, .trigger, .relative, .governor, .date].contains(kind) {
        break
      }
      place += 1
    }
    let isWhole = sum == whole && parts.count > 1
    return isWhole || isList && parts.count > 1 && sum * 2 > whole || isMixedInsertion(opening)
      ? parts : []
  }

  /// "189 Ukrainians - soldiers, border guards and two civilians - came home": between dashes, some counted and some not.
  private func isMixedInsertion(_ opening: Int) -> Bool {
    let clause = tree.owner[opening]
    return tree.clauses[clause].kind == .insertion && tree.clauses[clause].start == opening
      && tree.own(clause).contains { chunks[$0].kind == .people && !isCounted($0) }
  }

  /// "46 wounded were handed over, 31 of them Ukrainian and 15 of them Russian": parts of both sides.
  private func nations(behind index: Int) -> [Int] {
    let parts = chunks.indices.filter { place in
      place > index && chunks[place].kind == .part
        && chunks[place].mention.map { mentions[$0].party != nil } ?? false
    }
    return isOfBothSides(parts) && parts.compactMap(count(of:)).reduce(0, +) == count(of: index)
      ? parts : []
  }

  /// Whether two parts are of two parties.
  private func isOfBothSides(_ parts: [Int]) -> Bool {
    let parties = parts.map { chunks[$0].mention.flatMap { mentions[$0].party } }
    return parts.count == 2 && !parties.contains(nil) && parties[0] != parties[1]
  }

  /// "563 defenders have been repatriated: 320 from …", "freed 390 people on Friday: 270 soldiers and …": the
  /// colon behind the clause of the people, no other number between them.
  private func colon(behind index: Int) -> Int? {
    let colon = chunks.indices.first { place in
      place > index && chunks[place].kind == .stop
        && text.bytes(chunks[place].range.lowerBound).elementsEqual(":".utf8)
    }
    guard let colon, !(index + 1..<colon).contains(where: { isCounted($0) }) else { return nil }
    return colon
  }

  /// In chunks.
  private static let longestList = 30

  private func isPartNumber(_ index: Int) -> Bool {
    finder.isElliptic(index) || index + 1 < chunks.count && chunks[index + 1].kind == .other
  }

  private func state(behind index: Int) -> String? {
    guard chunks[index].kind == .number, index + 1 < chunks.count else { return nil }
    return chunks[(index + 1)...].prefix(3).first { $0.kind == .state }?.value
  }

  /// "– 141 people in all": the sum of some numbers right behind them.
  private func sum(of people: [EventCandidate.Argument], behind last: EventCandidate.Argument)
    -> Int?
  {
    guard let index = chunks.firstIndex(where: { $0.mention == last.mention }) else { return nil }
    let total = people.compactMap { $0.mention.flatMap { mentions[$0].count } }
      .reduce(0) { $0.addingReportingOverflow($1).partialValue }
    return (index + 1..<min(index + 9, chunks.count)).first { place in
      chunks[place].kind == .people && count(of: place) == total
        && (index..<place).contains { chunks[$0].kind == .stop || chunks[$0].kind == .comma }
    }
  }
}
