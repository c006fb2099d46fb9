internal import Disk
internal import Packs
internal import Records

/// A pack with more rules than it has: each rule again and again, every time with words of its own.
///
/// The words of the copies stand in no text, so that what the rules find stays as it is.
struct GrownPack {
  private static let lists = ["dates": "rules", "phrases": "rules", "frames": "frames"]

  private let pack: Pack

  init(_ folder: DiskPath) throws { pack = try Pack(folder: folder) }

  /// The pack with each rule `factor` times.
  func grown(by factor: Int) throws -> Pack {
    var files = Dictionary(pack.contents.map { ($0.path, $0.text) }) { $1 }
    for (role, list) in Self.lists {
      for document in try pack.documents(role) {
        var text = ""
        for rule in try document.member(list)?.list() ?? [] {
          for copy in 1..<max(1, factor) {
            if let copied = try Self.copy(rule, number: copy) { text += "\n  - \(copied)" }
          }
        }
        files[document.file, default: ""] += text + "\n"
      }
    }
    return try Pack(files: files)
  }

  /// A rule as JSON, which is YAML too; nil where it has no words, and so would be the same again.
  ///
  /// Verbs are left out, for their forms stand in the lexicon.
  private static func copy(_ rule: PackNode, number: Int) throws -> String? {
    // Letters only, for digits would be tokens of their own.
    let mark =
      "zq" + String(number).utf8.map { String(Character(Unicode.Scalar($0 + 0x31))) }.joined()
    var json = JSONWriter()
    var hasWords = false
    var members: [(String, PackNode)] = []
    for (key, value) in try rule.members() { members.append((try key.text(), value)) }
    json.object { json in
      for (key, value) in members where !["finds", "not", "verbs"].contains(key) {
        json.dynamicKey(key)
        switch key {
        case "name": json.string("\((try? value.text()) ?? "")-\(mark)")
        case "pattern":
          let pattern = (try? value.text()) ?? ""
          let other = marked(pattern, mark)
          hasWords = hasWords || other != pattern
          json.string(other)
        case "nouns":
          hasWords = true
          json.array((try? value.texts()) ?? []) { $0.string(marked($1, mark)) }
        default: write(value, to: &json)
        }
      }
    }
    return hasWords ? String(decoding: json.bytes, as: UTF8.self) : nil
  }

  /// A pattern with a mark behind each word; classes, names of parts, signs and gaps stay.
  private static func marked(_ pattern: String, _ mark: String) -> String {
    var result = ""
    var word = ""
    var isClass = false
    for character in pattern + " " {
      if character.isLetter || character.isNumber || character == "_", !isClass {
        word.append(character)
        continue
      }
      let isWord = word.contains(where: \.isLetter) && character != ":" && character != "-"
      result += isWord ? word + mark : word
      word = ""
      if character == "<" { isClass = true }
      if character == ">" { isClass = false }
      result.append(character)
    }
    return String(result.dropLast())
  }

  private static func write(_ node: PackNode, to json: inout JSONWriter) {
    if let list = try? node.list() {
      json.array(list) { write($1, to: &$0) }
    } else if let members = try? node.members() {
      json.object { json in
        for (key, value) in members {
          json.dynamicKey((try? key.text()) ?? "")
          write(value, to: &json)
        }
      }
    } else {
      json.string(try? node.text())
    }
  }
}
