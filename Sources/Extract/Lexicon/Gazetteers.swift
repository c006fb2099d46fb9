internal import Packs

/// The pack's tables of names.
extension LanguageCompiler {
  mutating func addGazetteers(_ builtIn: BuiltInClasses) throws(PackError) {
    for table in try pack.tables("parties", columns: PartyColumns.all) {
      for row in table.rows { try addParty(row, builtIn) }
    }
    let columns = ["name", "wikidata", "party", "role", "aliases", "source"]
    let kinds: [(String, NameEntry.Kind, ClassID)] = [
      ("persons", .person, builtIn.person), ("organizations", .organization, builtIn.organization),
      ("places", .place, builtIn.place),
    ]
    for (role, kind, id) in kinds {
      for table in try pack.tables(role, columns: columns) {
        for row in table.rows { try addName(row, kind, id) }
      }
    }
  }

  /// Given names: what follows one is likely the rest of a person's name.
  mutating func addGivenNames() throws(PackError) {
    let id = lexicon.addClass("given-name")
    for table in try pack.tables("given-names", columns: ["name", "source"]) {
      for row in table.rows {
        lexicon.add(
          try row.require("name"), LexicalEntry(lexicalClass: id, letterCase: .capitalized))
      }
    }
  }

  private mutating func addName(
    _ row: PackTable.Row, _ kind: NameEntry.Kind, _ id: ClassID
  ) throws(PackError) {
    let name = try row.require("name")
    if let wikidata = row["wikidata"], !wikidata.hasPrefix("Q") || Int(wikidata.dropFirst()) == nil
    {
      throw row.error(
        "\"\(wikidata)\" is no Wikidata id",
        hint: "an id is Q and digits; leave it empty if unknown")
    }
    let entry = NameEntry(
      kind: kind, canonical: name, wikidata: row["wikidata"], party: row["party"], role: row["role"]
    )
    for alias in [name] + row.list("aliases") {
      lexicon.add(
        alias,
        LexicalEntry(
          lexicalClass: id, value: name, name: entry, letterCase: Self.letterCase(of: alias)))
    }
  }

  private mutating func addParty(_ row: PackTable.Row, _ builtIn: BuiltInClasses) throws(PackError)
  {
    let code = try row.require("code")
    var entry = NameEntry(
      kind: .party, canonical: try row.require("name"), wikidata: row["wikidata"], party: code,
      role: nil)
    entry.takesArticle = row.list("names").contains("the \(entry.canonical)")
    let groups: [(String, ClassID)] = [
      ("names", builtIn.party), ("adjectives", builtIn.nation), ("nationals", builtIn.national),
    ]
    for (column, id) in groups {
      for alias in row.list(column) {
        lexicon.add(
          alias,
          LexicalEntry(
            lexicalClass: id, value: code, name: entry, letterCase: Self.letterCase(of: alias)))
      }
    }
  }

  /// A name must be written as capitals demand: "US" only so, "Turkey" not as "turkey".
  private static func letterCase(of alias: String) -> RequiredCase {
    if alias.hasPrefix("the ") {
      switch letterCase(of: String(alias.dropFirst(4))) {
      case .upper: return .upperBehindFirst
      case .capitalized, .capitalizedAtEnds: return .capitalizedBehindFirst
      case let other: return other
      }
    }
    var (letters, capitals) = (0, 0)
    for scalar in alias.unicodeScalars where isLetter(scalar) {
      letters += 1
      if isCapital(scalar) { capitals += 1 }
    }
    if (1...5).contains(letters), capitals == letters { return .upper }
    guard alias.unicodeScalars.first.map(isCapital) == true else { return .any }
    guard let space = alias.unicodeScalars.lastIndex(of: " ") else { return .capitalized }
    let last = alias.unicodeScalars[space...].dropFirst().first
    return last.map(isCapital) == true ? .capitalizedAtEnds : .capitalized
  }

  /// Plain letters are told without asking Unicode's tables, which costs more than all else here.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }
}

enum PartyColumns {
  static let all = ["code", "name", "wikidata", "names", "adjectives", "nationals", "source"]
}
