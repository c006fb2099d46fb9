/// A tar file (POSIX ustar) made byte by byte, so that it can be wrong in any way.
enum TarBytes {
  static let end = [UInt8](repeating: 0, count: 1024)

  /// A member: header, bytes, padding.
  ///
  /// - Parameter size: What the header says, where it is not the truth.
  static func member(
    _ name: [UInt8], _ bytes: [UInt8] = [], type: Character = "0", link: String = "",
    size: Int? = nil
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: some Sequence<UInt8>, at place: Int) {
      for (index, byte) in bytes.enumerated() { header[place + index] = byte }
    }
    func octal(_ value: Int, digits: Int) -> [UInt8] {
      let text = String(value, radix: 8)
      return Array((String(repeating: "0", count: digits - text.count) + text).utf8)
    }
    put(name, at: 0)
    put("0000644".utf8, at: 100)
    put(octal(size ?? bytes.count, digits: 11), at: 124)
    put("00000000000".utf8, at: 136)
    put(repeatElement(0x20, count: 8), at: 148)
    put(String(type).utf8, at: 156)
    put(link.utf8, at: 157)
    put("ustar".utf8, at: 257)
    put("00".utf8, at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + [0], at: 148)
    return header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  static func member(_ name: String, _ text: String) -> [UInt8] {
    member(Array(name.utf8), Array(text.utf8))
  }
}

/// A zip file whose members are not compressed (APPNOTE 6.3.9), made byte by byte.
struct ZipBytes {
  static let encrypted = 1
  static let utf8 = 1 << 11

  private var locals: [UInt8] = []
  private var table: [UInt8] = []
  private var count = 0

  /// All members and their table.
  var bytes: [UInt8] {
    var end = Self.number(0x0605_4B50, 4) + Self.number(0, 4)
    end += Self.number(count, 2) + Self.number(count, 2)
    end += Self.number(table.count, 4) + Self.number(locals.count, 4) + Self.number(0, 2)
    return locals + table + end
  }

  /// Adds a member.
  ///
  /// - Parameters:
  ///   - mode: Kind and rights as Unix has them.
  ///   - size: What the headers say of the unpacked size, where it is not the truth.
  mutating func add(
    _ name: [UInt8], _ bytes: [UInt8] = [], flags: Int = utf8, mode: Int = 0o100644,
    size: Int? = nil
  ) {
    let offset = locals.count
    var common = Self.number(flags, 2) + Self.number(0, 6) + Self.number(Self.crc(bytes), 4)
    common += Self.number(bytes.count, 4) + Self.number(size ?? bytes.count, 4)
    common += Self.number(name.count, 2) + Self.number(0, 2)
    locals += Self.number(0x0403_4B50, 4) + Self.number(10, 2) + common + name + bytes
    table += Self.number(0x0201_4B50, 4) + Self.number(3 << 8 | 30, 2) + Self.number(10, 2)
    table += common + Self.number(0, 6) + Self.number(mode << 16, 4) + Self.number(offset, 4) + name
    count += 1
  }

  mutating func add(_ name: String, _ text: String) { add(Array(name.utf8), Array(text.utf8)) }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return Int(~crc)
  }
}
