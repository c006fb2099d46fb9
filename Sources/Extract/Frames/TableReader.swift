internal import Records

/// Reads rows of a table whose header names parties: a date, and a number for each party.
///
/// "Date⇥To Ukraine⇥To Russia" over "24 March 2022⇥10⇥10"; a party behind "by" or "from" gives people, any other
/// gets them. A row is a paragraph with tabs; the first
/// row of a run of them is the header.
struct TableReader {
  let text: TokenizedText
  let sentences: [Sentence]

  /// The party that each column of the current table is about: its mention, and whether it gives or gets.
  private var columns: [Int: (mention: Int, role: EventCandidate.Role)] = [:]
  /// The column that names who mediated.
  private var mediators: Int?
  private var lastRow = -2
  /// Whether the dead are all whom the text before the table counts.
  private var tellsRemains: Bool?

  init(_ text: TokenizedText) {
    self.text = text
    sentences = text.sentences
  }

  /// The candidates of a row; nil where the sentence is none of a table with parties.
  ///
  /// - Parameters:
  ///   - isMediation: Whether a chunk speaks of mediation: "Go-between".
  ///   - isOfRemains: Whether the people of a chunk are dead; nil where it counts nobody.
  mutating func candidates(
    _ chunks: [Chunk], _ sentence: Sentence, isMediation: (Chunk) -> Bool,
    isOfRemains: (Chunk) -> Bool?,
    _ finder: (EventCandidate.Role, Chunk) -> EventCandidate.Argument,
    span: TextSpan
  ) -> [EventCandidate]? {
    guard isRow(sentence) else {
      for isDead in chunks.compactMap(isOfRemains) {
        tellsRemains = isDead && tellsRemains ?? true
      }
      return nil
    }
    defer { lastRow = sentence.paragraph }
    if sentence.paragraph != lastRow + 1, sentence.paragraph != lastRow {
      columns = header(chunks)
      mediators = chunks.first(where: isMediation).map(column)
      return columns.isEmpty ? nil : []
    }
    guard !columns.isEmpty,
      let date = chunks.first(where: { $0.kind == .date && column(of: $0) == 0 })
    else {
      return nil
    }
    let helpers = chunks.filter {
      [.party, .organization].contains($0.kind) && column(of: $0) == mediators
    }
    .map { finder(.mediator, $0) }
    return chunks.compactMap { chunk in
      guard chunk.kind == .number || chunk.kind == .people,
        let party = columns[column(of: chunk)]
      else { return nil }
      // "175, plus 22 wounded": more of the same row.
      let isMore = chunks.contains {
        column(of: $0) == column(of: chunk) && $0.range.lowerBound < chunk.range.lowerBound
          && ($0.kind == .number || $0.kind == .people)
      }
      let end = Chunk(kind: .party, range: chunk.range, mention: party.mention)
      var people = finder(.people, chunk)
      if tellsRemains == true { people.value = Category.remains.rawValue }
      return EventCandidate(
        rule: "table-row", frame: .movement, modality: .completed, trigger: people.span,
        sentence: span,
        arguments: [people, finder(party.role, end), finder(.date, date)] + helpers
          + (isMore
            ? [EventCandidate.Argument(role: .additional, mention: nil, span: people.span)] : []))
    }
  }

  private func isRow(_ sentence: Sentence) -> Bool {
    sentence.tokens.dropFirst().contains { isTab(before: $0) }
      || sentence.tokens.first.map { $0 > 0 && isTab(before: $0) } ?? false
  }

  private func isTab(before token: Int) -> Bool {
    let start = token == 0 ? 0 : Int(text.tokens[token - 1].end)
    return text.bytes[start..<Int(text.tokens[token].start)].contains(0x09)
  }

  private func header(_ chunks: [Chunk]) -> [Int: (mention: Int, role: EventCandidate.Role)] {
    var columns: [Int: (mention: Int, role: EventCandidate.Role)] = [:]
    for (place, chunk) in chunks.enumerated() where chunk.kind == .party {
      guard let mention = chunk.mention else { continue }
      let before = place > 0 ? chunks[place - 1] : nil
      let isGiver =
        before?.kind == .preposition && ["by", "from"].contains(before?.value)
        && before.map(column) == column(of: chunk)
      columns[column(of: chunk)] = (mention, isGiver ? .from : .to)
    }
    return columns.count >= 2 ? columns : [:]
  }

  /// The tabs before a chunk in its row; empty cells count as well.
  private func column(of chunk: Chunk) -> Int {
    var tabs = 0
    var place = Int(text.tokens[chunk.range.lowerBound].start)
    while place > 0, text.bytes[place - 1] != 0x0A {
      place -= 1
      if text.bytes[place] == 0x09 { tabs += 1 }
    }
    return tabs
  }
}
