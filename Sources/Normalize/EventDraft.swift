internal import Records

/// An event while its article is still being read.
struct EventDraft {
  /// A day, EDTF, and where it is told.
  struct Day {
    var text: String
    var span: TextSpan
  }

  var kind: Event.Kind
  var modality: EventCandidate.Modality
  var date: String?
  /// Whether the date stands in the clause of the event itself, and not only in the sentence.
  var dateIsOwn = false
  var transfers: [Event.Transfer] = []
  var parts: [Event.Part] = []
  /// "They were driven to Lithuania": where those told before went.
  var goal: String?
  /// Who gets those whose number was told last: whom "four of them" are of.
  var lastGoal: String?
  /// "189 are coming home": under way are those who were exchanged, not the exchange.
  var isHomecoming = false
  /// Whether no words tell who the people are: "received 37 of theirs".
  var isBareCount = false
  /// Whether no words tell what is counted at all: "got some 1,900".
  var isNumberAlone = false
  /// The counts of parts whose own words tell no category: "nine of them".
  var bareParts: Set<Int> = []
  var ordinal: Int?
  var place: String?
  var mediators: Set<String> = []
  var sources: [Event.Source] = []
  private(set) var evidence: [Event.Evidence] = []
  private var evidencePlaces: [EvidenceKey: Int] = [:]
  var sentence: TextSpan
  /// Where it was spoken of last.
  var lastSentence: TextSpan
  /// The trigger of the candidate.
  var trigger: TextSpan
  /// Whether it goes on outside an exchange.
  var isOutside = false
  /// Whether the words speak of a swap, not of people or bodies who go one way.
  var isSwapWord = false
  /// "Belarus freed five": it is between other parties than the article's conflict.
  var isElsewhere = false
  /// "175 of them": the whole was told before.
  var isPartOfWhole = false

  /// A date that the words tell but that cannot be resolved: "today" without a day of publication.
  var unknownDate: String?
  /// "the second stage of the exchange": it names an exchange of which more is to come.
  var isWhole = false
  /// "completing a three-day exchange of 1,000 each": all that its stages come to.
  var isLasting = false
  /// "five of them for 54 Russians": some of those told before were swapped.
  var isForSome = false
  /// "Ten were flown to Minsk": where people go, and nobody who gives or gets them.
  var isPassiveMove = false
  /// Whether a stage of what it names has gone ahead.
  var isStage: Bool { isWhole && (modality == .completed || modality == .ongoing) }
  /// "under the first phase, 33 are to be freed": all that a deal holds.
  var isDeal = false
  /// "under an accord reached in 2018, 15,000 were to be freed": what was settled so long ago is not under way.
  var isOfOldDeal = false
  /// The day on which the sides agreed to it.
  var dealDay: Day?
  /// Whether a list that one side gave the other tells it.
  var isList = false
  /// "the previous round of talks": another than the one spoken of.
  var isPrevious = false
  /// "Two had been exchanged earlier": before what else is told.
  var isPluperfect = false
  /// "The talks of May 16 resulted in the exchange of 1,000": what came of them, at a time of its own.
  var isOutcome = false
  /// "has turned over 7,000 bodies": done at some time up to now.
  var isPerfect = false
  /// "Ukraine keeps Russian prisoners of war": who holds whom, without a number.
  var holding: Event.Transfer?
  /// "150 for each side": one number of both ways.
  var isEachSide = false
  /// "on Thursday", "tomorrow": a day without its date.
  var isOnWeekday = false
  /// How many days it goes on for: "a two-day exchange".
  var days: Int?
  /// "Eight more", "another 12": of those told before.
  var isMore = false
  /// "It was called off": what became of what was told before.
  var isToldStatus = false
  /// "Similar operations took place on 24 January": another like what was told before.
  var isRecalled = false
  /// "the first since May 6, when 205 came home": told in passing, the text goes on with what it told before.
  var isAside = false
  /// "Russia received 63 and Ukraine 116": what its own count and that of the sentence's other way make together.
  var sumOfWays: Int?
  /// "nine of them": parts of what was told right before.
  var isAnaphoric = false
  /// "307 on the second day": of what goes on for several days, the way that those of it go.
  var isStageDay = false
  /// "There were 12 children in it": a part only where it is not all of those told.
  var isThere = false
  /// Only parts of what was told before, no event of its own.
  var isPartOnly = false
  /// "An equal number went the other way": without a number of its own.
  var isEqual = false
  /// Who they are: "the same number of soldiers".
  var equalCategory: Category?
  /// "Three residents came back as well": the people come on top of those told before.
  var isAdditional = false
  /// "11 for 19": the words tell who went for whom.
  var isCountered = false
  /// "In exchange, Armenia handed over two": the answer to what was told before.
  var isReply = false
  /// Whether the people are called captives.
  var areCaptives = false
  /// "Peter Reynolds and Barbie Reynolds were freed": somebody is named whom others let go.
  var isOfNamed = false
  /// "Another of them, David Lin, was freed": one person alone, by name.
  var isOfOne = false
  /// Whether the direction of the counts is a default, told by no words.
  var isAssumed = false

  var counts: [Int] { transfers.compactMap(\.count) }

  /// Far more people than any one exchange or handover is of, told to have moved up to now.
  var isOfManyUpToNow: Bool {
    isPerfect && ordinal == nil && !dateIsOwn && transfers.count == 1
      && counts.first ?? 0 >= Self.manyPeople
  }

  private static let manyPeople = 1_500

  var isMovement: Bool { kind == .exchange || kind == .release || kind == .remains }

  var status: Event.Status? {
    kind == .tally || kind == .held ? nil : Event.Status(rawValue: modality.rawValue)
  }

  var goesBothWays: Bool {
    transfers.contains { one in
      one.to != nil && transfers.contains { $0.from == one.to }
    }
  }

  /// "168 walk free" and "84 in each direction": whether the other's number counts both ways together.
  func isEachWay(of total: EventDraft) -> Bool {
    guard total.isAssumed || total.transfers.contains(where: { $0.from == nil && $0.to == nil }),
      let all = total.counts.first, total.counts.count == 1
    else { return false }
    let halves = transfers.filter { ($0.count ?? 0) * 2 == all }
    return halves.contains { one in halves.contains { $0.to != one.to } }
  }

  init(kind: Event.Kind, _ candidate: EventCandidate) {
    self.kind = kind
    modality = candidate.modality
    sentence = candidate.sentence
    lastSentence = candidate.sentence
    trigger = candidate.trigger
  }

  /// Takes over the date of the event that this one belongs to, with where it stands.
  mutating func inheritDate(of other: EventDraft) {
    date = other.date
    noteDate(of: other)
  }

  /// Takes over what tells the day of another.
  mutating func noteDate(of other: EventDraft) {
    for evidence in other.evidence where evidence.slots.contains("date") {
      note(evidence.span, "date", evidence.rule)
    }
  }

  mutating func note(_ span: TextSpan, _ slot: String, _ rule: String) {
    let key = EvidenceKey(span: span, rule: rule)
    if let index = evidencePlaces[key] {
      if !evidence[index].slots.contains(slot) { evidence[index].slots.append(slot) }
    } else {
      evidencePlaces[key] = evidence.count
      evidence.append(Event.Evidence(span: span, slots: [slot], rule: rule))
    }
  }

  /// Takes slots away; evidence that tells nothing else goes.
  mutating func forget(_ slots: Set<String>) {
    let kept = evidence
    evidence = []
    evidencePlaces = [:]
    for entry in kept {
      for slot in entry.slots where !slots.contains(slot) { note(entry.span, slot, entry.rule) }
    }
  }

  private struct EvidenceKey: Hashable {
    var span: TextSpan
    var rule: String
  }
}
