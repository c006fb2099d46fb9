/// One movement of captive people or of bodies, or a fact about such movements, as an article
/// states it: a line of `events.ndjson`.
///
/// `swapwire schema events` says the same for machines.
public struct Event: Hashable, Sendable {
  /// What sort of event it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Living people go both ways, or the text calls it an exchange.
    case exchange
    /// Living people go one way outside a swap.
    case release
    /// Bodies are handed over.
    case remains
    /// A meeting, call or round of talks about exchanges.
    case talks
    /// A cumulative count over a period.
    case tally
    /// How many are in captivity.
    case held
  }

  /// The state as of the article's publication.
  public enum Status: String, Sendable, CaseIterable {
    /// Carried out.
    case completed
    /// Partly carried out.
    case ongoing
    /// Settled.
    case agreed
    /// To come.
    case planned
    /// Suggested.
    case proposed
    /// Called off or put off.
    case suspended
    /// Turned down.
    case rejected
  }

  /// People of one category who go one way.
  public struct Transfer: Hashable, Sendable {
    /// The party that gives; nil where the text does not tell.
    public var from: String?
    /// The party that gets.
    public var to: String?
    /// As stated.
    public var count: Int?
    /// Nil where there is no count.
    public var bound: Bound?
    /// Who they are.
    public var category: Category

    /// Makes a transfer.
    public init(from: String?, to: String?, count: Int?, bound: Bound?, category: Category) {
      self.from = from
      self.to = to
      self.count = count
      self.bound = bound
      self.category = category
    }
  }

  /// A counted part of the people.
  public struct Part: Hashable, Sendable {
    /// Who they are.
    public var category: Category
    /// What the text calls them.
    public var label: String?
    /// As stated.
    public var count: Int?
    /// How the count is bounded.
    public var bound: Bound?
    /// The party that gets them.
    public var to: String?

    /// Makes a part.
    public init(category: Category, label: String?, count: Int?, bound: Bound?, to: String?) {
      self.category = category
      self.label = label
      self.count = count
      self.bound = bound
      self.to = to
    }
  }

  /// Whom the article credits.
  public struct Source: Hashable, Sendable {
    /// The person's canonical name.
    public var name: String?
    /// The person's office.
    public var role: String?
    /// The organization's canonical name.
    public var organization: String?
    /// Where it was said ("Telegram").
    public var channel: String?
    /// Of the person, else of the organization.
    public var wikidata: String?

    /// Makes a source.
    public init(
      name: String?, role: String?, organization: String?, channel: String?, wikidata: String?
    ) {
      self.name = name
      self.role = role
      self.organization = organization
      self.channel = channel
      self.wikidata = wikidata
    }
  }

  /// Where something was read, which slots it filled and which rule did it.
  public struct Evidence: Hashable, Sendable {
    /// UTF-8 bytes of the article's text.
    public var span: TextSpan
    /// The names of the slots, as in the event: `type`, `date`, `transfers`, `including` ….
    public var slots: [String]
    /// The rule.
    public var rule: String

    /// Makes evidence.
    public init(span: TextSpan, slots: [String], rule: String) {
      self.span = span
      self.slots = slots
      self.rule = rule
    }
  }

  /// Stable: the same text and rules give the same id.
  public var id: String
  /// The article that states it.
  public var article: ArticleHead
  /// What sort of event it is.
  public var kind: Kind
  /// Nil for tallies and the held.
  public var status: Status?
  /// EDTF; nil when the text gives none.
  public var date: String?
  /// In the order of the text.
  public var transfers: [Transfer]
  /// Counted parts.
  public var including: [Part]
  /// 50 for "the 50th exchange".
  public var ordinal: Int?
  /// Canonical English name.
  public var place: String?
  /// Codes, sorted.
  public var mediators: [String]
  /// In the order of the text.
  public var sources: [Source]
  /// In text order; never empty.
  public var evidence: [Evidence]

  /// Makes an event of one kind with nothing else told.
  public init(id: String = "", article: ArticleHead, kind: Kind, status: Status?) {
    self.id = id
    self.article = article
    self.kind = kind
    self.status = status
    transfers = []
    including = []
    mediators = []
    sources = []
    evidence = []
  }
}
