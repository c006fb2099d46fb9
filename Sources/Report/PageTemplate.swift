/// The page's files, put together: `report.html` with its places for style, script and data filled.
enum PageTemplate {
  /// What the page is made of, in order.
  enum Piece {
    case bytes([UInt8])
    case data
    case texts
  }

  static let pieces: [Piece] = split(PackageResources.report_html)

  /// In the order in which each may use those before it.
  private static let scripts = [
    PackageResources.dom_js, PackageResources.data_js, PackageResources.evidence_js,
    PackageResources.table_js, PackageResources.filters_js, PackageResources.timeline_js,
    PackageResources.totals_js, PackageResources.ledger_js, PackageResources.events_js,
    PackageResources.articles_js, PackageResources.main_js,
  ]

  private static func split(_ template: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{{"), let close = rest[open...].firstIndex(of: "}}") {
      pieces.append(.bytes(Array(rest[..<open])))
      switch String(decoding: rest[(open + 2)..<close], as: UTF8.self) {
      case "style": pieces.append(.bytes(PackageResources.report_css))
      case "script": pieces.append(.bytes(Array(scripts.joined(separator: [0x0A]))))
      case "data": pieces.append(.data)
      case "texts": pieces.append(.texts)
      case let name: preconditionFailure("report.html has a place for \(name), which nothing fills")
      }
      rest = rest[(close + 2)...]
    }
    return pieces + [.bytes(Array(rest))]
  }

  /// JSON that no parser of HTML takes for markup: every `<` of it stands in a string, and is written `\u003c`.
  static func scriptSafe(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(UInt8(ascii: "<")) else { return json }
    var safe: [UInt8] = []
    safe.reserveCapacity(json.count + 64)
    for byte in json {
      if byte == UInt8(ascii: "<") { safe += Array("\\u003c".utf8) } else { safe.append(byte) }
    }
    return safe
  }
}

extension ArraySlice<UInt8> {
  /// Where two equal ASCII characters stand first.
  fileprivate func firstIndex(of pair: StaticString) -> Int? {
    let byte = Array(pair.description.utf8)[0]
    return indices.dropLast().first { self[$0] == byte && self[$0 + 1] == byte }
  }
}
