internal import Markup

/// The groups of cue words that an element's class, id and role speak of: a bit for each group.
struct CueSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64
}

/// Cue words by group, and a reader that finds them in attributes.
///
/// A cue is a word ("related"), a beginning ("relat*") or two words in a row ("read more"). Words of
/// an attribute are split at everything that is no letter or digit and at capitals.
struct CueTable: Sendable {
  /// A set of cues has a bit for each group.
  static let limit = 64

  /// The groups' names in the order of their bits.
  private(set) var groups: [String] = []
  private var entries = HashTable<Entry>(capacity: 1024)
  private var pairs = HashTable<UInt64>()

  /// What a word, or the beginning of one, stands for.
  private struct Entry {
    var word: UInt64 = 0
    var beginning: UInt64 = 0
    var opensPair = false
  }

  mutating func add(_ cue: String, to group: String) {
    let bit = UInt64(1) << UInt64(groups.firstIndex(of: group) ?? groups.count)
    if !groups.contains(group) { groups.append(group) }
    let parts = cue.split(separator: " ")
    if parts.count == 2 {
      let key = Self.pair(Self.hash(parts[0]), Self.hash(parts[1]))
      pairs[key] = (pairs[key] ?? 0) | bit
      change(parts[0]) { $0.opensPair = true }
    } else if cue.hasSuffix("*") {
      change(cue.dropLast()) { $0.beginning |= bit }
    } else {
      change(parts[0]) { $0.word |= bit }
    }
  }

  private mutating func change(_ word: Substring, _ change: (inout Entry) -> Void) {
    var entry = entries[Self.hash(word)] ?? Entry()
    change(&entry)
    entries[Self.hash(word)] = entry
  }

  /// The bit of a group; empty for a name that is no group.
  func bit(_ group: String) -> CueSet {
    groups.firstIndex(of: group).map { CueSet(rawValue: 1 << UInt64($0)) } ?? []
  }

  /// The cues of every element of a page.
  func cues(in page: Page) -> [CueSet] {
    var result = [CueSet](repeating: [], count: page.count)
    for node in 0..<page.count where page.hasAttributes(node) {
      var bits: UInt64 = 0
      page.forEachAttribute(of: node) { name, value in
        switch name {
        case .class, .id, .role, .itemprop, .dataComponent, .dataTestid: read(value, into: &bits)
        default: break
        }
      }
      result[node] = CueSet(rawValue: bits)
    }
    return result
  }

  private func read(_ value: ArraySlice<UInt8>, into result: inout UInt64) {
    var hash: UInt64 = 0
    var before: UInt64 = 0
    var length = 0
    var wasUpper = false
    func end() {
      guard hash != 0 else { return }
      let entry = entries[hash]
      if let entry { result |= entry.word }
      if before != 0, let bits = pairs[Self.pair(before, hash)] { result |= bits }
      before = entry?.opensPair == true ? hash : 0
      hash = 0
      length = 0
    }
    for byte in value {
      let lower = byte | 0x20
      let isUpper = byte &- 0x41 < 26
      guard lower &- 0x61 < 26 || byte &- 0x30 < 10 else {
        end()
        wasUpper = false
        if byte <= 0x20 { before = 0 }
        continue
      }
      if isUpper, !wasUpper { end() }
      wasUpper = isUpper
      hash = Self.add(hash, isUpper ? lower : byte)
      length += 1
      if length >= 3, let entry = entries[hash] { result |= entry.beginning }
    }
    end()
  }

  private static func add(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    ((hash == 0 ? 0xcbf2_9ce4_8422_2325 : hash) ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  private static func hash(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(0) { add($0, $1) }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    first &* 31 ^ second
  }
}
