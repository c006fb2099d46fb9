internal import Records

/// Entries of lists, which have no verb: "January 8: 50 for 50", "National Guard: 28".
extension FrameReader {
  /// "January 8: 50 for 50", "16 April – 130": the day of an exchange and its numbers.
  ///
  /// A number alone counts who came home; the conflict tells where that is.
  func datedEntries(
    _ candidates: [EventCandidate], _ sentence: Range<Int>
  ) -> [EventCandidate] {
    guard let label = labelDate(), isCalendarDay(label), label + 2 < chunks.count,
      tellsNoLosses()
    else { return [] }
    let taken = Set(candidates.flatMap(\.arguments).compactMap(\.mention))
    let place = (label + 2...label + 3).first { index in
      index < chunks.count && [.people, .number, .ratio].contains(chunks[index].kind)
        && isCounted(index)
    }
    guard let place, let mention = chunks[place].mention, !taken.contains(mention),
      chunks[place].kind != .number || isEntryEnd(place + 1)
    else { return [] }
    let swapped = price(behind: place) ?? ratio(in: place..<chunks.count)
    let people =
      swapped.isEmpty
      ? [finder.argument(.people, place, value: inherited(place))] : swapped
    return [
      EventCandidate(
        rule: "dated-entry", frame: swapped.isEmpty ? .movement : .swap, modality: .completed,
        trigger: finder.span(chunks[place].range), sentence: finder.span(sentence),
        arguments: Self.ordered(people + [finder.argument(.date, label)]))
    ]
  }

  /// "Seventy-five people, including four civilians.", "One hundred for 100.": a sentence without a verb that begins with
  /// who went; the discourse keeps it only under a day of its own.
  func verblessEntry(
    _ candidates: [EventCandidate], _ sentence: Range<Int>
  ) -> [EventCandidate] {
    guard candidates.isEmpty, let first = chunks.first, tree.clauses.first?.head == nil,
      [.people, .ratio].contains(first.kind), isCounted(0),
      tellsNoLosses()
    else { return [] }
    let swapped = price(behind: 0) ?? ratio(in: chunks.indices)
    guard first.kind == .people || !swapped.isEmpty else { return [] }
    return [
      EventCandidate(
        rule: "verbless-entry", frame: swapped.isEmpty ? .movement : .swap, modality: .completed,
        trigger: finder.span(first.range), sentence: finder.span(sentence),
        arguments: Self.ordered(
          (swapped.isEmpty ? [finder.argument(.people, 0)] : swapped)
            + [finder.argument(.reference, 0, value: "entry")]))
    ]
  }

  /// "April 16: 130 soldiers killed", "30 wounded in strikes": no list of who came home.
  private func tellsNoLosses() -> Bool {
    !chunks.indices.contains { index in
      [.casualty, .measure, .plain].contains(chunks[index].kind) || isCasualtyVerb(index)
        || chunks[index].kind == .people && isCounted(index)
          && chunks[index].mention.map {
            [.remains, .wounded].contains(mentions[$0].category)
          } ?? false
    }
  }

  /// "One hundred prisoners for 100", "44 Ukrainians for 44 Russians": who went, and for how many.
  private func price(behind people: Int) -> [EventCandidate.Argument]? {
    guard people + 2 < chunks.count, chunks[people].kind == .people,
      chunks[people + 1].kind == .preposition, chunks[people + 1].value == "for",
      isCountOfPeople(people + 2), isCounted(people + 2)
    else { return nil }
    return [
      finder.argument(.people, people),
      finder.argument(.counter, people + 2, value: inherited(people + 2)),
    ]
  }

  /// Whether nothing follows that a number could count.
  private func isEntryEnd(_ index: Int) -> Bool {
    guard index < chunks.count else { return true }
    return [.comma, .stop, .partCue].contains(chunks[index].kind)
      || chunks[index].kind == .other && !finder.isWord(index)
  }

  private func isCalendarDay(_ date: Int) -> Bool {
    guard
      case .calendar(let text)? = chunks[date].mention.flatMap({ mentions[$0].value })
        .flatMap({ DateExpression($0) })
    else { return false }
    return text.utf8.count == 10
  }

  /// "Armed Forces of Ukraine: 65, of whom 17 are marines", "National Guard – 28, border guards – 15": how many of those
  /// told before serve where.
  func isServiceEntry(_ index: Int) -> Bool {
    guard let label = entryLabel(index), let services = rules.lexicon.classID("service") else {
      return false
    }
    return label.contains { $0.range.contains { isPhrase($0, services) } }
  }

  /// "Donetsk – 320;": how many of those told before come from where.
  func isPlaceEntry(_ index: Int) -> Bool {
    guard let label = entryLabel(index), chunks.count <= Self.shortEntry else { return false }
    return label.contains { $0.kind == .place } && label.count == 1
  }

  /// The chunks before the colon or dash that a number stands behind; nil where something else stands there.
  private func entryLabel(_ index: Int) -> ArraySlice<Chunk>? {
    guard index > 1, chunks[index].kind == .number, isCounted(index),
      chunks[index - 1].kind == .stop, isEntryEnd(index + 1)
    else { return nil }
    let start = chunks[..<(index - 1)].lastIndex { [.comma, .stop].contains($0.kind) } ?? -1
    let label = chunks[(start + 1)..<(index - 1)]
    let words: Set<Chunk.Kind> = [.other, .organization, .nation, .party, .adverb, .place]
    return label.allSatisfy { words.contains($0.kind) } ? label : nil
  }

  /// In chunks.
  private static let shortEntry = 16
}
