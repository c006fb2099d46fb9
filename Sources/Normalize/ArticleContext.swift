internal import Records

/// What all candidates of an article are read against.
struct ArticleContext {
  let mentions: [Mention]
  /// UTF-8.
  let text: [UInt8]
  let rules: DiscourseRules
  /// The conflict that the article is about; nil where it names none that the pack knows.
  private(set) var conflict: Conflict?
  let dates: DateResolver
  /// The days under which the text tells things.
  let sections: SectionDates
  /// Whether the article speaks of an exchange at all.
  let isAboutSwap: Bool
  /// Whether it speaks of a swap anywhere.
  let mentionsSwap: Bool
  /// Whether the article speaks of swaps, or of people who go from one party to another: talks about anything
  /// else are no concern.
  private(set) var isAboutCaptives: Bool
  /// Whether it names people who are held by somebody, or bodies.
  private(set) var namesCaptives = false
  /// The party to which the article's people come home, where the words tell none.
  var home: String?

  /// The mentions of days on which something is to come.
  let plannedDays: Set<Int>

  /// Where the text speaks of swaps, of people who go, or of captives.
  private let captiveSpans: [TextSpan]

  init(_ record: ExtractedArticle, _ rules: DiscourseRules) {
    let bytes = Array(record.article.text.utf8)
    text = bytes
    let published = record.article.head.published.flatMap { CalendarDay($0) }
    mentions =
      published.map { ListYears(text: bytes, published: $0).dated(record.mentions) }
      ?? record.mentions
    sections = SectionDates(bytes, mentions)
    self.rules = rules
    conflict = rules.conflict(
      Self.partyCounts(record), acting: Self.partyCounts(record, withPlaces: false))
    dates = DateResolver(published: published)
    plannedDays = Set(
      record.candidates.filter { [.planned, .agreed, .proposed].contains($0.modality) }
        .flatMap { $0.arguments(.date) }.filter { $0.value != "sentence" }.compactMap(\.mention))
    captiveSpans =
      record.candidates.filter {
        [.swap, .movement, .hold, .about, .part, .tally].contains($0.frame)
      }.map(\.trigger) + record.mentions.filter { $0.kind == .people }.map(\.span)
    isAboutSwap = Self.isAboutSwap(record, conflict)
    mentionsSwap = record.candidates.contains { $0.frame == .swap && $0.modality != .unreal }
    isAboutCaptives = record.candidates.contains { candidate in
      candidate.frame == .swap || candidate.frame == .about || candidate.frame == .hold
        || candidate.frame == .movement
          && candidate.arguments.contains { [.from, .to, .agent].contains($0.role) }
    }
    let tellsCaptives = record.candidates.contains { candidate in
      candidate.frame == .talks
        && words(candidate.sentence).contains(where: rules.captives.contains)
    }
    isAboutCaptives = isAboutCaptives || tellsCaptives
    home = conflict?.first
    home = firstHome(record.candidates) ?? home
    namesCaptives = conflict?.returnsAreSwaps == true || Self.namesCaptives(self, record)
    // Who returns is not always let go by somebody: "deportees".
    if !namesCaptives { conflict?.others = nil }
  }

  /// Whether the article opens with a swap, or speaks of swaps again and again.
  private static func isAboutSwap(_ record: ExtractedArticle, _ conflict: Conflict?) -> Bool {
    // Who lets its own people go swaps them with nobody.
    if let conflict, conflict.holder(of: conflict.first) == conflict.first { return false }
    // "which was not part of an exchange"
    let denied = record.candidates.contains {
      $0.frame == .swap && $0.modality == .unreal && $0.sentence.start < openingBytes
    }
    let swaps = record.candidates.filter {
      $0.frame == .swap && $0.modality != .unreal || $0.frame == .about
    }
    return swaps.count > 3 && !denied || swaps.contains { $0.sentence.start < openingBytes }
  }

  /// The title and the first sentences.
  private static let openingBytes = 900

  /// How often each party is named; those that give, get or swap count more, mediators
  /// once.
  private static func partyCounts(
    _ record: ExtractedArticle, withPlaces: Bool = true
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    let mediators = Set(record.candidates.flatMap { $0.arguments(.mediator) }.compactMap(\.mention))
    for party in mediators.compactMap({ record.mentions[$0].belongsTo }) { counts[party] = 1 }
    for (index, mention) in record.mentions.enumerated()
    // Envoys of a third state speak of it as often as those of a side.
    where !mediators.contains(index) && mention.kind != .person
      && (withPlaces || mention.kind != .place)
    {
      if let party = mention.belongsTo { counts[party, default: 0] += 1 }
    }
    let roles: Set<EventCandidate.Role> = [.side, .from, .to, .agent, .people, .counter]
    for argument in record.candidates.flatMap(\.arguments) where roles.contains(argument.role) {
      if let party = argument.mention.flatMap({ record.mentions[$0].belongsTo }) {
        counts[party, default: 0] += roleWeight
      }
    }
    return counts
  }

  /// How much more a party counts that gives, gets or swaps.
  private static let roleWeight = 3

  /// Where the first people of the article whose way is told come home to.
  private func firstHome(_ candidates: [EventCandidate]) -> String? {
    var unbiased = self
    unbiased.home = nil
    let moves = candidates.filter { candidate in
      // "In exchange 150 prisoners of Ukraine's army were handed over": those are not the article's own.
      (candidate.frame == .movement || candidate.frame == .swap)
        && candidate.arguments(.reply).isEmpty
        && candidate.arguments(.people).contains { count($0) != nil }
    }
    let reader = TransferReader(context: unbiased)
    var ends: Set<String> = []
    for candidate in moves.prefix(Self.opening) where candidate.modality == .completed {
      if isAmbiguous(candidate) { break }
      let told = Set(reader.transfers(candidate).map(\.transfer.to))
      // Where people go both ways, none is the article's own.
      if told.count > 1 { return nil }
      // "20 people have been freed", and then who got 20 from whom: the first are the article's own.
      if told == [nil] { break }
      if told.count == 1, let end = told.first, let end, conflict?.holder(of: end) != nil,
        conflict?.contains(end) == true
      {
        ends.insert(end)
      }
    }
    return ends.count == 1 ? ends.first : nil
  }

  /// Whether people were given or got back: "Ukraine has returned 712 people".
  private func isAmbiguous(_ candidate: EventCandidate) -> Bool {
    !candidate.arguments(.agent).isEmpty && candidate.arguments(.from).isEmpty
      && candidate.arguments(.to).isEmpty
      && candidate.arguments(.people).allSatisfy { party($0) == nil }
      && candidate.arguments(.people).allSatisfy { mention($0)?.category != .remains }
  }

  /// How many candidates open an article.
  private static let opening = 3

  /// Whether some people are called captives: "14 prisoners".
  func areCaptives(_ mention: Mention) -> Bool {
    words(mention.span).contains(where: rules.captives.contains)
  }

  /// "24 girls who had been abducted were set free".
  func tellsOfCaptives(_ sentence: TextSpan) -> Bool {
    words(sentence).contains(where: rules.abductions.contains)
  }

  /// Whether the paragraph of a sentence, or so many around it, speaks of swaps or of captives: talks elsewhere are
  /// on something else.
  func isNearCaptives(_ sentence: TextSpan, paragraphs reach: Int) -> Bool {
    var start = sentence.start
    var end = sentence.end
    for step in 0...reach {
      start = max(0, step == 0 ? start : start - Discourse.nextParagraph)
      end = min(text.count, step == 0 ? end : end + Discourse.nextParagraph)
      start = text[..<start].lastIndex(of: Self.lineEnd).map { $0 + 1 } ?? 0
      end = text[end...].firstIndex(of: Self.lineEnd) ?? text.count
    }
    return captiveSpans.contains { $0.start >= start && $0.end <= end }
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// Whether the article tells of abducted people again and again: whoever comes home there was let go.
  var isAboutAbductions: Bool {
    if let known = memory.isAboutAbductions { return known }
    let isSo =
      words(TextSpan(0, text.count)).lazy.filter(rules.abductions.contains)
      .prefix(Self.again).count == Self.again
    memory.isAboutAbductions = isSo
    return isSo
  }

  /// What was found out of the whole text once.
  private final class Memory {
    var isAboutAbductions: Bool?
  }

  private let memory = Memory()

  private static let again = 2

  /// Whether some people of the article are called captives, soldiers or bodies, or a swap is one of captives.
  private static func namesCaptives(_ context: Self, _ record: ExtractedArticle) -> Bool {
    context.mentions.contains { mention in
      mention.kind == .people
        && (mention.category == .military || mention.category == .remains
          || context.areCaptives(mention))
    }
      || record.candidates.contains { candidate in
        context.words(candidate.trigger).contains(where: context.rules.captives.contains)
      }
  }

  /// The words of a span in lower case.
  func words(_ span: TextSpan) -> [String] {
    let bytes = text[span.start..<span.end]
    // Most spans are ASCII, whose letters need no tables.
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.split { !(0x61...0x7A).contains($0 | 0x20) }.map { word in
        String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
      }
    }
    return String(decoding: text[span.start..<span.end], as: UTF8.self).lowercased()
      .split { !$0.isLetter }.map(String.init)
  }

  /// The day that the text told last before a place, EDTF: what "that day" means.
  ///
  /// - Parameter start: Where the event spoken of last was told; its own day counts up to there.
  func dayTold(before span: TextSpan, behind start: Int) -> String? {
    for mention in mentions.reversed()
    where mention.kind == .date && mention.span.end < span.start && mention.span.start > start
      && span.start - mention.span.end < Self.dayReach
    {
      guard let expression = mention.value.flatMap({ DateExpression($0) }), expression != .told,
        expression != .easter, expression != .orthodoxEaster,
        let found = dates.resolve(expression, anchor: nil, tense: .past),
        found.unit == .day || found.unit == .month
      else { continue }
      return found.text
    }
    return nil
  }

  /// The period from what the text told last before a place: what "since then" means, EDTF.
  func periodTold(before span: TextSpan) -> String? {
    for mention in mentions.reversed()
    where (mention.kind == .date || mention.kind == .dateRange) && mention.span.end < span.start
      && span.start - mention.span.end < Self.dayReach
    {
      guard let expression = mention.value.flatMap({ DateExpression($0) }), expression != .told,
        let found = dates.resolve(expression, anchor: nil, tense: .past)
      else { continue }
      if case .since = expression { return found.text }
      if found.unit == .day { return found.text + "/.." }
    }
    return nil
  }

  /// The year of the date that the text told last before a place: what "over the year" means.
  func yearTold(before span: TextSpan) -> String? {
    for mention in mentions.reversed() where mention.kind == .date && mention.span.end < span.start
    {
      guard let expression = mention.value.flatMap({ DateExpression($0) }),
        let found = dates.resolve(expression, anchor: nil, tense: .past)
      else { continue }
      let year = found.text.prefix(4)
      if year.count == 4, year.allSatisfy(\.isNumber) { return String(year) }
    }
    return nil
  }

  /// In bytes: two sentences.
  private static let dayReach = 300

  /// The days that "until May 25" tells.
  var lastDays: [Discourse.LastDay] {
    mentions.compactMap { mention in
      guard mention.kind == .date || mention.kind == .dateRange,
        case .until(let last)? = mention.value.flatMap({ DateExpression($0) }),
        let day = dates.resolve(last, anchor: nil, tense: .future)
      else { return nil }
      return Discourse.LastDay(date: day.text, span: mention.span, rule: mention.rule)
    }
  }

  func mention(_ argument: EventCandidate.Argument) -> Mention? {
    argument.mention.map { mentions[$0] }
  }

  /// The party that an argument names; "the rebels" are those of the article's conflict.
  func party(_ argument: EventCandidate.Argument) -> String? {
    guard argument.mention == nil else {
      // "were flown to Sanaa": to those who rule there
      if let seats = conflict?.seats, !seats.isEmpty {
        let name = String(decoding: text[argument.span.start..<argument.span.end], as: UTF8.self)
        if let group = seats[name.lowercased()] { return group }
      }
      return mention(argument)?.belongsTo
    }
    switch argument.value {
    case "group-side": return conflict?.onlyGroup ?? conflict?.rebels ?? onlyCaptor
    case "state-side": return conflict?.onlyState
    default: return nil
    }
  }

  /// The only one of the groups that abduct people that the article names.
  private var onlyCaptor: String? {
    let named = Set(mentions.compactMap(\.belongsTo).filter { conflict?.captors[$0] != nil })
    return named.count == 1 ? named.first : nil
  }

  func count(_ argument: EventCandidate.Argument) -> Int? { mention(argument)?.count }
}
