import Disk
import TestSupport
import Testing

@testable import Store

struct StoreTests {
  private static func key(_ number: Int) -> Fingerprint { Fingerprint(of: ["\(number)"]) }

  private static func content(_ number: Int) -> [UInt8] {
    Array("content of \(number)\n".utf8) + [UInt8](repeating: UInt8(number), count: number * 10)
  }

  private func fill(_ folder: TemporaryFolder, _ numbers: Range<Int>) throws -> DiskPath {
    let path = folder.path.appending(DiskPath("store"))
    var writer = try StoreWriter(path, after: StoreReader(path))
    for number in numbers { try writer.add(Self.key(number), Self.content(number)) }
    try writer.finish()
    return path
  }

  @Test func `what was stored is found again, by a later writer's reader too`() throws {
    let folder = try TemporaryFolder()
    _ = try fill(folder, 0..<20)
    let reader = StoreReader(try fill(folder, 20..<40))
    #expect(reader.count == 40)
    for number in 0..<40 { #expect(reader.find(Self.key(number))?.content == Self.content(number)) }
    #expect(reader.find(Self.key(40))?.content == nil)
  }

  @Test func `no file, another file and another version are empty stores`() throws {
    let folder = try TemporaryFolder()
    try folder.write("other", "something else that is long enough".utf8)
    try folder.write("version", "swapwire store 2 and more".utf8)
    for name in ["missing", "other", "version"] {
      #expect(StoreReader(folder.path.appending(DiskPath(name))).count == 0)
    }
  }

  @Test func `a store that was cut anywhere keeps what is whole, and grows again`() throws {
    let folder = try TemporaryFolder()
    let whole = try { try folder.read(fill(folder, 0..<12).lastComponent.display) }()
    for length in stride(from: 0, to: whole.count, by: 97) {
      try folder.write("store", whole.prefix(length))
      let path = folder.path.appending(DiskPath("store"))
      let reader = StoreReader(path)
      let before = reader.count
      var writer = try StoreWriter(path, after: reader)
      for number in 0..<before {
        writer.keep(try #require(reader.find(Self.key(number))).place)
      }
      for number in before..<12 { try writer.add(Self.key(number), Self.content(number)) }
      try writer.finish()
      #expect(try folder.read("store") == whole, "cut at \(length)")
    }
  }

  @Test func `a flipped bit is never read as a result`() throws {
    let folder = try TemporaryFolder()
    let whole = try { try folder.read(fill(folder, 0..<6).lastComponent.display) }()
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 1 << (place % 8)
      try folder.write("store", damaged)
      let reader = StoreReader(folder.path.appending(DiskPath("store")))
      for number in 0..<6 {
        let found = reader.find(Self.key(number))?.content
        #expect(found == nil || found == Self.content(number), "byte \(place)")
      }
    }
  }

  @Test func `what no run needs any more is dropped when it is most of the file`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.appending(DiskPath("store"))
    let large = [UInt8](repeating: 1, count: 1 << 20)
    var writer = try StoreWriter(path, after: StoreReader(path))
    for number in 0..<4 { try writer.add(Self.key(number), large) }
    try writer.finish()
    let old = StoreReader(path)
    writer = try StoreWriter(path, after: old)
    writer.keep(try #require(old.find(Self.key(2))).place)
    try writer.add(Self.key(9), Self.content(9))
    try writer.finish()
    let reader = StoreReader(path)
    #expect(reader.count == 2)
    #expect(reader.find(Self.key(9))?.content == Self.content(9))
    #expect(reader.find(Self.key(2))?.content == large)
  }
}

struct FingerprintTests {
  @Test func `texts are told apart by where they end`() {
    #expect(Fingerprint(of: ["ab", "c"]) != Fingerprint(of: ["a", "bc"]))
  }

  @Test func `a fingerprint is XXH3 and reads back from its text`() {
    // The value that xxhsum -H2 prints for no bytes.
    let empty = Fingerprint(of: [UInt8]())
    #expect(empty.text == "99aa06d3014798d86001c324468d497f")
    #expect(Fingerprint(text: empty.text) == empty)
    #expect(Fingerprint(text: "no") == nil)
  }

  @Test func `a file's fingerprint depends on its bytes alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", [UInt8](repeating: 3, count: 3 << 20))
    try folder.write("b", [UInt8](repeating: 3, count: 3 << 20))
    try folder.write("c", [UInt8](repeating: 3, count: 3 << 20 + 1))
    let all = ["a", "b", "c"].map { Fingerprint(ofFile: folder.path.appending(DiskPath($0))) }
    #expect(all[0] != nil && all[0] == all[1] && all[0] != all[2])
    #expect(Fingerprint(ofFile: folder.path.appending(DiskPath("d"))) == nil)
  }

  @Test func `a program is known by its build id, any other file by its bytes`() throws {
    let folder = try TemporaryFolder()
    func program(_ id: [UInt8], rest: UInt8) throws -> Fingerprint? {
      var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 58)
      (bytes[32], bytes[54], bytes[56]) = (64, 56, 1)
      var header = [UInt8](repeating: 0, count: 56)
      (header[0], header[8], header[32]) = (4, 120, UInt8(16 + id.count))
      let note: [UInt8] = [4, 0, 0, 0, UInt8(id.count), 0, 0, 0, 3, 0, 0, 0, 0x47, 0x4E, 0x55, 0]
      try folder.write("program", bytes + header + note + id + [rest])
      return Fingerprint(ofProgram: folder.path.appending(DiskPath("program")))
    }
    let one = try program([1, 2, 3, 4], rest: 0)
    #expect(try one != nil && one == program([1, 2, 3, 4], rest: 9))
    #expect(try one != program([1, 2, 3, 5], rest: 0))
    try folder.write("text", "text".utf8)
    let text = folder.path.appending(DiskPath("text"))
    #expect(Fingerprint(ofProgram: text) == Fingerprint(ofFile: text))
  }
}
