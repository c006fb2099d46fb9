import FoundationEssentials

/// Writes every `.yaml`, `.tsv` and `.md` file of a folder as one Swift array of (path, text).
///
/// Usage: `EmbedPack FOLDER OUTPUT.swift`; called by the build plugin only.
@main
struct EmbedPack {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw EmbedError(description: "usage: EmbedPack FOLDER OUTPUT.swift")
    }
    let folder = arguments[1].hasSuffix("/") ? arguments[1] : arguments[1] + "/"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var source = "// Generated from the pack folder by EmbedPack; never edited.\n"
    source += "let embeddedPackFiles: [(path: String, text: String)] = [\n"
    for path in paths {
      guard let data = FileManager.default.contents(atPath: folder + path),
        let text = String(bytes: data, encoding: .utf8)
      else { throw EmbedError(description: "\(path): not readable as UTF-8") }
      guard !text.contains("\"\"\"###") else {
        throw EmbedError(description: "\(path): holds the delimiter of the generated literal")
      }
      source += "  (\"\(path)\", ###\"\"\"\n\(text)\n\"\"\"###),\n"
    }
    source += "]\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[2]))
  }
}

struct EmbedError: Error, CustomStringConvertible {
  let description: String
}
