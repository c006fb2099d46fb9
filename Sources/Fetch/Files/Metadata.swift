internal import Records
internal import Yams

/// What stands beside or above an article's text: a sidecar or YAML front matter.
struct Metadata: Hashable {
  var url: String?
  var title: String?
  /// As it is written; cleaning reads the day in it.
  var published: String?
  var language: String?

  /// Values of this one; where it has none, those of the other.
  func merging(_ other: Metadata) -> Metadata {
    Metadata(
      url: url ?? other.url, title: title ?? other.title, published: published ?? other.published,
      language: language ?? other.language)
  }

  /// Sets a member by its name; other names are ignored.
  mutating func set(_ key: String, _ value: String) {
    let value = value.trimmingSpace()
    guard !value.isEmpty else { return }
    switch key.lowercased() {
    case "url", "source", "link": url = value
    case "title", "headline": title = value
    case "published", "date": published = value
    case "language", "lang": language = value
    default: break
    }
  }

  /// A JSON object of texts; values of other types are ignored.
  static func sidecar(_ json: [UInt8]) throws(JSONError) -> Metadata {
    var reader = JSONReader(json)
    var metadata = Metadata()
    try reader.object { (key, reader) throws(JSONError) in
      if case .string(let value) = try reader.value() { metadata.set(key, value) }
    }
    try reader.end()
    return metadata
  }

  /// The front matter of a text, between two lines of `---`, and the text after it; nil where the
  /// text begins otherwise or what stands there is no YAML mapping.
  static func frontMatter(of text: [UInt8]) -> (metadata: Metadata, rest: [UInt8])? {
    let lines = text.prefix(16384).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, isRule(first),
      let last = lines.dropFirst().firstIndex(where: isRule)
    else { return nil }
    let yaml = String(
      decoding: Array(lines[1..<last].joined(separator: [0x0A])), as: UTF8.self)
    guard !hasAliases(yaml), let node = try? Yams.compose(yaml: yaml), let mapping = node.mapping
    else { return nil }
    var metadata = Metadata()
    for (key, value) in mapping {
      if let key = key.scalar?.string, let value = value.scalar?.string { metadata.set(key, value) }
    }
    return (metadata, Array(text[min(lines[last].endIndex + 1, text.count)...]))
  }

  /// Anchors and aliases, by which a few hundred bytes grow without end; front matter needs none.
  private static func hasAliases(_ yaml: String) -> Bool {
    yaml.split(separator: "\n").contains { line in
      let parts = line.split(whereSeparator: { " [,:?-{".contains($0) })
      return !line.contains("\"") && !line.contains("'")
        && parts.contains { $0.hasPrefix("&") && $0.count > 1 || $0.hasPrefix("*") && $0.count > 1 }
    }
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.last == 0x0D ? line.dropLast() : line
    return line.elementsEqual("---".utf8)
  }
}

extension String {
  func trimmingSpace() -> String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
  }
}
