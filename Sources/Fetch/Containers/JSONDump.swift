internal import Records

/// Reads the articles of a JSON dump, each as the bytes of its object.
///
/// A dump is one object a line (NDJSON), an array of objects, objects one after the other, or an object
/// whose members are arrays of objects (fundus: articles by publisher).
struct JSONDump {
  /// What comes next.
  enum Item {
    case object([UInt8])
    case failure(ContainerFault)
  }

  private let reader: ByteReader
  private let byteLimit: Int
  private let isLines: Bool
  /// The article that was read last, from 1.
  private(set) var number = 0
  private var isAtEnd = false

  /// - Parameter isLines: Whether every line is an object, so that a broken one spoils no other.
  init(_ reader: ByteReader, isLines: Bool, byteLimit: Int) {
    self.reader = reader
    self.isLines = isLines
    self.byteLimit = byteLimit
  }

  /// The next article; nil at the end.
  mutating func next() -> Item? {
    guard !isAtEnd else { return nil }
    number += 1
    do throws(ContainerFault) {
      return isLines ? try line() : try object()
    } catch {
      isAtEnd = true
      return .failure(error)
    }
  }

  private mutating func line() throws(ContainerFault) -> Item? {
    while let line = try reader.line(limit: byteLimit) {
      if line.count > byteLimit { return .failure(tooLarge) }
      if line.contains(where: { $0 > 0x20 }) { return .object(line) }
      number += 1
    }
    isAtEnd = true
    return nil
  }

  private var tooLarge: ContainerFault {
    ContainerFault(.tooLarge, "more than \(byteLimit) bytes; the limit is \(byteLimit)")
  }

  /// The next object below arrays and below members that are arrays of objects.
  private mutating func object() throws(ContainerFault) -> Item? {
    while let byte = try reader.peek(1).first {
      switch byte {
      case UInt8(ascii: "{"):
        guard let opening = Self.lengthOfGroup(try reader.peek(1 << 16)) else {
          return try balanced()
        }
        reader.advance(opening)
      case UInt8(ascii: "\""):
        // The name of the next array of a group.
        guard let length = Self.lengthOfName(try reader.peek(1 << 16)) else {
          throw ContainerFault(.badContainer, "a text stands where an article is expected")
        }
        reader.advance(length)
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "}"),
        0xEF, 0xBB, 0xBF:
        reader.advance(1)
      default:
        throw ContainerFault(.badContainer, "this is no JSON of articles")
      }
    }
    isAtEnd = true
    return nil
  }

  /// An object from its brace to the brace that closes it.
  private func balanced() throws(ContainerFault) -> Item {
    var object: [UInt8] = []
    var size = 0
    var depth = 0
    var isInText = false
    var isEscaped = false
    while true {
      let block = try reader.peek(1 << 16)
      guard !block.isEmpty else {
        throw ContainerFault(.badContainer, "the data ends inside an object")
      }
      var end: Int?
      for (index, byte) in zip(block.indices, block) {
        if isInText {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInText = false
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        default: break
        }
        if depth == 0 {
          end = index + 1
          break
        }
      }
      let piece = block[..<(end ?? block.endIndex)]
      size += piece.count
      if size <= byteLimit { object += piece }
      reader.advance(piece.count)
      if end != nil { return size > byteLimit ? .failure(tooLarge) : .object(object) }
    }
  }

  /// The length of `{"name": [` where objects or the array's end follow; nil where this is an article.
  private static func lengthOfGroup(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: "{") else { return nil }
    let inside = skipSpace(bytes.dropFirst())
    guard let name = lengthOfName(inside) else { return nil }
    guard let next = skipSpace(inside.dropFirst(name)).first,
      next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
    else { return nil }
    return inside.startIndex - bytes.startIndex + name
  }

  /// The length of `"name": [`; nil where something else stands here.
  private static func lengthOfName(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: "\"") else { return nil }
    var position = bytes.startIndex + 1
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.endIndex else { return nil }
    var rest = skipSpace(bytes[(position + 1)...])
    guard rest.first == UInt8(ascii: ":") else { return nil }
    rest = skipSpace(rest.dropFirst())
    guard rest.first == UInt8(ascii: "[") else { return nil }
    return rest.startIndex + 1 - bytes.startIndex
  }

  private static func skipSpace(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.drop { $0 <= 0x20 }
  }
}
