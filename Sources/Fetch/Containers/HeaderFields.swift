/// Header fields of WARC or HTTP: names in lower case, the first value of each.
struct HeaderFields {
  private var values: [String: String] = [:]

  subscript(_ name: String) -> String? { values[name] }

  /// Reads lines up to an empty one; nil where the data ends before.
  init?(_ reader: ByteReader, lineLimit: Int) throws(ContainerFault) {
    var name: String?
    while let line = try reader.line(limit: lineLimit) {
      if line.isEmpty { return }
      add(line[...], &name)
    }
    return nil
  }

  /// Reads the lines of some bytes.
  init(_ lines: ArraySlice<UInt8>) {
    var name: String?
    for line in lines.split(separator: 0x0A) { add(line, &name) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>, _ name: inout String?) {
    // A line that begins with a space goes on with the value before it.
    if let first = line.first, first == 0x20 || first == 0x09, let name {
      values[name, default: ""] += " " + String(decoding: line, as: UTF8.self).trimmingSpace()
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let key = String(decoding: line[..<colon], as: UTF8.self).trimmingSpace().lowercased()
    guard values[key] == nil else {
      name = nil
      return
    }
    values[key] = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingSpace()
    name = key
  }
}
