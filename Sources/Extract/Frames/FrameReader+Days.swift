internal import Records

/// Numbers that a sentence tells day by day, of one exchange or release that goes on for several.
extension FrameReader {
  /// "Hamas released three hostages and Israel freed 90 prisoners on Friday": the day behind the second of two clauses
  /// that an "and" joins is of both.
  func datesOfTwin(_ trigger: Int) -> [Int] {
    let clause = tree.owner[trigger]
    guard tree.clauses[clause].kind == .main, chunks[trigger].kind == .verb,
      verbRule(at: trigger)?.frame == .movement,
      let last = tree.own(clause).last, chunks[last].kind == .conjunction,
      chunks[last].value == "and", clause + 1 < tree.clauses.count,
      tree.clauses[clause + 1].kind == .main, tree.clauses[clause + 1].start == last + 1,
      let head = tree.clauses[clause + 1].head, verbRule(at: head)?.frame == .movement,
      phrases[head]?.modality == phrases[trigger]?.modality
    else { return [] }
    return tree.own(clause + 1).filter {
      $0 > head && chunks[$0].kind == .date && !isOpen($0) && !isDateOfOther($0, head)
    }
  }

  /// "390 on the first day, 307 on the second and 303 on the third": candidates of the numbers with a day of what
  /// was told, and the others without them.
  func withStageDays(_ candidates: [EventCandidate], _ sentence: Range<Int>) -> [EventCandidate] {
    let stages = stageDays()
    guard !stages.isEmpty else { return candidates }
    let single = stages.count == 1 ? stages[0] : nil
    // "On its first day 390 people returned": a verb has both.
    if let single,
      candidates.contains(where: { holds($0, single.people) && holds($0, single.date) })
    {
      return candidates
    }
    let told = Set(stages.flatMap { [chunks[$0.people].mention, chunks[$0.date].mention] })
    var others = candidates
    for index in others.indices {
      others[index].arguments.removeAll { $0.mention.map { told.contains($0) } ?? false }
    }
    others.removeAll { other in
      candidates.contains { $0.trigger == other.trigger && $0 != other }
        && !other.arguments.contains { [.people, .counter, .date].contains($0.role) }
    }
    return others
      + stages.map { stage in
        EventCandidate(
          rule: "stage-day", frame: .swap, modality: .completed,
          trigger: finder.span(chunks[stage.people].range), sentence: finder.span(sentence),
          arguments: Self.ordered(
            [
              finder.argument(.people, stage.people, value: inherited(stage.people)),
              finder.argument(.date, stage.date),
              finder.argument(.reference, stage.date, value: "stage-day"),
            ] + sources()))
      }
  }

  /// The counts of people with the day of what was told that each stands beside: before it or behind it, with no
  /// other number between them.
  private func stageDays() -> [(people: Int, date: Int)] {
    let days = chunks.indices.filter { chunks[$0].kind == .date && isDayOfSpan($0) }
    guard let first = days.first else { return [] }
    let counts = chunks.indices.filter { isCounted($0) && isCountOfPeople($0) }
    // "On the second day there were 307, and on the third 303"
    let areAhead = counts.first { $0 > first } != nil && !counts.contains { $0 < first }
    return days.compactMap { day in
      let people =
        areAhead
        ? counts.first { $0 > day && $0 - day <= Self.dayReach }
        : counts.last { $0 < day && day - $0 <= Self.dayReach }
      guard let people,
        !days.contains(where: { $0 > min(people, day) && $0 < max(people, day) })
      else { return nil }
      return (people, day)
    }
  }

  private func isDayOfSpan(_ date: Int) -> Bool {
    guard let value = chunks[date].mention.flatMap({ mentions[$0].value }),
      value.utf8.starts(with: "nth(".utf8)
    else { return false }
    return DateExpression(value)?.isDayOfSpan ?? false
  }

  private func holds(_ candidate: EventCandidate, _ chunk: Int) -> Bool {
    candidate.arguments.contains { $0.mention != nil && $0.mention == chunks[chunk].mention }
  }

  /// "released 240 each on Friday, and continued on Saturday with another 210 apiece", "on Friday 390 were freed,
  /// followed by 307 on Saturday": a number with a day of its own, and no verb of its own, goes on with what moved
  /// those before it.
  func withNextDays(_ candidates: [EventCandidate]) -> [EventCandidate] {
    guard !candidates.isEmpty, chunks.contains(where: { $0.kind == .date }) else {
      return candidates
    }
    let taken = Set(candidates.flatMap(\.arguments).compactMap(\.mention))
    // A day further off is only told in the same clause.
    let days = Set(
      candidates.flatMap { $0.arguments(.date) }.filter { $0.value == nil }.compactMap(\.mention))
    var result = candidates
    for number in chunks.indices
    where isCounted(number) && isCountOfPeople(number) && !isPart(number)
      && chunks[number].mention.map({ !taken.contains($0) }) ?? false
    {
      guard let date = ownDay(of: number, days),
        let model = candidates.last(where: { candidate in
          [.swap, .movement].contains(candidate.frame) && candidate.modality == .completed
            && candidate.arguments(.counter).isEmpty && candidate.arguments(.part).isEmpty
            && candidate.arguments(.people).count == 1
            && candidate.arguments(.people).contains(where: isCounted)
            && candidate.arguments.contains { $0.role == .date && $0.value == nil }
            && candidate.trigger.end < span(chunks[number].range).start
        })
      else { continue }
      var next = model
      let dropped: Set<EventCandidate.Role> = [.people, .date, .ordinal, .place]
      next.trigger = span(chunks[number].range)
      next.arguments = Self.ordered(
        model.arguments.filter { !dropped.contains($0.role) }
          + [
            finder.argument(.people, number, value: inherited(number)),
            finder.argument(.date, date),
          ])
      result.append(next)
    }
    return result
  }

  /// "A further 1,200 followed on 13 June": what tells that these go the way of those before; nil where something else
  /// was followed.
  func continuation(_ rule: FrameRule, _ verb: Int) -> EventCandidate.Argument? {
    guard rule.continues else { return nil }
    let ends: Set<Chunk.Kind> = [.preposition, .date, .comma, .stop, .conjunction, .adverb]
    guard verb + 1 == chunks.count || ends.contains(chunks[verb + 1].kind) else { return nil }
    return finder.argument(.reference, verb, value: "stage-day")
  }

  /// The day that stands right beside a number, in a clause that moves nobody, and is no other candidate's.
  private func ownDay(of number: Int, _ taken: Set<Int>) -> Int? {
    let clause = tree.owner[number]
    guard !isTriggered(clause) || isBehindSequel(number) else { return nil }
    return chunks.indices.filter { place in
      chunks[place].kind == .date && abs(place - number) <= Self.nextDayReach
        && chunks[place].mention.map { !taken.contains($0) } ?? false
        && chunks[place].mention.flatMap { mentions[$0].value }.flatMap { DateExpression($0) }?
          .isDay
          ?? false
        && !(min(place, number) + 1..<max(place, number)).contains {
          isCounted($0) || [.stop, .comma].contains(chunks[$0].kind)
        }
    }.min { (abs($0 - number), -$0) < (abs($1 - number), -$1) }
  }

  /// "followed by 307 on Saturday and 303 on Sunday".
  private func isBehindSequel(_ number: Int) -> Bool {
    guard let words = rules.lexicon.classID("followed"), number > 0 else { return false }
    return (max(0, number - Self.sequelReach)..<number).contains { place in
      chunks[place].range.contains { isPhrase($0, words) }
    }
  }

  /// In chunks: from a number to its day.
  private static let dayReach = 6
  private static let nextDayReach = 4
  private static let sequelReach = 20
}
