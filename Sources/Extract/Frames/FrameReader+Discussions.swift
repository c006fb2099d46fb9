internal import Records

/// Talks that are told by what was discussed.
extension FrameReader {
  /// "On Monday he discussed the release of captives with the Qatari minister in Doha": the talks, where a day or a
  /// place is told, and with whom.
  func discussions(
    beside candidates: [EventCandidate], _ sentence: Range<Int>
  ) -> [EventCandidate] {
    guard let words = rules.lexicon.classID("discussion"),
      !candidates.contains(where: { $0.frame == .talks }),
      let verb = chunks.indices.first(where: { isDiscussed($0, words) }),
      case let run = whatFollows(verb), isOnCaptives(run), isWithSomebody(verb, run)
    else { return [] }
    // "the return of 15 residents who have been living in Sumy": where they live
    let told = run.filter { tree.clauses[tree.owner[$0]].kind != .relative }
    var around = Set(told).union(tree.own(tree.owner[verb]))
    // "had met her counterpart in Minsk on June 25, when the two discussed lists for swaps"
    if tree.clauses[tree.owner[verb]].kind == .adverbial,
      let parent = tree.clauses[tree.owner[verb]].parent
    {
      around.formUnion(tree.own(parent))
    }
    let places = around.sorted().filter {
      ["in", "at"].contains(finder.preposition(of: $0, in: chunks.indices))
    }.compactMap(venue)
    let dates = around.sorted().filter { chunks[$0].kind == .date && !isOpen($0) }
      .map { finder.argument(.date, $0) }
    guard !(places + dates).isEmpty else { return [] }
    return [
      EventCandidate(
        rule: "discussed", frame: .talks, modality: .completed,
        trigger: finder.span(chunks[verb].range), sentence: finder.span(sentence),
        arguments: Self.ordered(places.prefix(1) + dates.prefix(1) + sources()))
    ]
  }

  /// "discussed", but not "was discussed", "met to discuss", "will discuss".
  private func isDiscussed(_ index: Int, _ words: ClassID) -> Bool {
    [.governor, .verb].contains(chunks[index].kind)
      && chunks[index].range.contains { isWord($0, words) }
      && !chunks[max(0, index - 2)..<index].contains {
        $0.kind == .aux && $0.value != "have" && $0.value != "had"
      }
  }

  /// What stands behind a verb up to the next comma.
  private func whatFollows(_ verb: Int) -> Range<Int> {
    let end = chunks[verb...].firstIndex { $0.kind == .comma || $0.kind == .stop }
    return verb + 1..<max(verb + 1, end ?? chunks.count)
  }

  /// "discussed a swap", "discussed the captives", but not "the front line".
  private func isOnCaptives(_ run: Range<Int>) -> Bool {
    run.contains { index in
      guard chunks[index].kind != .people else { return true }
      let frame = (nounRule(at: index) ?? verbRule(at: index))?.frame
      return frame == .swap || frame == .movement
    }
  }

  /// "the two discussed", "discussed with Lavrov", but not "discussed with reporters".
  private func isWithSomebody(_ verb: Int, _ run: Range<Int>) -> Bool {
    let sides = subject(of: tree.owner[verb])
    if sides.filter(isActor).count > 1 || sides.contains(where: { chunks[$0].kind == .delegation })
    {
      return true
    }
    return run.contains { with in
      chunks[with].kind == .preposition && chunks[with].value == "with"
        && chunks[(with + 1)...].prefix(Self.titleReach).prefix { $0.kind != .preposition }
          .contains {
            [.person, .party, .organization, .nation, .delegation].contains($0.kind)
          }
    }
  }

  /// In chunks: "with Foreign Minister Sergei Lavrov".
  private static let titleReach = 4
}
