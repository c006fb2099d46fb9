internal import CParseFloor

/// The cost of a bare libxml2 DOM parse, against which every stage is measured.
enum ParseFloor {
  /// Parses a page and frees its tree; false where libxml2 made none.
  static func parse(_ html: [UInt8]) -> Bool {
    unsafe html.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe swapwire_parse_floor(start, Int32(bytes.count)) == 1
    }
  }
}
