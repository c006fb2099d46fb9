public import Packs

/// What a pack calls parties.
public enum PartyNames {
  /// Names by code (ISO 3166-1 alpha-3, or an actor's slug).
  public static func names(in pack: Pack) throws(PackError) -> [String: String] {
    var names: [String: String] = [:]
    for table in try pack.tables("parties", columns: PartyColumns.all) {
      for row in table.rows { names[try row.require("code")] = try row.require("name") }
    }
    return names
  }
}
