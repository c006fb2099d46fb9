public import Disk

extension Fingerprint {
  /// Of an executable; nil where it cannot be read.
  ///
  /// By the build id that its linker made from its contents, which is quick to read; where it has none, by
  /// all its bytes.
  public init?(ofProgram path: DiskPath) {
    guard let file = RandomAccessFile(path) else { return nil }
    if let id = ELFFile(file).buildID {
      self.init(of: Array("build id".utf8) + id)
    } else {
      self.init(ofFile: path)
    }
  }
}

/// The little of an ELF file of 64 bits, least significant byte first, that tells its build id.
struct ELFFile {
  private static let programHeaderSize = 56
  private static let noteType = 4
  private static let buildIDType = 3
  private let file: RandomAccessFile

  init(_ file: RandomAccessFile) { self.file = file }

  /// The bytes of the note `NT_GNU_BUILD_ID`; nil where there is none.
  var buildID: [UInt8]? {
    guard let head = file.read(at: 0, count: 64),
      head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    else { return nil }
    let table = Self.number(head[32..<40])
    let (size, count) = (Self.number(head[54..<56]), Self.number(head[56..<58]))
    guard size >= Self.programHeaderSize, count < 1000 else { return nil }
    for index in 0..<count {
      guard let header = file.read(at: table + index * size, count: Self.programHeaderSize) else {
        return nil
      }
      guard Self.number(header[0..<4]) == Self.noteType else { continue }
      let (offset, length) = (Self.number(header[8..<16]), Self.number(header[32..<40]))
      guard length < 1 << 16, let notes = file.read(at: offset, count: length) else { continue }
      if let id = Self.buildID(in: notes) { return id }
    }
    return nil
  }

  private static func buildID(in notes: [UInt8]) -> [UInt8]? {
    var position = 0
    while position + 12 <= notes.count {
      let nameSize = number(notes[position..<(position + 4)])
      let size = number(notes[(position + 4)..<(position + 8)])
      let type = number(notes[(position + 8)..<(position + 12)])
      let name = position + 12
      // Name and content are filled up to four bytes each.
      let content = name + (nameSize + 3) / 4 * 4
      guard content + size <= notes.count else { return nil }
      if type == buildIDType, notes[name...].starts(with: "GNU\u{0}".utf8) {
        return Array(notes[content..<(content + size)])
      }
      position = content + (size + 3) / 4 * 4
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { ($0 & 0x7F_FFFF_FFFF_FFFF) << 8 | Int($1) }
  }
}
