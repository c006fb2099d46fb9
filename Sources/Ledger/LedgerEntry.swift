public import Records

/// One movement of people or bodies, put together from the events of all articles that tell of it.
///
/// Everything in it that no single article states is computed, and is said to be so wherever it is shown.
public struct LedgerEntry: Sendable {
  /// How far the movement has come.
  public enum State: String, Sendable, CaseIterable {
    /// Completed or ongoing.
    case done
    /// Agreed, planned or proposed.
    case ahead
    /// Suspended or rejected.
    case off

    init(_ status: Event.Status?) {
      switch status {
      case .completed, .ongoing, nil: self = .done
      case .agreed, .planned, .proposed: self = .ahead
      case .suspended, .rejected: self = .off
      }
    }
  }

  /// How many go to one party.
  public struct Flow: Hashable, Sendable {
    /// The party that gets them; nil where no article tells.
    public let to: String?
    /// The party that gives them; nil where no article tells, or where articles tell of several.
    public internal(set) var from: String?
    /// The least that an article tells: the sum of its transfers to this party.
    public internal(set) var low: Int
    /// The most.
    public internal(set) var high: Int
    /// How the numbers are bounded: as they are told, or `about` where they are told otherwise.
    public internal(set) var bound: Bound
  }

  /// Exchange, release or remains.
  public let kind: Event.Kind
  /// How far it has come.
  public let state: State
  /// What the events say of that, each once, in their order: completed, rejected.
  public internal(set) var statuses: [Event.Status]
  /// EDTF, as the events tell it; nil where none does, which is merged with nothing.
  public let date: String?
  /// The days that the date covers; nil where its year is not told.
  public let days: DayRange?
  /// All parties that give or get, sorted.
  public internal(set) var parties: [String]
  /// The parties that get people, sorted, also where no article tells how many.
  public internal(set) var receivers: [String]
  /// By receiving party, those not told last; only flows with a number.
  public internal(set) var flows: [Flow]
  /// The events, as places in the list that the ledger was made from, ascending.
  public internal(set) var events: [Int]
  /// The paths of the articles, each once.
  public internal(set) var articles: [String]
  /// The entry of the same kind and parties whose period covers this one's days, as a day of a longer exchange; nil
  /// where there is none.
  public internal(set) var within: Int?
}

extension LedgerEntry {
  /// An entry of one event; nil where the event is no movement.
  init?(_ event: EventLine, at position: Int) {
    guard [.exchange, .release, .remains].contains(event.kind) else { return nil }
    kind = event.kind
    state = State(event.status)
    statuses = [event.status].compactMap(\.self)
    date = event.date
    days = event.date.flatMap { DayRange(edtf: $0) }
    parties = Set(event.transfers.flatMap { [$0.from, $0.to].compactMap(\.self) }).sorted()
    receivers = Set(event.transfers.compactMap(\.to)).sorted()
    flows = Flow.all(event.transfers)
    events = [position]
    articles = [event.article.path]
  }

  /// Whether another entry, of which no article tells more of this one's day, may tell of the same movement.
  ///
  /// They are of one kind and state, their parties do not contradict each other, and no article tells of both,
  /// since one article's events are different ones. Either their dates are the same and their numbers nearly so,
  /// or the other's date is a month or a year that holds this one's, and their numbers are the same.
  func mayBe(_ other: LedgerEntry, in articles: Set<String>) -> Bool {
    guard kind == other.kind, state == other.state, date != nil,
      !other.articles.contains(where: articles.contains)
    else { return false }
    let (mine, others) = (Set(parties), Set(other.parties))
    guard
      mine == others
        || !mine.isEmpty && !others.isEmpty
          && (mine.isSubset(of: others) || others.isSubset(of: mine))
    else { return false }
    let pairs = flows.compactMap { flow in
      other.flows.first { $0.to == flow.to }.map { (flow, $0) }
    }
    if date == other.date { return pairs.allSatisfy { $0.isNear($1) } }
    guard let days, let wider = other.days, !days.isPeriod, !wider.isPeriod, wider.covers(days)
    else { return false }
    return !pairs.isEmpty && pairs.allSatisfy { $0.low == $1.low && $0.high == $1.high }
  }

  /// How many numbers both tell alike.
  func agreement(with other: LedgerEntry) -> Int {
    flows.count { flow in other.flows.contains { $0.to == flow.to && $0.low == flow.low } }
  }

  mutating func merge(_ other: LedgerEntry) {
    statuses += other.statuses.filter { !statuses.contains($0) }
    parties = Set(parties + other.parties).sorted()
    receivers = Set(receivers + other.receivers).sorted()
    events = (events + other.events).sorted()
    articles += other.articles
    for flow in other.flows {
      if let place = flows.firstIndex(where: { $0.to == flow.to }) {
        flows[place].merge(flow)
      } else {
        flows.append(flow)
      }
    }
    flows.sort { Flow.precedes($0, $1) }
  }
}

extension LedgerEntry.Flow {
  /// The flows of an event's transfers, one a receiving party.
  fileprivate static func all(_ transfers: [Event.Transfer]) -> [Self] {
    var flows: [Self] = []
    for transfer in transfers {
      guard let count = transfer.count else { continue }
      let bound = transfer.bound ?? .exact
      if let place = flows.firstIndex(where: { $0.to == transfer.to }) {
        flows[place].low += count
        flows[place].high += count
        if flows[place].bound != bound { flows[place].bound = .about }
        if flows[place].from != transfer.from { flows[place].from = nil }
      } else {
        flows.append(
          Self(to: transfer.to, from: transfer.from, low: count, high: count, bound: bound))
      }
    }
    return flows.sorted(by: precedes)
  }

  fileprivate static func precedes(_ left: Self, _ right: Self) -> Bool {
    switch (left.to, right.to) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _): false
    }
  }

  /// Whether both may be one number told by two sides: they differ by at most a tenth, or by three.
  fileprivate func isNear(_ other: Self) -> Bool {
    let (least, most) = (min(low, other.low), max(high, other.high))
    return most - least <= max(3, most / 10)
  }

  fileprivate mutating func merge(_ other: Self) {
    low = min(low, other.low)
    high = max(high, other.high)
    if bound != other.bound { bound = .about }
    if from == nil { from = other.from } else if let told = other.from, told != from { from = nil }
  }
}
