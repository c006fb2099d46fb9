internal import Records

/// Drafts to events: what is not worth an event goes, evidence is put in order, ids are made.
struct EventFinisher {
  let article: ArticleHead
  let text: [UInt8]

  func events(_ drafts: [EventDraft]) -> [Event] {
    var events = drafts.enumerated().filter { number, draft in
      isStated(draft) || number == 0 && (isCalledOff(draft) || isSwapOfNamed(draft))
    }.map { event($1) }
    events.sort {
      ($0.evidence.first?.span ?? TextSpan(0, 0)) < ($1.evidence.first?.span ?? TextSpan(0, 0))
    }
    let index = CodePointIndex(text)
    var seen: [String: Int] = [:]
    for position in events.indices {
      let id = id(events[position], index)
      seen[id, default: 0] += 1
      let repeats = seen[id] ?? 1
      events[position].id = repeats == 1 ? id : "\(id)-\(repeats)"
    }
    return events
  }

  /// A background event needs a count or a date.
  private func isStated(_ draft: EventDraft) -> Bool {
    switch draft.kind {
    case .tally, .held: !draft.counts.isEmpty
    case .talks: draft.date != nil || draft.place != nil || !draft.mediators.isEmpty
    // The day of a statement is none of a return without numbers.
    default:
      !draft.counts.isEmpty || draft.date != nil && (draft.dateIsOwn || draft.isSwapWord)
    }
  }

  /// What an article opens with needs neither: an exchange that is put off, whenever it was due.
  private func isCalledOff(_ draft: EventDraft) -> Bool {
    draft.kind == .exchange && draft.modality == .suspended && !draft.transfers.isEmpty
  }

  /// "Griner has been freed in exchange for Bout": the event that the article is about.
  private func isSwapOfNamed(_ draft: EventDraft) -> Bool {
    draft.kind == .exchange && draft.modality == .completed && draft.goesBothWays
      && draft.isCountered && draft.mediators.count + (draft.place == nil ? 0 : 1) > 0
  }

  private func event(_ draft: EventDraft) -> Event {
    var event = Event(article: article, kind: draft.kind, status: draft.status)
    // Living people who go both ways are exchanged, whatever the text calls it.
    if event.kind == .release, draft.goesBothWays { event.kind = .exchange }
    // "600 prisoners are to be freed by the two sides": a sum of both ways
    if event.kind == .release, !draft.isAssumed,
      draft.transfers.contains(where: { $0.count != nil && $0.from == nil && $0.to == nil })
    {
      event.kind = .exchange
    }
    // Civilians who come home alone, where nobody calls it a swap, were let go.
    let isOfCivilians = draft.transfers.allSatisfy {
      [.civilian, .child, .wounded].contains($0.category)
    }
    if event.kind == .exchange, !draft.isSwapWord, !draft.goesBothWays, !draft.transfers.isEmpty,
      draft.ordinal == nil, isOfCivilians
    {
      event.kind = .release
    }
    event.date = draft.date
    event.transfers = draft.transfers
    let goals = Set(draft.transfers.map(\.to))
    event.including = draft.parts.map { part in
      var part = part
      if goals.count == 1, let goal = goals.first { part.to = part.to ?? goal }
      return part
    }.filter { part in
      !draft.transfers.contains {
        $0.count == part.count && $0.to == part.to && $0.category == part.category
      }
    }
    event.ordinal = event.kind == .exchange ? draft.ordinal : nil
    event.place = draft.place
    // Who lets people go is no third party.
    let givers = Set(draft.transfers.compactMap(\.from))
    event.mediators = draft.mediators.subtracting(givers).sorted()
    event.sources = draft.sources
    event.evidence = draft.evidence.sorted { ($0.span, $0.rule) < ($1.span, $1.rule) }
    return event
  }

  /// `e-` and 16 hexadecimal digits of an FNV-1a hash over the facts, where they stand and the
  /// article's text.
  ///
  /// The path takes no part, so a moved article keeps its ids.
  private func id(_ event: Event, _ index: CodePointIndex) -> String {
    var json = JSONWriter()
    json.object { event.writeFacts(to: &$0) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    mix(text)
    mix(json.bytes)
    for evidence in event.evidence { mix("\(evidence.span.start)-\(evidence.span.end);".utf8) }
    let digits = String(hash, radix: 16)
    return "e-" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
