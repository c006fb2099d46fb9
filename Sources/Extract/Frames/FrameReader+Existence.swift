internal import Records

/// Captives who are told by there being so many of them: "There are 1,177 political prisoners in Belarus".
extension FrameReader {
  /// How many there are in somebody's hands, by a country or place behind them.
  func captivesThatAre(
    _ candidates: [EventCandidate], _ sentence: Range<Int>
  ) -> [EventCandidate] {
    guard let existential = rules.lexicon.classID("existential"),
      let captives = rules.lexicon.classID("captive-noun")
    else { return [] }
    let taken = Set(candidates.flatMap(\.arguments).compactMap(\.mention))
    return tree.clauses.indices.compactMap { clause in
      let own = tree.own(clause)
      guard let head = tree.clauses[clause].head, isNow(head, clause),
        chunks[max(0, head - 3)..<head].contains(where: { chunk in
          chunk.range.contains { isWord($0, existential) }
        }),
        let people = own.first(where: { $0 > head && chunks[$0].kind == .people }),
        people - head <= 3, isCounted(people),
        chunks[people].mention.map({ !taken.contains($0) }) ?? false,
        chunks[people].range.contains(where: { isWord($0, captives) }),
        let place = own.first(where: { place in
          place > people && place - people <= 4
            && [.party, .place].contains(chunks[place].kind)
            && finder.preposition(of: place, in: chunks.indices) == "in"
        })
      else { return nil }
      let rest = circumstances(trigger: people, region: region(of: people)).filter {
        [.date, .source].contains($0.role)
      }
      let holder = chunks[place].kind == .party ? [finder.argument(.from, place)] : []
      return EventCandidate(
        rule: "there-are", frame: .hold, modality: .completed,
        trigger: finder.span(chunks[head].range), sentence: finder.span(sentence),
        arguments: Self.ordered([finder.argument(.people, people)] + holder + rest))
    }
  }

  /// "There are", or "said that there were": not how many there once were.
  private func isNow(_ head: Int, _ clause: Int) -> Bool {
    guard chunks[head].kind == .aux else { return false }
    switch chunks[head].value {
    case "be": return true
    case "was": return tree.ancestors(clause).contains { tree.clauses[$0].isSay }
    default: return false
    }
  }

  /// "said that 5,000 soldiers were in its custody": whose hands a pronoun before a noun of captivity means.
  func ownHands(_ rule: FrameRule, _ index: Int) -> [EventCandidate.Argument] {
    guard rule.frame == .hold, rule.subject == .from, let own = rules.lexicon.classID("own"),
      isWord(chunks[index].range.lowerBound - 1, own)
    else { return [] }
    return speaker(of: tree.owner[index]).map { speaker in
      var holder = speaker
      holder.role = .from
      return holder
    }
  }
}
