/// Finds title, day and body in a text that was scraped without its markup.
///
/// The same idea as for pages, on lines: groups of lines are blocks, and each is judged by its
/// length, its end and what it begins with.
struct LineCleaner {
  let rules: CleaningRules
  let days: DayReader
  let language: LanguageGuess

  /// What was read in a text.
  struct Result {
    var title: String?
    var published: String?
    /// Every paragraph in the order of the text.
    var judgements: [Judgement]

    /// The paragraphs that are the article's.
    var body: [String] { judgements.filter(\.isKept).map(\.text) }
  }

  /// A paragraph, whether it is the article's, and why.
  struct Judgement: Hashable {
    var text: String
    var isKept: Bool
    var reason: String
  }

  func clean(_ text: String, knownTitle: String?) -> Result {
    let blocks = withTables(paragraphs(text))
    let firstProse = blocks.firstIndex(where: isProse) ?? 0
    let title = knownTitle ?? self.title(blocks, before: firstProse)
    var judgements = judge(blocks, title: title)
    keepLists(&judgements)
    keepTables(&judgements)
    rescue(&judgements, title: title)
    return Result(
      title: title,
      published: day(
        blocks, before: firstProse, first: judgements.first { $0.isKept }?.text),
      judgements: judgements)
  }

  /// A short text without a full stop is a text all the same.
  private func rescue(_ judgements: inout [Judgement], title: String?) {
    let kinds: [(String) -> Bool] = [
      { BlockText.wordCount($0) >= 5 && $0 != title }, { $0 == title },
    ]
    for isText in kinds where !judgements.contains(where: \.isKept) {
      for index in judgements.indices where isText(judgements[index].text) {
        judgements[index].isKept = true
        judgements[index].reason = "nothing else was kept"
      }
    }
  }

  /// Lines to paragraphs: lines of a hard-wrapped text are joined, all others stand alone.
  private func paragraphs(_ text: String) -> [String] {
    var result: [String] = []
    var group: [String] = []
    func endGroup() {
      guard !group.isEmpty else { return }
      let isWrapped =
        group.count > 1
        && group.dropLast().allSatisfy { (45...100).contains($0.count) && !isShortSentence($0) }
        && !group.allSatisfy { $0.contains("\t") }
      if isWrapped { result.append(group.joined(separator: " ")) } else { result += group }
      group = []
    }
    // A CR LF is one Character, so lines are not split at "\n".
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = Self.row(String(line))
      if line.isEmpty { endGroup() } else { group.append(line) }
    }
    endGroup()
    return result
  }

  private func isShortSentence(_ line: String) -> Bool {
    line.count < 60 && BlockText.endsSentence(line)
  }

  private func isProse(_ block: String) -> Bool {
    let words = BlockText.wordCount(block)
    return words >= 8 && BlockText.endsSentence(block) && !block.hasSuffix(":") || words >= 40
  }

  /// The repeated line among the first ones, else the first that looks like a headline.
  private func title(_ blocks: [String], before firstProse: Int) -> String? {
    let head = blocks.prefix(max(firstProse, 1))
    let candidates = head.filter { isHeadline($0) }
    let counts = candidates.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return candidates.first { counts[$0, default: 0] > 1 } ?? candidates.first
  }

  private func isHeadline(_ block: String) -> Bool {
    let words = BlockText.wordCount(block)
    let lower = block.lowercased()
    return (4...40).contains(words) && block.utf8.count < 300 && !block.contains(" | ")
      && (!BlockText.endsSentence(block) || block.hasSuffix("?") || block.hasSuffix("!"))
      && rules.openings.group(Array(block.utf8)[...]) == 0 && days.day(in: block) == nil
      && !rules.bylineStarts.contains(where: lower.hasPrefix) && !isUpper(block)
  }

  private func isUpper(_ block: String) -> Bool {
    block.contains { $0.isLetter } && block == block.uppercased()
  }

  /// A day in a short line above the text, else in the dateline of the first paragraph.
  private func day(_ blocks: [String], before firstProse: Int, first: String?) -> String? {
    for block in blocks.prefix(firstProse) where block.utf8.count < 90 {
      if let day = days.day(in: block) { return day }
    }
    guard let first, let end = datelineEnd(first) else { return nil }
    return days.day(in: String(first[..<end]))
  }

  /// Where the text goes on behind "KYIV, May 6 (Agency) - ".
  private func datelineEnd(_ block: String) -> String.Index? {
    let dateline = block.prefix(70)
    return [" – ", " — ", " -- ", " - "].compactMap { dateline.ranges(of: $0).last?.upperBound }
      .max()
  }

  private func judge(_ blocks: [String], title: String?) -> [Judgement] {
    let main = language.language(of: blocks.filter(isProse).joined(separator: "\n"))
    var judgements: [Judgement] = []
    var hasBody = false
    var isOver = false
    for (index, block) in blocks.enumerated() {
      isOver = isOver || hasBody && isSectionEnd(block)
      let (isKept, reason) =
        isOver
        ? (false, Self.behindEnd)
        : judge(block, title: title, main: main)
          ?? (isSubheading(index, blocks, hasBody: hasBody)
            ? (true, "a heading between paragraphs") : (false, Self.tooShort))
      judgements.append(Judgement(text: block, isKept: isKept, reason: reason))
      hasBody = hasBody || isKept
    }
    return judgements
  }

  /// What a paragraph says of itself; nil where that is not enough.
  private func judge(
    _ block: String, title: String?, main: String
  ) -> (isKept: Bool, reason: String)? {
    if block == title { return (false, "the headline") }
    // A line that is no sentence may begin with many words that a sentence may begin with too.
    let isProse = isProse(block)
    let words = BlockText.wordCount(block)
    let bytes = Array(block.utf8)
    if let group = rules.openings.name(bytes[...]),
      !isProse || words < 40 && rules.choice.lineVetoes.contains(group)
    {
      return (false, "begins as: \(group)")
    }
    // The agency of a dateline marks no caption.
    let told = isProse ? datelineEnd(block).map { Array(block[$0...].utf8) } ?? bytes : bytes
    if let group = rules.marks.name(told[...]),
      !isProse || words < 40 && rules.choice.lineVetoes.contains(group)
    {
      return (false, "holds marks of: \(group)")
    }
    if isProse {
      let own = language.language(of: block)
      let isForeign =
        own != main && own != "und" && words >= 6 && isOtherScript(own, main)
      return isForeign ? (false, "in another language") : (true, "sentences")
    }
    return isSentence(block) ? (true, "a sentence") : nil
  }

  static let tooShort = "too short for a sentence"
  static let behindEnd = "behind the end of the article"

  private func isSectionEnd(_ block: String) -> Bool {
    rules.sectionEnds[PhraseTable.hash(TextCollector.words(of: block)[...])] != nil
  }

  private func isOtherScript(_ left: String, _ right: String) -> Bool {
    func script(_ tag: String) -> LanguageProfile.Script? {
      rules.languages.first { $0.tag == tag }?.script
    }
    return script(left) != script(right)
  }

  /// Short, but a sentence all the same: a quotation, a remark.
  private func isSentence(_ block: String) -> Bool {
    BlockText.wordCount(block) >= 4 && BlockText.endsSentence(block) && !block.hasSuffix(":")
      && !block.contains(" | ") && !block.contains("…") && !block.hasSuffix("...")
  }

  private func isSubheading(_ index: Int, _ blocks: [String], hasBody: Bool) -> Bool {
    let block = blocks[index]
    guard hasBody, index + 1 < blocks.count, isProse(blocks[index - 1]), isProse(blocks[index + 1])
    else { return false }
    let lower = block.lowercased()
    return (2...10).contains(BlockText.wordCount(block)) && !lower.contains("|")
      && !block.contains(":") && !block.hasPrefix("[") && !block.hasPrefix("(") && !isUpper(block)
      && days.day(in: block) == nil
  }
}
