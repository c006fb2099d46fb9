/// A table from hashes to values: open addressing, filled once, read often.
///
/// Keys are hashes that are good enough to be the key; Swift's dictionary would hash them again.
struct HashTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
    mask = size - 1
  }

  subscript(_ key: UInt64) -> Value? {
    get {
      var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
      while values[place] != nil {
        if keys[place] == key { return values[place] }
        place = (place + 1) & mask
      }
      return nil
    }
    set {
      guard let newValue else { return }
      if count * 2 >= mask { grow() }
      var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
      while values[place] != nil, keys[place] != key { place = (place + 1) & mask }
      if values[place] == nil { count += 1 }
      keys[place] = key
      values[place] = newValue
    }
  }

  private mutating func grow() {
    var larger = HashTable(capacity: (mask + 1) * 2)
    for (key, value) in zip(keys, values) { if let value { larger[key] = value } }
    self = larger
  }
}
