internal import Records

/// A slot that two readings of one event fill otherwise.
public struct SlotChange: Hashable, Sendable {
  /// The slot.
  public let slot: DiffSlot
  /// Values that only the old event has.
  public let removed: [SlotValue]
  /// Values that only the new event has.
  public let added: [SlotValue]

  /// Whether the same words stand elsewhere, and nothing else changed.
  public var isMove: Bool {
    slot == .evidence && removed.map(\.text) == added.map(\.text)
  }

  /// The changes between two events in the order of the slots.
  static func changes(
    from old: EventLine, to new: EventLine, in slots: Set<DiffSlot>
  ) -> [SlotChange] {
    slots.sorted().compactMap { slot in
      let (before, after) = (old.values(of: slot), new.values(of: slot))
      guard before != after else { return nil }
      let (removed, added) = differences(before, after)
      // Nothing but the order: that is a change of a list, but not of what is told.
      return removed.isEmpty && added.isEmpty
        ? nil : SlotChange(slot: slot, removed: removed, added: added)
    }
  }

  /// What each list has more than the other, counting equal values.
  private static func differences(
    _ old: [SlotValue], _ new: [SlotValue]
  ) -> ([SlotValue], [SlotValue]) {
    func rest(_ values: [SlotValue], without others: [SlotValue]) -> [SlotValue] {
      var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
      return values.filter { value in
        guard let count = counts[value], count > 0 else { return true }
        counts[value] = count - 1
        return false
      }
    }
    return (rest(old, without: new), rest(new, without: old))
  }
}
