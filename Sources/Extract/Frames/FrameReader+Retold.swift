internal import Records

/// People who go one way by the words of their own clause, but of a swap by those of the clause around it.
extension FrameReader {
  /// "The two biggest swaps were in October 2020, when over 1,000 were freed, and in April 2023, which saw the release of
  /// 900": numbers of swaps, of both ways together.
  func withSwapsRetold(_ candidates: [EventCandidate]) -> [EventCandidate] {
    candidates.map { candidate in
      guard candidate.frame == .movement, candidate.modality == .completed,
        candidate.arguments(.people).contains(where: isCounted),
        !candidate.arguments.contains(where: { Self.ends.contains($0.role) }),
        let clause = clause(of: candidate), isDayTold(clause),
        tree.ancestors(clause).contains(where: tellsSwap)
      else { return candidate }
      var told = candidate
      told.arguments = Self.ordered(
        told.arguments + [
          finder.argument(.reference, tree.clauses[clause].start, value: "retold")
        ])
      return told
    }
  }

  /// "returned on Saturday, a day after being pardoned by the ruler": what is told of the same people in passing is no
  /// event beside theirs.
  func withoutAsides(_ candidates: [EventCandidate]) -> [EventCandidate] {
    candidates.enumerated().filter { index, candidate in
      let people = candidate.arguments(.people).compactMap(\.mention)
      guard candidate.frame == .movement, !people.isEmpty,
        candidate.arguments(.reference).contains(where: { $0.value == "aside" }),
        candidate.arguments(.people).allSatisfy(isCounted)
      else { return true }
      return !candidates[..<index].contains { before in
        before.frame == .movement && before.modality == candidate.modality
          && before.arguments(.people).compactMap(\.mention) == people
      }
    }.map(\.element)
  }

  private static let ends: Set<EventCandidate.Role> = [.from, .to, .agent, .side, .speaker]

  /// "El Salvador sent home 252 Venezuelans as part of a deal under which Caracas released 10 Americans": what a deal
  /// brought to the other side is the answer to what the sentence tells before.
  func withOtherEnds(_ candidates: [EventCandidate]) -> [EventCandidate] {
    var result = candidates
    for (index, candidate) in candidates.enumerated()
    where candidate.frame == .movement && candidate.modality == .completed
      && candidate.arguments(.reply).isEmpty
      && candidate.arguments(.people).contains(where: isCounted)
      && candidates[..<index].contains(where: { before in
        [.movement, .swap].contains(before.frame) && before.modality == .completed
          && before.arguments(.people).contains(where: isCounted)
      })
    {
      guard let clause = clause(of: candidate), let deal = dealBehindWhich(clause) else { continue }
      result[index].arguments = Self.ordered(
        candidate.arguments + [finder.argument(.reply, deal)])
    }
    return result
  }

  /// "touched down on Friday, the second and last day of an exchange of 1,056": the day beside the noun ends it.
  func withLastDays(_ candidates: [EventCandidate]) -> [EventCandidate] {
    candidates.map { candidate in
      guard candidate.frame == .swap, candidate.modality == .completed,
        let noun = chunks.indices.first(where: {
          triggers.contains($0) && candidate.trigger == finder.span(chunks[$0].range)
        }),
        let (date, days) = lastDay(before: noun),
        candidate.arguments(.date).allSatisfy({ $0.mention == chunks[date].mention })
      else { return candidate }
      var told = candidate
      told.arguments = Self.ordered(
        told.arguments + [
          finder.argument(.date, date), finder.argument(.reference, date, value: "days-\(days)"),
          finder.argument(.reference, date, value: "ended"),
        ])
      return told
    }
  }

  /// The date and the length that "Friday, the second and last day of" tells before a noun.
  private func lastDay(before noun: Int) -> (date: Int, days: Int)? {
    guard let last = rules.lexicon.classID("last-stage"),
      let ordinal = (max(0, noun - 7)..<noun).last(where: { chunks[$0].kind == .ordinal }),
      let days = chunks[ordinal].mention.flatMap({ mentions[$0].count }), (2...7).contains(days),
      chunks[ordinal..<noun].contains(where: { chunk in
        chunk.range.contains { isWord($0, last) }
      }),
      let date = (max(0, ordinal - 3)..<ordinal).last(where: { chunks[$0].kind == .date }),
      chunks[date + 1].kind == .comma
    else { return nil }
    return (date, days)
  }

  /// "a deal under which": the pronoun of a relative clause that stands for a deal or a swap.
  private func dealBehindWhich(_ clause: Int) -> Int? {
    let told = tree.clauses[clause]
    guard told.kind == .relative, told.start > 1 else { return nil }
    let before = chunks[max(0, told.start - 4)..<told.start + 1]
    let nouns = ["basis-noun", "deal-noun"].compactMap(rules.lexicon.classID)
    guard
      before.contains(where: { $0.kind == .preposition })
        || chunks[told.start].kind == .preposition,
      before.contains(where: { chunk in
        chunk.range.contains { token in nouns.contains { isWord(token, $0) } }
      })
    else { return nil }
    return told.start
  }

  /// "when over 1,000 were freed", "which saw the release of 900": a clause on a day.
  private func isDayTold(_ clause: Int) -> Bool {
    let told = tree.clauses[clause]
    guard told.start > 1 else { return false }
    let isWhen = chunks[told.start].value == "when"
    return (isWhen || told.kind == .relative)
      && chunks[max(0, told.start - 3)..<told.start].contains { $0.kind == .date }
  }

  private func tellsSwap(_ clause: Int) -> Bool {
    tree.own(clause).contains { place in
      triggers.contains(place) && nounRule(at: place)?.frame == .swap
    }
  }

  /// The clause of a candidate's trigger.
  private func clause(of candidate: EventCandidate) -> Int? {
    chunks.indices.last {
      candidate.trigger.contains(finder.span(chunks[$0].range)) && triggers.contains($0)
    }.map { tree.owner[$0] }
  }

  /// "According to lists exchanged on January 1, Pakistan holds 49 civilians", "according to these": who is held by what
  /// the sides told each other, with the day of that.
  func withDayOfLists(_ candidates: [EventCandidate]) -> [EventCandidate] {
    guard let lists = rules.lexicon.classID("list-noun"),
      let list = chunks.indices.first(where: { place in
        chunks[place].range.contains { isPhrase($0, lists) }
      })
    else { return candidates }
    let day = chunks[list...].prefix(Self.listReach).firstIndex {
      $0.kind == .date
    }
    return candidates.map { candidate in
      guard candidate.frame == .hold, candidate.arguments(.date).isEmpty else { return candidate }
      var told = candidate
      told.arguments = Self.ordered(
        told.arguments + [
          day.map { finder.argument(.date, $0) }
            ?? finder.argument(.reference, list, value: "lists-before")
        ])
      return told
    }
  }

  /// In chunks: "lists exchanged by the two countries on January 1".
  private static let listReach = 9
}
