public import Records

/// A candidate that normalize read and made no event of, for those who ask why.
public struct Rejection: Hashable, Sendable {
  /// Why there is no event.
  public enum Reason: String, Sendable {
    /// "Three of them are officers" with nobody told before.
    case noWhole = "a part of nothing that was told before"
    /// A plan for a day before publication happened or did not, and is told as such.
    case outdated = "a plan for a day that has passed"
    /// Those who came home are told to travel on.
    case known = "the people of an event that was told already"
    /// Nothing tells who gives or gets the people, and the article is about no swap.
    case noDirection = "nothing tells between whom the people go, and the article is about no swap"
    /// No event of the article tells who gives or gets people, and it is on no conflict that the pack knows.
    case noParty = "no event of the article tells between whom people go"
    /// A background event needs a count or a date, talks a date, a place or a mediator.
    case vague = "no count and no date of its own, and for talks no place and no mediator"
    /// A second count for an event that was told.
    case conflict = "another count for the event told before, without a date of its own"
  }

  /// The trigger of the candidate in UTF-8 bytes of the article's text.
  public let trigger: TextSpan
  /// Why there is no event.
  public let reason: Reason
}
