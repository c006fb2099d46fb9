/// All words that the pack's rules and names are made of, each with a number from 1.
///
/// An open-addressing hash table over one byte buffer: a look-up allocates nothing.
struct Vocabulary: Sendable {
  private var storage: [UInt8] = []
  private var ends: [Int32] = [0]
  private var slots: [Int32] = [Int32](repeating: 0, count: 1 << 12)

  var count: Int { ends.count }

  /// The number of a word in lower case; 0 for an unknown one.
  func lexeme(_ word: some RandomAccessCollection<UInt8>) -> Int32 {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] != 0 {
      if equals(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// The number of a word, which is added where it is new.
  mutating func add(_ word: some RandomAccessCollection<UInt8>) -> Int32 {
    let known = lexeme(word)
    if known != 0 { return known }
    if ends.count * 2 > slots.count { grow() }
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

  private func equals(_ lexeme: Int32, _ word: some RandomAccessCollection<UInt8>) -> Bool {
    let own = bytes(lexeme)
    return own.count == word.count && own.elementsEqual(word)
  }

  private mutating func insert(_ number: Int32) {
    var slot = Self.hash(bytes(number)) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in 1..<Int32(ends.count) { insert(number) }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ word: some Sequence<UInt8>) -> Int {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: value ^ value >> 32)
  }
}
