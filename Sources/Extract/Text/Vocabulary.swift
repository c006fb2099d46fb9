/// All words that the pack's rules and names are made of, each with a number from 1.
///
/// An open-addressing hash table over one byte buffer: a look-up allocates nothing.
struct Vocabulary: Sendable {
  private var storage: [UInt8] = []
  private var ends: [Int32] = [0]
  /// A word's number and place beside the upper half of its hash, which tells most strangers apart.
  private var slots: [Slot] = [Slot](repeating: Slot(), count: 1 << 12)

  private struct Slot {
    var number: Int32 = 0
    var tag: UInt32 = 0
    var start: Int32 = 0
    var length: Int32 = 0
  }

  /// One more than the number of words.
  var count: Int { ends.count }

  /// The number of a word in lower case; 0 for an unknown one.
  func lexeme(_ word: [UInt8]) -> Int32 {
    lexeme(hash: Self.hash(word), length: word.count) { word[$0] }
  }

  /// The number of a word whose bytes in lower case `byte` tells; 0 for an unknown one.
  @inline(__always)
  func lexeme(hash: UInt64, length: Int, byte: (Int) -> UInt8) -> Int32 {
    let mask = slots.count - 1
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let candidate = slots[slot]
      if candidate.number == 0 { return 0 }
      if candidate.tag == tag, Int(candidate.length) == length {
        let start = Int(candidate.start)
        var index = 0
        while index < length, storage[start + index] == byte(index) { index += 1 }
        if index == length { return candidate.number }
      }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a word, which is added where it is new.
  mutating func add(_ word: [UInt8]) -> Int32 {
    let known = lexeme(word)
    if known != 0 { return known }
    if ends.count * 3 > slots.count { grow() }
    storage.append(contentsOf: word)
    ends.append(Int32(storage.count))
    let number = Int32(ends.count - 1)
    insert(number)
    return number
  }

  /// The word of a number.
  func word(_ lexeme: Int32) -> String { String(decoding: bytes(lexeme), as: UTF8.self) }

  private func bytes(_ lexeme: Int32) -> ArraySlice<UInt8> {
    storage[Int(ends[Int(lexeme) - 1])..<Int(ends[Int(lexeme)])]
  }

  private mutating func insert(_ number: Int32) {
    let hash = Self.hash(bytes(number))
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
    let start = ends[Int(number) - 1]
    slots[slot] = Slot(
      number: number, tag: UInt32(truncatingIfNeeded: hash >> 32), start: start,
      length: ends[Int(number)] - start)
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for number in 1..<Int32(ends.count) { insert(number) }
  }

  /// A hash that is begun with `hashSeed`, continued byte by byte and mixed by `finished`: a rotation
  /// and an exclusive or cost less than FNV's product, which every letter would wait for.
  @inline(__always)
  static func hash(_ value: UInt64, _ byte: UInt8) -> UInt64 {
    (value << 7 | value >> 57) ^ UInt64(byte)
  }

  @inline(__always)
  static func finished(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  static let hashSeed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var value = hashSeed
    for byte in word { value = hash(value, byte) }
    return finished(value)
  }
}
